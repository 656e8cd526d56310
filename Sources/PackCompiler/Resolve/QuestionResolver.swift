import Expressions
import PackModel

/// The questions with all that is said of each.
struct QuestionResolver {
  private let resolver: Resolver
  private let options: OptionResolver
  private let deviations: DeviationResolver
  private let suggestions: SuggestionResolver
  private let proposals: ProposalResolver

  /// - Parameter authorities: those of the pack: a deviation asks whether one is law.
  init(_ resolver: Resolver, _ authorities: [Authority]) {
    self.resolver = resolver
    options = OptionResolver(resolver)
    deviations = DeviationResolver(resolver, authorities)
    suggestions = SuggestionResolver(resolver)
    proposals = ProposalResolver(resolver)
  }

  func questions() -> [Question] {
    var found: [Question] = []
    for (number, symbol) in resolver.symbols.questions.enumerated() {
      // An owner stands before what it holds.
      found.append(question(number, symbol, in: symbol.parent.map { found[$0] }))
    }
    AliasCheck(resolver, found).run()
    return found
  }

  private func question(_ number: Int, _ symbol: QuestionSymbol, in owner: Question?) -> Question {
    let fields = symbol.fields
    let scope = Scope(resolver.symbols, of: number)
    let short = fields.words("shortText") ?? ""
    var question = Question(
      linkId: symbol.id, kind: symbol.kind, step: symbol.step, text: fields.words("text") ?? "",
      shortText: short)
    if let owner, !owner.shortText.isEmpty, owner.kind == .group {
      question.shortText = "\(owner.shortText): \(short)"
    }
    question.aliases = fields.list("alias").map(\.words)
    question.help = fields.words("help") ?? ""
    question.why = fields.words("why") ?? ""
    question.market = fields.words("market") ?? ""
    question.example = fields.words("example") ?? ""
    question.authority = resolver.authorities(fields)
    question.terms = resolver.ids(.term, fields, "terms")
    question.required = fields.flag("required")
    question.short = fields.flag("short")
    question.enableWhen = resolver.conditions[number]
    question.constraints = constraints(fields, scope)
    question.deviations = deviations.deviations(fields, scope)
    question.suggestion = suggestions.suggestion(fields, for: symbol)
    question.proposals = proposals.proposals(fields, scope, for: number)
    question.follows = resolver.inlines(fields, "follows", scope)
    question.options = options.options(symbol, scope)
    question.open = symbol.isOpen
    question.rowsOf = fields.list("rowsOf").compactMap { resolver.question($0.words, $0.place) }
    question.offer = offer(fields, scope)
    question.units = symbol.units
    question.currency = currency(fields)
    question.parent = symbol.parent
    question.children = symbol.children
    question.rows = options.rows(number, symbol)
    question.calculated = symbol.calculated
    require(fields, question, symbol)
    return question
  }

  /// Every question has what the user may ask about it, and a choice what is chosen from.
  private func require(_ fields: Fields, _ question: Question, _ symbol: QuestionSymbol) {
    if question.kind == .choice || question.kind == .checks, question.options.isEmpty,
      fields["rowsOf"] == nil
    {
      resolver.report.add(
        .missingKey, fields.place, "A \(question.kind.rawValue) needs its options.",
        "Add `answerOption`, `list` or `rowsOf`.")
    }
    func missing(_ key: String) {
      resolver.report.add(
        .missingHelp, fields.place, "The question \(question.linkId) has no `\(key)`.",
        "Add `\(key): …`; every question can say it.")
    }
    if question.text.isEmpty { missing("text") }
    if question.kind == .display || symbol.isPage { return }
    if fields.words("shortText") == nil { missing("shortText") }
    if question.kind == .group || symbol.table != nil { return }
    if question.help.isEmpty { missing("help") }
    if question.why.isEmpty { missing("why") }
    if question.authority.isEmpty { missing("authority") }
  }

  private func currency(_ fields: Fields) -> String? {
    guard let currency = fields.words("currency") else { return nil }
    if !Currency.isOne(currency) {
      resolver.report.add(
        .unknownWord, fields["currency"]?.place ?? fields.place, "“\(currency)” is no currency.",
        "Write the code of ISO 4217 in capitals, such as EUR.")
    }
    return currency
  }

  private func constraints(_ fields: Fields, _ scope: Scope) -> [Constraint] {
    fields.oneOrMore("constraint").compactMap { node in
      guard let rule = Fields(node, .constraint, resolver.report),
        rule["require"]?.words != nil
      else { return nil }
      let human = rule.required("human")
      return resolver.expression(rule, "require", scope).map {
        Constraint(require: $0, human: human)
      }
    }
  }

  private func offer(_ fields: Fields, _ scope: Scope) -> Offer? {
    guard let name = fields.words("offer") else { return nil }
    guard let list = resolver.symbols.lists[name] else {
      resolver.report.add(
        resolver.symbols.unknown(.list, name), fields["offer"]?.place ?? fields.place)
      return nil
    }
    var offer = Offer(options: list.map(\.option))
    guard let by = fields.words("offerBy"), let place = fields["offerBy"]?.place else {
      return offer
    }
    if case .question(let column)? = scope.lookup([by])?.member {
      offer.by = column
      offer.attribute = by
    } else {
      resolver.report.add(resolver.symbols.unknown(.member, by), place)
    }
    return offer
  }
}
