extension Question {
  /// Whether a value is of the kind that is asked for. An answer that was given to an older
  /// questionnaire may not be.
  package func takes(_ value: Value) -> Bool {
    func knows(_ tick: Tick) -> Bool {
      switch tick {
      case .code(let code): option(code) != nil
      case .other: open
      }
    }
    return switch (kind, value) {
    case (.boolean, .boolean), (.string, .text), (.text, .text), (.date, .date), (.money, .money):
      true
    case (.choice, .choice(let tick)): knows(tick)
    case (.choice, .row): !rowsOf.isEmpty
    case (.checks, .checks(let ticks)): ticks.allSatisfy(knows)
    case (.quantity, .quantity(let quantity)): units.contains(quantity.unit)
    default: false
    }
  }
}
