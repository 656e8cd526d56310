import PackCompiler
import TestSupport
import Testing

/// The pack of FORMAT.md with one fault in it.
struct Fixture: CustomTestStringConvertible {
  /// What is wrong, in a few words.
  let name: String
  let kind: Diagnostic.Kind
  /// The file that was changed.
  private let file: String
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
    self.kind = kind
    self.name = name
    self.file = file
    self.rendered = rendered
    changes = { files in
      let text = String(decoding: files[file] ?? [], as: UTF8.self)
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      precondition(parts.count == 2, "\(file) does not hold “\(old)”")
      files[file] = Array("\(parts[0])\(new)\(parts[1])".utf8)
    }
  }

  /// The diagnostic that the fixture is about, among all.
  func meant(_ found: [Diagnostic]) -> Diagnostic? {
    found.first { $0.kind == kind && $0.file == file } ?? found.first { $0.kind == kind }
  }
}
