import PackModel

/// Reads the Markdown files of one document into sections and clauses.
struct DocumentFile {
  let compilation: Compilation
  let document: Int
  let isReport: Bool
  var lines: [DocumentLine] = []
  var at = 0
  var depth = 0
  /// What the head of the file says of all its clauses.
  var credits: [String: TextSource] = [:]

  init(_ compilation: Compilation, document: Int, isReport: Bool) {
    self.compilation = compilation
    self.document = document
    self.isReport = isReport
  }

  var report: Report { compilation.report }

  var names: Names {
    var names = Names()
    names.isReport = isReport
    return names
  }

  mutating func read(_ path: String) {
    guard let text = compilation.sources.text(path) else { return }
    lines = PackCompiler.lines(of: text).enumerated().map {
      DocumentLine(String($0.element), Place(file: path, line: $0.offset + 1, column: 1))
    }
    at = 0
    credits = keys(of: Self.creditKeys)
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

  private mutating func section(_ line: DocumentLine) {
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
  func heading(
    _ line: DocumentLine, hashes: Int
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

  private static let creditKeys: Set = ["written", "checked", "reviewed"]
  private static let clauseKeys = creditKeys.union([
    "case", "when", "satisfies", "authority", "silent", "plain",
  ])

  /// The lines `KEY: words` from here on, for the keys that are known.
  private mutating func keys(of known: Set<String>) -> [String: TextSource] {
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

  private func credit(_ source: TextSource?) -> String? {
    guard let source else { return nil }
    if Credits.parts(source.text) == nil {
      report.add(
        .brokenValue, source.place(0), "“\(source.text)” is no name with a day.",
        "Write it as `NAME, 2026-11-21`.")
    }
    return source.text
  }

  /// One clause has one lettered list: two would have two items (a). Blocks under conditions are
  /// taken for alternatives.
  private func checkLists(_ blocks: [TemplateBlock], _ place: Place) {
    func count(_ blocks: [TemplateBlock]) -> Int {
      var always = 0
      var sometimes = 0
      for block in blocks {
        switch block {
        case .list(let ordered, _): always += ordered ? 1 : 0
        case .when(_, let inner): sometimes = max(sometimes, count(inner))
        case .each(_, let inner), .landscape(let inner): always += count(inner)
        default: break
        }
      }
      return always + sometimes
    }
    guard count(blocks) > 1 else { return }
    report.add(
      .twoLists, place, "This clause has two lettered lists, so two items would be (a).",
      "Make a clause of its own for the second list, or join the two.")
  }

  private mutating func clause() {
    let head = lines[at]
    at += 1
    let id = String(head.trimmed.dropFirst("::: clause".count).drop { $0 == " " })
    compilation.checkID(id, head.place)
    let keys = credits.merging(keys(of: Self.clauseKeys)) { _, own in own }
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
    finish(number, keys, blocks, head.place)
  }

  private func finish(
    _ number: Int, _ keys: [String: TextSource], _ blocks: [RawBlock], _ place: Place
  ) {
    let (compilation, document, names) = (compilation, document, names)
    let credits = Credits(
      written: credit(keys["written"]), checked: credit(keys["checked"]),
      reviewed: credit(keys["reviewed"]))
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
          compilation.checkCodes(
            subject, name, parts.dropFirst() + words("silent"), in: document)
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
      clause.credits = credits
      let whereabouts = Compilation.Whereabouts(document: document, clause: number)
      clause.blocks = merged(
        blocks.flatMap { $0.build(compilation, names, whereabouts) })
      checkLists(clause.blocks, place)
      compilation.contents.clauses[number] = clause
    }
  }
}
