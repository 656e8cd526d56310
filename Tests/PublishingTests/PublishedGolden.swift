import Foundation
import Testing

/// Published text kept beside the tests. `RECORD_GOLDENS=1` writes it anew and fails, so that a
/// recording is read before it counts.
enum PublishedGolden {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name)
    let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      do {
        try Data(text.utf8).write(to: file)
        Issue.record(
          "recorded \(name); read it, then run without RECORD_GOLDENS",
          sourceLocation: sourceLocation)
      } catch {
        Issue.record("could not record \(name): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard kept != text else { return }
    let expected = kept?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(expected, lines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(expected.count, lines.count)
    Issue.record(
      """
      \(name) differs first in line \(line + 1)
      kept:    \(line < expected.count ? String(expected[line]) : "(nothing)")
      written: \(line < lines.count ? String(lines[line]) : "(nothing)")
      """, sourceLocation: sourceLocation)
  }
}
