/// How deep numbers stand below each other, though each list counts for itself, and some are typed.
struct NumberDepths {
  private struct List {
    let name: String
    /// What a number's depth in the list is added to.
    var base: Int
  }

  private static let most = 50

  private var sequence = NumberSequence()
  private var lists: [List] = []
  /// What stands open outside the table that is being read.
  private var outside: NumberSequence?

  /// Passages in their order, with the numbers that were typed recognised, and the depth of each.
  static func settled(_ found: [OfficePassage]) -> [ReadPassage] {
    var depths = NumberDepths()
    let typed = found.map { one -> TypedNumber? in
      guard one.read.number == nil, one.read.kind != .footnote else { return nil }
      let number = TypedNumber.split(one.read.text)
      // Cells hold amounts and times: `12 months` is no number of a clause.
      return one.read.kind == .cell && number?.isBare != false ? nil : number
    }
    // Each with the one behind it.
    var nexts: [Int: TypedNumber] = [:]
    var next: TypedNumber?
    var nextInTable: TypedNumber?
    for index in typed.indices.reversed() where typed[index] != nil {
      let isCell = found[index].read.kind == .cell
      nexts[index] = isCell ? nextInTable : next
      if isCell { nextInTable = typed[index] } else { next = typed[index] }
    }
    return found.indices.map { index in
      var one = found[index]
      if one.read.kind != .footnote { depths.enter(isTable: one.read.kind == .cell) }
      if let number = one.read.number {
        depths.take(number, &one)
      } else if let split = typed[index] {
        depths.take(split, before: nexts[index], &one)
      }
      return one.read
    }
  }

  /// Numbers of a table lead to nothing behind it.
  private mutating func enter(isTable: Bool) {
    if isTable {
      outside = outside ?? sequence
    } else if let before = outside {
      sequence = before
      outside = nil
    }
  }

  /// Takes in a number that a word processor has made.
  private mutating func take(_ number: String, _ one: inout OfficePassage) {
    let known = one.list == nil || one.read.kind == .heading ? one.read.level : nil
    let level = known ?? self.level(number, one)
    if let list = one.list {
      lists.removeAll { $0.name == list }
      open(List(name: list, base: level - one.depth - 1))
    }
    sequence.note(number, level: level, indent: one.indent)
    one.read.level = level
  }

  private func level(_ number: String, _ one: OfficePassage) -> Int {
    if let list = lists.last(where: { $0.name == one.list }) {
      return max(list.base + one.depth + 1, 1)
    }
    // Rows of a table are counted within the clause that the table stands in.
    if one.read.kind == .cell { return min(sequence.level, Self.most) + one.depth + 1 }
    return sequence.place(number, indent: one.indent)
  }

  private mutating func open(_ list: List) {
    lists.removeAll { $0.base > list.base }
    // So many are never open; a stranger's file may hold any number.
    if lists.count == Self.most { lists.removeFirst() }
    lists.append(list)
  }

  /// Takes in a number that somebody has typed, where it can be one.
  private mutating func take(
    _ typed: TypedNumber, before next: TypedNumber?, _ one: inout OfficePassage
  ) {
    var level = sequence.follow(typed, indent: one.indent, next: next)
    if level == nil, one.read.kind == .heading, one.read.level == nil,
      !typed.isBare || typed.isWorded
    {
      // A heading may begin with any number.
      level = sequence.place(typed.number, indent: one.indent)
      sequence.note(typed.number, level: sequence.place(typed.number, indent: one.indent))
    }
    if let known = one.read.level, one.read.kind == .heading {
      guard level != nil || !typed.isBare else { return }
      sequence.note(typed.number, level: known, indent: one.indent)
    } else if let level {
      one.read.level = level
    } else {
      return
    }
    let depth = sequence.level
    lists.removeAll { $0.base >= depth }
    one.read.number = typed.number
    one.read.text = typed.rest
  }
}
