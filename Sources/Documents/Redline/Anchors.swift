/// What references can aim at in a text.
struct Anchors {
  private(set) var all: Set<String> = []
  /// The number of each that has one.
  private(set) var numbers: [String: String] = [:]

  init(_ blocks: [Block]) { add(blocks) }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading): add(heading.anchor, heading.number)
      case .paragraph(let paragraph): paragraph.anchor.map { add($0, paragraph.number) }
      case .list, .landscape: add(block.children)
      case .table, .signatures, .contents, .picture: continue
      }
    }
  }

  private mutating func add(_ anchor: String, _ number: String?) {
    all.insert(anchor)
    if let number { numbers[anchor] = number }
  }
}

extension Document {
  /// The same document with other names for some of its anchors.
  func renaming(_ anchors: Set<String>, _ name: (String) -> String) -> Document {
    func renamed(_ anchor: String) -> String { anchors.contains(anchor) ? name(anchor) : anchor }
    func renamed(_ block: Block) -> Block {
      let block = block.mapRuns { runs in
        runs.map { run in
          guard case .reference(let anchor) = run.kind else { return run }
          var run = run
          run.kind = .reference(anchor: renamed(anchor))
          return run
        }
      }
      switch block {
      case .heading(var heading):
        heading.anchor = renamed(heading.anchor)
        return .heading(heading)
      case .paragraph(var paragraph):
        paragraph.anchor = paragraph.anchor.map { renamed($0) }
        return .paragraph(paragraph)
      case .list(var list):
        for item in list.items.indices {
          list.items[item].blocks = list.items[item].blocks.map { renamed($0) }
        }
        return .list(list)
      case .contents(var entries):
        for entry in entries.indices { entries[entry].anchor = renamed(entries[entry].anchor) }
        return .contents(entries)
      case .landscape(let inner): return .landscape(inner.map { renamed($0) })
      case .table, .signatures, .picture: return block
      }
    }
    var document = self
    document.cover = cover.map { renamed($0) }
    document.blocks = blocks.map { renamed($0) }
    return document
  }
}
