/// One of a question's options, or the user's own words where the question is open to them.
package enum Tick: Hashable, Sendable {
  case code(String)
  case other(String)
}

/// A value that an answer, a norm or an expression has.
package enum Value: Hashable, Sendable {
  case boolean(Bool)
  case choice(Tick)
  /// In the order of the options; own words last.
  case checks([Tick])
  case text(String)
  case date(CalendarDate)
  case quantity(Quantity)
  case money(Money)
  /// A row of a table by its id, or a group by its linkId.
  case row(String)
  /// A count; no question has it.
  case number(Int)

  /// The choice of one option.
  package static func code(_ code: String) -> Value { .choice(.code(code)) }

  /// The kind of question that it is an answer to, or was.
  package var kind: QuestionKind {
    switch self {
    case .boolean: .boolean
    case .choice, .row: .choice
    case .checks: .checks
    case .text: .string
    case .date: .date
    case .quantity, .number: .quantity
    case .money: .money
    }
  }
}

/// What an expression reads: a value; *unknown*, because an answer is open, unknown or parked;
/// *absent*, because the question is not asked or not applicable.
package enum Reading: Hashable, Sendable {
  case value(Value)
  case unknown
  case absent
}

/// Kleene's three truth values.
package enum Truth: Hashable, Sendable {
  case yes, no, unknown

  /// *yes* or *no*, as told.
  package init(_ bool: Bool) { self = bool ? .yes : .no }

  package static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  package static func && (a: Truth, b: Truth) -> Truth {
    a == .no || b == .no ? .no : a == .unknown || b == .unknown ? .unknown : .yes
  }

  package static func || (a: Truth, b: Truth) -> Truth {
    a == .yes || b == .yes ? .yes : a == .unknown || b == .unknown ? .unknown : .no
  }
}
