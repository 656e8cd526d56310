import PackModel

/// One line of a document's file.
private struct Line {
  let text: String
  let place: Place
  /// Without the spaces around it.
  let trimmed: Substring

  init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
    var trimmed = text.drop { $0 == " " }
    while trimmed.last == " " { trimmed.removeLast() }
    self.trimmed = trimmed
  }

  var isBlank: Bool { trimmed.isEmpty }
}

/// Reads the Markdown files of one document into sections and clauses.
struct DocumentFile {
  let compilation: Compilation
  let document: Int
  let isReport: Bool
  private var lines: [Line] = []
  private var at = 0
  private var depth = 0

  init(_ compilation: Compilation, document: Int, isReport: Bool) {
    self.compilation = compilation
    self.document = document
    self.isReport = isReport
  }

  private var report: Report { compilation.report }

  private var names: Names {
    var names = Names()
    names.isReport = isReport
    return names
  }

  mutating func read(_ path: String) {
    guard let text = compilation.sources.text(path) else { return }
    lines = PackCompiler.lines(of: text).enumerated().map {
      Line(String($0.element), Place(file: path, line: $0.offset + 1, column: 1))
    }
    at = 0
    while at < lines.count {
      let line = lines[at]
      if line.isBlank {
        at += 1
      } else if line.text.hasPrefix("# ") {
        section(line)
        at += 1
      } else if line.trimmed.hasPrefix("::: clause") {
        clause()
      } else {
        loose()
      }
    }
  }

  // MARK: Sections

  private mutating func section(_ line: Line) {
    let (title, id, classes, when) = heading(line, hashes: 1)
    var style = Section.Style.numbered
    for name in classes {
      if let known = Section.Style(rawValue: name) {
        style = known
      } else {
        report.add(
          .unknownWord, line.place, "“.\(name)” is no kind of section.",
          "Write .annex, .plain or .cover, or nothing.")
      }
    }
    guard !id.isEmpty else {
      report.add(
        .missingKey, line.place, "This heading has no id.", "Write `# Title {#id}`.")
      return
    }
    if compilation.sectionIDs[document].updateValue(line.place, forKey: id) != nil {
      compilation.duplicate(id, line.place)
    }
    let number = compilation.contents.documents[document].sections.count
    compilation.contents.documents[document].sections.append(
      Section(id: id, title: [], style: style, when: nil, parts: []))
    let (compilation, document, names) = (compilation, document, names)
    let whereabouts = Compilation.Whereabouts(document: document)
    compilation.pending.append {
      if let when {
        compilation.contents.documents[document].sections[number].when =
          compilation.condition(when.text, when.place(0), names)
      }
      compilation.contents.documents[document].sections[number].title =
        compilation.inlines(title, names, whereabouts)
    }
  }

  /// Splits `# Title {#id .class when="…"}`.
  private func heading(
    _ line: Line, hashes: Int
  ) -> (title: TextSource, id: String, classes: [String], when: TextSource?) {
    let scalars = Array(line.text.unicodeScalars)
    let start = hashes + 1
    var end = scalars.count
    var id = ""
    var classes: [String] = []
    var when: TextSource?
    let whole = TextSource(line.text, line.place)
    if let open = scalars.indices.last(where: {
      scalars[$0] == "{" && $0 + 1 < scalars.count && ["#", "."].contains(scalars[$0 + 1])
    }) {
      end = open
      var index = open + 1
      while index < scalars.count, scalars[index] != "}" {
        if scalars[index] == " " {
          index += 1
          continue
        }
        var stop = index
        if whole.part(index..<scalars.count).text.hasPrefix("when=\"") {
          let begin = index + 6
          stop = begin
          while stop < scalars.count, scalars[stop] != "\"" { stop += 1 }
          when = whole.part(begin..<stop)
          index = min(stop + 1, scalars.count)
          continue
        }
        while stop < scalars.count, scalars[stop] != " ", scalars[stop] != "}" { stop += 1 }
        let word = whole.part(index..<stop).text
        if word.hasPrefix("#") {
          id = String(word.dropFirst())
        } else if word.hasPrefix(".") {
          classes.append(String(word.dropFirst()))
        } else {
          report.add(
            .brokenText, whole.place(index), "“\(word)” has no meaning here.",
            "Write {#id}, {#id .annex} or {#id when=\"CONDITION\"}.")
        }
        index = stop
      }
    }
    while end > start, scalars[end - 1] == " " { end -= 1 }
    let title = start <= end ? whole.part(start..<end) : TextSource()
    return (title, id, classes, when)
  }

