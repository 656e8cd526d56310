import Documents

/// The contents beside the text of a paper that has none inside: its sections and annexes.
struct HTMLSide {
  /// Empty where the document has its own, or is too short for any.
  let entries: [ContentsEntry]

  init(_ document: Document) {
    // A section of wide tables stands with its heading on pages turned sideways.
    let blocks = document.blocks.flatMap { block in
      if case .landscape(let inner) = block { inner } else { [block] }
    }
    let found = blocks.compactMap { block -> ContentsEntry? in
      guard case .heading(let heading) = block, heading.level == 1, !heading.anchor.isEmpty else {
        return nil
      }
      return ContentsEntry(
        level: 1, number: heading.number, anchor: heading.anchor, runs: heading.runs)
    }
    let hasOwn = document.blocks.contains { block in
      if case .contents = block { true } else { false }
    }
    entries = hasOwn || found.count < 3 ? [] : found
  }
}

extension Block {
  /// Whether the words of a finding before it end here.
  var endsAFinding: Bool {
    switch self {
    case .heading, .signatures, .contents, .picture, .landscape: true
    case .paragraph(let paragraph): paragraph.finding != nil || paragraph.isTitle
    case .list, .table: false
    }
  }
}
