/// Reads the blocks of a document's file: those of a clause, and text outside clauses.
struct BlockReader {
  private let report: Report
  private let lines: [DocumentLine]
  private var at = 0
  private var depth = 0

  init(_ text: String, file: String, _ report: Report) {
    self.report = report
    lines = PackCompiler.lines(of: text).enumerated().map {
      DocumentLine(String($0.element), SourcePosition(file: file, line: $0.offset + 1, column: 1))
    }
  }

  /// The next line; nil at the end of the file.
  var line: DocumentLine? { at < lines.count ? lines[at] : nil }

  mutating func skip() { at += 1 }

  /// The lines `KEY: words` from here on, for the keys that are known.
  mutating func keys(of known: Set<String>) -> [String: TextSource] {
    var found: [String: TextSource] = [:]
    while at < lines.count, let colon = lines[at].text.firstIndex(of: ":"),
      known.contains(String(lines[at].text[..<colon]))
    {
      let line = lines[at]
      let key = String(line.text[..<colon])
      let rest = line.text[line.text.index(after: colon)...]
      let skipped = key.count + 1 + rest.prefix { $0 == " " }.count
      found[key] = TextSource(rest.drop { $0 == " " }, line.place.moved(by: skipped))
      at += 1
    }
    return found
  }

  mutating func close(_ head: DocumentLine) {
    if at < lines.count, lines[at].trimmed == ":::" {
      at += 1
    } else {
      report.add(
        .brokenText, head.place, "This `:::` does not end.", "Close it with `:::` on its own line.")
    }
  }

  /// Blocks up to the closing `:::`, or for loose text up to the next clause or section.
  mutating func blocks(inside: Bool) -> [BlockTree] {
    var found: [BlockTree] = []
    while at < lines.count {
      let line = lines[at]
      let trimmed = line.trimmed
      if line.isBlank {
        at += 1
      } else if trimmed == ":::" {
        if inside { return found }
        report.add(
          .brokenText, line.place, "This `:::` closes nothing.", "Take it away.")
        at += 1
      } else if line.text.hasPrefix("# ") {
        return found
      } else if line.text.hasPrefix("## ") {
        let heading = Heading(line, hashes: 2, report)
        found.append(.heading(heading.title, id: heading.id))
        at += 1
      } else if trimmed.hasPrefix("::: clause") {
        if !inside { return found }
        report.add(
          .brokenText, line.place, "A clause begins inside another one.",
          "Close the first with `:::` on its own line.")
        return found
      } else if trimmed.hasPrefix(":::") {
        let isLed = found.last?.leads ?? false
        if let block = container(line, isLed: isLed) { found.append(block) }
      } else if trimmed.hasPrefix("|") {
        found.append(table())
      } else if isItem(line) != nil {
        found.append(list(indent: indent(line)))
      } else {
        found.append(paragraph())
      }
    }
    return found
  }

