import PackModel

/// Places: rows, and what a pointer or a code names.
extension ExpressionEvaluator {
  package func row(of member: Member, _ scope: Scope) -> Int? {
    table(of: member).flatMap { scope.row(of: $0) }
  }

  func table(of member: Member) -> Int? {
    switch member {
    case .question(let number): pack.table(of: number)
    case .calculated(let number): pack.calculated[number].table
    }
  }

  package func rowNumber(_ member: Member, _ id: String) -> Int? {
    table(of: member).flatMap { answers.table($0)?.number(of: id) }
  }

  /// The member that a pointer names, in its row or group.
  package func followed(_ id: String, _ targets: [Int: Member]) -> (member: Member, row: Int?)? {
    if let group = pack.question(id), let member = targets[group] { return (member, nil) }
    for (owner, member) in targets.count < 2
      ? Array(targets) : targets.sorted(by: { $0.key < $1.key })
    {
      if let row = answers.table(owner)?.number(of: id) { return (member, row) }
    }
    return nil
  }

  /// Where a cell is read that is named by its row's code.
  func inside(_ member: Member, _ code: String, _ scope: Scope) -> Scope? {
    guard let table = table(of: member), let row = answers.table(table)?.number(of: code) else {
      return nil
    }
    return scope.inside(table: table, row: row)
  }

  /// The member that a pointer names, and where it is read.
  func followed(
    _ pointer: Expression, _ targets: [Int: Member], _ scope: Scope
  ) -> (member: Member, scope: Scope)? {
    guard case .value(.row(let id)) = reading(pointer, scope), let target = followed(id, targets)
    else { return nil }
    guard let row = target.row, let table = table(of: target.member) else {
      return (target.member, scope)
    }
    return (target.member, scope.inside(table: table, row: row))
  }

  /// The way up a chain: this row, then who engages it, until that is no row of the table, is not
  /// known, or was passed before.
  package func chain(from row: Int?, of table: Int, along pointer: Int) -> [Int] {
    guard let state = answers.table(table), var row, state.rows.indices.contains(row) else {
      return []
    }
    var isPassed = Array(repeating: false, count: state.rows.count)
    var rows: [Int] = []
    while !isPassed[row] {
      isPassed[row] = true
      rows.append(row)
      guard case .value(.row(let id)) = answers.reading(.question(pointer), row: row),
        let next = state.number(of: id)
      else { break }
      row = next
    }
    return rows
  }
}
