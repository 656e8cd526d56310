/// What a redline says of a word, a paragraph, a row: that it is new, or that it was there before.
/// What stands in both has no revision.
///
/// A redline is a `Document` that holds both: with all that was deleted left out it is the new text,
/// with all that was inserted left out the old one. A number that only moved along is no revision;
/// what it was before is kept as `earlier`, and a reference to it counts as the same words.
package enum Revision: Hashable, Sendable { case inserted, deleted }

extension Block {
  /// What it is as a whole; nil where it stands in both, or its parts differ.
  package var revision: Revision? {
    switch self {
    case .heading(let heading): heading.revision
    case .paragraph(let paragraph): paragraph.revision
    case .list(let list): Block.common(list.items.map(\.revision))
    case .table(let table): table.revision
    case .signatures(let signatures): Block.common(signatures.map(\.revision))
    case .contents(let entries): Block.common(entries.map(\.revision))
    case .picture(let picture): picture.revision
    case .landscape(let inner): Block.common(inner.map(\.revision))
    }
  }

  private static func common(_ revisions: [Revision?]) -> Revision? {
    guard let first = revisions.first, revisions.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The same block as something that came or went with all it holds.
  func marked(_ revision: Revision) -> Block {
    switch mapRuns({ $0.marked(revision) }) {
    case .heading(var heading):
      heading.revision = revision
      return .heading(heading)
    case .paragraph(var paragraph):
      paragraph.revision = revision
      return .paragraph(paragraph)
    case .list(var list):
      list.items = list.items.map { $0.marked(revision) }
      return .list(list)
    case .table(var table):
      table.revision = revision
      for row in table.rows.indices { table.rowRevisions[row] = revision }
      return .table(table)
    case .signatures(var signatures):
      for place in signatures.indices { signatures[place].revision = revision }
      return .signatures(signatures)
    case .picture(var picture):
      picture.revision = revision
      return .picture(picture)
    case .contents(let entries): return .contents(entries.map { $0.marked(revision) })
    case .landscape(let inner): return .landscape(inner.map { $0.marked(revision) })
    }
  }
}

extension List.Item {
  func marked(_ revision: Revision) -> List.Item {
    var item = self
    item.revision = revision
    item.blocks = blocks.map { $0.marked(revision) }
    return item
  }
}

extension ContentsEntry {
  func marked(_ revision: Revision) -> ContentsEntry {
    var entry = self
    entry.revision = revision
    entry.runs = runs.marked(revision)
    return entry
  }
}

extension [Run] {
  /// What all of them are; nil where some stand in both texts.
  package var revision: Revision? {
    guard let first, allSatisfy({ $0.revision == first.revision }) else { return nil }
    return first.revision
  }

  func marked(_ revision: Revision) -> [Run] {
    map { run in
      var run = run
      run.revision = revision
      return run
    }
  }
}
