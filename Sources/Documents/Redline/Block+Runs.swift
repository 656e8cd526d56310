extension Block {
  /// The same block with other words.
  func mapRuns(_ transform: ([Run]) -> [Run]) -> Block {
    switch self {
    case .heading(var heading):
      heading.runs = transform(heading.runs)
      return .heading(heading)
    case .paragraph(var paragraph):
      paragraph.runs = transform(paragraph.runs)
      return .paragraph(paragraph)
    case .list(var list):
      for item in list.items.indices {
        list.items[item].blocks = list.items[item].blocks.map { $0.mapRuns(transform) }
      }
      return .list(list)
    case .table(var table):
      table.header = table.header.map(transform)
      table.rows = table.rows.map { $0.map(transform) }
      return .table(table)
    case .signatures(var signatures):
      for place in signatures.indices {
        signatures[place].party = transform(signatures[place].party)
        for line in signatures[place].lines.indices {
          signatures[place].lines[line].runs = transform(signatures[place].lines[line].runs)
        }
      }
      return .signatures(signatures)
    case .contents(var entries):
      for entry in entries.indices { entries[entry].runs = transform(entries[entry].runs) }
      return .contents(entries)
    case .picture: return self
    case .landscape(let inner): return .landscape(inner.map { $0.mapRuns(transform) })
    }
  }

  /// Without what does not show: where its words came from.
  var withoutProvenance: Block {
    mapRuns { runs in
      runs.map { run in
        var run = run
        run.provenance = Provenance()
        return run
      }
    }
  }
}
