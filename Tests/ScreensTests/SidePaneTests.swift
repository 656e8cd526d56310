import Canvas
import PlainText
import Testing

@testable import Screens

/// Help and the draft beside the question.
@Suite struct SidePaneTests {
  private let wide = Size(columns: 80, rows: 24)
  private let narrow = Size(columns: 60, rows: 24)

  @Test func helpStandsBesideAndCoversOnlyWhereThereIsNoRoom() {
    var pane = SidePane()
    #expect(pane.side(wide) == .help && !pane.covers(wide))
    #expect(pane.side(narrow) == nil && !pane.covers(narrow))
    pane.toggle(.preview, narrow)
    #expect(pane.covers(narrow) && pane.side(narrow) == .preview)
    #expect(pane.side(wide) == .help, "each window has its own")
    pane.uncover()
    #expect(!pane.covers(narrow))
    pane.toggle(.help, wide)
    #expect(pane.side(wide) == nil)
  }

  @Test func scrollingStopsAtBothEnds() {
    var pane = SidePane()
    pane.show(help: (1...10).map { StyledLine("line \($0)") })
    for _ in 0..<9 { pane.scroll(.pageDown, height: 4) }
    #expect(drawn(pane, rows: 4).first == "line 7")
    for _ in 0..<9 { pane.scroll(.up, height: 4) }
    #expect(drawn(pane, rows: 4).first == "line 1")
    #expect(drawn(pane, rows: 4).last == "+ 7 more: PgDn")
  }

  @Test func anotherQuestionBeginsAtTheTopWithNothingOpened() {
    var pane = SidePane()
    pane.show(help: (1...10).map { StyledLine("line \($0)") })
    pane.toggleTerm(2)
    pane.scroll(.down, height: 4)
    pane.startAgain()
    #expect(pane.openTerms.isEmpty)
    #expect(drawn(pane, rows: 4).first == "line 1")
    pane.empty()
    #expect(drawn(pane, rows: 4) == ["", "", "", ""])
  }

  private func drawn(_ pane: SidePane, rows: Int) -> [String] {
    var frame = Frame(size: Size(columns: 20, rows: rows))
    pane.draw(frame.bounds, "PgDn", &frame)
    return (0..<rows).map { String(frame.text(row: $0).trimmed) }
  }
}
