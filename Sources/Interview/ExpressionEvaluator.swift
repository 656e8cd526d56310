import PackModel

/// Reads expressions from effective answers. The one evaluator: conditions, values, clauses and
/// checks all go through it.
package struct ExpressionEvaluator: Sendable {
  package let pack: Pack
  package var answers: EffectiveAnswers
  package var context: Context
  /// What sums along chains come to, while a whole column of them is made.
  var chains = ChainReadings()
  /// What this reader and its copies have done.
  var work: Work

  package init(pack: Pack, answers: EffectiveAnswers, context: Context = Context()) {
    self.init(pack: pack, answers: answers, context: context, work: Work(rows: answers.rows))
  }

  init(pack: Pack, answers: EffectiveAnswers, context: Context = Context(), work: Work) {
    self.pack = pack
    self.answers = answers
    self.context = context
    self.work = work
  }

  // MARK: Truth

  package func truth(_ expression: Expression, _ scope: Scope = Scope()) -> Truth {
    switch expression {
    case .and(let parts):
      var result = Truth.yes
      for part in parts {
        result = result && truth(part, scope)
        if result == .no { return .no }
      }
      return result
    case .or(let parts):
      var result = Truth.no
      for part in parts {
        result = result || truth(part, scope)
        if result == .yes { return .yes }
      }
      return result
    case .not(let inner): return !truth(inner, scope)
    case .equal(let a, let b): return same(a, b, scope)
    case .unequal(let a, let b): return different(a, b, scope)
    case .includes(let a, let b): return included(b, in: a, scope)
    case .among(let a, let list): return among(a, list, scope)
    case .compare(let a, let comparison, let b): return ordered(a, comparison, b, scope)
    case .answered(let inner):
      if case .value = reading(inner, scope) { return .yes }
      return Truth(state(of: inner, scope) == .answered)
    case .open(let inner): return isOpen(inner, scope)
    case .none(let inner): return isNone(inner, scope)
    case .any(let range, let condition): return any(range, condition, scope)
    case .every(let range, let condition): return !any(range, .not(condition), scope)
    case .drafted(let obligation): return context.drafted?[obligation] ?? .unknown
    case .draftedRow(let table): return isDrafted(rowOf: table, scope)
    case .mentions(let inner, let words): return mentions(inner, words, scope)
    default:
      switch reading(expression, scope) {
      case .value(.boolean(let bool)): return Truth(bool)
      case .value, .absent: return .no
      case .unknown: return .unknown
      }
    }
  }

  /// Equality; amounts are compared as amounts (a week is seven days), and what cannot be compared
  /// is unknown.
  private func same(_ a: Expression, _ b: Expression, _ scope: Scope) -> Truth {
    switch (reading(a, scope), reading(b, scope)) {
    case (.absent, _), (_, .absent): return .no
    case (.value(let a), .value(let b)):
      switch (a, b) {
      case (.quantity, .quantity), (.money, .money), (.number, .quantity), (.quantity, .number):
        return ExpressionEvaluator.order(a, b).map { Truth($0 == .equal) } ?? .unknown
      default: return Truth(a == b)
      }
    default: return .unknown
    }
  }

  private func different(_ a: Expression, _ b: Expression, _ scope: Scope) -> Truth {
    switch (reading(a, scope), reading(b, scope)) {
    case (.absent, _), (_, .absent): .no
    default: !same(a, b, scope)
    }
  }

  private func isOpen(_ inner: Expression, _ scope: Scope) -> Truth {
    switch state(of: inner, scope) {
    case .open, .unknown, .parked, .notYet, .conflict: .yes
    default: .no
    }
  }

  private func isDrafted(rowOf table: Int, _ scope: Scope) -> Truth {
    guard let row = scope.row(of: table), let code = answers.table(table)?.rows[row] else {
      return .unknown
    }
    return context.drafted?[code] ?? .unknown
  }

  private func mentions(_ inner: Expression, _ words: [String], _ scope: Scope) -> Truth {
    switch reading(inner, scope) {
    case .value(.text(let text)): return Truth(words.contains { WordMention.has(text, $0) })
    case .value, .absent: return .no
    case .unknown: return .unknown
    }
  }

  private func included(_ part: Expression, in whole: Expression, _ scope: Scope) -> Truth {
    switch (reading(whole, scope), reading(part, scope)) {
    case (.absent, _), (_, .absent): .no
    case (.value(let whole), .value(let part)):
      Truth(whole.ticks.contains(where: part.ticks.contains))
    default: .unknown
    }
  }

  private func among(_ a: Expression, _ list: [Expression], _ scope: Scope) -> Truth {
    let left = reading(a, scope)
    if left == .absent { return .no }
    var result = Truth.no
    for part in list {
      switch (left, reading(part, scope)) {
      case (_, .absent): break
      case (.value(let a), .value(let b)):
        result = result || Truth(a.ticks.contains(where: b.ticks.contains))
      default: result = result || .unknown
      }
    }
    return result
  }

  private func ordered(
    _ a: Expression, _ comparison: Expression.Comparison, _ b: Expression, _ scope: Scope
  ) -> Truth {
    switch (reading(a, scope), reading(b, scope)) {
    case (.absent, _), (_, .absent): return .no
    case (.value(let a), .value(let b)):
      // Two currencies, or days against months, do not compare.
      guard let order = ExpressionEvaluator.order(a, b) else { return .unknown }
      return switch comparison {
      case .less: Truth(order == .less)
      case .lessOrEqual: Truth(order != .greater)
      case .greater: Truth(order == .greater)
      case .greaterOrEqual: Truth(order != .less)
      }
    default: return .unknown
    }
  }

  /// - Returns: nil where the two cannot be compared.
  package static func order(_ a: Value, _ b: Value) -> Ordering? {
    switch (a, b) {
    case (.quantity(let a), .quantity(let b)): a.compared(to: b)
    case (.money(let a), .money(let b)):
      a.currency == b.currency ? Ordering(a.minor, b.minor) : nil
    case (.date(let a), .date(let b)): Ordering(a, b)
    case (.number(let a), .number(let b)): Ordering(a, b)
    case (.number(let a), .quantity(let b)): thousandths(a).map { Ordering($0, b.thousandths) }
    case (.quantity(let a), .number(let b)): thousandths(b).map { Ordering(a.thousandths, $0) }
    default: nil
    }
  }

  private static func thousandths(_ number: Int) -> Int? {
    let (product, overflow) = number.multipliedReportingOverflow(by: 1000)
    return overflow ? nil : product
  }

  private func isNone(_ inner: Expression, _ scope: Scope) -> Truth {
    if case .member(.question(let question)) = inner, let table = answers.table(question) {
      switch table.standing {
      case .none: return .yes
      case .unknown: return table.rows.isEmpty ? .unknown : .no
      case .whole: return .no
      }
    }
    switch reading(inner, scope) {
    case .absent: return .yes
    case .unknown: return .unknown
    case .value(.checks(let ticks)): return Truth(ticks.isEmpty)
    case .value: return .no
    }
  }

  /// The state of the place that an expression names; `answered` for what is no place.
  private func state(of expression: Expression, _ scope: Scope) -> AnswerState {
    switch expression {
    case .member(let member): return answers.state(member, row: row(of: member, scope))
    case .cell(let member, let row): return answers.state(member, row: rowNumber(member, row))
    case .attribute(let inner, _, _): return state(of: inner, scope)
    case .follow(let pointer, let targets):
      // What the pointer names has a state of its own.
      guard case .value(.row(let id)) = reading(pointer, scope) else {
        return state(of: pointer, scope)
      }
      return followed(id, targets).map { answers.state($0.member, row: $0.row) } ?? .notAsked
    default:
      return reading(expression, scope) == .unknown ? .open : .answered
    }
  }
}
