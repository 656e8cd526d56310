import PackModel

/// What is known of an expression before any answer.
package enum StaticKind: Equatable, Sendable {
  case truth
  /// A code of a choice, a decision or an attribute; `question` has its options.
  case code(Set<String>, question: Int?, open: Bool)
  case ticks(Set<String>, question: Int, open: Bool)
  case text
  case date
  case quantity([Unit])
  case money
  case number
  /// A row of one of these tables or groups.
  case row([Int])
  case table(Int)
  case unknown

  /// Whether own words may stand for a code.
  package var isOpen: Bool {
    switch self {
    case .code(_, _, let open), .ticks(_, _, let open): open
    default: false
    }
  }

  /// What either of two can be.
  package func joined(with other: StaticKind) -> StaticKind {
    if self == other { return self }
    guard let mine = codes, let theirs = other.codes else { return .unknown }
    var (question, isOpen): (Int?, Bool) = (nil, false)
    for case .code(_, let own, let open) in [self, other] {
      question = question ?? own
      isOpen = isOpen || open
    }
    return .code(mine.union(theirs), question: question, open: isOpen)
  }

  /// What `<` and `>` would compare; nil where that is not known.
  package var measure: String? {
    switch self {
    case .quantity: "a quantity"
    case .money: "money"
    case .date: "a date"
    case .number: "a number"
    case .text: "text"
    case .truth: "yes or no"
    case .code, .ticks: "a code"
    case .row, .table: "a row"
    case .unknown: nil
    }
  }

  /// The codes it can have, where it has codes.
  package var codes: Set<String>? {
    switch self {
    case .code(let codes, _, _), .ticks(let codes, _, _): codes
    case .truth: ["yes", "no"]
    default: nil
    }
  }
}
