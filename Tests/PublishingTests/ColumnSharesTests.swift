import Documents
import Testing

@testable import Publishing

@Suite struct ColumnSharesTests {
  private func table(_ rows: [[String]]) -> Table {
    let rows = rows.map { $0.map { [Run($0)] } }
    return Table(header: rows[0], rows: Array(rows.dropFirst()))
  }

  /// The characters of a line that a column gets, on an upright page.
  private func widths(_ table: Table) -> [Double] {
    ColumnShares(table, isWide: false).shares.map { Double($0) * 0.092 }
  }

  @Test func theLongestTextGetsTheMostRoom() {
    let says = "The rules on onward transfers of the instrument that brought the data there."
    let table = table([
      ["Sub-processor", "Country", "Engaged by", "Facts point to", "Recorded"],
      ["Pinecone Systems, Inc.", "the United States", "Brightdesk AI, Inc.", says, "in force"],
      ["Brightdesk Philippines Inc.", "the Philippines", "Brightdesk AI, Inc.", says, "in force"],
    ])
    let widths = widths(table)
    #expect(widths[3] == widths.max() && widths[3] > 24, "\(widths)")
  }

  @Test func noHeaderOfTwoShortWordsIsBroken() {
    let widths = widths(
      table([
        ["Row", "Place", "Words", "As of"],
        ["(a)", "section 4", String(repeating: "as far as practicable ", count: 12), "–"],
      ]))
    #expect(widths[3] > 8, "\(widths)")
  }

  @Test func whatFitsOnOneLineIsNotBroken() {
    let widths = widths(
      table([["Evidence", "Date"], ["List of sub-processors", "1 April 2025"]]))
    #expect(widths[0] > 26 && widths[1] > 16, "\(widths)")
  }

  @Test func sharesAreTheWhole() {
    for isWide in [false, true] {
      let shares = ColumnShares(table([["A", "B", "C"], ["", "", ""]]), isWide: isWide).shares
      #expect(shares.reduce(0, +) == 1000 && shares.allSatisfy { $0 > 0 })
    }
    #expect(ColumnShares(Table(header: [], rows: []), isWide: false).shares.isEmpty)
  }

  /// What is too narrow upright has room on its side.
  @Test func aWidePageHasRoomForMoreWords() {
    let words = (1...5).map { _ in "responsibilities" }
    let table = table([words, words])
    #expect(!ColumnShares(table, isWide: false).tight.isEmpty)
    #expect(ColumnShares(table, isWide: true).tight.isEmpty)
  }
}
