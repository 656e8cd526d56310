extension Document {
  /// A heading and the sentence or clause under it go along with the wide blocks that they lead to:
  /// on the page before they would stand alone. A redline gathers each of its two texts by itself,
  /// before it compares them.
  package var wideBlocksGathered: Document {
    var gathered = self
    gathered.blocks = WideBlocks.gathered(blocks)
    return gathered
  }
}

enum WideBlocks {
  static func gathered(_ blocks: [Block]) -> [Block] {
    var gathered: [Block] = []
    for block in blocks {
      guard case .landscape(let inner) = block else {
        gathered.append(block)
        continue
      }
      var lead: [Block] = []
      while let last = gathered.last, goesAlong(last, before: lead.first) {
        lead.insert(atTheMargin(gathered.removeLast()), at: 0)
      }
      gathered.append(.landscape(lead + inner))
    }
    return gathered
  }

  /// A line in bold stands as far out as what it is now the title of.
  private static func atTheMargin(_ block: Block) -> Block {
    guard case .paragraph(var title) = block, title.isTitle else { return block }
    title.style = .body
    return .paragraph(title)
  }

  private static func goesAlong(_ block: Block, before next: Block?) -> Bool {
    switch block {
    case .heading: true
    // A line in bold does a heading's work. Another sentence goes along only from right before the
    // wide blocks.
    case .paragraph(let paragraph):
      paragraph.isTitle
        || next == nil
          && (paragraph.number != nil || paragraph.style == .body && paragraph.endsInColon)
    default: false
    }
  }
}
