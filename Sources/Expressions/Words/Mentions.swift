import PackModel

/// `a mentions "one", "two"`: a text has one of the words in it.
struct Mentions: ConditionWord, JoiningWord {
  let text: Expression
  let words: [String]

  // MARK: Grammar

  static let joins = ["mentions"]

  static func read(
    after left: Typed, _ sign: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    var words: [String] = []
    repeat {
      guard case .string(let word) = parser.peek else {
        throw parser.fault(
          "`mentions` wants words in quotes.", "Write `a mentions \"one\", \"two\"`.")
      }
      parser.skip()
      words.append(word)
    } while parser.takes(",")
    return .truth(.mentions(left.expression, words))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    switch evaluator.reading(text, scope) {
    case .value(.text(let text)): Truth(words.contains { WordMention.has(text, $0) })
    case .value, .absent: .no
    case .unknown: .unknown
    }
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String {
    "\(speaker.words(text)) mentions \(words.map { "\"\($0)\"" }.joined(separator: ", "))"
  }
}
