import PackModel

extension AnswerSheet {
  /// The changes that make another sheet of this one: rows, then answers, notes and settings, each in
  /// the order of their names.
  package func changes(to other: AnswerSheet) -> [Change] {
    var sheet = self
    var all: [Change] = []
    func add(_ changes: [Change]) {
      all += changes
      sheet = changes.isEmpty ? sheet : sheet.adding(changes)
    }
    for table in Set(rows.keys).union(other.rows.keys).sorted() {
      add(sheet.arranging(table, as: other.rows(of: table)))
    }
    add(
      Set(sheet.answers.keys).union(other.answers.keys).sorted()
        .flatMap { sheet.setting($0, to: other[$0]) })
    add(
      Set(sheet.remarks.keys).union(other.remarks.keys).sorted()
        .flatMap { sheet.remarking($0, other.remark($0)) })
    add(
      Set(sheet.settings.keys).union(other.settings.keys)
        .sorted { String(describing: $0) < String(describing: $1) }
        .flatMap { sheet.changing($0, to: other.setting($0)) })
    return all
  }

  /// The changes that give a table these rows in this order; a row that is named twice counts once.
  package func arranging(_ table: String, as wanted: [String]) -> [Change] {
    guard rows(of: table) != wanted else { return [] }
    let kept = Set(wanted)
    var changes = rows(of: table).filter { !kept.contains($0) }
      .flatMap { removingRow($0, from: table) }
    var (order, seen) = (rows(of: table).filter(kept.contains), Set<String>())
    let present = Set(order)
    var place = 0
    for row in wanted where seen.insert(row).inserted {
      defer { place += 1 }
      if place < order.count, order[place] == row { continue }
      if present.contains(row), let from = order.firstIndex(of: row) {
        order.remove(at: from)
        changes.append(.moveRow(table: table, row: row, from: from, to: place))
      } else {
        changes.append(.addRow(table: table, row: row, at: place))
      }
      order.insert(row, at: place)
    }
    return changes
  }
}
