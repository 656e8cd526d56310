import PackModel

/// `review.yaml`: what of the pack is what where a paper is reviewed.
extension Compilation {
  func readReview() {
    guard sources.files["review.yaml"] != nil, let node = node("review.yaml") else { return }
    let keys: Set = [
      "paper", "side", "title", "controller", "matrix", "duties", "chain", "transfers", "evidence",
      "facts",
      "stale", "hours", "notice", "limit", "objection", "exposure", "insert",
    ]
    guard let fields = Fields(node, what: "review", keys: keys, report) else { return }
    var review = Review()
    review.paper = choice(fields, "paper", "paper", Review.Paper.allCases.map(\.rawValue))
    review.side = choice(fields, "side", "lens", ["controller", "processor"])
    review.title = question(fields, "title")
    review.controller = question(fields, "controller")
    func amount(_ key: String) -> Expression? {
      fields[key].flatMap { node in
        node.words.flatMap { value($0, node.textPlace, Names()) }
      }
    }
    review.hours = amount("hours")
    review.notice = amount("notice")
    review.limit = amount("limit")
    review.objection = amount("objection")
    review.matrix = fields["matrix"].flatMap { columns($0, Self.matrixParts) }
    review.duties = fields.nodes("duties").compactMap { columns($0, Self.matrixParts) }
    review.chain = fields["chain"].flatMap { columns($0, Self.chainParts) }
    review.transfers = fields["transfers"].flatMap { columns($0, Self.transferParts) }
    review.evidence = fields.nodes("evidence").compactMap { columns($0, [.what, .where, .asOf]) }
    review.facts = fields.nodes("facts").compactMap { columns($0, Self.factParts) }
    if let id = fields.words("stale"), let place = fields["stale"]?.place, norm(id, place) != nil {
      review.stale = id
    }
    review.exposure = fields.list("exposure").compactMap { id, place in
      if let number = calculatedNumbers[id] { return number }
      unknownName(id, place)
      return nil
    }
    review.insert = fields.nodes("insert").compactMap(assumption)
    lookAtRows(review, fields)
    contents.review = review
  }

