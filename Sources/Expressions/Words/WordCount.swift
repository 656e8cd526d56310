import PackModel

/// `words of a`: how many words a text has.
struct WordCount: ValueWord, OpeningWord {
  let text: Expression

  // MARK: Grammar

  static let opens = ["words"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    try parser.expect("of")
    return Typed(expression: .words(try parser.operand().expression), kind: .number)
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    let found = evaluator.reading(text, scope)
    guard case .value(.text(let text)) = found else { return found }
    return .value(.number(text.split(whereSeparator: \.isWhitespace).count))
  }

  var absence: Absence { .inAnyPart }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "words of \(speaker.words(text))" }
}
