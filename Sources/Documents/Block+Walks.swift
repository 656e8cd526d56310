// The walks over a tree of blocks, each once: what a block holds inside, its runs, its words.

extension Block {
  /// The blocks inside it, in order: of a list's items, or of a page turned sideways.
  package var children: [Block] {
    switch self {
    case .list(let list): list.items.flatMap(\.blocks)
    case .landscape(let blocks): blocks
    case .heading, .paragraph, .table, .signatures, .contents, .picture: []
    }
  }

  /// Its runs, in order. A contents table only repeats headings, a picture has none.
  package var runs: [Run] {
    switch self {
    case .heading(let heading): heading.runs
    case .paragraph(let paragraph): paragraph.runs
    case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0 }
    case .signatures(let blocks): blocks.flatMap { $0.party + $0.lines.flatMap(\.runs) }
    case .contents, .picture: []
    case .list, .landscape: children.flatMap(\.runs)
    }
  }

  /// All its words, for looking things up; of a place to sign those of the party alone.
  package var text: String {
    switch self {
    case .heading(let heading): heading.runs.text
    case .paragraph(let paragraph): paragraph.runs.text
    case .table(let table):
      (table.header + table.rows.flatMap { $0 }).map(\.text).joined(separator: " ")
    case .signatures(let blocks): blocks.map(\.party.text).joined(separator: " ")
    case .contents: ""
    case .picture(let picture): picture.title
    case .list, .landscape: children.map(\.text).joined(separator: " ")
    }
  }

  /// The blank that is all that it says.
  package var soleBlank: Blank? {
    guard case .paragraph(let paragraph) = self, paragraph.runs.count == 1 else { return nil }
    return paragraph.runs[0].blank
  }
}

extension [Block] {
  /// Each heading of the first level with all that follows it; what stands before the first by itself.
  package var sections: [[Block]] {
    var found: [[Block]] = []
    for block in self {
      if case .heading(let heading) = block, heading.level == 1 {
        found.append([block])
      } else if found.isEmpty {
        found.append([block])
      } else {
        found[found.count - 1].append(block)
      }
    }
    return found
  }

  /// Whether a section sums up others: it has no number, and a table in it names their places.
  package var sumsUp: Bool {
    guard case .heading(let heading)? = first, heading.numbering == .none else { return false }
    return contains { block in
      guard case .table(let table) = block else { return false }
      return table.rows.contains { row in
        row.contains { cell in
          cell.contains { run in
            if case .reference = run.kind { true } else { false }
          }
        }
      }
    }
  }
}
