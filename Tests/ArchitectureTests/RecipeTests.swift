import FoundationEssentials
import TestSupport
import Testing

/// CONTRIBUTING.md names places in the code: each is a file that is there, and says what the page
/// says that it does. What the page does to a questionnaire is done by `ReadmeTests`.
struct RecipeTests {
  private struct Step: CustomTestStringConvertible {
    let file: String
    /// The type, function or case that stands there.
    let word: String
    var testDescription: String { "\(file): \(word)" }
  }

  private static let page = TestPacks.text("CONTRIBUTING.md")

  /// The rows of its tables that have a file in code marks in the second cell.
  private static let steps: [Step] = page.split(separator: "\n").compactMap { line in
    guard let row = line.wholeMatch(of: /\|[^|]+\| `([^`|]+\/[^`|]+)` \| `(\w+)` \|/) else {
      return nil
    }
    return Step(file: String(row.1), word: String(row.2))
  }

  @Test func everyRecipeHasItsSteps() {
    let titles = Self.page.split(separator: "\n").filter { $0.hasPrefix("## A") }
    #expect(titles.count >= 8, "\(titles)")
    #expect(Self.steps.count >= 20)
  }

  @Test(arguments: steps) private func thePlaceIsThere(_ step: Step) throws {
    let path = "\(TestPacks.root)/\(step.file)"
    try #require(FileManager.default.fileExists(atPath: path), "there is no \(step.file)")
    let isThere = try TestPacks.text(step.file).contains(
      Regex("\\b\(step.word)\\b").wordBoundaryKind(.simple))
    #expect(isThere, "\(step.file) knows no \(step.word)")
  }

  @Test func everyPathOnThePageIsThere() {
    for match in Self.page.matches(
      of: /`((?:Sources|Tests|Questionnaires|Documentation|scripts)\/[^` ]*)`/)
    {
      let path = "\(TestPacks.root)/\(match.1)"
      #expect(FileManager.default.fileExists(atPath: path), "there is no \(match.1)")
    }
  }
}
