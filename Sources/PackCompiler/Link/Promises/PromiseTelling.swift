import PackModel

/// Makes the check of a pair of promises: where it is shown, how it is told, how much it weighs.
struct PromiseTelling {
  private let contents: PackContents
  private let resolved: ResolvedPromises
  private let text: ResolvedPromises.RuleText

  init(
    _ contents: PackContents, _ resolved: ResolvedPromises, _ text: ResolvedPromises.RuleText
  ) {
    self.contents = contents
    self.resolved = resolved
    self.text = text
  }

  func check(of pair: PromiseCheck.Pair) -> Check {
    let open = resolved.book.promises[pair.open]
    let closed = pair.closed.map { resolved.book.promises[$0] }
    let clauses = [closed[0].clause, open.clause].map { contents.clauses[$0] }
    let reads = reads(of: pair)
    let at = questions(reads)
    var authority = text.authority
    for id in clauses.flatMap(\.authority) where !authority.contains(id) { authority.append(id) }
    return Check(
      id: "promises.\(pair.rule.rawValue).\(closed[0].id)+\(open.id)", table: open.table,
      when: nil, pass: .and(reads),
      severity: clauses.allSatisfy(isDuty) ? text.mandatory : text.severity,
      kind: text.kind, norm: nil, authority: authority, finding: finding(pair, clauses),
      consequence: text.consequence, remedy: remedy(reads), closes: nil, implies: [], at: at,
      promises: .pair(pair))
  }

  /// Whether a clause stands for a duty that Art. 28(3) asks of every contract.
  private func isDuty(_ clause: Clause) -> Bool {
    clause.satisfies.contains { id in
      contents.obligations.contains { $0.id == id && $0.contract && $0.row != nil }
    }
  }

  /// What both read: the answers that a conflict rests on.
  private func reads(of pair: PromiseCheck.Pair) -> [Expression] {
    var found: [Expression] = []
    func add(_ expression: Expression) {
      if !found.contains(expression) { found.append(expression) }
    }
    for number in [pair.open] + pair.closed {
      let promise = resolved.book.promises[number]
      var own: [Expression] = []
      switch promise.bound {
      case .these(_, let terms):
        for case .answer(let expression, _) in terms { own.append(expression) }
      case .time(let amount, let clock):
        own.append(amount)
        let within = resolved.book.clocks.first { $0.id == clock }?.within
        if let within { own.append(within) }
      case .itself: break
      }
      if let when = promise.when { own.append(when) }
      // Of a table that is not walked here all rows count.
      if let table = promise.table, number != pair.open,
        table != resolved.book.promises[pair.open].table
      {
        add(.any(.rows(table), own.first.map { .answered($0) }))
      } else {
        for expression in own { add(expression) }
      }
    }
    return found
  }

  private func questions(_ reads: [Expression]) -> [Int] {
    var found: [Int] = []
    for case .question(let number) in reads.flatMap(\.members) where !found.contains(number) {
      found.append(number)
    }
    return found
  }

  // MARK: Words

  /// Each with the title of its section: numbers there are only where a draft is.
  private func finding(_ pair: PromiseCheck.Pair, _ clauses: [Clause]) -> [Inline] {
    [.text("Two promises cannot both be kept: ")] + resolved.says[pair.closed[0]]
      + place(of: clauses[0]) + [.text("; ")] + resolved.says[pair.open] + place(of: clauses[1])
      + [.text(".")]
  }

  private func place(of clause: Clause) -> [Inline] {
    let sections = contents.documents[clause.document].sections
    guard let section = sections.first(where: { $0.id == clause.section }) else { return [] }
    return [.text(" (“")] + section.title + [.text("”)")]
  }

  /// Names the answers that would end it.
  private func remedy(_ reads: [Expression]) -> [Inline] {
    var names: [String] = []
    for expression in reads {
      expression.visit { part in
        guard let name = name(of: part), !names.contains(name) else { return }
        names.append(name)
      }
    }
    guard !names.isEmpty else { return text.remedy }
    let told = names.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
    return text.remedy + [.text(" The answers that decide it: \(told).")]
  }

  /// A question by its name; in a table with what its row is called.
  private func name(of expression: Expression) -> String? {
    switch expression {
    case .cell(.question(let column), let row):
      guard case .pack(let rows)? = owner(of: column)?.rows,
        let text = rows.first(where: { $0.code == row })?.text
      else { return contents.questions[column].shortText }
      return "\(text): \(contents.questions[column].label)"
    case .member(.question(let number)):
      guard case .user(let row)? = owner(of: number)?.rows else {
        return contents.questions[number].shortText
      }
      return "\(row): \(contents.questions[number].label)"
    default: return nil
    }
  }

  private func owner(of question: Int) -> Question? {
    contents.questions[question].parent.map { contents.questions[$0] }
  }
}
