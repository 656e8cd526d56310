import Interview
import PackModel

/// An amount of money.
struct AskedMoney: AskedKind {
  func field(_ maker: FieldMaker) -> Field {
    maker.line { line in
      line.takesMoney = true
      line.units = currencies(maker.question)
      if case .money(let money)? = maker.value {
        if !line.units.contains(money.currency) { line.units.append(money.currency) }
        line.unit = line.units.firstIndex(of: money.currency) ?? 0
      }
    }
  }

  private func currencies(_ question: Question) -> [String] {
    let usual = ["EUR", "USD", "GBP", "CHF"]
    guard let first = question.currency else { return usual }
    return [first] + usual.filter { $0 != first }
  }

  /// Without its currency, which stands behind the field.
  func typed(_ value: Value, of question: Question, _ language: Language) -> String {
    guard case .money(let money) = value else { return Evaluation.written(value) }
    return String(language.money(money).dropFirst(4))
  }

  func line(_ question: Question, _ field: Field) -> String {
    "Type an amount, such as \(example(question))."
  }

  func form(_ asking: SheetAsking) -> [String] {
    ["Write an amount, such as \(example(asking.question))."]
  }

  private func example(_ question: Question) -> String { "\(question.currency ?? "EUR") 10,000" }

  /// A number needs no long field; its currency stands close behind it.
  var widest: Int { 20 }

  var isReadBack: Bool { true }

  func readBack(_ value: Value, at slot: Slot, _ file: OpenMatter) -> String? {
    file.evaluation.shown(value, of: slot.question, in: file.language)
  }
}
