import Expressions
import PackModel

/// All that the compiler knows of the kinds of questions, beside what each is called.
extension QuestionSymbol {
  /// What an expression that names it comes to.
  ///
  /// - Parameter number: its own.
  func comesTo(_ number: Int) -> StaticKind {
    switch kind {
    case .group, .display: .row([number])
    case .boolean: .truth
    case .choice:
      options.isEmpty ? .row(owners) : .code(codes, question: number, open: isOpen)
    case .checks: .ticks(codes, question: number, open: isOpen)
    case .string, .text: .text
    case .date: .date
    case .quantity: .quantity(units)
    case .money: .money
    case .table: .table(number)
    }
  }

  private var codes: Set<String> { Set(options.map(\.option.code)) }

  /// What a `case` may name, and together must name. In a paper that is signed a blank stands for
  /// what is unsettled.
  func caseCodes(isSigned: Bool) -> Set<String> {
    switch kind {
    case .boolean: ["yes", "no"]
    case .checks, .table: ["some", "none"]
    case .group, .display, .choice, .string, .text, .date, .quantity, .money:
      Set(options.lazy.map(\.option).filter { !($0.unsettled && isSigned) }.map(\.code))
        .union(isOpen ? ["other"] : [])
    }
  }

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
