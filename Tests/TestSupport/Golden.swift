import FoundationEssentials

/// Text files that tests compare with, in the folder `Goldens` beside the test.
///
/// `RECORD_GOLDENS=1` writes them anew, and fails every test that did so: what was recorded is to be
/// read before it is kept. Where `CI` is set nothing is ever recorded.
package enum Golden {
  /// How a text is not what its golden says; its description is what the failed test shows.
  package enum Mismatch: Error, CustomStringConvertible {
    case missing(file: String)
    case recorded(file: String)
    case differs(file: String, line: Int, expected: String, actual: String)

    package var description: String {
      switch self {
      case .missing(let file):
        "There is no golden \(file). RECORD_GOLDENS=1 records it."
      case .recorded(let file):
        "Recorded \(file). Read it, then run again without RECORD_GOLDENS."
      case .differs(let file, let line, let expected, let actual):
        "\(file) differs in line \(line).\n  golden: \(expected)\n  now:    \(actual)"
      }
    }
  }

  /// Compares a text with the golden `name` (a file name with its ending, such as `review.txt`).
  package static func expect(
    _ text: String, _ name: String, beside test: StaticString = #filePath
  ) throws {
    try expect(text, name, folder: folder(beside: test))
  }

  /// Compares a text with a file of the project, which is recorded as a golden is.
  package static func expect(_ text: String, _ name: String, in folder: String) throws {
    try expect(text, name, folder: URL(filePath: "\(TestPacks.root)/\(folder)"))
  }

  private static func expect(_ text: String, _ name: String, folder: URL) throws {
    let url = folder.appending(path: name)
    let environment = ProcessInfo.processInfo.environment
    let golden = try? String(contentsOf: url, encoding: .utf8)
    if golden == text { return }
    if environment["RECORD_GOLDENS"] == "1", environment["CI"] == nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      throw Mismatch.recorded(file: name)
    }
    guard let golden else { throw Mismatch.missing(file: name) }
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(expected, actual).prefix { $0 == $1 }.count
    throw Mismatch.differs(
      file: name, line: same + 1,
      expected: same < expected.count ? String(expected[same]) : "(the end)",
      actual: same < actual.count ? String(actual[same]) : "(the end)")
  }

  /// Goldens that no Swift file in the test's folder names. Names that a test puts together are to be
  /// handed in as `generated`.
  package static func orphans(
    generated: [String] = [], beside test: StaticString = #filePath
  ) throws -> [String] {
    let folder = folder(beside: test)
    let manager = FileManager.default
    let goldens = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    let parent = folder.deletingLastPathComponent()
    let sources = try manager.contentsOfDirectory(atPath: parent.path)
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: parent.appending(path: $0), encoding: .utf8) }
    return goldens.sorted().filter { name in
      !generated.contains(name) && !sources.contains { $0.contains("\"\(name)\"") }
    }
  }

  private static func folder(beside test: StaticString) -> URL {
    URL(filePath: "\(test)").deletingLastPathComponent().appending(path: "Goldens")
  }
}
