import PackModel
import PlainText

/// What the cells of a workbook show, row by row: as much as a form needs that a spreadsheet saved.
struct WorkbookRows {
  private(set) var sheets: [[[String]]] = []
  private var shared: [String] = []
  private var formats: [Format] = []
  private var countsFrom1904 = false

  /// How a number is shown.
  private enum Format { case plain, date, percent }

  /// A form has a few thousand rows at most.
  private static let mostRows = 20_000
  private static let mostColumns = 64

  /// - Returns: nil where it is no workbook.
  init?(_ archive: ZipArchive) {
    let names = archive.entries.map(\.name)
      .filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    guard !names.isEmpty else { return nil }
    if let bytes = archive.contents(of: "xl/workbook.xml"), let tags = XMLTags(bytes) {
      let flag = tags.tags.first { $0.name == "workbookPr" }?["date1904"]
      countsFrom1904 = flag == "1" || flag == "true"
    }
    readShared(archive)
    readFormats(archive)
    for name in names.prefix(20) {
      guard let bytes = archive.contents(of: name), let tags = XMLTags(bytes) else { return nil }
      sheets.append(rows(bytes, tags))
    }
  }

  private mutating func readShared(_ archive: ZipArchive) {
    guard let bytes = archive.contents(of: "xl/sharedStrings.xml"), let tags = XMLTags(bytes) else {
      return
    }
    var text = ""
    var isReading = false
    for (at, tag) in tags.tags.enumerated() {
      switch (tag.name, tag.kind) {
      case ("si", .opens): text = ""
      case ("si", .closes), ("si", .empty): shared.append(text)
      // How a word is pronounced is no part of it.
      case ("rPh", .opens): isReading = true
      case ("rPh", .closes): isReading = false
      case ("t", .opens) where !isReading: text += XMLText.behind(at, of: tags, in: bytes)
      default: break
      }
    }
  }

  private mutating func readFormats(_ archive: ZipArchive) {
    guard let bytes = archive.contents(of: "xl/styles.xml"), let tags = XMLTags(bytes) else {
      return
    }
    var own: [Int: String] = [:]
    var isCells = false
    for tag in tags.tags {
      switch (tag.name, tag.kind) {
      case ("numFmt", .opens), ("numFmt", .empty):
        if let id = tag["numFmtId"].flatMap({ Int($0) }) {
          own[id] = tag["formatCode"].map(XMLText.plain)
        }
      case ("cellXfs", .opens): isCells = true
      case ("cellXfs", .closes): isCells = false
      case ("xf", .opens), ("xf", .empty):
        guard isCells else { continue }
        let id = tag["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(Self.format(id, own[id]))
      default: break
      }
    }
  }

  private static func format(_ id: Int, _ code: String?) -> Format {
    switch id {
    case 9, 10: return .percent
    case 14...22, 27...36, 45...47, 50...58: return .date
    default: break
    }
    var bare = ""
    var quote = false
    var bracket = false
    for letter in code?.lowercased() ?? "" {
      switch letter {
      case "\"": quote.toggle()
      case "[": bracket = true
      case "]": bracket = false
      default: if !quote, !bracket { bare.append(letter) }
      }
    }
    if bare.contains("%") { return .percent }
    return bare.contains("y") || bare.contains("d") && bare.contains("m") ? .date : .plain
  }

  // MARK: Cells

  private func rows(_ bytes: [UInt8], _ tags: XMLTags) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: (column: Int, type: String, style: Int)?
    var text = ""
    for (at, tag) in tags.tags.enumerated() {
      switch (tag.name, tag.kind) {
      case ("row", .opens): row = []
      case ("row", .closes): if rows.count < Self.mostRows { rows.append(row) }
      case ("c", .opens):
        let column = tag["r"].map(Self.column) ?? row.count
        cell = (column, tag["t"] ?? "n", tag["s"].flatMap { Int($0) } ?? 0)
        text = ""
      case ("v", .opens), ("t", .opens): text += XMLText.behind(at, of: tags, in: bytes)
      case ("c", .closes):
        guard let here = cell, here.column < Self.mostColumns else { continue }
        while row.count <= here.column { row.append("") }
        row[here.column] = String(shown(text, here.type, here.style).trimmed)
        cell = nil
      default: break
      }
    }
    return rows
  }

  /// "C7" is in the third column, number 2.
  private static func column(_ place: String) -> Int {
    var number = 0
    for byte in place.utf8.prefix(3) where (65...90).contains(byte) {
      number = number * 26 + Int(byte) - 64
    }
    return max(0, number - 1)
  }

  private func shown(_ text: String, _ type: String, _ style: Int) -> String {
    switch type {
    case "s":
      return Int(text).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
    case "b": return text == "1" ? "yes" : text == "0" ? "no" : text
    case "n":
      let format = formats.indices.contains(style) ? formats[style] : .plain
      return format == .plain ? text : Self.shown(text, format, countsFrom1904) ?? text
    default: return text
    }
  }

  private static func shown(_ text: String, _ format: Format, _ from1904: Bool) -> String? {
    switch format {
    case .plain: return nil
    case .date:
      // A time of the day is none of a day; what stands behind the point is left for the reader.
      guard let days = Int(text),
        let start = CalendarDate(
          year: from1904 ? 1904 : 1899, month: from1904 ? 1 : 12, day: from1904 ? 1 : 30)
      else { return nil }
      return CalendarDate(ordinal: start.ordinal + days)?.iso
    case .percent:
      return times100(text).map { "\($0) %" }
    }
  }

  /// "0.025" as "2.5", on the digits alone.
  private static func times100(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    while fraction.utf8.count < 2 { fraction += "0" }
    var whole = String((String(parts[0]) + fraction.prefix(2)).drop { $0 == "0" })
    var rest = String(fraction.dropFirst(2))
    while rest.last == "0" { rest.removeLast() }
    if whole.isEmpty { whole = "0" }
    return rest.isEmpty ? whole : "\(whole).\(rest)"
  }
}
