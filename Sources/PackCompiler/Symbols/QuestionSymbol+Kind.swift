import Expressions
import PackModel

extension QuestionSymbol {
  /// A value as FORMAT.md, Values, writes it; nil where it does not fit the question.
  func value(_ words: String) -> Value? {
    switch kind {
    case .boolean: return words == "yes" ? .boolean(true) : words == "no" ? .boolean(false) : nil
    case .choice:
      if options.isEmpty { return .row(words) }
      return tick(words).map { .choice($0) }
    case .checks:
      let parts = words.split(separator: ",").map { part in
        String(part.drop { $0 == " " })
      }
      let ticks = parts.compactMap(tick)
      guard ticks.count == parts.count else { return nil }
      let known = options.map { Tick.code($0.option.code) }.filter(ticks.contains)
      return .checks(known + ticks.filter { !known.contains($0) })
    case .string, .text: return .text(words)
    case .date: return CalendarDate(iso: words).map { .date($0) }
    case .quantity:
      guard case .quantity(let quantity)? = constant(words) else { return nil }
      return units.isEmpty || units.contains(quantity.unit) ? .quantity(quantity) : nil
    case .money:
      guard case .money(let money)? = constant(words) else { return nil }
      return .money(money)
    case .group, .display, .table: return nil
    }
  }

  private func tick(_ word: String) -> Tick? {
    if options.contains(where: { $0.option.code == word }) { return .code(word) }
    return isOpen ? .other(word) : nil
  }
}
