import PackModel

/// `drafted OBLIGATION`: whether the draft meets it; in checks only.
struct Drafted: ConditionWord, OpeningWord {
  let obligation: String

  // MARK: Grammar

  static let opens = ["drafted"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    try parser.checksOnly("What the draft holds")
    parser.skip()
    let before = parser.offset
    let id = try parser.name()
    if id == "row" { return try DraftedRow.read(before, &parser) }
    guard parser.names.isObligation(id) else {
      throw parser.names.unknown(.obligation, id).moved(by: before)
    }
    return .truth(.drafted(id))
  }

  // MARK: Value

  func truth(_ evaluator: some Evaluating, _ scope: Scope) -> Truth {
    evaluator.drafted(obligation)
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "drafted \(obligation)" }
}