  private static let matrixParts: [Review.Part] = [
    .contract, .mechanism, .place, .quotation, .evidence, .evidencePlace, .evidenceDate,
    .otherPaper, .flaw,
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

  private func question(_ fields: Fields, _ key: String) -> Int? {
    guard let id = fields.words(key), let place = fields[key]?.place else { return nil }
    if let number = questionNumbers[id] { return number }
    unknownName(id, place)
    return nil
  }

  /// `{question: Q, value: V}` or `{question: Q, from: OTHER}`.
  private func assumption(_ node: Node) -> Review.Assumption? {
    guard
      let fields = Fields(
        node, what: "value for an insertion", keys: ["question", "value", "from"], report)
    else { return nil }
    if fields["question"] == nil {
      report.add(
        .missingKey, fields.place, "This value for an insertion names no question.",
        "Add `question: ID`.")
    }
    guard let number = question(fields, "question") else { return nil }
    let asked = contents.questions[number]
    if fields["from"] != nil {
      guard let from = question(fields, "from") else { return nil }
      if contents.questions[from].kind == asked.kind {
        return Review.Assumption(question: number, source: .question(from))
      }
      report.add(
        .wrongShape, fields["from"]?.place ?? fields.place,
        "\(contents.questions[from].linkId) is of another type than \(asked.linkId).",
        "Name a question of type \(asked.kind.rawValue).")
      return nil
    }
    guard let value = typed(fields.required("value", what: "value for an insertion"), for: asked)
    else {
      report.add(
        .brokenValue, fields["value"]?.place ?? fields.place,
        "This is no value of \(asked.linkId).", "Write it as FORMAT.md, Values, says.")
      return nil
    }
    return Review.Assumption(question: number, source: .value(value))
  }

  /// A choice whose every option says by an attribute what it means.
  private func choice(
    _ fields: Fields, _ key: String, _ attribute: String, _ words: [String]
  ) -> Int? {
    guard let number = question(fields, key), let place = fields[key]?.place else { return nil }
    graded(.question(number), attribute, words, place)
    return number
  }

  private func graded(_ member: Member, _ attribute: String, _ words: [String], _ place: Place) {
    if case .calculated = member, let codes = staticKind(member).codes {
      for code in codes.sorted() where !words.contains(code) {
        report.add(
          .unknownCode, place, "“\(code)” is no `\(attribute)`.",
          "Let the decision give one of \(words.joined(separator: ", ")).")
      }
      return
    }
    guard case .question(let number) = member, contents.questions[number].kind == .choice else {
      report.add(
        .wrongShape, place, "This is no choice, so its options have no `\(attribute)`.",
        "Name a question of type choice.")
      return
    }
    for option in contents.questions[number].options
    where !words.contains(option.attributes[attribute]?.first ?? "") {
      report.add(
        .missingWords, place,
        "The option “\(option.code)” of \(contents.questions[number].linkId) does not say its "
          + "`\(attribute)`.",
        "Give it `\(attribute):` with one of \(words.joined(separator: ", ")).")
    }
  }

  private func columns(_ node: Node, _ parts: [Review.Part]) -> Review.Columns? {
    let keys = Set(parts.map(\.rawValue)).union(["table"])
    guard let fields = Fields(node, what: "table of a review", keys: keys, report) else {
      return nil
    }
    let name = fields.required("table", what: "table of a review")
    guard let table = questionNumbers[name], contents.questions[table].kind == .table else {
      if !name.isEmpty { unknownName(name, fields["table"]?.place ?? fields.place) }
      return nil
    }
    var columns: [Review.Part: Member] = [:]
    for part in parts {
      guard let word = fields.words(part.rawValue), let place = fields[part.rawValue]?.place else {
        continue
      }
      let id = "\(name).\(word)"
      guard
        let member = questionNumbers[id].map({ Member.question($0) })
          ?? calculatedNumbers[id].map({ .calculated($0) })
      else {
        unknownName(id, place)
        continue
      }
      columns[part] = member
      switch part {
      case .contract:
        graded(member, "grade", Review.ContractGrade.allCases.map(\.rawValue), place)
      case .mechanism:
        graded(member, "grade", Review.MechanismGrade.allCases.map(\.rawValue), place)
      case .role: graded(member, "role", Review.ChainRole.allCases.map(\.rawValue), place)
      case .engagedBy:
        if case .question(let number) = member, !(declaredOwners[number] ?? []).isEmpty { break }
        report.add(
          .wrongShape, place, "This column points at no rows.", "Name a choice with `rowsOf`.")
      default: break
      }
    }
    return Review.Columns(table: table, columns: columns)
  }

  /// The rows of the matrix are those of Art. 28(3), the rows of its duties are obligations.
  private func lookAtRows(_ review: Review, _ fields: Fields) {
    func rows(_ table: Int) -> [PackRow] {
      if case .pack(let rows)? = contents.questions[table].rows { return rows }
      return []
    }
    if let matrix = review.matrix, let place = fields["matrix"]?.place {
      let codes = rows(matrix.table).map(\.code)
      for row in ArticleRow.allCases where !codes.contains(row.rawValue) {
        report.add(
          .missingWords, place, "The matrix has no row “\(row.rawValue)”.",
          "Its table has the rows chapeau, a to h, and closing.")
      }
    }
    for duties in review.duties {
      let codes = rows(duties.table)
      for row in codes where !obligationIDs.contains(row.code) {
        report.add(
          .unknownObligation, fields["duties"]?.place ?? fields.place,
          "The row “\(row.code)” of \(contents.questions[duties.table].linkId) is no obligation.",
          "Give the rows of `duties` the ids of obligations.yaml.")
      }
    }
  }
}
