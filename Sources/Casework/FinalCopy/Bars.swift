import Drafting
import Interview

/// What stands in the way of a final copy, as the command line says it: a sentence each, and what to
/// type.
enum Bars {
  static func line(_ bar: FinalBar, _ evaluation: Evaluation) -> String {
    let sentence = evaluation.sentence(bar)
    switch bar {
    case .blank(_, let key?):
      let path = evaluation.path(of: key)
      return "\(sentence) Answer \(path), or leave it open: --leave \(path)=\"why it stays open\"."
    case .critical(let words):
      return "\(sentence) Or publish over it by name: "
        + "--despite \(words.id)=\"why the risk is taken\"."
    case .duty, .deviation, .blank: return sentence
    }
  }
}
