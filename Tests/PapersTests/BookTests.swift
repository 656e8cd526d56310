import Compression
import PackModel
import Publishing
import TestSupport
import Testing

@testable import Papers

/// Workbooks, as programs write them and as somebody might who means harm.
@Suite struct BookTests {
  static func archive(_ parts: [(String, String)]) -> [UInt8] {
    var archive = ZipArchive()
    for (name, text) in parts { archive.put(name, text) }
    return archive.bytes()
  }

  /// A workbook of one sheet, with the parts that Excel writes around it.
  static func xlsx(
    _ rows: String, after: String = "", shared: String = "", styles: String = "",
    book: String = ""
  ) -> [UInt8] {
    archive([
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        #"<Relationships><Relationship Id="r1" Target="xl/workbook.xml"/></Relationships>"#
      ),
      (
        "xl/workbook.xml",
        #"<x:workbook xmlns:x="m" xmlns:r="r">\#(book)<x:sheets><x:sheet name="List" r:id="r1"/><x:sheet name="Old" state="hidden" r:id="r4"/></x:sheets></x:workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships><Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Target="sharedStrings.xml"/><Relationship Id="r3" Target="styles.xml"/><Relationship Id="r4" Target="worksheets/sheet1.xml"/><Relationship Id="r5" TargetMode="External" Target="http://a.b/orkbook.xml"/></Relationships>"#
      ),
      ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"
      ),
    ])
  }

  private func cells(_ bytes: [UInt8]) throws -> [[String]] {
    try TableFile.read(bytes)[0].rows.map(\.cells)
  }

  @Test func cellsOfAllKindsSayWhatTheyShow() throws {
    let bytes = Self.xlsx(
      """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>in</t></is></c></row>
      <row><c t="str"><f>A1&amp;"x"</f><v>made</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f></c></row>
      <row r="9"><c r="A9"><v>30</v></c><c r="B9"><v>0.30000000000000004</v></c><c s="1"><v>0.125</v></c><c s="2"><v>1250.5</v></c><c s="3"><v>30</v></c></row>
      <row><c s="4"><v>46082</v></c><c s="5"><v>46082.604166666664</v></c><c s="6"><v>0.5</v></c><c s="7"><v>61</v></c></row>
      """,
      shared:
        "<si><r><t>Beta </t></r><r><t>Mail_x000A_Ltd</t></r><rPh><t>no</t></rPh></si>",
      styles: """
        <numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;EUR&quot;"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/><numFmt numFmtId="166" formatCode="[$-407]dd/mm/yyyy;@"/><numFmt numFmtId="167" formatCode="[Red]yyyy\\-mm\\-dd hh:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/><xf numFmtId="14"/></cellXfs>
        """)
    let grids = try TableFile.read(bytes)
    // A hidden sheet is no list.
    #expect(grids.map(\.name) == ["List"])
    #expect(
      grids[0].rows.map(\.cells) == [
        ["Beta Mail\nLtd", "", "in"], ["made", "TRUE", "#N/A"],
        ["30", "0.3", "12.50%", "1250.50 EUR", "30 days"],
        ["2026-03-01", "2026-03-01 14:30", "12:00", "1900-03-01"],
      ])
    #expect(grids[0].rows.map(\.number) == [2, 3, 9, 10])
    #expect(grids[0].remarks.map(\.place) == ["D3"])
  }

  @Test func daysAreCountedFromBothYears() throws {
    #expect(NumberForm(builtIn: 14).shown("1", from1904: false) == "1900-01-01")
    #expect(NumberForm(builtIn: 14).shown("59", from1904: false) == "1900-02-28")
    // The day that there never was stays a number.
    #expect(NumberForm(builtIn: 14).shown("60", from1904: false) == "60")
    #expect(NumberForm(builtIn: 14).shown("0", from1904: true) == "1904-01-01")
    let bytes = Self.xlsx(
      #"<row><c s="1"><v>44620</v></c><c t="inlineStr"><is><t>x</t></is></c></row>"#,
      styles: #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#,
      book: #"<x:workbookPr date1904="1"/>"#)
    #expect(try cells(bytes) == [["2026-03-01", "x"]])
  }

  @Test func whatLiesAcrossIsABandAndWhatReachesDownStandsInEachRow() throws {
    func row(_ number: Int, _ texts: [String]) -> String {
      let cells = texts.enumerated().filter { !$0.element.isEmpty }.map {
        "<c r=\"\(Grid.letters($0.offset))\(number)\" t=\"inlineStr\"><is><t>\($0.element)</t></is></c>"
      }
      return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
    let bytes = Self.xlsx(
      row(1, ["Our sub-processors"]) + row(2, ["Name", "Purpose", "Location"])
        + row(3, ["Beta", "Mail", "Ireland"]) + row(4, ["", "Logs", "Germany"])
        + row(5, ["Support"]) + row(6, ["Delta", "Desk", "Japan"]),
      after: """
        <mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="A5:C5"/></mergeCells>
        """)
    let grid = try TableFile.read(bytes)[0]
    #expect(grid.rows.map(\.isBand) == [true, false, false, false, true, false])
    #expect(grid.rows[3].cells == ["Beta", "Logs", "Germany"])
  }

  static func ods(_ table: String) -> [UInt8] {
    archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        "<office:document-content><office:body><office:spreadsheet>\(table)</office:spreadsheet></office:body></office:document-content>"
      ),
    ])
  }

  @Test func anOpenDocumentIsRead() throws {
    let bytes = Self.ods(
      """
      <table:table table:name="L"><table:table-column table:number-columns-repeated="16384"/>
      <table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>Title</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell office:value-type="string"><text:p>A<text:s text:c="2"/>B</text:p><text:p>C</text:p><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>1.3.26</text:p></table:table-cell><table:table-cell table:formula="of:=A1"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table>
      """)
    let grid = try TableFile.read(bytes)[0]
    #expect(grid.name == "L")
    #expect(grid.rows.map(\.cells) == [["Title"], ["A  B\nC", "1,5", "1,5"], ["2026-03-01"]])
    #expect(grid.rows.map(\.number) == [1, 4, 5])
    #expect(grid.rows.map(\.isBand) == [true, false, false])
    #expect(grid.remarks.map(\.place) == ["B5"])
  }

  // MARK: Harm

  @Test func aHostileWorkbookIsHarmlessAndEndsInASentence() throws {
    func refused(_ bytes: [UInt8], _ comment: Comment) {
      #expect(throws: PaperFault.self, comment) { try TableFile.read(bytes) }
    }
    let cell = #"<row><c t="inlineStr"><is><t>x</t></is></c></row>"#
    let good = Self.xlsx(cell)
    for end in stride(from: 2, to: good.count, by: 7) {
      refused(Array(good[..<end]), "cut off at \(end)")
    }
    refused(
      Self.archive([
        (
          "xl/workbook.xml",
          #"<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>"#
        )
      ]), "an external entity")
    refused(Self.xlsx("<row><c t=\"inlineStr\"><is><t>&lol;</t></is></c></row>"), "an entity")
    let deep = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
    refused(Self.xlsx(deep), "depth")
    refused(Self.xlsx(String(repeating: cell, count: 10_200)), "rows")
    refused(
      Self.xlsx(#"<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>"#), "columns")
    refused(Self.xlsx(#"<row><c t="s"><v>7</v></c></row>"#), "a string that is not there")
    refused(
      Self.xlsx(
        #"<row r="99999999999999999999999"><c/></row><row r="-1"><c t="str"><v>x</v></c></row>"#),
      "a row below none")
    refused(Self.xlsx("<row><c></row>"), "tags that cross")
    refused(
      Self.ods(
        #"<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#
      ),
      "repeated rows")
    refused(
      Self.ods(
        #"<table:table><table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#
      ),
      "repeated columns")
    refused(Self.archive([("word/document.xml", "<a/>")]), "a letter")
    refused(Self.archive([("readme.txt", "x")]), "another archive")
    var bomb = ZipArchive()
    bomb.put("xl/workbook.xml", "<workbook/>")
    bomb.put(
      ZipArchive.Entry(
        name: "xl/bomb.xml", contents: .plain(Array(repeating: 32, count: 130_000_000))))
    refused(bomb.bytes(), "a bomb")
    // A size that is a lie.
    let sheet = Array(String(repeating: "<a/>", count: 1000).utf8)
    let packed = Deflate.packed(sheet, as: .bare) ?? []
    var lying = ZipArchive()
    lying.put(
      ZipArchive.Entry(
        name: "xl/workbook.xml",
        contents: .packed(
          .init(method: 8, sum: Deflate.sum(of: sheet), size: 10, bytes: packed))))
    refused(lying.bytes(), "a lying size")
  }

  @Test func nothingOfAFormulaIsComputedOrTaken() throws {
    let bytes = Self.xlsx(
      #"<row><c><f>WEBSERVICE("http://a.b/")</f></c><c t="inlineStr"><is><t>=cmd|' /c calc'!A0</t></is></c></row>"#
    )
    let grid = try TableFile.read(bytes)[0]
    #expect(grid.rows.map(\.cells) == [["", "=cmd|' /c calc'!A0"]])
    #expect(grid.remarks.count == 1)
  }

  @Test func randomBytesInAWorkbookNeverTrap() {
    var random = SeededGenerator(seed: 28)
    let good = Self.xlsx(
      #"<row><c t="s"><v>0</v></c><c s="1"><v>46082</v></c></row>"#, shared: "<si><t>x</t></si>",
      styles: #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#)
    let open = Array(String(decoding: HTMLTableTests.page, as: UTF8.self).utf8)
    for _ in 0..<400 {
      for file in [good, open] {
        var bytes = file
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        _ = try? TableFile.read(bytes)
      }
    }
  }

  // MARK: What we write

  @Test(arguments: 0..<40) func whatIsWrittenIsReadBack(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = Array("aÜ9 ,;|\t\"'=+-@&<>_x0041_\n山é%§.")
    func word() -> String {
      let raw = String(
        (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
      return GridBuilder.cell(raw)
    }
    // A cell's own apostrophe before a sign of computing is what `RowExport` sees to.
    func isPlain(_ word: String) -> Bool { !word.hasPrefix("'") }
    let rows = (0..<6).map { _ in
      ["k"] + (0..<3).map { _ in word() }.map { isPlain($0) ? $0 : "q" } + ["z"]
    }
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 1))
    let book = Workbook.bytes(rows, name: "L", language: "en-GB", date: day)
    #expect(try TableFile.read(book)[0].rows.map(\.cells) == rows)
    #expect(try TableFile.read(Array(CSV.text(rows).utf8))[0].rows.map(\.cells) == rows)
  }
}
