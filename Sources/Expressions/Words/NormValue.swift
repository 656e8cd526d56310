import PackModel

/// `norm ID`: short for the value that the norm has.
enum NormValue: OpeningWord {
  static let opens = ["norm"]

  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed {
    parser.skip()
    let before = parser.offset
    let id = try parser.name()
    guard let norm = parser.names.norm(id) else {
      throw parser.names.unknown(.norm, id).moved(by: before)
    }
    guard let value = norm.value else {
      throw GrammarFault(
        .brokenValue, "The norm \(id) has no value.",
        "Name a norm that has one, or give it one in norms.yaml.", offset: before)
    }
    return try Share.read(after: Literal.typed(value), &parser)
  }
}