  /// Reads what stands within; where that nests too deeply, the rest of the file is left out.
  private mutating func nested(
    _ place: SourcePosition, _ read: (inout BlockReader) -> [BlockTree]
  ) -> [BlockTree] {
    guard depth < Bounds.textDepth else {
      report.add(
        .tooLarge, place, "This nests too deeply.", "Nest at most \(Bounds.textDepth) levels.")
      at = lines.count
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func container(_ head: DocumentLine, isLed: Bool) -> BlockTree? {
    at += 1
    let words = head.trimmed.dropFirst(3).drop { $0 == " " }
    let name = String(words.prefix { $0 != " " })
    let skipped = head.text.count - words.count + name.count
    let rest = words.dropFirst(name.count).drop { $0 == " " }
    let place = head.place.moved(by: skipped + (words.dropFirst(name.count).count - rest.count))
    let source = TextSource(rest, place)
    switch name {
    case "each", "when", "landscape":
      let inner = nested(head.place) { file in file.blocks(inside: true) }
      close(head)
      return switch name {
      case "each": .each(source, inner, isLed: isLed)
      case "when": .when(source, inner)
      default: .landscape(inner)
      }
    case "contents", "definitions", "sources", "credits", "signatures":
      var keys: [String: TextSource] = [:]
      while at < lines.count, let colon = lines[at].text.firstIndex(of: ":"),
        lines[at].trimmed != ":::"
      {
        let key = String(lines[at].text[..<colon])
        let after = lines[at].text[lines[at].text.index(after: colon)...]
        keys[key] = TextSource(after, lines[at].place.moved(by: key.count + 1))
        at += 1
      }
      while at < lines.count, lines[at].isBlank { at += 1 }
      close(head)
      return .generated(name, keys, head.place)
    case "picture":
      while at < lines.count, lines[at].isBlank { at += 1 }
      close(head)
      return .picture(source, head.place)
    default:
      report.add(
        .unknownWord, head.place, "“::: \(name)” has no meaning.",
        "Write clause, each, when, landscape, contents, definitions, picture, sources, credits "
          + "or signatures.")
      _ = blocks(inside: true)
      close(head)
      return nil
    }
  }

  private mutating func paragraph() -> BlockTree {
    var source = TextSource()
    while at < lines.count {
      let line = lines[at]
      if line.isBlank || line.trimmed.hasPrefix(":::") || line.trimmed.hasPrefix("|")
        || line.text.hasPrefix("# ") || line.text.hasPrefix("## ") || isItem(line) != nil
      {
        break
      }
      append(line, to: &source)
      at += 1
    }
    return .paragraph(source)
  }

  private func append(_ line: DocumentLine, to source: inout TextSource) {
    let text = line.trimmed
    let skipped = line.text.prefix { $0 == " " }.count
    for sign in ["---", "***", "===", "> ", "### ", "\t"] where text.hasPrefix(sign) {
      report.add(
        .brokenText, line.place, "“\(sign)” has no place in a document's text.",
        "Write headings as # or ##, and plain paragraphs; leave rules and quotations out.")
    }
    if !source.scalars.isEmpty { source.append(" ", line.place) }
    source.append(text, line.place.moved(by: skipped))
  }

  private func indent(_ line: DocumentLine) -> Int { line.text.prefix { $0 == " " }.count }

  /// The length of `- ` or `1. ` at a line's start, and whether it is numbered.
  private func isItem(_ line: DocumentLine) -> (length: Int, ordered: Bool)? {
    let text = line.text.drop { $0 == " " }
    if text.hasPrefix("- ") { return (2, false) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count < 4, text.dropFirst(digits.count).hasPrefix(". ") {
      return (digits.count + 2, true)
    }
    return nil
  }

  private mutating func list(indent level: Int) -> BlockTree {
    guard let first = isItem(lines[at]) else { return .paragraph(TextSource()) }
    var items: [[BlockTree]] = []
    while at < lines.count, let item = isItem(lines[at]), item.ordered == first.ordered,
      indent(lines[at]) == level
    {
      let line = lines[at]
      var source = TextSource(
        line.text.dropFirst(level + item.length), line.place.moved(by: level + item.length))
      at += 1
      var inner: [BlockTree] = []
      while at < lines.count, !lines[at].isBlank, !lines[at].trimmed.hasPrefix(":::"),
        !lines[at].text.hasPrefix("# ")
      {
        if isItem(lines[at]) != nil {
          guard indent(lines[at]) > level else { break }
          inner += nested(line.place) { file in
            [file.list(indent: file.indent(file.lines[file.at]))]
          }
        } else {
          append(lines[at], to: &source)
          at += 1
        }
      }
      items.append([.paragraph(source)] + inner)
    }
    return .list(ordered: first.ordered, items)
  }

  private mutating func table() -> BlockTree {
    var header: [TextSource]?
    var rows: [[TextSource]] = []
    while at < lines.count, lines[at].trimmed.hasPrefix("|") {
      let cells = cells(lines[at])
      let isRule = cells.allSatisfy { cell in
        !cell.scalars.isEmpty && cell.scalars.allSatisfy { $0 == "-" || $0 == ":" || $0 == " " }
      }
      if isRule {
        if header == nil, rows.count == 1 {
          header = rows.removeLast()
        } else {
          report.add(
            .brokenText, lines[at].place, "This line of a table stands in the wrong place.",
            "Put it right below the head, once.")
        }
      } else {
        let width = header?.count ?? rows.first?.count ?? cells.count
        if cells.count != width {
          report.add(
            .brokenText, lines[at].place,
            "This row has \(cells.count) cells, the table has \(width).",
            "Give every row a cell for each column; a bar inside a cell is written \\|.")
        }
        rows.append(cells)
      }
      at += 1
    }
    return .table(header: header, rows)
  }

  private func cells(_ line: DocumentLine) -> [TextSource] {
    let whole = TextSource(line.text, line.place)
    let scalars = whole.scalars
    var cells: [TextSource] = []
    var start: Int?
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\" {
        index += 2
        continue
      }
      if scalars[index] == "|" {
        if let begin = start {
          var (from, to) = (begin, index)
          while from < to, scalars[from] == " " { from += 1 }
          while to > from, scalars[to - 1] == " " { to -= 1 }
          cells.append(whole.part(from..<to))
        }
        start = index + 1
      }
      index += 1
    }
    if let start, scalars[min(start, scalars.count)...].contains(where: { $0 != " " }) {
      report.add(
        .brokenText, line.place, "This row of a table does not end with a bar.", "Add | at its end."
      )
    }
    return cells
  }
}
