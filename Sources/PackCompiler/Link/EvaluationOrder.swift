import PackModel

/// The order in which questions and values are computed: what a member reads stands before it.
struct EvaluationOrder {
  private let contents: PackContents
  private let symbols: SymbolTable
  private let report: Report

  init(_ contents: PackContents, _ symbols: SymbolTable, _ report: Report) {
    self.contents = contents
    self.symbols = symbols
    self.report = report
  }

  /// All members; a ring of them is reported.
  func members() -> [Member] {
    var order: [Member] = []
    enum Mark { case white, grey, black }
    let count = contents.questions.count
    var marks = [Mark](repeating: .white, count: count + contents.calculated.count)
    func index(_ member: Member) -> Int {
      switch member {
      case .question(let number): number
      case .calculated(let number): count + number
      }
    }
    func member(_ index: Int) -> Member {
      index < count ? .question(index) : .calculated(index - count)
    }
    // Depth first, without recursion: a pack may nest deeply.
    for start in marks.indices where marks[start] == .white {
      var stack: [(node: Int, next: [Int])] = [(start, reads(member(start)).map(index))]
      marks[start] = .grey
      while var top = stack.popLast() {
        guard let next = top.next.popLast() else {
          marks[top.node] = .black
          order.append(member(top.node))
          continue
        }
        stack.append(top)
        switch marks[next] {
        case .black: continue
        case .grey:
          let ring = stack.map(\.node).drop { $0 != next }.map { symbols.id(of: member($0)) }
          report.add(
            .cycle, symbols.place(of: member(next)),
            "What is asked here depends on itself: \((ring + [symbols.id(of: member(next))]).joined(separator: " → ")).",
            "Break the ring: one of these conditions must not read the other.")
        case .white:
          marks[next] = .grey
          stack.append((next, reads(member(next)).map(index)))
        }
      }
    }
    return order
  }

  /// What must be computed before a member.
  private func reads(_ member: Member) -> [Member] {
    var found: [Member] = []
    switch member {
    case .question(let number):
      let question = contents.questions[number]
      if let parent = question.parent { found.append(.question(parent)) }
      // A pointer is good as long as what it names is there.
      found += question.rowsOf.filter { $0 != question.parent }.map { .question($0) }
      for option in question.options { found += option.enableWhen?.members ?? [] }
      found += question.enableWhen?.members ?? []
      for constraint in question.constraints {
        found += constraint.require.members.filter { $0 != member }
      }
      if case .pack(let rows) = question.rows {
        for row in rows { found += row.enableWhen?.members ?? [] }
      }
    case .calculated(let number):
      let calculated = contents.calculated[number]
      if let table = calculated.table { found.append(.question(table)) }
      switch calculated.rule {
      case .value(let expression): found += expression.members
      case .decide(_, let inputs): for input in inputs { found += input.members }
      }
    }
    // A column needs its table.
    found += found.compactMap { symbols.table(of: $0).map { .question($0) } }
    return found.filter { $0 != member }
  }
}
