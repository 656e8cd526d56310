extension Value {
  /// What is chosen of a question's options; empty for a value that is no choice.
  package var chosen: [Tick] {
    switch self {
    case .choice(let tick): [tick]
    case .checks(let ticks): ticks
    default: []
    }
  }

  /// What a value says in words that may be compared: its ticks, and what else is one word.
  package var ticks: [Tick] {
    switch self {
    case .choice(let tick): [tick]
    case .checks(let ticks): ticks
    case .boolean(let bool): [.code(bool ? "yes" : "no")]
    case .row(let row): [.code(row)]
    case .text(let text): [.other(text)]
    default: []
    }
  }
}
