import PlainText

/// Puts two documents into one redline: clauses matched by their ids, then blocks, then words.
struct Comparison {
  private var words: WordComparison
  /// Anchors of headings and paragraphs that stand in both.
  private var kept: Set<String> = []

  private init(_ old: Document, _ new: Document) {
    words = WordComparison(
      oldNumbers: Anchors(old.blocks).numbers, newNumbers: Anchors(new.blocks).numbers)
  }

  static func redline(from old: Document, to new: Document) -> Document {
    var old = old.wideBlocksGathered
    var redline = new.wideBlocksGathered
    var comparison = Comparison(old, redline)
    var blocks = comparison.compare(old.blocks, redline.blocks)
    // What moved to another place goes there and comes here: two places, two names.
    let moved = Anchors(old.blocks).all.intersection(Anchors(redline.blocks).all)
      .subtracting(comparison.kept)
    if !moved.isEmpty {
      old = old.renaming(moved) { "\($0) before" }
      comparison = Comparison(old, redline)
      blocks = comparison.compare(old.blocks, redline.blocks)
    }
    redline.title = comparison.words.merged(old.title, redline.title)
    redline.cover = comparison.compare(old.cover, redline.cover)
    redline.blocks = blocks
    redline.isRedline = true
    return redline
  }

  // MARK: Clauses

  /// A heading or clause with what stands under it.
  private struct Segment {
    var key: String
    var blocks: [Block]
  }

  private static func segments(_ blocks: [Block]) -> [Segment] {
    var found = [Segment(key: "", blocks: [])]
    for block in blocks {
      if let key = block.key {
        found.append(Segment(key: key, blocks: [block]))
      } else {
        found[found.count - 1].blocks.append(block)
      }
    }
    return found
  }

  private mutating func compare(_ old: [Block], _ new: [Block]) -> [Block] {
    let before = Comparison.segments(old)
    let after = Comparison.segments(new)
    var found: [Block] = []
    for step in Alignment.steps(before.map(\.key), after.map(\.key)) {
      switch step {
      case .both(let i, let j): found += compare(clause: before[i].blocks, after[j].blocks)
      case .old(let i): found += before[i].blocks.map { $0.marked(.deleted) }
      case .new(let j): found += after[j].blocks.map { $0.marked(.inserted) }
      }
    }
    return found
  }

  /// What begins with one id is one clause, however its words changed.
  private mutating func compare(clause old: [Block], _ new: [Block]) -> [Block] {
    guard let first = old.first, let other = new.first, first.key != nil,
      let merged = merged(first, other)
    else { return compare(blocks: old, new) }
    return [merged] + compare(blocks: Array(old.dropFirst()), Array(new.dropFirst()))
  }

  // MARK: Blocks

  private mutating func compare(blocks old: [Block], _ new: [Block]) -> [Block] {
    var before = WordCounts(old) { Likeness.words(of: $0) }
    var after = WordCounts(new) { Likeness.words(of: $0) }
    let steps = Alignment.steps(old, new, key: \.withoutProvenance) { i, j in
      Comparison.canPair(old[i], new[j]) ? Likeness.score(before[i], after[j]) : 0
    }
    var found: [Block] = []
    for step in steps {
      switch step {
      case .both(let i, let j):
        found +=
          merged(old[i], new[j]).map { [$0] }
          ?? [old[i].marked(.deleted), new[j].marked(.inserted)]
      case .old(let i): found.append(old[i].marked(.deleted))
      case .new(let j): found.append(new[j].marked(.inserted))
      }
    }
    return found
  }

  /// Whether one block can turn into another by changes within it.
  private static func canPair(_ old: Block, _ new: Block) -> Bool {
    switch (old, new) {
    case (.heading(let old), .heading(let new)):
      old.level == new.level && old.numbering == new.numbering && old.anchor == new.anchor
        && (old.number == nil) == (new.number == nil)
    case (.paragraph(let old), .paragraph(let new)):
      old.style == new.style && old.anchor == new.anchor
        && (old.number == nil) == (new.number == nil)
    case (.list(let old), .list(let new)): old.ordered == new.ordered
    case (.table(let old), .table(let new)):
      old.columns == new.columns && old.header.isEmpty == new.header.isEmpty
    case (.signatures(let old), .signatures(let new)):
      // Who signs beside another comes with lines of their own: the whole place is new.
      old.map { $0.lines.map(\.label) } == new.map { $0.lines.map(\.label) }
    case (.picture(let old), .picture(let new)): old == new
    case (.contents, .contents), (.landscape, .landscape): true
    default: false
    }
  }

