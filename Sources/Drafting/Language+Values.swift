import PackModel

extension Language {
  /// A value without its question: a code as a word, a text on one line.
  func plain(_ value: Value, _ format: Placeholder.Format = .plain) -> String {
    switch value {
    case .boolean(let bool): return bool ? "yes" : "no"
    case .text(let text): return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .date(let date): return self.date(date)
    case .quantity(let quantity): return self.quantity(quantity, words: format == .words)
    case .money(let money): return self.money(money)
    case .number(let number):
      return format == .words ? numberInWords(number) : self.number(number)
    case .row(let id): return id
    case .choice, .checks:
      return list(value.codes.map { $0.replacing("-", with: " ") })
    }
  }
}

extension Value {
  /// The words of a value that stands for options: their codes, or the user's own.
  var codes: [String] {
    switch self {
    case .choice(.code(let code)): [code]
    case .choice(.other(let text)): [text]
    case .checks(let ticks):
      ticks.map { tick in
        switch tick {
        case .code(let code): code
        case .other(let text): text
        }
      }
    case .boolean(let bool): [bool ? "yes" : "no"]
    default: []
    }
  }
}