  private mutating func addPart(_ part: Section.Part, _ place: Place) -> (section: Int, part: Int)?
  {
    let count = compilation.contents.documents[document].sections.count
    guard count > 0 else {
      report.add(
        .brokenText, place, "Text stands before the first heading.",
        "Begin the document with `# Title {#id}`.")
      return nil
    }
    compilation.contents.documents[document].sections[count - 1].parts.append(part)
    return (count - 1, compilation.contents.documents[document].sections[count - 1].parts.count - 1)
  }

  /// Text of a section that belongs to no clause.
  private mutating func loose() {
    let place = lines[at].place
    let blocks = self.blocks(inside: false)
    guard let (section, part) = addPart(.blocks([]), place) else { return }
    let (compilation, document, names) = (compilation, document, names)
    compilation.pending.append {
      let built = blocks.flatMap {
        $0.build(compilation, names, Compilation.Whereabouts(document: document))
      }
      compilation.contents.documents[document].sections[section].parts[part] =
        .blocks(merged(built))
    }
  }

  // MARK: Clauses

  private static let clauseKeys: Set = [
    "case", "when", "satisfies", "authority", "silent", "plain", "written", "checked", "reviewed",
  ]

  private mutating func clause() {
    let head = lines[at]
    at += 1
    let id = String(head.trimmed.dropFirst("::: clause".count).drop { $0 == " " })
    compilation.checkID(id, head.place)
    var keys: [String: TextSource] = [:]
    while at < lines.count, let colon = lines[at].text.firstIndex(of: ":"),
      Self.clauseKeys.contains(String(lines[at].text[..<colon]))
    {
      let line = lines[at]
      let key = String(line.text[..<colon])
      let rest = line.text[line.text.index(after: colon)...]
      let skipped = key.count + 1 + rest.prefix { $0 == " " }.count
      keys[key] = TextSource(rest.drop { $0 == " " }, line.place.moved(by: skipped))
      at += 1
    }
    if at < lines.count, !lines[at].isBlank, !lines[at].trimmed.hasPrefix(":::") {
      let word = lines[at].text.prefix { $0 != ":" && $0 != " " }
      let hint = nearest(String(word), in: Self.clauseKeys).map { "Did you mean `\($0)`? " } ?? ""
      report.add(
        .unknownKey, lines[at].place, "A clause has no key `\(word)`.",
        hint + "Leave a blank line between the head of a clause and its text.")
    }
    let blocks = self.blocks(inside: true)
    close(head)
    let number = compilation.contents.clauses.count
    if compilation.clauseNumbers.updateValue(number, forKey: id) != nil {
      compilation.duplicate(id, head.place)
    }
    compilation.clausePlaces.append(head.place)
    let sections = compilation.contents.documents[document].sections
    compilation.contents.clauses.append(
      Clause(id: id, document: document, section: sections.last?.id ?? ""))
    _ = addPart(.clause(number), head.place)
    finish(number, keys, blocks)
  }

