import PackModel

/// `worst of T.column`: the answer whose option stands last in its question's list.
struct Worst: ValueWord, OpeningWord {
  let column: Member
  let table: Int

  // MARK: Grammar

  static let opens = ["worst"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    try parser.expect("of")
    let (member, table) = try parser.column()
    return Typed(
      expression: .worst(member, table: table), kind: parser.names.kind(of: member))
  }

  // MARK: Value

  func reading(_ evaluator: some Evaluating, _ scope: Scope) -> Reading {
    guard case .question(let question) = column else { return .absent }
    let options = evaluator.options(of: question)
    var last: Int?
    for reading in evaluator.column(column, of: table, along: nil, scope) {
      switch reading {
      case .unknown: return .unknown
      case .value(.choice(.code(let code))):
        if let at = options.firstIndex(where: { $0.code == code }) { last = max(last ?? 0, at) }
      default: continue
      }
    }
    return last.map { .value(.code(options[$0].code)) } ?? .absent
  }

  var absence: Absence { .never }

  // MARK: Words

  func said(by speaker: some Speaking) -> String { "worst of \(speaker.name(column))" }
}
