/// The files of a pack, by their path within it.
package struct SourceFiles: Hashable, Sendable {
  package private(set) var files: [String: [UInt8]]

  /// A pack is untrusted: nothing above these sizes is read, in bytes.
  package static let largestFile = 2_000_000
  package static let largestPack = 20_000_000
  /// Nor more files than these.
  static let mostFiles = 2000

  package init(_ files: [String: [UInt8]]) { self.files = files }

  package var paths: [String] { files.keys.sorted() }

  /// The text of a file; nil where it is not UTF-8.
  package func text(_ path: String) -> String? {
    files[path].flatMap { String(validating: $0, as: UTF8.self) }
  }
}

/// The lines of a text, without the ends that Unix and Windows give them. A character of Swift may
/// hold both signs of such an end, so bytes are looked at.
func lines(of text: String) -> [Substring] {
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
    Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }
}
