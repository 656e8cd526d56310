import Glibc
import Synchronization

/// What was written last where and of what, by SHA-256, so that what somebody changed since, or
/// somebody else wrote, is told from it. The list lies with the person's own state; without it
/// nothing counts as written by this program.
final class WrittenFiles: Sendable {
  private struct Known {
    /// The list's length when it was read.
    var size = 0
    var lines: [Line] = []
    /// The last line of each path.
    var last: [String: Line] = [:]
  }

  private struct Line: Hashable {
    var hash: String
    /// What the file was made of: a matter, by its path.
    var source: String
    var path: String
    /// The entry after which the matter stood as the file has it; nil where nobody said.
    var head: Int?

    var text: String {
      "\(hash)\t\(source)\t\(path)\(head.map { "\t\($0)" } ?? "")\n"
    }
  }

  private let known = Mutex(Known())
  private let list: String
  /// A list with more lines is cut down to what stands where, and at most half as many.
  private static let most = 20_000

  init(list: String) { self.list = list }

  /// Whether a file is still what was written there last of the same source; or of a source of that
  /// name elsewhere, where nothing was ever written there: whole folders are moved and copied.
  func isUnchanged(_ path: String, hash: String, source: String) -> Bool {
    guard let path = WrittenFiles.real(path) else { return false }
    return known.withLock { known in
      read(&known)
      if let line = known.last[path] { return line.hash == hash && line.source == source }
      return known.lines.contains {
        $0.hash == hash && Files.name(of: $0.source) == Files.name(of: source)
          && Files.name(of: $0.path) == Files.name(of: path)
      }
    }
  }

  /// Puts down what was just written. Where that fails, the next time it is taken for another's.
  func note(_ path: String, hash: String, source: String, head: Int? = nil) {
    guard let path = WrittenFiles.real(path),
      !(path + source).contains(where: { $0.isNewline || $0 == "\t" })
    else { return }
    let line = Line(hash: hash, source: source, path: path, head: head)
    known.withLock { known in
      read(&known)
      if known.last[path] == line { return }
      let bytes = Array(line.text.utf8)
      guard append(bytes) else { return }
      known.size += bytes.count
      known.lines.append(line)
      known.last[path] = line
    }
  }

  /// The files that were written last of a source, and after which of its entries.
  func files(of source: String) -> [(path: String, hash: String, head: Int)] {
    known.withLock { known in
      read(&known)
      return known.last.values.compactMap { line in
        line.source == source ? line.head.map { (line.path, line.hash, $0) } : nil
      }.sorted { $0.path < $1.path }
    }
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Other runs add to it too.
  private func read(_ known: inout Known) {
    var info = stat()
    guard stat(list, &info) == 0 else {
      known = Known()
      return
    }
    guard Int(info.st_size) != known.size else { return }
    let bytes = (try? Files.read(list, as: .own)) ?? []
    known = Known(size: bytes.count)
    for text in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = text.split(separator: "\t").map(String.init)
      guard parts.count == 3 || parts.count == 4 else { continue }
      let head = parts.count == 4 ? Int(parts[3]) : nil
      let line = Line(hash: parts[0], source: parts[1], path: parts[2], head: head)
      known.lines.append(line)
      known.last[line.path] = line
    }
    if known.lines.count > WrittenFiles.most { cutDown(&known) }
  }

  private func cutDown(_ known: inout Known) {
    known.lines = known.lines.filter { known.last[$0.path] == $0 }.suffix(WrittenFiles.most / 2)
    known.last = Dictionary(known.lines.map { ($0.path, $0) }) { $1 }
    let text = known.lines.map(\.text).joined()
    known.size = text.utf8.count
    try? Files.write(Array(text.utf8), to: list)
  }

  /// One line at one go, so that two runs do not tear each other's.
  private func append(_ bytes: [UInt8]) -> Bool {
    guard (try? Files.makeFolder(Files.folder(of: list))) != nil else { return false }
    let file = open(list, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    // A full disk may have taken half a line.
    var last = UInt8(ascii: "\n")
    let size = lseek(file, 0, SEEK_END)
    if size > 0, pread(file, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") {
      guard write(file, "\n", 1) == 1 else { return false }
    }
    return bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == bytes.count
  }
}
