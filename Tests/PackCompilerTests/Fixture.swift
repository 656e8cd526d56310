import PackCompiler
import TestSupport
import Testing

/// The pack of FORMAT.md with one fault in it.
struct Fixture: CustomTestStringConvertible {
  /// What is wrong, in a few words.
  let name: String
  let kind: Diagnostic.Kind
  private let changes: @Sendable (inout [String: [UInt8]]) -> Void
  /// The first diagnostic, as an author reads it.
  let rendered: String

  var testDescription: String { "\(kind.rawValue): \(name)" }

  var sources: SourceFiles {
    var files = TestPacks.miniSources.files
    changes(&files)
    return SourceFiles(files)
  }

  /// A file in which one text is replaced by another.
  init(
    _ kind: Diagnostic.Kind, _ name: String, in file: String, _ old: String, _ new: String,
    _ rendered: String
  ) {
    self.init(kind, name, rendered) { files in
      let text = String(decoding: files[file] ?? [], as: UTF8.self)
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      precondition(parts.count == 2, "\(file) does not hold “\(old)”")
      files[file] = Array("\(parts[0])\(new)\(parts[1])".utf8)
    }
  }

  init(
    _ kind: Diagnostic.Kind, _ name: String, _ rendered: String,
    changes: @escaping @Sendable (inout [String: [UInt8]]) -> Void
  ) {
    self.kind = kind
    self.name = name
    self.rendered = rendered
    self.changes = changes
  }
}
