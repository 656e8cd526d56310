extension PaperWords {
  /// The folded words with those signs between them, each as a word, that change what is said: of money,
  /// %, <, ≥, ☒.
  static func compared(_ text: String) -> String {
    let scalars = text.unicodeScalars
    var words: [String] = []
    var start = scalars.startIndex
    for at in scalars.indices where isTelling(scalars[at]) {
      words.append(folded(String(scalars[start..<at])))
      words.append(String(scalars[at]))
      start = scalars.index(after: at)
    }
    if words.isEmpty { return folded(text) }
    words.append(folded(String(scalars[start...])))
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether another sign in its place would say something else.
  private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "$", "%", "+", "<", "=", ">", "‰", "\u{2610}"..."\u{2612}", "\u{2713}"..."\u{2718}": true
    case _ where scalar.isASCII: false
    default:
      switch scalar.properties.generalCategory {
      case .currencySymbol, .mathSymbol: true
      default: false
      }
    }
  }
}

extension PaperPassage {
  /// What stands there, the number alone where there is nothing else: `Schedule 1`.
  var words: String { text.isEmpty ? number ?? "" : text }
}
