import Documents
import Drafting

/// What no document may have, whatever the answers are.
struct DocumentLint {
  private let document: Document
  private(set) var problems: [String] = []

  init(_ document: Document) {
    self.document = document
    look(document.cover)
    look(document.blocks)
    text(document.title, "title")
    sections()
    numbers()
    references()
    blanks()
  }

  private mutating func report(_ problem: String, _ text: String) {
    problems.append("\(problem): \(text.prefix(160))")
  }

  // MARK: Blocks

  private mutating func look(_ blocks: [Block]) {
    for (at, block) in blocks.enumerated() {
      if at > 0, let blank = block.soleBlank, blocks[at - 1].soleBlank == blank,
        case .paragraph(let paragraph) = block, paragraph.number == nil
      {
        report("a blank twice in a row", blank.name)
      }
      switch block {
      case .heading(let heading): text(heading.runs, "heading")
      case .paragraph(let paragraph):
        if paragraph.runs.isEmpty, !leads(blocks, at) {
          report("an empty paragraph", paragraph.number ?? "without a number")
        }
        if !paragraph.runs.isEmpty { text(paragraph.runs, paragraph.number ?? "paragraph") }
      case .list(let list):
        if list.items.isEmpty { report("an empty list", "") }
        for item in list.items {
          if item.blocks.isEmpty { report("an empty list item", item.marker) }
          look(item.blocks)
        }
      case .table(let table):
        if table.rows.isEmpty { report("an empty table", words(table.header.first ?? [])) }
        for row in table.rows where row.count != table.header.count && !table.header.isEmpty {
          report("a row with \(row.count) cells of \(table.header.count)", words(row.first ?? []))
        }
        for row in table.rows where row.allSatisfy(\.isEmpty) { report("an empty row", "") }
        for cell in table.header + table.rows.flatMap({ $0 }) where !cell.isEmpty {
          text(cell, "cell")
        }
      case .signatures(let parties):
        for party in parties {
          text(party.party, "party")
          for line in party.lines where !line.runs.isEmpty { text(line.runs, line.label) }
        }
      case .contents(let entries): if entries.isEmpty { report("an empty table of contents", "") }
      case .picture(let picture):
        if picture.description.isEmpty { report("a picture that says nothing", picture.title) }
      case .landscape(let inner):
        if inner.isEmpty { report("empty pages", "") }
        look(inner)
      }
    }
  }

  /// A number whose text is the list or table right behind it.
  private func leads(_ blocks: [Block], _ at: Int) -> Bool {
    guard at + 1 < blocks.count, case .paragraph(let paragraph) = blocks[at],
      paragraph.number != nil
    else { return false }
    switch blocks[at + 1] {
    case .list, .table, .landscape: return true
    default: return false
    }
  }

  // MARK: Text

  private func words(_ runs: [Run]) -> String { runs.map(\.text).joined() }

  private mutating func text(_ runs: [Run], _ place: String) {
    let text = words(runs)
    let lower = text.lowercased()
    for sign in [
      "  ", " .", " ,", " ;", " :", ",,", "..", ";;", ",.", ";.", ".;", "()", "( ", " )", "“”",
      "{{", "}}",
      "[reference]", "[]", "[open: ]", "\n", "\t", "**", ":::", "if applicable", " and and ",
      " or or ",
    ] where lower.contains(sign) {
      report("“\(sign)” in \(place)", around(sign, lower, text))
    }
    if text.first == " " || text.last == " " { report("a space at an end in \(place)", text) }
    if text.isEmpty { report("nothing in \(place)", "") }
    for run in runs where run.kind == .text && run.text.isEmpty { report("an empty run", text) }
    agreement(text)
  }

  private func around(_ sign: String, _ lower: String, _ text: String) -> String {
    guard let found = lower.firstRange(of: sign) else { return text }
    let start = lower.index(found.lowerBound, offsetBy: -60, limitedBy: lower.startIndex)
    return String(lower[(start ?? lower.startIndex)...].prefix(120))
  }

