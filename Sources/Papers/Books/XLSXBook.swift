import Compression
import PackModel

/// The sheets of an Excel workbook: values only. No formula is computed, no link followed, no macro
/// read.
struct XLSXBook {
  private let archive: ZipArchive
  private var shared: [String] = []
  private var forms: [NumberForm] = []
  private var from1904 = false

  static func grids(_ archive: ZipArchive) throws(PaperFault) -> [Grid] {
    var book = XLSXBook(archive: archive)
    return try book.read()
  }

  private init(archive: ZipArchive) { self.archive = archive }

  private mutating func read() throws(PaperFault) -> [Grid] {
    let (main, sheets) = try workbook()
    let targets = try relations(of: main)
    if let part = targets.values.first(where: { $0.hasSuffix("haredStrings.xml") }) {
      shared = try strings(part)
    }
    if let part = targets.values.first(where: { $0.hasSuffix("tyles.xml") }) {
      forms = try numberForms(part)
    }
    var found: [Grid] = []
    for sheet in sheets where !sheet.isHidden {
      guard let part = targets[sheet.relation] else { continue }
      let grid = try self.grid(part, name: sheet.name)
      if !grid.rows.isEmpty { found.append(grid) }
      guard found.count <= PaperLimits.tables else { throw MarkdownTables.tooMany }
    }
    return found
  }

  private func reader(_ part: String) throws(PaperFault) -> XMLReader {
    guard let bytes = archive.contents(of: part) else { throw .broken }
    return try XMLReader(bytes)
  }

  // MARK: The book

  private struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private mutating func workbook() throws(PaperFault) -> (part: String, sheets: [Sheet]) {
    let main =
      try relations(of: "").values.first { $0.hasSuffix("orkbook.xml") } ?? "xl/workbook.xml"
    var reader = try reader(main)
    var sheets: [Sheet] = []
    while let event = try reader.next() {
      guard case .start(let name) = event else { continue }
      let attributes = reader.attributes
      if name == "workbookPr" {
        from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      } else if name == "sheet", sheets.count < 1000 {
        sheets.append(
          Sheet(
            name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
            isHidden: attributes["state"]?.lowercased().contains("hidden") == true))
      }
    }
    return (main, sheets)
  }

  /// Where the relations of a part lead, by their ids.
  private func relations(of part: String) throws(PaperFault) -> [String: String] {
    let steps = part.split(separator: "/")
    let folder = steps.dropLast()
    let list = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    guard archive.entry(list) != nil else { return [:] }
    var reader = try reader(list)
    var found: [String: String] = [:]
    while let event = try reader.next() {
      guard event == .start("Relationship"), reader.attributes["TargetMode"] != "External",
        let id = reader.attributes["Id"], let target = reader.attributes["Target"]
      else { continue }
      found[id] = Self.path(target, from: Array(folder))
    }
    return found
  }