  private func finish(_ number: Int, _ keys: [String: TextSource], _ blocks: [RawBlock]) {
    let (compilation, document, names) = (compilation, document, names)
    func words(_ key: String) -> [(String, Place)] {
      guard let source = keys[key] else { return [] }
      var found: [(String, Place)] = []
      var start = 0
      for (index, scalar) in (source.scalars + [" "]).enumerated()
      where scalar == " " || scalar == "," {
        if index > start { found.append((source.part(start..<index).text, source.place(start))) }
        start = index + 1
      }
      return found
    }
    compilation.pending.append {
      var clause = compilation.contents.clauses[number]
      if let source = keys["when"] {
        clause.when = compilation.condition(source.text, source.place(0), names)
      }
      let parts = words("case")
      if let (name, place) = parts.first {
        if let subject = compilation.subject(name) {
          clause.alternative = Clause.Alternative(
            subject: subject, codes: parts.dropFirst().map(\.0),
            silent: words("silent").map(\.0), group: number)
          compilation.checkCodes(subject, name, parts.dropFirst() + words("silent"))
        } else {
          compilation.unknownName(name, place)
        }
      }
      for (id, place) in words("satisfies") {
        if !compilation.obligationIDs.contains(id) {
          let hint = nearest(id, in: compilation.obligationIDs).map { "Did you mean \($0)? " } ?? ""
          compilation.report.add(
            .unknownObligation, place, "There is no obligation “\(id)”.",
            hint + "Obligations stand in obligations.yaml.")
        }
        clause.satisfies.append(id)
      }
      for (id, place) in words("authority") {
        if !compilation.authorityIDs.contains(id) {
          let hint = nearest(id, in: compilation.authorityIDs).map { "Did you mean \($0)? " } ?? ""
          compilation.report.add(
            .unknownAuthority, place, "There is no authority “\(id)”.",
            hint + "Add it to authorities.yaml, or cite one that stands there.")
        }
        clause.authority.append(id)
      }
      clause.numbered = keys["plain"]?.text != "yes"
      clause.written = keys["written"]?.text
      clause.checked = keys["checked"]?.text
      clause.reviewed = keys["reviewed"]?.text
      let whereabouts = Compilation.Whereabouts(document: document, clause: number)
      clause.blocks = merged(
        blocks.flatMap { $0.build(compilation, names, whereabouts) })
      compilation.contents.clauses[number] = clause
    }
  }

  // MARK: Blocks

  private mutating func close(_ head: Line) {
    if at < lines.count, lines[at].trimmed == ":::" {
      at += 1
    } else {
      report.add(
        .brokenText, head.place, "This `:::` does not end.", "Close it with `:::` on its own line.")
    }
  }

  /// Blocks up to the closing `:::`, or for loose text up to the next clause or section.
  private mutating func blocks(inside: Bool) -> [RawBlock] {
    var found: [RawBlock] = []
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
        let (title, id, _, _) = heading(line, hashes: 2)
        found.append(.heading(title, id: id))
        at += 1
      } else if trimmed.hasPrefix("::: clause") {
        if !inside { return found }
        report.add(
          .brokenText, line.place, "A clause begins inside another one.",
          "Close the first with `:::` on its own line.")
        return found
      } else if trimmed.hasPrefix(":::") {
        if let block = container(line) { found.append(block) }
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
    _ place: Place, _ read: (inout DocumentFile) -> [RawBlock]
  ) -> [RawBlock] {
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

  private mutating func container(_ head: Line) -> RawBlock? {
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
      case "each": .each(source, inner)
      case "when": .when(source, inner)
      default: .landscape(inner)
      }
    case "contents", "definitions", "sources", "signatures":
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
    default:
      report.add(
        .unknownWord, head.place, "“::: \(name)” has no meaning.",
        "Write clause, each, when, landscape, contents, definitions, sources or signatures.")
      _ = blocks(inside: true)
      close(head)
      return nil
    }
  }

  private mutating func paragraph() -> RawBlock {
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

  private func append(_ line: Line, to source: inout TextSource) {
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

  private func indent(_ line: Line) -> Int { line.text.prefix { $0 == " " }.count }

  /// The length of `- ` or `1. ` at a line's start, and whether it is numbered.
  private func isItem(_ line: Line) -> (length: Int, ordered: Bool)? {
    let text = line.text.drop { $0 == " " }
    if text.hasPrefix("- ") { return (2, false) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count < 4, text.dropFirst(digits.count).hasPrefix(". ") {
      return (digits.count + 2, true)
    }
    return nil
  }

  private mutating func list(indent level: Int) -> RawBlock {
    guard let first = isItem(lines[at]) else { return .paragraph(TextSource()) }
    var items: [[RawBlock]] = []
    while at < lines.count, let item = isItem(lines[at]), item.ordered == first.ordered,
      indent(lines[at]) == level
    {
      let line = lines[at]
      var source = TextSource(
        line.text.dropFirst(level + item.length), line.place.moved(by: level + item.length))
      at += 1
      var inner: [RawBlock] = []
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

  private mutating func table() -> RawBlock {
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

  private func cells(_ line: Line) -> [TextSource] {
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
