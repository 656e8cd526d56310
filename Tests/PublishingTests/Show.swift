import Documents
import FoundationEssentials
import PackModel
import Testing

@testable import Publishing

/// `ART28_SHOW=FOLDER` writes the samples in every format, to be looked at.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ART28_SHOW"] != nil))
struct Show {
  @Test(arguments: Format.allCases.filter { !$0.holdsRows })
  func samples(_ format: Format) async throws {
    let environment = ProcessInfo.processInfo.environment
    let folder = try #require(environment["ART28_SHOW"])
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let publisher = Publisher(
      tools: ToolPaths(environment: environment, prefix: nil),
      imprint: Imprint(date: date, confidentiality: "Confidential"))
    for (name, document) in [("sample", Sample.document()), ("long", LongSample.document())] {
      let clock = ContinuousClock()
      var publication = try await publisher.publish(document, as: format)
      let times = try await (0..<5).asyncMap { _ in
        try await clock.measure { publication = try await publisher.publish(document, as: format) }
      }
      print("\(name).\(format): \(times.min() ?? .zero)")
      for remark in publication.remarks { print("\(name).\(format): \(remark)") }
      try Data(publication.bytes).write(to: URL(filePath: "\(folder)/\(name).\(format.rawValue)"))
    }
  }
}

extension Range<Int> {
  fileprivate func asyncMap<Result>(
    _ transform: (Int) async throws -> Result
  ) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
