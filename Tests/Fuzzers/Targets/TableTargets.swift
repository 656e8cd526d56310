import Compression
import Interview
import PackModel
import Papers

extension FuzzTarget {
  @Sendable private static func table(_ bytes: [UInt8]) {
    guard let grids = try? TableFile.read(bytes) else { return }
    PaperGround.take(grids)
  }

  private static let lists = "Tests/Fixtures/lists"

  static let separated = FuzzTarget(
    name: "separated",
    seeds: {
      [
        Folder.file("\(lists)/footnotes.csv"), Folder.file("\(lists)/german.txt"),
        Folder.file("\(lists)/short.md"), Folder.file("\(lists)/two-tables.md"),
        Array("law\tname\nde\tA\r\n\"fr\"\t\"B \"\"C\"\"\nD\"\n".utf8),
      ]
    },
    words: [
      "\"", "\"\"", ";", ",", "\t", "|", "|---|\n", "\r\n", "sep=;\n", "\u{FEFF}", "law", "name",
    ],
    runs: 600, run: table)

  static let hypertextTable = FuzzTarget(
    name: "hypertext-table",
    seeds: {
      [
        Folder.file("\(lists)/page.html"),
        Array("<table><tr><th rowspan=2>law<td colspan=3>x<tr><td>de</table>".utf8),
      ]
    },
    words: [
      "<table>", "</table>", "<tr>", "<td rowspan=\"3\">", "<td colspan=\"200\">", "<th>", "&amp;",
      "&#x10FFFF;", "<br>", "<script>", "<!--", "-->", "<meta charset=utf-16>",
    ], runs: 600, run: table)

  /// The files of a workbook as parts; they are packed before they are read.
  static let workbook = FuzzTarget(
    name: "workbook",
    seeds: {
      [Folder.file("\(lists)/list.ods"), Folder.file("\(lists)/merged.xlsx")].map(
        PaperGround.unpacked)
    },
    words: [
      "<row r=\"1048576\">", "<c r=\"XFD1\" t=\"s\">", "<v>", "</v>",
      "<mergeCell ref=\"A1:XFD1048576\"/>",
      "table:number-columns-repeated=\"16384\"", "table:number-rows-repeated=\"1048576\"",
      "<table:table-row>", "<sheet ", "office:value-type=\"date\"", "r:id=\"rId1\"", "&#10;",
    ], runs: 400
  ) { table(PaperGround.packed($0)) }

  /// A packed file as it lies on a disk.
  static let archive = FuzzTarget(
    name: "archive",
    seeds: {
      [
        Folder.file("\(lists)/list.ods"), Folder.file("\(lists)/merged.xlsx"),
        Folder.file("Tests/Fixtures/papers/libreoffice.docx"),
        PaperGround.packed(
          Parts.write([("a/b.xml", Array("<a/>".utf8)), ("mimetype", Array("text".utf8))])),
      ]
    }, words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "../", "/"], runs: 600
  ) { bytes in
    guard let archive = try? ZipArchive(bytes) else { return }
    for entry in archive.entries { _ = archive.contents(of: entry.name) }
    table(bytes)
    PaperGround.read { try WordPaper.read(bytes) }
    _ = ReturnedForm.text(bytes, heads: ("Answer", "Place"))
  }
}
