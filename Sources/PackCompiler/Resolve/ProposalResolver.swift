import Expressions
import PackModel

/// What other answers come to.
struct ProposalResolver {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// - Parameter number: the question's.
  func proposals(_ fields: Fields, _ scope: Scope, for number: Int) -> [Proposal] {
    fields.oneOrMore("proposal").compactMap { node in
      Fields(node, .proposal, resolver.report).flatMap { proposal($0, scope, number) }
    }
  }

  private func proposal(_ fields: Fields, _ scope: Scope, _ number: Int) -> Proposal? {
    let question = resolver.symbols.questions[number]
    let when = resolver.expression(fields, "when", scope)
    let because = fields.words("because") ?? ""
    if let value = fields["value"] {
      // A value alone does not say where it comes from.
      let because = fields.required("because")
      if question.kind == .table, value.words == "none" {
        return Proposal(from: nil, when: when, because: because)
      }
      return SuggestionResolver(resolver).value(value, for: question).map {
        Proposal(from: .value($0), when: when, because: because)
      }
    }
    let key = fields["rows"] == nil ? "from" : "rows"
    guard let node = fields[key], let words = node.words else {
      resolver.report.add(
        .missingKey, fields.place, "This proposal does not say what it comes from.",
        "Add `from: QUESTION`, `rows: COLUMN`, or `value: VALUE` with `because: …`.")
      return nil
    }
    var inside = scope
    inside.loose = key == "rows"
    guard let typed = resolver.typed(words, node.textPlace, inside) else { return nil }
    guard fits(typed.kind, question),
      key == "from" || typed.member.map { resolver.symbols.table(of: $0) != nil } ?? false
    else {
      resolver.report.add(
        .wrongShape, node.textPlace,
        "What this comes to is no answer to \(question.id), a \(question.kind.rawValue).",
        "Name what has the same type, or give a `value`.")
      return nil
    }
    return Proposal(
      from: typed.expression, ofRows: key == "rows", when: when, because: because)
  }

  /// Whether what an expression comes to can be an answer. Whether it is accepted is seen when it is
  /// there.
  private func fits(_ kind: StaticKind, _ question: QuestionSymbol) -> Bool {
    switch (question.kind, kind) {
    case (.boolean, .truth), (.date, .date), (.quantity, .quantity), (.money, .money),
      (.string, .text), (.text, .text):
      return true
    case (.choice, .row): return question.options.isEmpty
    case (.choice, .code(let codes, _, _)), (.checks, .code(let codes, _, _)),
      (.checks, .ticks(let codes, _, _)):
      return !codes.isDisjoint(with: question.options.map(\.option.code))
    default: return false
    }
  }
}
