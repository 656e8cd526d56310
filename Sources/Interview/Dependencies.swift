import PackModel

/// What each member of a pack rests on, looked up when it is first asked for.
struct Dependencies {
  private let pack: Pack
  private var known: [[Int]?]
  private var own: [Bool?]

  init(_ pack: Pack) {
    self.pack = pack
    let count = pack.questions.count + pack.calculated.count
    known = Array(repeating: nil, count: count)
    own = Array(repeating: nil, count: count)
  }

  /// How many members there are.
  var count: Int { known.count }

  /// A member's number among all: the questions, then the calculated values.
  func index(_ member: Member) -> Int {
    switch member {
    case .question(let number): number
    case .calculated(let number): pack.questions.count + number
    }
  }

  private func member(_ index: Int) -> Member {
    index < pack.questions.count
      ? .question(index) : .calculated(index - pack.questions.count)
  }

  /// What a member's readings are made from, without itself.
  mutating func on(_ index: Int) -> [Int] {
    if let found = known[index] { return found }
    let member = member(index)
    var found = expressions(of: member).flatMap(\.members)
    switch member {
    case .calculated(let number):
      if let table = pack.calculated[number].table { found.append(.question(table)) }
    case .question(let number):
      if let parent = pack.questions[number].parent { found.append(.question(parent)) }
      found += pack.questions[number].rowsOf.map { .question($0) }
    }
    // A column is read through its table.
    found += found.compactMap { table(of: $0).map { .question($0) } }
    let numbers = Set(found.map(self.index)).subtracting([index]).sorted()
    known[index] = numbers
    return numbers
  }

  /// Whether a member reads its own column in other rows: such a column is made row after row.
  mutating func isOnOwnColumn(_ member: Member) -> Bool {
    let index = index(member)
    if let found = own[index] { return found }
    let isOn = expressions(of: member).contains { isOnOthers(member, $0) }
    own[index] = isOn
    return isOn
  }

  private func table(of member: Member) -> Int? {
    switch member {
    case .question(let number): pack.table(of: number)
    case .calculated(let number): pack.calculated[number].table
    }
  }

  private func expressions(of member: Member) -> [Expression] {
    switch member {
    case .calculated(let number): return pack.calculated[number].rule.expressions
    case .question(let number):
      let question = pack.questions[number]
      var found = [question.enableWhen].compactMap { $0 } + question.constraints.map(\.require)
      found += question.options.compactMap(\.enableWhen)
      if case .pack(let rows) = question.rows { found += rows.compactMap(\.enableWhen) }
      return found
    }
  }

  private func isOnOthers(_ member: Member, _ expression: Expression) -> Bool {
    let looksAlong = expression.operands.contains { operand in
      switch operand {
      case .cell, .followed, .column, .some(.rows, _), .every(.rows, _): true
      default: false
      }
    }
    return looksAlong
      ? expression.members.contains(member)
      : expression.parts.contains { isOnOthers(member, $0) }
  }
}