  /// nil where they cannot be one.
  private mutating func merged(_ old: Block, _ new: Block) -> Block? {
    guard Comparison.canPair(old, new) else { return nil }
    switch (old, new) {
    case (.heading(let old), .heading(var new)):
      kept.insert(new.anchor)
      new.runs = words.merged(old.runs, new.runs)
      new.earlier = old.number == new.number ? nil : old.number
      return .heading(new)
    case (.paragraph(let old), .paragraph(var new)):
      if let anchor = new.anchor { kept.insert(anchor) }
      new.runs = words.merged(old.runs, new.runs)
      new.earlier = old.number == new.number ? nil : old.number
      return .paragraph(new)
    case (.list(let old), .list(var new)):
      new.items = compare(items: old.items, new.items)
      return .list(new)
    case (.table(let old), .table(let new)): return .table(merged(table: old, new))
    case (.signatures(let old), .signatures(let new)):
      return .signatures(zip(old, new).map { merged(signature: $0, $1) })
    case (.contents(let old), .contents(let new)): return .contents(merged(contents: old, new))
    case (.landscape(let old), .landscape(let new)): return .landscape(compare(old, new))
    case (.picture(let old), .picture(let new)) where old == new: return .picture(new)
    default: return nil
    }
  }

  // MARK: Parts of blocks

  private mutating func compare(items old: [List.Item], _ new: [List.Item]) -> [List.Item] {
    var before = WordCounts(old) { Likeness.words(of: $0.blocks) }
    var after = WordCounts(new) { Likeness.words(of: $0.blocks) }
    let steps = Alignment.steps(old, new, key: { $0.blocks.map(\.withoutProvenance) }) { i, j in
      guard let first = old[i].blocks.first, let other = new[j].blocks.first,
        Comparison.canPair(first, other)
      else { return 0 }
      return Likeness.score(before[i], after[j])
    }
    return steps.flatMap { step -> [List.Item] in
      switch step {
      case .both(let i, let j):
        var item = new[j]
        item.earlier = old[i].marker == item.marker ? nil : old[i].marker
        // An item begins with one paragraph, which carries its marker.
        let first = old[i].blocks.first.flatMap { first in
          item.blocks.first.flatMap { merged(first, $0) }
        }
        let rest = compare(
          blocks: Array(old[i].blocks.dropFirst()), Array(item.blocks.dropFirst()))
        item.blocks = (first.map { [$0] } ?? []) + rest
        return [item]
      case .old(let i): return [old[i].marked(.deleted)]
      case .new(let j): return [new[j].marked(.inserted)]
      }
    }
  }

  private func merged(table old: Table, _ new: Table) -> Table {
    var table = new
    table.header = merged(cells: old.header, new.header)
    table.rows = []
    var before = WordCounts(old.rows) { Likeness.words(of: $0.flatMap { $0 }) }
    var after = WordCounts(new.rows) { Likeness.words(of: $0.flatMap { $0 }) }
    let steps = Alignment.steps(old.rows, new.rows, key: { $0.map(\.text) }) { i, j in
      let score = Likeness.score(before[i], after[j])
      // A row is known by its first cell.
      let isNamed = (old.rows[i].first ?? []).text == (new.rows[j].first ?? []).text
      return isNamed ? score + 60 : score
    }
    for step in steps {
      switch step {
      case .both(let i, let j): table.rows.append(merged(cells: old.rows[i], new.rows[j]))
      case .old(let i):
        table.rowRevisions[table.rows.count] = .deleted
        table.rows.append(old.rows[i].map { $0.marked(.deleted) })
      case .new(let j):
        table.rowRevisions[table.rows.count] = .inserted
        table.rows.append(new.rows[j].map { $0.marked(.inserted) })
      }
    }
    return table
  }

  private func merged(cells old: [[Run]], _ new: [[Run]]) -> [[Run]] {
    (0..<max(old.count, new.count)).map { column in
      words.merged(
        column < old.count ? old[column] : [], column < new.count ? new[column] : [])
    }
  }

  private func merged(signature old: Signature, _ new: Signature) -> Signature {
    var signature = new
    signature.party = words.merged(old.party, new.party)
    for line in signature.lines.indices {
      signature.lines[line].runs = words.merged(old.lines[line].runs, new.lines[line].runs)
    }
    return signature
  }

  private func merged(contents old: [ContentsEntry], _ new: [ContentsEntry]) -> [ContentsEntry] {
    func key(_ entry: ContentsEntry) -> String {
      "\(entry.level) \(entry.number == nil) \(entry.anchor)"
    }
    return Alignment.steps(old.map(key), new.map(key)).map { step in
      switch step {
      case .both(let i, let j):
        var entry = new[j]
        entry.runs = words.merged(old[i].runs, entry.runs)
        entry.earlier = old[i].number == entry.number ? nil : old[i].number
        return entry
      case .old(let i): return old[i].marked(.deleted)
      case .new(let j): return new[j].marked(.inserted)
      }
    }
  }
}

extension Document {
  /// What became of `old`: one document that holds both, with what came and went marked.
  package static func redline(from old: Document, to new: Document) -> Document {
    Comparison.redline(from: old, to: new)
  }
}

extension Table {
  /// How many columns it has at most.
  package var columns: Int { max(header.count, rows.map(\.count).max() ?? 0) }
}

extension Block {
  /// What names the clause that begins with it.
  fileprivate var key: String? {
    switch self {
    case .heading(let heading): "# \(heading.anchor)"
    case .paragraph(let paragraph): paragraph.anchor
    case .landscape(let inner): inner.first?.key
    default: nil
    }
  }
}
