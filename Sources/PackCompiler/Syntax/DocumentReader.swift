import PackModel

/// Reads the Markdown files of one document, one after the other.
struct DocumentReader {
  private let report: Report
  private(set) var sections: [SectionTree] = []
  private(set) var clauses: [ClauseTree] = []

  init(_ report: Report) { self.report = report }

  mutating func read(_ text: String, file: String) {
    var blocks = BlockReader(text, file: file, report)
    // What the head of the file says of all its clauses.
    let credits = blocks.keys(of: Self.creditKeys)
    while let line = blocks.line {
      if line.isBlank {
        blocks.skip()
      } else if line.text.hasPrefix("# ") {
        section(line)
        blocks.skip()
      } else if line.trimmed.hasPrefix("::: clause") {
        clause(line, &blocks, credits)
      } else {
        // Text of a section that belongs to no clause.
        addPart(.blocks(blocks.blocks(inside: false)), line.place)
      }
    }
  }

  // MARK: Sections

  private mutating func section(_ line: DocumentLine) {
    let heading = Heading(line, hashes: 1, report)
    var style = Section.Style.numbered
    var isLong = false
    for name in heading.classes {
      if let known = Section.Style(rawValue: name) {
        style = known
      } else if name == "long" {
        isLong = true
      } else {
        report.add(
          .unknownWord, line.place, "“.\(name)” is no kind of section.",
          "Write .annex, .plain, .cover or .long, or nothing.")
      }
    }
    guard !heading.id.isEmpty else {
      report.add(
        .missingKey, line.place, "This heading has no id.", "Write `# Title {#id}`.")
      return
    }
    sections.append(
      SectionTree(
        id: heading.id, place: line.place, title: heading.title, style: style, when: heading.when,
        isLong: isLong))
  }

  private mutating func addPart(_ part: SectionTree.Part, _ place: SourcePosition) {
    guard !sections.isEmpty else {
      report.add(
        .brokenText, place, "Text stands before the first heading.",
        "Begin the document with `# Title {#id}`.")
      return
    }
    sections[sections.count - 1].parts.append(part)
  }

  // MARK: Clauses

  private static let creditKeys: Set = ["written", "checked", "reviewed"]
  private static let clauseKeys = creditKeys.union([
    "case", "when", "satisfies", "authority", "silent", "plain",
  ])

  private mutating func clause(
    _ head: DocumentLine, _ reader: inout BlockReader, _ credits: [String: TextSource]
  ) {
    reader.skip()
    let id = String(head.trimmed.dropFirst("::: clause".count).drop { $0 == " " })
    let keys = credits.merging(reader.keys(of: Self.clauseKeys)) { _, own in own }
    if let line = reader.line, !line.isBlank, !line.trimmed.hasPrefix(":::") {
      let word = line.text.prefix { $0 != ":" && $0 != " " }
      let hint = nearest(String(word), in: Self.clauseKeys).map { "Did you mean `\($0)`? " } ?? ""
      report.add(
        .unknownKey, line.place, "A clause has no key `\(word)`.",
        hint + "Leave a blank line between the head of a clause and its text.")
    }
    let blocks = reader.blocks(inside: true)
    reader.close(head)
    addPart(.clause(clauses.count), head.place)
    clauses.append(
      ClauseTree(
        id: id, place: head.place, section: sections.last?.id ?? "", keys: keys, blocks: blocks))
  }
}
