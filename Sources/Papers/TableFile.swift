import Compression
import PackModel

/// The tables of a file, or of pasted text, whatever program wrote it. What it is says its content, not
/// its name.
package enum TableFile {
  /// The tables in their order; at least one, with at least one row.
  package static func read(_ bytes: [UInt8]) throws(PaperFault) -> [Grid] {
    guard bytes.count <= PaperLimits.bytes else {
      throw PaperFault(
        "The file is larger than \(PaperLimits.bytes / 1_000_000) MB, the most that is read.")
    }
    if bytes.starts(with: [0x50, 0x4B]) { return try some(book(bytes)) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw PaperFault(
        "It is an old Excel workbook (.xls), or one with a password. Save it as .xlsx without a password."
      )
    }
    if bytes.starts(with: Array("%PDF".utf8)) {
      throw PaperFault("It is a PDF. Copy the table out of it, or ask for it as XLSX or CSV.")
    }
    return try read(text: try Encodings.text(bytes))
  }

  /// The tables of a text: HTML, Markdown, else lines of cells.
  package static func read(text: String) throws(PaperFault) -> [Grid] {
    guard text.utf8.count <= PaperLimits.bytes else {
      throw PaperFault(
        "The text is larger than \(PaperLimits.bytes / 1_000_000) MB, the most that is read.")
    }
    if isHTML(text) { return try some(HTMLTables.grids(text)) }
    if text.hasPrefix("<?xml") {
      throw PaperFault("It is XML of a kind that is not read. Save it as XLSX, ODS or CSV.")
    }
    let marked = try MarkdownTables.grids(text)
    if !marked.isEmpty { return marked }
    let grid = try SeparatedText.grid(text)
    return try some(grid.rows.isEmpty ? [] : [grid])
  }

  private static func some(_ grids: [Grid]) throws(PaperFault) -> [Grid] {
    guard !grids.isEmpty else { throw .noTable }
    return grids
  }

  /// Whether a tag begins near the start, or a table anywhere.
  private static func isHTML(_ text: String) -> Bool {
    let start = text.prefix(1000).lowercased()
    let first = start.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
    guard first == "<" else { return false }
    return [
      "<html", "<!doctype html", "<table", "<meta", "<body", "<div", "<head", "<h1", "<h2", "<p",
    ]
    .contains { start.contains($0) }
  }

  // MARK: Workbooks

  /// A sheet's XML is thirty times what it is packed; a list of ten thousand rows comes to 10 MB.
  private static let limits = ZipArchive.Limits(
    xml: 120_000_000, other: PaperLimits.bytes, all: 240_000_000)

  /// The archive that an office file is, within bounds.
  static func archive(_ bytes: [UInt8]) throws(PaperFault) -> ZipArchive {
    do throws(ZipFault) {
      return try ZipArchive(bytes, within: limits)
    } catch {
      throw fault(error)
    }
  }

  private static func book(_ bytes: [UInt8]) throws(PaperFault) -> [Grid] {
    let archive = try archive(bytes)
    func has(_ name: String) -> Bool { archive.entry(name) != nil }
    if has("xl/workbook.xml") || has("xl/_rels/workbook.xml.rels") {
      return try XLSXBook.grids(archive)
    }
    if has("xl/workbook.bin") {
      throw PaperFault("It is a binary Excel workbook (.xlsb). Save it as .xlsx.")
    }
    if has("word/document.xml") {
      throw PaperFault("It is a Word document. Copy its table, or save that as XLSX or CSV.")
    }
    if has("content.xml") {
      if has("META-INF/manifest.xml"), let list = archive.text(of: "META-INF/manifest.xml"),
        list.contains("encryption-data")
      {
        throw PaperFault("The workbook has a password. Save it without one.")
      }
      return try ODSBook.grids(archive)
    }
    throw PaperFault(
      "It is an archive without a workbook in it. Unpack it first, and name the file that is meant."
    )
  }

  private static func fault(_ fault: ZipFault) -> PaperFault {
    switch fault {
    case .noArchive: .broken
    case .overlapping: PaperFault("The workbook is not read: the files in it lie over each other.")
    case .twice(let name):
      PaperFault("The workbook is not read: it holds \(PaperFault.quoted(name)) twice.")
    case .outside(let name):
      PaperFault(
        "The workbook is not read: \(PaperFault.quoted(name)) in it is a name that leads out of it."
      )
    case .tooLarge(_, let limit), .tooMuch(let limit):
      PaperFault(
        "The workbook is not read: it would unpack to more than \(limit / 1_000_000) MB, which no list needs."
      )
    }
  }
}
