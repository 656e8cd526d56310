import Expressions
import PackModel

/// `review.yaml`: what of the pack is what where a paper is reviewed.
struct ReviewResolver {
  private let resolver: Resolver
  private var symbols: SymbolTable { resolver.symbols }

  init(_ resolver: Resolver) { self.resolver = resolver }

  func review(_ fields: Fields) -> Review {
    var review = Review()
    review.paper = choice(fields, "paper", "paper", Review.Paper.allCases.map(\.rawValue))
    review.side = choice(fields, "side", "lens", ["controller", "processor"])
    review.title = resolver.question(fields, "title")
    review.controller = resolver.question(fields, "controller")
    func amount(_ key: String) -> Expression? {
      resolver.expression(fields, key, resolver.scope)
    }
    review.hours = amount("hours")
    review.notice = amount("notice")
    review.limit = amount("limit")
    review.objection = amount("objection")
    review.matrix = fields["matrix"].flatMap { columns($0, Self.matrixParts) }
    review.duties = fields.nodes("duties").compactMap { columns($0, Self.matrixParts) }
    review.reading = fields.nodes("reading").compactMap { columns($0, Self.readingParts) }
    review.chain = fields["chain"].flatMap { columns($0, Self.chainParts) }
    review.transfers = fields["transfers"].flatMap { columns($0, Self.transferParts) }
    review.evidence = fields.nodes("evidence").compactMap { columns($0, [.what, .where, .asOf]) }
    review.facts = fields.nodes("facts").compactMap { columns($0, Self.factParts) }
    if let id = fields.words("stale"), let place = fields["stale"]?.place,
      resolver.norm(id, place) != nil
    {
      review.stale = id
    }
    review.exposure = fields.list("exposure").compactMap { id, place in
      if let number = symbols.value(id) { return number }
      resolver.report.add(symbols.unknown(.member, id), place)
      return nil
    }
    review.terms = fields.nodes("terms").compactMap(term)
    review.insert = fields.nodes("insert").compactMap(assumption)
    review.vendor = resolver.question(fields, "vendor")
    review.service = resolver.question(fields, "service")
    let recommended = RecommendationResolver(resolver)
    review.decision = recommended.decision(fields)
    review.owners = recommended.owners(fields)
    review.due = recommended.due(fields)
    lookAtRows(review, fields)
    return review
  }

  private static let matrixParts: [Review.Part] = [
    .contract, .mechanism, .place, .quotation, .evidence, .evidencePlace, .evidenceDate,
    .proves, .otherPaper, .flaw,
  ]
  private static let readingParts: [Review.Part] = [
    .grade, .flaw, .place, .quotation, .otherPaper, .value,
  ]
  private static let chainParts: [Review.Part] = [
    .name, .engagedBy, .role, .tier, .seat, .country, .hours, .notice, .route,
  ]
  private static let transferParts: [Review.Part] = [
    .name, .importer, .seat, .country, .route, .module, .reason, .assessment,
  ]

  private static let factParts: [Review.Part] = [
    .provider, .product, .fact, .value, .asOf, .source, .confidence,
  ]

  /// `{ours: WORD, also: [WORD, …], asked: yes}`.
  private func term(_ node: Node) -> Review.Term? {
    guard let fields = Fields(node, .paperTerm, resolver.report) else { return nil }
    let ours = fields.required("ours")
    return ours.isEmpty ? nil : Review.Term(ours: ours, also: fields.list("also").map(\.0), isAsked: fields.flag("asked"))
  }

  /// `{question: Q, value: V}` or `{question: Q, from: OTHER}`.
  private func assumption(_ node: Node) -> Review.Assumption? {
    guard let fields = Fields(node, .assumption, resolver.report) else { return nil }
    if fields["question"] == nil {
      resolver.report.add(
        .missingKey, fields.place, "This value for an insertion names no question.",
        "Add `question: ID`.")
    }
    guard let number = resolver.question(fields, "question") else { return nil }
    let asked = symbols.questions[number]
    if fields["from"] != nil {
      guard let from = resolver.question(fields, "from") else { return nil }
      if symbols.questions[from].kind == asked.kind {
        return Review.Assumption(question: number, source: .question(from))
      }
      resolver.report.add(
        .wrongShape, fields["from"]?.place ?? fields.place,
        "\(symbols.questions[from].id) is of another type than \(asked.id).",
        "Name a question of type \(asked.kind.rawValue).")
      return nil
    }
    guard let value = asked.value(fields.required("value")) else {
      resolver.report.add(
        .brokenValue, fields["value"]?.place ?? fields.place,
        "This is no value of \(asked.id).", "Write it as FORMAT.md, Values, says.")
      return nil
    }
    return Review.Assumption(question: number, source: .value(value))
  }