  /// "1 day", "2 days".
  private mutating func agreement(_ text: String) {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == ",") }.map {
      $0.last == "." || $0.last == "," ? $0.dropLast() : $0
    }
    let units = ["day", "hour", "week", "month", "year", "record"]
    for (number, unit) in zip(words, words.dropFirst()) {
      guard number.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }),
        number.first?.isNumber == true
      else { continue }
      // "24-hour" is one word in the sentence and two here.
      guard text.contains("\(number) \(unit)") else { continue }
      let isOne = number == "1"
      if isOne, units.contains(where: { $0 + "s" == unit }) || unit == "people" {
        report("a plural behind 1", text)
      }
      if !isOne, units.contains(where: { $0 == unit }) || unit == "person" {
        report("a singular behind \(number)", text)
      }
    }
  }

  // MARK: Sections, numbers, references, blanks

  private mutating func sections() {
    for (at, block) in document.blocks.enumerated() {
      guard case .heading(let heading) = block, heading.level == 1 else { continue }
      let next = at + 1 < document.blocks.count ? document.blocks[at + 1] : nil
      if case .heading(let following)? = next, following.level == 1 {
        report("a section without text", words(heading.runs))
      }
      if next == nil { report("a section without text", words(heading.runs)) }
    }
  }

  private mutating func numbers() {
    var section = 0
    var annex = 0
    var stem = ""
    var clause = 0
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
    func flat(_ blocks: [Block]) -> [Block] {
      blocks.flatMap { block -> [Block] in
        if case .landscape(let inner) = block { return flat(inner) }
        return [block]
      }
    }
    for block in flat(document.blocks) {
      switch block {
      case .heading(let heading) where heading.level == 1:
        clause = 0
        switch heading.numbering {
        case .section:
          section += 1
          stem = "\(section)"
          if heading.number != stem { report("section \(heading.number ?? "–"), not \(stem)", "") }
        case .annex:
          stem = letters[annex]
          annex += 1
          if heading.number != "Annex \(stem)" {
            report("\(heading.number ?? "–"), not Annex \(stem)", "")
          }
        case .none: stem = ""
        }
      case .paragraph(let paragraph):
        guard let number = paragraph.number else { continue }
        clause += 1
        if number != "\(stem).\(clause)" { report("\(number), not \(stem).\(clause)", "") }
      case .list(let list) where list.ordered:
        for (at, item) in list.items.enumerated() where at < 26 {
          if item.marker != "(\(letters[at].lowercased()))" { report("marker \(item.marker)", "") }
        }
      default: continue
      }
    }
  }

  private var anchors: Set<String> {
    func anchors(_ blocks: [Block]) -> [String] {
      blocks.flatMap { block -> [String] in
        switch block {
        case .heading(let heading): [heading.anchor]
        case .paragraph(let paragraph): paragraph.anchor.map { [$0] } ?? []
        case .landscape(let inner): anchors(inner)
        case .list(let list): list.items.flatMap { anchors($0.blocks) }
        default: []
        }
      }
    }
    return Set(anchors(document.cover + document.blocks))
  }

  private mutating func references() {
    let anchors = anchors
    for run in (document.cover + document.blocks).flatMap(\.runs) {
      guard case .reference(let anchor) = run.kind else { continue }
      if !anchors.contains(anchor) {
        report("a reference to \(anchor), which is not there", run.text)
      }
    }
    for case .contents(let entries) in document.blocks {
      for entry in entries where !anchors.contains(entry.anchor) {
        report("an entry of the contents that leads nowhere", entry.anchor)
      }
    }
  }

  private mutating func blanks() {
    var seen: Set<Blank> = []
    var printed: [Blank] = []
    for run in document.title + document.blocks.flatMap(\.runs) {
      guard let blank = run.blank else { continue }
      if run.text != "[\(blank.name)]" { report("a blank that prints as", run.text) }
      if blank.name.isEmpty || blank.waitsFor.isEmpty { report("a blank without a name", run.text) }
      if seen.insert(blank).inserted { printed.append(blank) }
    }
    if printed != document.blanks {
      report("\(printed.count) blanks are printed, \(document.blanks.count) listed", "")
    }
  }
}
