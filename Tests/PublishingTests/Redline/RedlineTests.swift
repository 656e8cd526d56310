import Documents
import TestSupport
import Testing

@testable import Publishing

/// What a redline says to a reader: few changes, at the right place.
@Suite struct RedlineTests {
  private func clause(_ number: String, _ anchor: String, _ runs: [Run]) -> Block {
    Sample.clause(number, anchor, runs)
  }

  private func document(_ blocks: [Block]) -> Document {
    var document = Sample.document(standing: .draft)
    document.cover = []
    document.blocks = [Sample.section("1", "one", "One")] + blocks
    return document
  }

  private func list(_ old: [Block], _ new: [Block]) -> ChangeList {
    ChangeList(.redline(from: document(old), to: document(new)))
  }

  @Test func wordsChangeWithinTheirClause() {
    let changes = list(
      [clause("1.1", "a", [Run("Notice is given 10 days before.")])],
      [clause("1.1", "a", [Run("Notice is given 30 days before.")])])
    #expect(changes.text.contains("1.1  Notice is given [-10-]{+30+} days before."))
    #expect(changes.changes.count == 1)
  }

  @Test func aNumberThatMovedIsNoChangeOfText() {
    let see = [Run("See "), Run("section 1.1", kind: .reference(anchor: "b")), Run(".")]
    let seeNow = [Run("See "), Run("section 1.2", kind: .reference(anchor: "b")), Run(".")]
    let changes = list(
      [clause("1.1", "b", [Run("Kept.")]), clause("1.2", "c", see)],
      [
        clause("1.1", "a", [Run("New.")]), clause("1.2", "b", [Run("Kept.")]),
        clause("1.3", "c", seeNow),
      ])
    #expect(changes.changes.map(\.revision) == [.inserted])
    #expect(changes.renumbered.map(\.number) == ["1.2", "1.3"])
    #expect(changes.text.contains("Only the number changed: 1.2 (was 1.1), 1.3 (was 1.2)."))
  }

  @Test func aClauseIsKnownByItsIdAndNotByItsWords() {
    let changes = list(
      [clause("1.1", "a", [Run("The same words.")])], [clause("1.1", "b", [Run("The same words.")])]
    )
    #expect(changes.changes.map(\.revision) == [.deleted, .inserted])
  }

  @Test func aClauseThatMovedGoesAndComes() {
    let (a, b) = ([Run("Alpha.")], [Run("Beta.")])
    let changes = list(
      [clause("1.1", "a", a), clause("1.2", "b", b)],
      [clause("1.1", "b", b), clause("1.2", "a", a)])
    #expect(Set(changes.changes.map(\.revision)) == [.deleted, .inserted])
    #expect(changes.changes.count == 2)
  }

  @Test func aRowIsKnownByItsFirstCell() {
    func table(_ rows: [[String]]) -> Block {
      .table(
        Table(
          header: [[Run("Name")], [Run("Place")]], rows: rows.map { $0.map { [Run($0)] } }))
    }
    let changes = list(
      [table([["Ada", "Paris"], ["Bo", "Rome"]])],
      [table([["Ada", "Lyon"], ["Cy", "Oslo"], ["Bo", "Rome"]])])
    #expect(changes.text.contains("Ada | [-Paris-]{+Lyon+}"), "\(changes.text)")
    #expect(changes.text.contains("new:  {+Cy | Oslo+}"), "\(changes.text)")
    #expect(changes.changes.count == 2)
  }

  @Test func nothingChangedIsSaid() {
    let changes = list([clause("1.1", "a", [Run("Words.")])], [clause("1.1", "a", [Run("Words.")])])
    #expect(changes.isEmpty && changes.text == "The text is the same.\n")
  }
}
