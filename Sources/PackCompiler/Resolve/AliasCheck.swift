import PackModel

/// A heading of a list from elsewhere may lead to one column of a table only.
struct AliasCheck {
  private let resolver: Resolver
  private let questions: [Question]

  init(_ resolver: Resolver, _ questions: [Question]) {
    self.resolver = resolver
    self.questions = questions
  }

  func run() {
    for (number, question) in questions.enumerated() {
      if question.kind == .table { check(question.children) }
      guard !question.aliases.isEmpty, resolver.symbols.questions[number].table == nil else {
        continue
      }
      resolver.report.add(
        .unknownKey, place(number, 0), "Only a column of a table has an `alias`.",
        "Take it out; options have aliases of their own.")
    }
  }

  private func check(_ columns: [Int]) {
    var owners: [FoldedName: Int] = [:]
    for column in columns {
      let question = questions[column]
      for name in [question.label, question.name] { owners[FoldedName(name)] = column }
    }
    for column in columns {
      for (at, name) in questions[column].aliases.enumerated() {
        let folded = FoldedName(name)
        guard let owner = owners.updateValue(column, forKey: folded), owner != column else {
          continue
        }
        resolver.report.add(
          .sameName, place(column, at),
          "“\(name)” heads the column \(questions[owner].label) as well.",
          "Take it from one of the two: a list's heading leads to one column.")
      }
    }
  }

  private func place(_ question: Int, _ alias: Int) -> SourcePosition {
    let fields = resolver.symbols.questions[question].fields
    let list = fields.list("alias")
    return list.indices.contains(alias) ? list[alias].place : fields.place
  }
}