  private static func path(_ target: String, from folder: [Substring]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private func strings(_ part: String) throws(PaperFault) -> [String] {
    guard archive.entry(part) != nil else { return [] }
    var reader = try reader(part)
    var found: [String] = []
    while let event = try reader.next() {
      guard event == .start("si") else { continue }
      found.append(try richText(&reader))
      guard found.count <= 2_000_000 else { throw GridBuilder.tooLong }
    }
    return found
  }

  /// The text of an `si` or `is` that has begun: its runs, without how they are pronounced.
  private func richText(_ reader: inout XMLReader) throws(PaperFault) -> String {
    let outside = reader.depth - 1
    var words = ""
    while reader.depth > outside {
      guard let event = try reader.next() else { throw .broken }
      switch event {
      case .start("t"): words += try reader.textOfElement()
      case .start("rPh"): try reader.skipElement()
      default: break
      }
    }
    return Self.unescaped(words)
  }

  /// `_x000A_` stands for a sign that XML cannot hold.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if at + 6 < bytes.count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
        bytes[at + 6] == UInt8(ascii: "_"),
        let number = UInt32(String(decoding: bytes[(at + 2)...(at + 5)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        out += Array(String(Character(scalar)).utf8)
        at += 7
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What numbers look like, by the number of a cell's style.
  private func numberForms(_ part: String) throws(PaperFault) -> [NumberForm] {
    guard archive.entry(part) != nil else { return [] }
    var reader = try reader(part)
    var codes: [Int: NumberForm] = [:]
    var found: [NumberForm] = []
    var isInCells = false
    while let event = try reader.next() {
      switch event {
      case .start("numFmt"):
        if let id = reader.attributes["numFmtId"].flatMap({ Int($0) }) {
          codes[id] = NumberForm(code: reader.attributes["formatCode"] ?? "")
        }
      case .start("cellXfs"): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf") where isInCells && found.count < 100_000:
        let id = reader.attributes["numFmtId"].flatMap { Int($0) } ?? 0
        found.append(codes[id] ?? NumberForm(builtIn: id))
      default: break
      }
    }
    return found
  }

  // MARK: Sheets

  private func grid(_ part: String, name: String) throws(PaperFault) -> Grid {
    var reader = try reader(part)
    var grid = BookGrid(name: name)
    var row = 0
    var column = -1
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch element {
      case "row":
        row = reader.attributes["r"].flatMap { Int($0) } ?? row + 1
        column = -1
        guard (1...2_000_000).contains(row) else { throw .broken }
        if ["1", "true"].contains(reader.attributes["hidden"] ?? "") { grid.hide() }
      case "c":
        column = reader.attributes["r"].flatMap { Self.place($0)?.column } ?? column + 1
        guard (0...20_000).contains(column) else { throw .broken }
        try cell(&reader, &grid, row: row, column: column)
      case "mergeCell":
        let ends = (reader.attributes["ref"] ?? "").split(separator: ":").map { Self.place($0) }
        if ends.count == 2, let first = ends[0], let last = ends[1] {
          grid.merge(
            top: first.row, left: first.column, bottom: last.row, right: last.column)
        }
      default: break
      }
    }
    return try grid.grid()
  }

  private func cell(
    _ reader: inout XMLReader, _ grid: inout BookGrid, row: Int, column: Int
  ) throws(PaperFault) {
    let kind = reader.attributes["t"] ?? "n"
    let style = reader.attributes["s"].flatMap { Int($0) } ?? 0
    let outside = reader.depth - 1
    var value: String?
    var inline: String?
    var isComputed = false
    while reader.depth > outside {
      guard let event = try reader.next() else { throw .broken }
      switch event {
      case .start("v"): value = try reader.textOfElement()
      case .start("is"): inline = try richText(&reader)
      case .start("f"):
        isComputed = true
        try reader.skipElement()
      default: break
      }
    }
    switch kind {
    case "s":
      guard let value else { break }
      guard let number = Int(value.filter { !$0.isWhitespace }), shared.indices.contains(number)
      else {
        throw .broken
      }
      try grid.put(shared[number], row: row, column: column)
    case "inlineStr": try grid.put(inline ?? "", row: row, column: column)
    // An error is shown as it is: whoever reads values refuses it by its name.
    case "str", "d", "e": try grid.put(Self.unescaped(value ?? ""), row: row, column: column)
    case "b":
      try grid.put(value == "1" ? "TRUE" : value == "0" ? "FALSE" : "", row: row, column: column)
    default:
      guard let value else { break }
      let form = forms.indices.contains(style) ? forms[style] : NumberForm(builtIn: 0)
      try grid.put(form.shown(value, from1904: from1904), row: row, column: column)
    }
    if isComputed, value ?? inline == nil {
      grid.remark(
        "a formula whose result the file does not hold; open and save it in a spreadsheet",
        row: row,
        column: column)
    }
  }

  /// `BC12`: the row from 1, the column from 0.
  private static func place(_ words: some StringProtocol) -> (row: Int, column: Int)? {
    var (column, row) = (0, 0)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): break
      default: return nil
      }
      guard column < 30_000, row < 10_000_000 else { return nil }
    }
    return column > 0 && row > 0 ? (row, column - 1) : nil
  }
}
