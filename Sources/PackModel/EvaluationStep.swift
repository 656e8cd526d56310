/// A question's or calculated value's turn in an evaluation: what has to be known of it first. The
/// turns lie side by side in the pack's order, apart from the words, so that a big pack is walked in
/// a straight line.
package struct EvaluationStep: Sendable {
  /// The question or the calculated value.
  package let member: Member
  /// Empty for a calculated value.
  package let linkId: String
  /// nil for a calculated value.
  package let kind: QuestionKind?
  /// Whether an answer must meet something.
  package let isConstrained: Bool
  /// The group or table that holds it.
  package let parent: Int?
  /// What decides whether it is asked; nil where it always is.
  package let enableWhen: Expression?
  /// A bit for each unit that a quantity may have.
  private let units: Int

  init(_ member: Member, _ questions: [Question]) {
    switch member {
    case .question(let number): self.init(member, of: questions[number])
    case .calculated: self.init(calculated: member)
    }
  }

  private init(calculated member: Member) {
    self.member = member
    (linkId, kind, isConstrained, parent, enableWhen, units) = ("", nil, false, nil, nil, 0)
  }

  /// A question is looked at where it lies: copied whole, it would be as dear as all the rest.
  private init(_ member: Member, of question: borrowing Question) {
    self.member = member
    linkId = question.linkId
    kind = question.kind
    isConstrained = !question.constraints.isEmpty
    parent = question.parent
    enableWhen = question.enableWhen
    units = question.units.reduce(0) { $0 | $1.bit }
  }

  /// Whether a value is of the kind that the question asks for; nil where its options decide. An
  /// answer that was given to an older questionnaire may not be.
  package func takes(_ value: Value) -> Bool? {
    switch (kind, value) {
    case (.choice, .choice), (.choice, .row), (.checks, .checks): nil
    case (.quantity, .quantity(let quantity)): units & quantity.unit.bit != 0
    // A count is nobody's answer.
    case (_, .number): false
    default: kind?.values == value.kind
    }
  }
}

extension Unit {
  fileprivate var bit: Int {
    let place =
      switch self {
      case .hour: 0
      case .day: 1
      case .businessDay: 2
      case .week: 3
      case .month: 4
      case .year: 5
      case .percent: 6
      case .person: 7
      case .record: 8
      case .times: 9
      }
    return 1 << place
  }
}
