import FoundationEssentials
import PackModel
import Testing

@testable import Publishing

/// The programs that some tests need. A test that needs one is skipped where it is not; with
/// `ART28_TOOLS_REQUIRED=1` it runs all the same and fails.
enum Tools {
  static let environment = ProcessInfo.processInfo.environment
  static let paths = ToolPaths(environment: environment, prefix: environment["ART28_PREFIX"])
  static let areRequired = environment["ART28_TOOLS_REQUIRED"] == "1"

  /// The python of this project's own environment.
  static let python: String? = {
    let path = "\(environment["ART28_PREFIX"] ?? ".")/.venv/bin/python3"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  static func path(_ name: String) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func isHere(_ name: String) -> Bool { areRequired || path(name) != nil }

  /// An independent reader of Markdown and of files for Word.
  static var pandocIsHere: Bool { isHere("pandoc") }

  /// Asks, since a python may have the wheel or not.
  static func typstIsHere() async -> Bool {
    if areRequired { return true }
    return (try? await publisher().converter(for: .pdf)) != nil
  }

  static func publisher() -> Publisher { Publisher(tools: paths, imprint: imprint) }

  static var imprint: Imprint {
    guard let date = CalendarDate(year: 2026, month: 11, day: 21) else {
      preconditionFailure("this day is in the calendar")
    }
    return Imprint(date: date, confidentiality: "Confidential", footnote: "1f2e3d4c")
  }

  /// What a program writes when it reads these bytes.
  static func output(
    of name: String, _ arguments: [String], input: [UInt8] = []
  ) async throws -> [UInt8] {
    let executable = try #require(path(name), "\(name) is not installed")
    let outcome = try await Child(
      tool: .typst, executable: executable, arguments: arguments, input: input, epoch: 0,
      memory: 16_000_000_000, largestFile: 1_000_000_000
    ).run()
    #expect(outcome.succeeded, "\(name): \(outcome.said)")
    return outcome.output
  }
}
