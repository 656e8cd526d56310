import PackModel

extension Evaluation {
  /// A value as the screen shows it: options by their display.
  package func shown(_ value: Value, of question: Int, in language: Language = .british) -> String {
    let model = pack.questions[question]
    func words(_ tick: Tick) -> String {
      switch tick {
      case .code(let code): model.option(code)?.display ?? code
      case .other(let text): text
      }
    }
    switch value {
    case .boolean(let bool): return bool ? "Yes" : "No"
    case .choice(let tick): return words(tick)
    case .checks(let ticks):
      let items = ticks.map(words)
      // A comma between them would not be told from one inside them.
      if items.contains(where: { $0.contains(",") }) { return items.joined(separator: "; ") }
      return items.isEmpty ? "none of these" : language.list(items)
    case .text(let text): return text
    case .date(let date): return language.date(date)
    case .quantity(let quantity): return language.quantity(quantity)
    case .money(let money): return language.money(money)
    case .number(let number): return language.number(number)
    case .row(let id): return target(id, of: question) ?? id
    }
  }

  /// A value as it is typed and as files hold it: codes, ISO dates, `30 day`, `10000.50 EUR`.
  package static func written(_ value: Value) -> String {
    func words(_ tick: Tick) -> String {
      switch tick {
      case .code(let code): code
      case .other(let text): text
      }
    }
    switch value {
    case .boolean(let bool): return bool ? "yes" : "no"
    case .choice(let tick): return words(tick)
    case .checks(let ticks):
      let items = ticks.map(words)
      // Own words keep a comma or a semicolon of theirs behind another sign.
      if items.contains(where: { $0.contains(";") }) { return items.joined(separator: "\n") }
      if items.contains(where: { $0.contains(",") }) { return items.joined(separator: "; ") + ";" }
      return items.isEmpty ? "none" : items.joined(separator: ", ")
    case .text(let text): return text
    case .date(let date): return date.iso
    case .quantity(let quantity):
      return
        "\(plain(quantity.thousandths, places: 3)) \(quantity.unit == .percent ? "%" : quantity.unit.rawValue)"
    case .money(let money):
      return "\(plain(money.minor, places: Money.decimals(of: money.currency))) \(money.currency)"
    case .row(let id): return id
    case .number(let number): return String(number)
    }
  }

  private static func plain(_ units: Int, places: Int) -> String {
    var factor: UInt = 1
    for _ in 0..<places { factor *= 10 }
    // The least number of all has a magnitude that no Int holds.
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: factor)
    let sign = units < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: places - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
