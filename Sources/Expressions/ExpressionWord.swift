import PackModel

/// A word of the language of conditions and values. Each has a file of its own, which says how it is
/// read, what it comes to, and how it is said; what it is made from stands with its data, in
/// `Expression.operands`.
package protocol ExpressionWord: Sendable {
  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth
  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading
  /// The place of an answer that it names.
  func place(_ evaluator: some Evaluating, _ scope: Scope) -> Place
  /// What the readings of a column come to; for words that go along a chain.
  func together(_ readings: [Reading]) -> Reading
  /// When it reads what is not asked or does not apply.
  var absence: Absence { get }
  /// The word in the pack's own words again.
  func said(by speaker: some Speaking) -> String
  /// Whether it stands in brackets where it is part of another condition.
  var isJoined: Bool { get }
}

extension ExpressionWord {
  package func place(_ evaluator: some Evaluating, _ scope: Scope) -> Place { .none }
  package func together(_ readings: [Reading]) -> Reading { .unknown }
  package var isJoined: Bool { false }
}

/// A word that is true or not.
protocol ConditionWord: ExpressionWord {}

extension ConditionWord {
  package func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    switch truth(evaluator, scope) {
    case .yes: .value(.boolean(true))
    case .no: .value(.boolean(false))
    case .unknown: .unknown
    }
  }
}

/// A word that has a value.
protocol ValueWord: ExpressionWord {}

extension ValueWord {
  package func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    switch reading(evaluator, scope) {
    case .value(.boolean(let bool)): Truth(bool)
    case .value, .absent: .no
    case .unknown: .unknown
    }
  }
}

/// When an expression reads a place that is not asked or does not apply, and not merely asks about
/// its state.
package enum Absence: Sendable {
  /// It asks about states, or about a table's rows, or reads no answer at all.
  case never
  case inAnyPart
  case inAllParts
  case inFirstPart
  /// It is the place.
  case itself
}

/// Where the answer is that an expression names.
package enum Place: Sendable {
  case member(Member, row: Int?)
  /// The row or group that a pointer names has no such member.
  case missing
  /// It names no place.
  case none
}

/// What stands for the places of a pack when an expression is said in words.
package protocol Speaking {
  /// The whole id of a question or value.
  func name(_ member: Member) -> String
  /// A value as a pack writes it.
  func written(_ value: Value) -> String
}

extension Speaking {
  package func words(_ expression: Expression) -> String { expression.word.said(by: self) }

  func list(_ expressions: [Expression]) -> String {
    expressions.map(words).joined(separator: ", ")
  }

  /// In brackets where it is made of several conditions.
  func grouped(_ expression: Expression) -> String {
    let word = expression.word
    return word.isJoined ? "(\(word.said(by: self)))" : word.said(by: self)
  }

  /// What a quantifier goes over, with its condition.
  func over(_ range: Expression.Range, _ condition: Expression?) -> String {
    let table =
      switch range {
      case .rows(let number), .ticks(let number): name(.question(number))
      case .report(let table): table.rawValue
      }
    return table + (condition.map { " where \(words($0))" } ?? "")
  }
}
