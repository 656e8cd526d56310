import PackModel

/// Whether a value is what a text says, judged by other means than the program's own.
enum Sense {
  static func agrees(_ value: Value, with text: String, _ countries: [Option]) -> Bool {
    switch value {
    case .boolean(let yes):
      return (yes ? ["yes", "y", "true", "ja", "j"] : ["no", "n", "false", "nein"])
        .contains(letters(text))
    case .choice(.code(let code)):
      let said = letters(text)
      return countries.first { $0.code == code }?.names.contains {
        let name = letters($0)
        return name == said || name == "the" + said || "the" + name == said
      } == true
    case .checks(let ticks):
      let said = letters(text)
      return ticks.isEmpty
        ? ["none", "noneofthese", "keine", ""].contains(said)
        : ticks.allSatisfy { tick in
          guard case .code(let code) = tick else { return false }
          return said.contains(code == "crypto" ? "encryptionaes256orbetter" : code)
            || said.contains(code)
        }
    case .text(let kept): return letters(kept) == letters(text)
    case .date(let date): return agrees(date, with: text)
    case .quantity(let quantity):
      guard let amount = number(text) else { return false }
      let unit = String(text.lowercased().filter(\.isLetter).prefix(1))
      return abs(amount * 1000 - Double(quantity.thousandths)) < 0.5
        && (quantity.unit == .day ? ["d", "t", ""] : ["h", "s", ""]).contains(unit)
    case .money(let money):
      guard var amount = number(text) else { return false }
      for word in words(text) { amount *= factors[word] ?? 1 }
      let kept = Double(money.minor) / Double(Money.factor(of: money.currency))
      return abs(amount - kept) <= kept * 1e-12 && !words(text).contains { !isKnown($0) }
    default: return false
    }
  }

  private static let factors: [String: Double] = [
    "k": 1e3, "tsd": 1e3, "thousand": 1e3, "mio": 1e6, "million": 1e6, "millionen": 1e6, "m": 1e6,
    "mn": 1e6, "mln": 1e6, "bn": 1e9, "mrd": 1e9, "billion": 1e9, "mm": 1e6, "mia": 1e9, "mld": 1e9,
  ]

  private static func isKnown(_ word: String) -> Bool {
    factors[word] != nil || ["euro", "euros", "us"].contains(word) || word.count == 3
  }

  private static func letters(_ text: String) -> String {
    // Accents tell no two names apart.
    String(FoldedName(text).whole.filter { $0.isLetter || $0.isNumber })
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The one number of a text, with a point before its decimals.
  private static func number(_ text: String) -> Double? {
    let bare = text.filter { !$0.isWhitespace && !",'’".contains($0) }
    let runs = bare.split { !($0.isASCII && $0.isNumber) && $0 != "." }
      .filter { $0.contains(where: \.isNumber) }
    guard runs.count == 1, let run = runs.first else { return nil }
    return Double(run.last == "." ? run.dropLast() : run)
  }

  private static func agrees(_ date: CalendarDate, with text: String) -> Bool {
    var numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    // Midnight, as databases write it.
    if text.contains(":") { while numbers.count > 3, numbers.last == 0 { numbers.removeLast() } }
    if numbers.count == 1, let all = numbers.first, all > 1_000_000 {
      numbers = [all / 10_000, all / 100 % 100, all % 100]
    }
    let lower = text.lowercased()
    if numbers.count == 2 {
      let (english, german) = (
        Language.months[date.month - 1].lowercased().prefix(3),
        Typing.german[date.month - 1].lowercased().prefix(3)
      )
      return (lower.contains(english) || lower.contains(german) || lower.contains("mrz"))
        && Set(numbers) == [date.day, date.year]
    }
    return numbers.count == 3
      && [
        [date.year, date.month, date.day], [date.day, date.month, date.year],
        [date.month, date.day, date.year],
      ].contains(numbers)
  }
}
