import Documents
import Testing

@testable import Drafting

/// Which wide tables go on an upright page.
struct UprightPageTests {
  private func table(rows: Int, _ cells: String...) -> Block {
    .table(
      Table(
        header: cells.map { _ in [Run("Column")] },
        rows: Array(repeating: cells.map { [Run($0)] }, count: rows)))
  }

  @Test func fewShortRowsFit() {
    #expect(UprightPage.holds([table(rows: 3, "a few words", "30 days", "open", "fewer", "more")]))
  }

  @Test func manyOrTallRowsDoNot() {
    #expect(!UprightPage.holds([table(rows: 60, "a", "b", "c")]))
    let long = String(repeating: "many words ", count: 200)
    #expect(!UprightPage.holds([table(rows: 3, long, long, "c")]))
    let half = table(rows: 20, "a", "b")
    #expect(UprightPage.holds([half]) && !UprightPage.holds([half, half]))
  }

  @Test func aWordWithoutRoomKeepsThePageWide() {
    let word = String(repeating: "x", count: 30)
    #expect(!UprightPage.holds([table(rows: 1, word, word, word)]))
    #expect(UprightPage.holds([table(rows: 1, word, "b", "c")]))
  }
}
