import PackModel

/// What a column of a list from elsewhere goes to.
package enum ListTarget: Hashable, Sendable {
  /// Of a table with rows of the pack: what says which row is meant.
  case row
  /// A column of the table, by its number in the pack.
  case column(Int)
}

/// What the columns of a table are headed: in the pack's own words, and by its synonyms.
package struct ColumnNames: Sendable {
  private struct Name {
    let target: ListTarget
    /// 0 is the pack's own; of two columns of a list that name the same the lower one is it.
    let rank: Int
  }

  /// All that a list can go to, in the table's order.
  package let targets: [ListTarget]
  private var names: [FoldedName: Name] = [:]
  private let pack: Pack

  package init(_ pack: Pack, table: Int) {
    self.pack = pack
    let model = pack.questions[table]
    let columns = model.children.filter { pack.questions[$0].kind.takesWords }
    var targets = columns.map { ListTarget.column($0) }
    if case .pack = model.rows { targets.insert(.row, at: 0) }
    self.targets = targets
    for column in columns {
      let question = pack.questions[column]
      for name in question.ownHeadings { take(name, .column(column), 0) }
    }
    for column in columns {
      for (number, name) in pack.questions[column].aliases.enumerated() {
        take(name, .column(column), number + 2)
      }
    }
    // How it is asked is no name that an author chose as one, so it gives way.
    for column in columns { take(pack.questions[column].text, .column(column), 1) }
    if targets.first == .row {
      for name in ["row", model.label] { take(name, .row, 0) }
    }
  }

  private mutating func take(_ name: String, _ target: ListTarget, _ rank: Int) {
    let folded = FoldedName(name)
    guard !folded.key.isEmpty, names[folded] == nil else { return }
    names[folded] = Name(target: target, rank: rank)
  }

  /// What a heading names, and how near it comes: the lower, the nearer. What stands in brackets behind
  /// it need not be known.
  func target(_ heading: String) -> (target: ListTarget, rank: Int)? {
    if let name = names[FoldedName(heading)] { return (name.target, name.rank) }
    guard let open = heading.firstIndex(where: { "([/".contains($0) }), open > heading.startIndex,
      let name = names[FoldedName(heading[..<open])]
    else { return nil }
    return (name.target, name.rank + 1000)
  }

  /// The target that somebody names: by its id, its heading or a synonym.
  package func target(named words: String) -> ListTarget? {
    targets.first { id($0) == words } ?? target(words)?.target
  }

  /// What a target is called: "location".
  package func label(_ target: ListTarget) -> String {
    switch target {
    case .row: "row"
    case .column(let column): pack.questions[column].label
    }
  }

  /// Its id within the table.
  package func id(_ target: ListTarget) -> String {
    switch target {
    case .row: "row"
    case .column(let column): pack.questions[column].name
    }
  }
}

extension Question {
  /// What a column is headed without synonyms.
  package var ownHeadings: [String] { [label, shortText, name, linkId] }
}

extension QuestionKind {
  /// Whether words can be an answer.
  var takesWords: Bool {
    switch self {
    case .group, .display, .table: false
    case .boolean, .choice, .checks, .string, .text, .date, .quantity, .money: true
    }
  }
}
