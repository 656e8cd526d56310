import Compression
import Documents
import PackModel
import Testing

@testable import Publishing

/// The tables of a paper that is read, as rows for a register.
struct RowTests {
  private static let publisher = Publisher(
    tools: ToolPaths(typst: nil, pythons: []), imprint: Tools.imprint)

  private static func cells(_ words: [String]) -> [[Run]] { words.map { [Run($0)] } }

  /// Two tables under two headings, the second on a page turned sideways; cells that a spreadsheet
  /// would compute, or read as a letter's number, and one of two lines.
  private static func paper(
    standing: Document.Standing = .report, blocks: [Block]? = nil
  ) -> Document {
    let first = Table(
      header: cells(["Item", "Entry"]),
      rows: [
        cells(["Controller", "Nordlicht “Haushalt” GmbH, 北京"]), cells(["=1+1", "+49 40 1234"]),
        cells(["@home", "-1"]), cells(["code _x0041_ & <b>", "one\ntwo"]),
      ])
    let second = Table(header: cells(["Name"]), rows: [cells(["Chatty, Inc."])])
    func heading(_ title: String) -> Block {
      .heading(Heading(level: 1, numbering: .none, number: nil, anchor: title, runs: [Run(title)]))
    }
    return Document(
      id: "record", title: [Run("Record")], language: "en-GB", paper: .a4, standing: standing,
      cover: [],
      blocks: blocks ?? [
        heading("The entry: what/where? [of a name that is longer than a sheet's may be]"),
        .table(first), heading("Recipients"), .landscape([.table(second)]),
      ], blanks: [])
  }

  @Test func eachTableIsAFileOfItsOwn() async throws {
    let files = try await Self.publisher.files(of: Self.paper(), as: .csv)
    #expect(files.map(\.ending) == [".csv", "-2.csv"])
    let text = String(decoding: files[0].publication.bytes, as: UTF8.self)
    #expect(
      text == "\u{FEFF}\"Item\",\"Entry\"\r\n"
        + "\"Controller\",\"Nordlicht “Haushalt” GmbH, 北京\"\r\n\"'=1+1\",\"'+49 40 1234\"\r\n"
        + "\"'@home\",\"'-1\"\r\n\"code _x0041_ & <b>\",\"one\ntwo\"\r\n")
    #expect(
      String(decoding: files[1].publication.bytes, as: UTF8.self)
        == "\u{FEFF}\"Name\"\r\n\"Chatty, Inc.\"\r\n")
  }

  @Test func aQuoteIsDoubled() {
    #expect(CSV.cell("say \"no\"") == "\"say \"\"no\"\"\"")
    #expect(CSV.cell("") == "\"\"")
  }

  @Test func aWorkbookIsTheSameEveryTime() async throws {
    let one = try await Self.publisher.publish(Self.paper(), as: .xlsx).bytes
    let other = try await Self.publisher.publish(Self.paper(), as: .xlsx).bytes
    #expect(one == other && Format.xlsx.holdTheSame(one, other))
    let changed = try await Self.publisher.publish(
      Self.paper(blocks: [.table(Table(header: Self.cells(["Item"]), rows: []))]), as: .xlsx
    ).bytes
    #expect(!Format.xlsx.holdTheSame(one, changed))
  }

  @Test func itsPartsAreWellFormedAndHoldTextsAlone() async throws {
    let bytes = try await Self.publisher.publish(Self.paper(), as: .xlsx).bytes
    let archive = try ZipArchive(bytes)
    #expect(
      archive.entries.map(\.name) == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "docProps/core.xml", "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
      ])
    for entry in archive.entries {
      #expect(XMLTags(try #require(entry.bytes)) != nil, "\(entry.name)")
    }
    let sheet = try #require(archive.text(of: "xl/worksheets/sheet1.xml"))
    #expect(sheet.split(separator: "<c ").count - 1 == 10)
    #expect(sheet.split(separator: "t=\"inlineStr\"").count - 1 == 10)
    #expect(!sheet.contains("<f>") && !sheet.contains("<v>"))
    // What looks like a formula is marked as a text for whoever edits it.
    #expect(sheet.contains("<c r=\"A3\" s=\"3\"") && sheet.contains("<c r=\"A2\" s=\"2\""))
    #expect(sheet.contains("code _x005F_x0041_ &amp; &lt;b&gt;"))
    let book = try #require(archive.text(of: "xl/workbook.xml"))
    #expect(book.contains("name=\"The entry whatwhere of a name t\""))
    #expect(book.contains("name=\"Recipients\""))
  }

  @Test func sheetsOfOneNameAreToldApart() {
    let rows = [["A"]]
    let names = ["Table", "table", "History", "", "'", String(repeating: "x", count: 40)]
      .map { name in
        RowSheet.named(name, rows)
      }
    let found = XLSX.names(of: names)
    #expect(found.prefix(3) == ["Table", "table 2", "History 2"])
    #expect(Set(found.map { $0.lowercased() }).count == names.count)
    #expect(found.allSatisfy { !$0.isEmpty && $0.count <= 31 })
  }

  @Test func columnsHaveLetters() {
    #expect([0, 25, 26, 701, 702].map(Grid.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
  }

  @Test(arguments: [Format.csv, .xlsx])
  func whatIsSignedOrHasNoTableIsRefused(_ format: Format) async throws {
    for standing in [Document.Standing.draft, .final] {
      await #expect(throws: PublishError.signed(format)) {
        try await Self.publisher.publish(Self.paper(standing: standing), as: format)
      }
    }
    let bare = Self.paper(blocks: [
      .paragraph(Paragraph(number: nil, anchor: nil, style: .body, runs: [Run("No rows.")]))
    ])
    await #expect(throws: PublishError.noTable("record", format)) {
      try await Self.publisher.files(of: bare, as: format)
    }
    #expect(PublishError.noTable("record", format).description.contains("has no table"))
    #expect(PublishError.signed(format).description.contains("md, txt, html, docx or pdf"))
  }

  /// A reader of its own: the parts as another program's ZIP and XML libraries see them.
  @Test(.enabled(if: Tools.python != nil || Tools.areRequired))
  func anotherProgramReadsTheSame() async throws {
    let python = try #require(Tools.python)
    let bytes = try await Self.publisher.publish(Self.paper(), as: .xlsx).bytes
    let script = """
      import io, sys, zipfile, xml.etree.ElementTree as tree
      book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      assert book.testzip() is None
      for name in book.namelist(): tree.fromstring(book.read(name))
      main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
      sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
      for row in sheet.iter(main + 'row'):
        print('|'.join(''.join(c.itertext()) for c in row.iter(main + 'c')).replace('\\n', '/'))
      """
    let outcome = try await Child(
      tool: .typst, executable: python, arguments: ["-c", script], input: bytes, epoch: 0
    ).run()
    #expect(outcome.succeeded, "\(outcome.said)")
    #expect(
      String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init) == [
        "Item|Entry", "Controller|Nordlicht “Haushalt” GmbH, 北京", "=1+1|+49 40 1234", "@home|-1",
        "code _x005F_x0041_ & <b>|one/two",
      ])
  }
}

extension RowSheet {
  fileprivate static func named(_ name: String, _ rows: [[String]]) -> RowSheet {
    var sheet = RowSheet(Table(header: rows[0].map { [Run($0)] }, rows: []), under: name)
    sheet.rows = rows
    return sheet
  }
}
