import Documents

/// A heading and the sentence or clause under it go along with the wide blocks that they lead to: on
/// the page before they would stand alone.
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
        lead.insert(gathered.removeLast(), at: 0)
      }
      gathered.append(.landscape(lead + inner))
    }
    return gathered
  }

  /// Of the wide blocks themselves: what leads to them may stand in a text without them, upright.
  static func revision(of inner: [Block]) -> Revision? {
    let wide = inner.drop { block in
      switch block {
      case .heading, .paragraph: true
      default: false
      }
    }
    return Block.landscape(wide.isEmpty ? inner : Array(wide)).revision
  }

  private static func goesAlong(_ block: Block, before next: Block?) -> Bool {
    switch block {
    case .heading: true
    // A sentence only where it stands right before the wide blocks.
    case .paragraph(let paragraph):
      next == nil
        && (paragraph.number != nil || paragraph.style == .body && Lead.endsInColon(paragraph))
    default: false
    }
  }
}
