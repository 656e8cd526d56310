import PackModel
import PlainText

/// Reads words as values, kind by kind. One reader for all that comes in: typed, pasted, from a file,
/// a sheet or a command line. What it does not know whole it refuses; it never guesses.
package enum AnswerReading {
  static func boolean(_ text: String) throws(AnswerError) -> Value {
    guard !isInDoubt(text) else { throw .inDoubt(text) }
    return switch FoldedName(text).key {
    case "yes", "y", "true", "ja", "j": .boolean(true)
    case "no", "n", "false", "nein": .boolean(false)
    default: throw .notYesOrNo
    }
  }

  static func tick(_ text: String, _ names: OptionNames) throws(AnswerError) -> Tick {
    let question = names.question
    try refuseDoubt(text, names)
    let text = withoutTick(text)
    let found = names.named(text)
    if found.count == 1 { return .code(found[0].code) }
    if found.count > 1 {
      throw .severalOptions(text, found)
    }
    guard question.open else { throw refusal(of: text, question) }
    guard !isPlaceholder(text) else { throw .placeholder(text) }
    // What looks like a code and is nearly one of ours was meant to be it.
    if looksLikeCode(text), let near = NearWord.of(text, in: question.options.map(\.code)) {
      throw .nearlyACode(text, near)
    }
    return .other(text)
  }

  private static func looksLikeCode(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  // MARK: Marks

  /// Whether words ask, are struck out, or have the mark of a note behind them.
  static func isInDoubt(_ text: String) -> Bool {
    text.contains { "?？~".contains($0) } || text.last.map { "*†‡§^#".contains($0) } == true
  }

  /// What names an option and doubts it is refused; own words may ask what they like.
  static func refuseDoubt(_ text: String, _ names: OptionNames) throws(AnswerError) {
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
    let word = String(plain(text).trimmed)
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

  // MARK: What was probably meant

  /// Says that a text names no option, and which ones it comes near.
  static func refusal(of text: String, _ question: Question) -> AnswerError {
    .noOption(text, near: nearest(text, question), of: question.options)
  }

  private static func nearest(_ text: String, _ question: Question) -> [Option] {
    let wanted = FoldedName(text)
    // Of what is written in capitals also a word alone may be a code.
    let capitals = text.split { !$0.isLetter }.filter {
      $0.count > 1 && $0.allSatisfy(\.isUppercase)
    }
    .map { FoldedName($0).key }
    let ranked = question.options.enumerated().compactMap { at, option -> (Int, Int, Option)? in
      let ranks = option.names.compactMap { rank(FoldedName($0), wanted, capitals) }
      return ranks.min().map { ($0, at, option) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(AnswerError.fewestOptions).map(\.2)
  }

  /// How near a name is to what was written: the smaller, the nearer.
  private static func rank(
    _ name: FoldedName, _ wanted: FoldedName, _ capitals: [String]
  ) -> Int? {
    if capitals.contains(name.key) { return 0 }
    if name.key.utf8.count > 3, " \(wanted.key) ".contains(" \(name.key) ") { return 0 }
    guard wanted.key.utf8.count > 2 else { return nil }
    if " \(name.key) ".contains(" \(wanted.key) ") { return 1 }
    if let distance = NearWord.distance(wanted.key, name.key) { return 1 + distance }
    return name.key.hasPrefix(wanted.key) ? 9 : nil
  }
}
