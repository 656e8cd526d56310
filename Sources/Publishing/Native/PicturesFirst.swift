import Documents

extension Document {
  /// A report as it is read on a screen: in its first section the pictures, each with the sentence that
  /// leads in to it, stand before the first table. On paper the page decides, and they stand where they
  /// were drafted.
  var picturesFirst: Document {
    guard standing == .report else { return self }
    let isSection: (Block) -> Bool = { block in
      if case .heading(let heading) = block { heading.level == 1 } else { false }
    }
    guard let first = blocks.firstIndex(where: isSection) else { return self }
    let inside = blocks.index(after: first)
    let end = blocks[inside...].firstIndex(where: isSection) ?? blocks.endIndex
    guard let table = blocks[inside..<end].firstIndex(where: { $0.isTable }) else { return self }
    var moved: [Block] = []
    var rest: [Block] = []
    for block in blocks[table..<end] {
      if case .picture = block {
        if case .paragraph(let lead)? = rest.last, !lead.isTitle { moved.append(rest.removeLast()) }
        moved.append(block)
      } else {
        rest.append(block)
      }
    }
    var document = self
    document.blocks = Array(blocks[..<table]) + moved + rest + Array(blocks[end...])
    return document
  }
}

extension Block {
  fileprivate var isTable: Bool {
    switch self {
    case .table: true
    case .landscape(let blocks): blocks.contains(where: \.isTable)
    default: false
    }
  }
}