  /// A choice whose every option says by an attribute what it means.
  private func choice(
    _ fields: Fields, _ key: String, _ attribute: String, _ words: [String]
  ) -> Int? {
    guard let number = resolver.question(fields, key), let place = fields[key]?.place else {
      return nil
    }
    graded(.question(number), attribute, words, place)
    return number
  }

  private func graded(
    _ member: Member, _ attribute: String, _ words: [String], _ place: SourcePosition
  ) {
    if case .calculated = member, let codes = symbols.kind(of: member).codes {
      for code in codes.sorted() where !words.contains(code) {
        resolver.report.add(
          .unknownCode, place, "“\(code)” is no `\(attribute)`.",
          "Let the decision give one of \(words.joined(separator: ", ")).")
      }
      return
    }
    guard case .question(let number) = member, symbols.questions[number].kind == .choice else {
      resolver.report.add(
        .wrongShape, place, "This is no choice, so its options have no `\(attribute)`.",
        "Name a question of type choice.")
      return
    }
    for option in symbols.questions[number].options.map(\.option)
    where !words.contains(option.attributes[attribute]?.first ?? "") {
      resolver.report.add(
        .missingWords, place,
        "The option “\(option.code)” of \(symbols.questions[number].id) does not say its "
          + "`\(attribute)`.",
        "Give it `\(attribute):` with one of \(words.joined(separator: ", ")).")
    }
  }

  private func columns(_ node: Node, _ parts: [Review.Part]) -> Review.Columns? {
    guard let fields = Fields(node, .reviewTable(parts), resolver.report) else { return nil }
    let name = fields.required("table")
    guard let table = symbols.question(name), symbols.questions[table].kind == .table else {
      if !name.isEmpty {
        resolver.report.add(symbols.unknown(.member, name), fields["table"]?.place ?? fields.place)
      }
      return nil
    }
    var columns: [Review.Part: Member] = [:]
    for part in parts {
      guard let word = fields.words(part.rawValue), let place = fields[part.rawValue]?.place else {
        continue
      }
      let id = "\(name).\(word)"
      guard let member = symbols.member(id) else {
        resolver.report.add(symbols.unknown(.member, id), place)
        continue
      }
      columns[part] = member
      lookAt(part, member, place)
    }
    return Review.Columns(table: table, columns: columns)
  }

  /// What a column must be for its part.
  private func lookAt(_ part: Review.Part, _ member: Member, _ place: SourcePosition) {
    switch part {
    case .contract:
      graded(member, "grade", Review.ContractGrade.allCases.map(\.rawValue), place)
    case .mechanism:
      graded(member, "grade", Review.MechanismGrade.allCases.map(\.rawValue), place)
    case .role: graded(member, "role", Review.ChainRole.allCases.map(\.rawValue), place)
    case .grade:
      if case .question(let number) = member,
        [.choice, .boolean].contains(symbols.questions[number].kind)
      {
        break
      }
      resolver.report.add(
        .wrongShape, place, "A row can't be graded by this column.",
        "Name a question of type choice or boolean.")
    case .engagedBy:
      if case .question(let number) = member, !symbols.questions[number].owners.isEmpty { break }
      resolver.report.add(
        .wrongShape, place, "This column points at no rows.", "Name a choice with `rowsOf`.")
    default: break
    }
  }

  /// The rows of the matrix are those of Art. 28(3), the rows of its duties are obligations.
  private func lookAtRows(_ review: Review, _ fields: Fields) {
    if let matrix = review.matrix, let place = fields["matrix"]?.place {
      let codes = (symbols.rows(of: matrix.table) ?? []).map(\.code)
      for row in ArticleRow.allCases where !codes.contains(row.rawValue) {
        resolver.report.add(
          .missingWords, place, "The matrix has no row “\(row.rawValue)”.",
          "Its table has the rows chapeau, a to h, and closing.")
      }
    }
    for duties in review.duties {
      let codes = symbols.rows(of: duties.table) ?? []
      for row in codes where !symbols.has(.obligation, row.code) {
        resolver.report.add(
          .unknownObligation, fields["duties"]?.place ?? fields.place,
          "The row “\(row.code)” of \(symbols.questions[duties.table].id) is no obligation.",
          "Give the rows of `duties` the ids of obligations.yaml.")
      }
    }
  }
}
