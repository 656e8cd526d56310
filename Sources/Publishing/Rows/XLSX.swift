import Compression
import PackModel
import PlainText

/// A workbook of one table.
package enum Workbook {
  /// - Parameter rows: the headings first.
  package static func bytes(
    _ rows: [[String]], name: String, language: String, date: CalendarDate
  ) -> [UInt8] {
    XLSX(imprint: Imprint(date: date), title: name, language: language)
      .bytes(of: [RowSheet(name: name, rows: rows)])
  }
}

/// A workbook of tables: one sheet each, every cell a text. It holds no formula, no link, no macro and
/// no number that a program could take for another; equal tables give equal bytes.
struct XLSX {
  let imprint: Imprint
  /// Of the document.
  let title: String
  let language: String

  /// What a cell can hold.
  private static let most = 32_767

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  func bytes(of sheets: [RowSheet]) -> [UInt8] {
    var archive = ZipArchive()
    let parts = sheets.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
    archive.put("[Content_Types].xml", Self.contentTypes(parts))
    archive.put("_rels/.rels", Self.root)
    archive.put("xl/workbook.xml", Self.workbook(Self.names(of: sheets)))
    var relations = parts.enumerated().map { number, part in
      Relations.Relation(id: "rId\(number + 1)", kind: "worksheet", target: part)
    }
    relations.append(
      Relations.Relation(id: "rId\(parts.count + 1)", kind: "styles", target: "xl/styles.xml"))
    archive.put("xl/_rels/workbook.xml.rels", Relations(relations).xml)
    archive.put("xl/styles.xml", Self.styles)
    archive.put(
      "docProps/core.xml",
      WordProperties.xml(title: title, language: language, moment: imprint.moment))
    for (part, sheet) in zip(parts, sheets) { archive.put(part, Self.xml(sheet)) }
    return archive.bytes()
  }

  // MARK: Sheets

  private static func xml(_ sheet: RowSheet) -> String {
    let rows = sheet.rows.enumerated().map { number, row in
      let cells = row.enumerated().map { column, text in
        cell(text, at: "\(Grid.letters(column))\(number + 1)", isHead: number == 0)
      }
      return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
    }
    let columns = widths(of: sheet.rows).enumerated().map { number, width in
      """
      <col min="\(number + 1)" max="\(number + 1)" width="\(width)" style="2" customWidth="1"/>
      """
    }
    return """
      \(WordXML.head)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
      </sheetViews><cols>\(columns.joined())</cols><sheetData>\(rows.joined())</sheetData>\
      </worksheet>
      """
  }

  /// A text, which no program computes; one that looks like a formula is marked as a text for whoever
  /// edits it.
  private static func cell(_ text: String, at place: String, isHead: Bool) -> String {
    let text = shortened(Sanitiser.document.clean(text))
    if text.isEmpty { return "" }
    let style = isHead ? 1 : CSV.isComputed(text) ? 3 : 2
    return """
      <c r="\(place)" s="\(style)" t="inlineStr"><is><t xml:space="preserve">\
      \(WordXML.escaped(unescaped(text)))</t></is></c>
      """
  }

  /// "_x0041_" stands for a letter in a cell; where somebody wrote it, it is to stay what it is.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    for at in bytes.indices {
      if bytes[at] == UInt8(ascii: "_"), at + 6 < bytes.count,
        bytes[at + 1] == UInt8(ascii: "x"), bytes[at + 6] == UInt8(ascii: "_"),
        bytes[(at + 2)...(at + 5)].allSatisfy(isHexadecimal)
      {
        out += Array("_x005F".utf8)
      }
      out.append(bytes[at])
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// A cell says so where it cannot hold a text to its end.
  private static func shortened(_ text: String) -> String {
    guard text.utf16.count > most else { return text }
    let end = " … (cut here: a cell holds no more)"
    var short = ""
    var room = most - end.utf16.count
    for letter in text {
      room -= letter.utf16.count
      if room < 0 { break }
      short.append(letter)
    }
    return short + end
  }

  /// As wide as the longest line, within what a screen shows.
  private static func widths(of rows: [[String]]) -> [Int] {
    (rows.first ?? []).indices.map { column in
      let longest =
        rows.lazy.flatMap { $0[column].split(separator: "\n") }.map { CellWidth.of($0) }.max() ?? 0
      return min(max(longest + 2, 10), 60)
    }
  }

  // MARK: The book

  /// Names as a workbook takes them: 31 letters, none of seven signs, each another.
  static func names(of sheets: [RowSheet]) -> [String] {
    var taken: Set<String> = ["history"]
    return sheets.enumerated().map { number, sheet in
      var plain = Sanitiser.documentLine.clean(sheet.name)
      plain.unicodeScalars.removeAll { "[]:*?/\\'".unicodeScalars.contains($0) }
      plain = String(plain.trimmed)
      if plain.isEmpty { plain = "Table \(number + 1)" }
      var (name, next) = (first(31, of: plain), 2)
      while !taken.insert(name.lowercased()).inserted {
        let ending = " \(next)"
        name = first(31 - ending.count, of: plain) + ending
        next += 1
      }
      return name
    }
  }

  private static func first(_ count: Int, of text: String) -> String {
    var (short, room) = ("", count)
    for letter in text {
      room -= letter.utf16.count
      if room < 0 { break }
      short.append(letter)
    }
    return String(short.trimmed)
  }

  private static func workbook(_ names: [String]) -> String {
    let sheets = names.enumerated().map { number, name in
      """
      <sheet name="\(WordXML.escaped(name))" sheetId="\(number + 1)" r:id="rId\(number + 1)"/>
      """
    }
    return """
      \(WordXML.head)<workbook xmlns="\(main)" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheets>\(sheets.joined())</sheets></workbook>
      """
  }

  /// Plain; bold heads; text that wraps; the same, marked as a text.
  private static let styles = """
    \(WordXML.head)<styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="10"/>\
    <name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    \(face(font: 1))\(face(font: 0))\(face(font: 0, quoted: true))</cellXfs></styleSheet>
    """

  /// Number format 49 is text.
  private static func face(font: Int, quoted: Bool = false) -> String {
    """
    <xf numFmtId="49" fontId="\(font)" fillId="0" borderId="0" xfId="0"\
    \(quoted ? " quotePrefix=\"1\"" : "") applyNumberFormat="1" applyFont="1" applyAlignment="1">\
    <alignment vertical="top" wrapText="1"/></xf>
    """
  }

  private static func contentTypes(_ sheets: [String]) -> String {
    let own = [
      ("xl/workbook.xml", "\(type)sheet.main+xml"), ("xl/styles.xml", "\(type)styles+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    let all = (own + sheets.map { ($0, "\(type)worksheet+xml") }).map {
      "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>"
    }
    return WordXML.head + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(all.joined())</Types>
      """
  }

  private static let root =
    WordXML.head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(Relations.types)officeDocument" Target="xl/workbook.xml"/>\
      <Relationship Id="rId2" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """
}
