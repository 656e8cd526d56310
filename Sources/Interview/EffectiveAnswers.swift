import PackModel

/// What the answers come to: for every question and calculated value a reading. Only `evaluate`
/// makes it, so an answer of an abandoned branch cannot be read from it.
package struct EffectiveAnswers: Sendable {
  /// By question; for a column one for every row of its table.
  var questions: [Slot]
  var calculated: [Slot]
  var tables: [Int: TableState]

  enum Slot: Sendable {
    case one(Reading, AnswerState)
    case rows([Reading], [AnswerState])
  }

  init(pack: Pack) {
    questions = Array(repeating: .one(.unknown, .open), count: pack.questions.count)
    calculated = Array(repeating: .one(.unknown, .open), count: pack.calculated.count)
    tables = [:]
  }

  /// - Parameter row: the number of the row, for a column or a calculated value of a table.
  package func reading(_ member: Member, row: Int? = nil) -> Reading {
    switch slot(member) {
    case .one(let reading, _): return reading
    case .rows(let readings, _):
      guard let row, readings.indices.contains(row) else { return .absent }
      return readings[row]
    }
  }

  package func state(_ member: Member, row: Int? = nil) -> AnswerState {
    switch slot(member) {
    case .one(_, let state): return state
    case .rows(_, let states):
      guard let row, states.indices.contains(row) else { return .notAsked }
      return states[row]
    }
  }

  /// A table's rows; nil for a question that is no table.
  package func table(_ question: Int) -> TableState? { tables[question] }

  func slot(_ member: Member) -> Slot {
    switch member {
    case .question(let number): questions[number]
    case .calculated(let number): calculated[number]
    }
  }
}

/// What is known of a table's rows.
package struct TableState: Sendable {
  package enum Standing: Hashable, Sendable {
    /// The rows are all there are.
    case whole
    /// Nobody has said yet, or there may be more.
    case unknown
    /// "There are none", not applicable or not asked.
    case none
  }

  package var standing: Standing
  /// Row ids of the user, or codes of the pack's rows.
  package var rows: [String]
  /// Whether a row of the pack applies; rows of the user always do.
  package var live: [Truth]
}
