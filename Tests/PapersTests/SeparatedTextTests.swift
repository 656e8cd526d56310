import PackModel
import TestSupport
import Testing

@testable import Papers

/// Lists as text, the way spreadsheets, editors and people write them.
@Suite struct SeparatedTextTests {
  private func cells(_ text: String) throws -> [[String]] {
    let grids = try TableFile.read(text: text)
    #expect(grids.count == 1)
    return grids[0].rows.map(\.cells)
  }

  @Test func theSeparatorIsTheOneThatFitsAllLines() throws {
    #expect(
      try cells(
        "Name,Location,What does it do?\n\"Alpha Hosting, Inc.\",Germany,\"Hosting; backups\"\nBeta Mail Ltd,Ireland,E-mail\n"
      ) == [
        ["Name", "Location", "What does it do?"],
        ["Alpha Hosting, Inc.", "Germany", "Hosting; backups"],
        ["Beta Mail Ltd", "Ireland", "E-mail"],
      ])
    #expect(try cells("a\tb, c\n\nd\te, f; g") == [["a", "b, c"], ["d", "e, f; g"]])
    #expect(
      try cells("A, Inc.;Berlin\nB, Ltd.;Cork, Kerry\n") == [
        ["A, Inc.", "Berlin"], ["B, Ltd.", "Cork, Kerry"],
      ])
    #expect(try cells("sep=|\na|b\nc|d") == [["a", "b"], ["c", "d"]])
  }

  @Test func aCommaWithinANamePartsNothing() throws {
    #expect(
      try cells("Sub-processors\nPlainhost, Inc.\nNordmail AB\nOther, LLC") == [
        ["Sub-processors"], ["Plainhost, Inc."], ["Nordmail AB"], ["Other, LLC"],
      ])
    #expect(
      try cells("One Ltd\nTwo Ltd\nThree,Four\nFive Ltd\nSix Ltd").map(\.count) == [1, 1, 1, 1, 1])
    #expect(try cells("Name, Country\nA, Malta\nB, Italy")[1] == ["A", "Malta"])
  }

  @Test func aQuotedCellMayBreakAndHoldItsSeparator() throws {
    #expect(
      try cells(
        "Name\tLocation\tAddress\nAlpha Hosting GmbH\tGermany\t\"Hauptstr. 1\n10115 Berlin\"\nBeta Mail Ltd\tIreland\tQuay 2, Dublin\n"
      ) == [
        ["Name", "Location", "Address"],
        ["Alpha Hosting GmbH", "Germany", "Hauptstr. 1\n10115 Berlin"],
        ["Beta Mail Ltd", "Ireland", "Quay 2, Dublin"],
      ])
    #expect(
      try cells("Name;Location\n\"Say \"\"Hi\"\" Ltd\";Ireland\n") == [
        ["Name", "Location"], ["Say \"Hi\" Ltd", "Ireland"],
      ])
  }

  @Test func aMarkOfInchesIsALetter() throws {
    #expect(
      try cells(
        "Name\tLocation\nGamma 5\" Disks Ltd\tIreland\n\"Big\" Disks\tMalta\n\"Half\tItaly\nDelta GmbH\tGermany"
      ) == [
        ["Name", "Location"], ["Gamma 5\" Disks Ltd", "Ireland"], ["\"Big\" Disks", "Malta"],
        ["\"Half", "Italy"], ["Delta GmbH", "Germany"],
      ])
  }

  @Test func rowsAreCountedAsTheFileCountsThem() throws {
    let grid = try TableFile.read(text: "T\n\na;b\n\"x\ny\";z\nc;d")[0]
    #expect(grid.rows.map(\.number) == [1, 3, 4, 6])
  }

  @Test func controlsWithinACellBreakItsLine() throws {
    #expect(
      try cells("a;Street 1\u{B}12345 City\u{C}Page\nb;c") == [
        ["a", "Street 1\n12345 City\nPage"], ["b", "c"],
      ])
    #expect(
      try cells("a;'=SUM(A1)\nb;''=x\nc;'tis") == [
        ["a", "=SUM(A1)"], ["b", "'=x"], ["c", "'tis"],
      ])
  }

  @Test func encodingsAreFoundOut() throws {
    let text = "Name;Ort\r\nÜmläut & Söhne – „GmbH“ €;Zürich\r\n"
    let wanted = [["Name", "Ort"], ["Ümläut & Söhne – „GmbH“ €", "Zürich"]]
    func bytes(_ big: Bool) -> [UInt8] {
      text.utf16.flatMap { unit in
        big ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    }
    let special: [Character: UInt8] = ["–": 0x96, "„": 0x84, "“": 0x93, "€": 0x80, "\r\n": 0]
    let windows = text.flatMap { letter -> [UInt8] in
      if letter == "\r\n" { return [13, 10] }
      return [special[letter] ?? UInt8(letter.unicodeScalars.first?.value ?? 0)]
    }
    for file in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + bytes(false),
      [0xFE, 0xFF] + bytes(true), bytes(false), bytes(true), windows,
    ] {
      #expect(try TableFile.read(file)[0].rows.map(\.cells) == wanted)
    }
  }

  @Test func markdownTablesAreRead() throws {
    let grids = try TableFile.read(
      text: """
        # Sub-processors
        Text before, with commas, and more.

        | Entity Name | Purpose of Processing | Location |
        | --- | :-: | --- |
        | **Beta Mail, Inc.** | E-mail \\| delivery | [United States](https://x.y) |
        | Delta GmbH | Hosting<br>Backups | Germany |

        After it.
        """)
    #expect(grids.map(\.name) == ["Sub-processors"])
    #expect(
      grids[0].rows.map(\.cells) == [
        ["Entity Name", "Purpose of Processing", "Location"],
        ["Beta Mail, Inc.", "E-mail | delivery", "United States"],
        ["Delta GmbH", "Hosting\nBackups", "Germany"],
      ])
  }

  @Test func tooMuchIsRefusedInASentence() {
    let long = "a;b\n" + String(repeating: "c;d\n", count: 10_200)
    #expect(throws: GridBuilder.tooLong) { try TableFile.read(text: long) }
    let wide = Array(repeating: "x", count: 300).joined(separator: ";")
    #expect(throws: PaperFault.self) { try TableFile.read(text: "\(wide)\n\(wide)\n") }
    #expect(throws: PaperFault.noTable) { try TableFile.read(text: " \n ") }
    #expect(throws: PaperFault.self) { try TableFile.read([0, 1, 2, 3, 255, 254, 7]) }
    #expect(throws: PaperFault.self) { try TableFile.read(Array("%PDF-1.7".utf8)) }
    #expect(throws: PaperFault.self) { try TableFile.read([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) }
  }
}
