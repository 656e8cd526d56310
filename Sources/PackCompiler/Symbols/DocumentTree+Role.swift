import PackModel

extension DocumentTree {
  /// What a document is for whose pack does not say so: matters carry packs that were written before
  /// documents had roles. The first is the contract, the one that always comes with it is the
  /// report, and of the others the one that walks the clauses to be inserted is the amendment. Authors
  /// are told by `lint` to say it.
  ///
  /// - Parameter taken: the roles of the documents before it.
  func assumedRole(after taken: [DocumentRole]) -> DocumentRole {
    if taken.isEmpty { return .contract }
    let isAsked = fields["when"] != nil || fields["with"] != nil
    if !isAsked { return taken.contains(.report) ? .memo : .report }
    return walksInsertions && !taken.contains(.amendment) ? .amendment : .memo
  }

  private var walksInsertions: Bool {
    let parts = sections.flatMap(\.parts).map { part -> [BlockTree] in
      switch part {
      case .clause(let number): clauses.indices.contains(number) ? clauses[number].blocks : []
      case .blocks(let blocks): blocks
      }
    }
    return parts.contains { $0.walks(.insertions) }
  }
}

extension [BlockTree] {
  fileprivate func walks(_ table: ReportTable) -> Bool {
    contains { block in
      switch block {
      case .each(let source, let inner, _):
        source.text.split(separator: " ").contains { $0 == table.rawValue } || inner.walks(table)
      case .when(_, let inner), .landscape(let inner): inner.walks(table)
      case .list(_, let items): items.contains { $0.walks(table) }
      case .paragraph, .heading, .table, .picture, .generated: false
      }
    }
  }
}

extension DocumentRole {
  /// What an author may write.
  static var choice: String {
    let all = allCases.map(\.rawValue)
    return "Write \(all.dropLast().joined(separator: ", ")) or \(all[all.count - 1])."
  }
}
