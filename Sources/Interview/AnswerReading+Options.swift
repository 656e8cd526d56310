import PackModel

/// Reads words as values, kind by kind. One reader for all that comes in: typed, pasted, from a file,
/// a sheet or a command line. What it does not know whole it refuses; it never guesses.
package enum AnswerReading {
  static func boolean(_ text: String) throws(AnswerError) -> Value {
    guard !Doubts.isInDoubt(text) else { throw .inDoubt(text) }
    return switch FoldedName(text).key {
    case "yes", "y", "true", "ja", "j": .boolean(true)
    case "no", "n", "false", "nein": .boolean(false)
    default: throw .notYesOrNo
    }
  }

  static func tick(_ text: String, _ names: OptionNames) throws(AnswerError) -> Tick {
    let question = names.question
    try Doubts.refuse(text, names)
    let text = Doubts.withoutTick(text)
    let found = names.named(text)
    if found.count == 1 { return .code(found[0].code) }
    if found.count > 1 {
      throw .severalOptions(text, found)
    }
    guard question.open else { throw refusal(of: text, question) }
    guard !Doubts.isPlaceholder(text) else { throw .placeholder(text) }
    // What looks like a code and is nearly one of ours was meant to be it.
    if looksLikeCode(text), let near = NearWord.of(text, in: question.options.map(\.code)) {
      throw .nearlyACode(text, near)
    }
    return .other(text)
  }

  private static func looksLikeCode(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

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
