import Findings
import Interview
import PackModel

/// What was noted in a review, in words.
struct ReviewWords {
  let evaluation: Evaluation
  let language: Language

  func callAsFunction(_ said: SourcedValue?, or otherwise: String = "") -> String {
    guard let said else { return otherwise }
    let text: String
    switch said.member {
    case .question(let number):
      text = evaluation.shown(said.value, of: number, in: language)
    case .calculated(let number): text = decided(said.value, number)
    }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A decision's code in words: with a phrase's words where one goes by it, else the code.
  private func decided(_ value: Value, _ number: Int) -> String {
    switch value {
    case .choice(.code(let code)): return code.replacing("-", with: " ")
    case .quantity(let quantity): return language.quantity(quantity)
    case .money(let money): return language.money(money)
    default: return Evaluation.written(value)
    }
  }

  func callAsFunction(_ amount: Amount) -> String {
    if let value = amount.value { return language.quantity(value) }
    return "not known"
  }

  /// The earliest start of a company that takes another's place.
  func earliest(_ node: Chain.Node) -> String {
    guard let start = node.earliest.value else { return "not known" }
    let words = "after \(language.quantity(start))"
    return node.leavesTimeToObject == .no ? "\(words), before the time to object ends" : words
  }
}
