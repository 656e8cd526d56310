import PackModel
import PlainText

/// What makes words no answer, though they name one: marks of doubt, boxes, and words that stand where an
/// answer is missing.
package enum Doubts {
  /// Whether words ask, are struck out, or have the mark of a note behind them.
  static func isInDoubt(_ text: String) -> Bool {
    text.contains { "?？~".contains($0) } || text.last.map { "*†‡§^#".contains($0) } == true
  }

  /// What names an option and doubts it is refused; own words may ask what they like.
  static func refuse(_ text: String, _ names: OptionNames) throws(AnswerError) {
    let question = names.question
    guard !question.options.contains(where: { $0.display == text }) else { return }
    if isEmptyBox(text) { throw .emptyBox(text) }
    guard isInDoubt(text), !question.open || !names.named(text).isEmpty,
      !question.options.contains(where: { $0.names.contains(where: isInDoubt) })
    else { return }
    throw .inDoubt(text)
  }

  private static let emptyBoxes = [
    "[ ]", "[]", "( )", "()", "☐", "□", "▢", "○", "◯", "✗", "✘", "❌",
  ]
  private static let ticked = ["[x]", "[X]", "(x)", "(X)", "☑", "☒", "✓", "✔", "✅", "■", "●"]

  /// Whether a box stands before words, and nobody has ticked it.
  static func isEmptyBox(_ text: String) -> Bool {
    let words = text.drop { $0 == "-" || $0 == "*" || $0 == "•" || $0 == " " }
    return emptyBoxes.contains { words.hasPrefix($0) }
  }

  /// Without a box that is ticked.
  static func withoutTick(_ text: String) -> String {
    let words = text.drop { $0 == "-" || $0 == "*" || $0 == "•" || $0 == " " }
    guard let box = ticked.first(where: { words.hasPrefix($0) }) else { return text }
    return String(words.dropFirst(box.count).trimmed)
  }

  static func isTicked(_ text: String) -> Bool { withoutTick(text) != text }

  /// Whether words stand where an answer is missing: "N/A", "TBD", "~", "...".
  package static func isPlaceholder(_ text: String) -> Bool {
    let word = String(AnswerReading.plain(text).trimmed)
    if word.allSatisfy({ "-_~?.…/*".contains($0) }) { return true }
    // What a spreadsheet shows where a formula has failed.
    if word.first == "#", word.last == "!" || word.last == "?" || word.uppercased() == "#N/A" {
      return true
    }
    let bare = word.lowercased().filter { $0 != "." && $0 != " " }
    if word.contains("."), bare == "na" || bare == "ka" { return true }
    return placeholders.contains(FoldedName(word).key)
  }

  private static let placeholders: Set = [
    "n a", "tbd", "tbc", "tba", "null", "xxx", "xxxx", "todo", "to be determined",
    "to be confirmed", "to be decided", "to be defined", "to be advised", "to be announced",
    "to be completed", "to be agreed", "not applicable", "not known", "unknown", "keine angabe",
    "keine angaben", "nicht zutreffend", "nicht anwendbar", "unbekannt", "entfallt", "entfaellt",
    "noch offen", "folgt",
  ]
}
