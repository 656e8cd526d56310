import Expressions
import PackModel

/// Declares the steps with their questions, tables, values and decisions.
struct StepDeclarations {
  private let report: Report
  private let optionDeclarations: OptionDeclarations
  private let lists: [String: [OptionSymbol]]
  private var fragments: [String: Node] = [:]
  private var optionCount = 0
  private(set) var steps: [StepSymbol] = []
  private(set) var decisions: [DecisionSymbol] = []
  private(set) var questionNumbers: [String: Int] = [:]
  private(set) var calculatedNumbers: [String: Int] = [:]
  private var questions: [QuestionSymbol] = []
  private var calculated: [CalculatedSymbol] = []

  private static let reserved: Set = ["text", "display", "says", "code", "matter", "verdict"]

  init(_ lists: [String: [OptionSymbol]], _ report: Report) {
    self.lists = lists
    self.report = report
    optionDeclarations = OptionDeclarations(report)
  }

  /// - Parameter own: the decisions that stand in no step; they come after those that do.
  mutating func declare(_ files: [Fields], decisions own: [Node]) {
    for fields in files {
      guard let node = fields["fragments"],
        let map = Fields(open: node, what: "fragments", report)
      else { continue }
      for pair in map.all where fragments.updateValue(pair.value, forKey: pair.key) != nil {
        report.duplicate(pair.key, pair.place)
      }
    }
    for fields in files { step(fields) }
    for node in own { decision(node) }
  }

  private mutating func step(_ fields: Fields) {
    let id = fields.required("step")
    report.checkID(id, fields.place)
    if steps.contains(where: { $0.id == id }) { report.duplicate(id, fields.place) }
    let number = steps.count
    steps.append(StepSymbol(fields: fields, id: id))
    let pages = pages(of: fields, step: number)
    for node in fields.nodes("item") {
      guard let item = Fields(node, .question, report) else { continue }
      let page = item.words("linkId").flatMap { pages[$0] }
      if let place = item["ask"]?.place {
        steps[number].items.append(.asked(item.required("ask"), place))
      } else if let question = question(item, step: number, parent: page) {
        steps[number].add(.question(page ?? question))
        if let page { questions[page].children.append(question) }
      }
    }
    for (id, page) in pages where questionNumbers[id] == nil {
      let place = questions[page].fields["of"]?.place ?? questions[page].place
      report.add(SymbolKind.member.unknown(id, among: questionNumbers.keys), place)
    }
    for node in fields.nodes("calculated") { value(node, table: nil) }
    for node in fields.nodes("decisions") { decision(node) }
  }

  // MARK: Pages

  /// Questions that stand on one page together: each by its id, with the number of its page. A page is
  /// a group that gives those on it no name of its own.
  private mutating func pages(of fields: Fields, step: Int) -> [String: Int] {
    var found: [String: Int] = [:]
    for node in fields.nodes("pages") {
      guard let page = Fields(node, .page, report), isWithinBounds(page.place, nil) else {
        continue
      }
      let id = page.required("linkId")
      report.checkID(id, page.place)
      if questionNumbers[id] != nil { report.duplicate(id, page.place) }
      let number = questions.count
      questionNumbers[id] = number
      questions.append(
        QuestionSymbol(
          fields: page, place: page.place, id: id, kind: .group, step: step, parent: nil,
          table: nil, units: [], isOpen: false))
      for (id, place) in page.list("of") where found.updateValue(number, forKey: id) != nil {
        report.duplicate(id, place)
      }
    }
    return found
  }

  // MARK: Questions

  /// Declares one question with all it holds; nil where the pack has too many.
  private mutating func question(_ fields: Fields, step: Int, parent: Int?) -> Int? {
    guard isWithinBounds(fields.place, parent) else { return nil }
    let own = fields.required("linkId")
    let place = fields["linkId"]?.place ?? fields.place
    let owner = parent.map { questions[$0] }
    let id = owner.flatMap { $0.isPage ? nil : "\($0.id).\(own)" } ?? own
    let kind = kind(fields)
    lookAt(own, place, kind, in: owner)
    if questionNumbers[id] != nil || calculatedNumbers[id] != nil { report.duplicate(id, place) }
    let number = questions.count
    questionNumbers[id] = number
    questions.append(
      QuestionSymbol(
        fields: fields, place: place, id: id, kind: kind ?? .string, step: step, parent: parent,
        table: owner?.kind == .table ? parent : nil,
        units: fields.list("unit").compactMap { unit($0.words, $0.place, report) },
        isOpen: fields.flag("open")))
    parts(fields, number)
    return number
  }

  private func kind(_ fields: Fields) -> QuestionKind? {
    let words = fields.required("type")
    if let kind = QuestionKind(rawValue: words) { return kind }
    guard !words.isEmpty else { return nil }
    let hint = nearest(words, in: QuestionKind.allCases.map(\.rawValue))
    report.add(
      .unknownWord, fields["type"]?.place ?? fields.place, "“\(words)” is no type of question.",
      hint.map { "Did you mean \($0)?" } ?? "See FORMAT.md, Questions.")
    return nil
  }

  /// What a question may be called, and what it may be, where it stands.
  private func lookAt(
    _ own: String, _ place: SourcePosition, _ kind: QuestionKind?, in owner: QuestionSymbol?
  ) {
    report.checkID(own, place)
    if own.contains(".") {
      report.add(.badID, place, "A linkId has no dots of its own.", "Use hyphens.")
    }
    let inTable = owner?.kind == .table
    if inTable, Self.reserved.contains(own) {
      report.add(
        .badID, place, "“\(own)” has a meaning of its own in every row.", "Choose another linkId.")
    }
    if owner == nil, own == AnswersFile.journeyKey {
      report.add(
        .badID, place, "“\(own)” names the journey in a file of answers.", "Choose another linkId.")
    }
    if inTable, kind == .table || kind == .group {
      report.add(
        .nestedTable, place, "A table holds no table and no group.",
        "Make a table of its own whose rows point at these rows (`rowsOf`).")
    }
  }

  /// Fragments may use fragments: what they come to is bounded, and so a ring of them ends.
  private func isWithinBounds(_ place: SourcePosition, _ parent: Int?) -> Bool {
    var depth = 0
    var owner = parent
    while let current = owner {
      depth += 1
      owner = questions[current].parent
    }
    guard depth < Bounds.groupDepth, questions.count < Bounds.questions else {
      report.add(
        .tooLarge, place,
        depth < Bounds.groupDepth
          ? "The pack has more than \(Bounds.questions) questions."
          : "Groups stand within each other more than \(Bounds.groupDepth) deep.",
        "See whether a fragment uses itself.")
      return false
    }
    return true
  }

  /// What a question holds: its rows, its parts, its options.
  private mutating func parts(_ fields: Fields, _ number: Int) {
    let kind = questions[number].kind
    var items = fields.nodes("item")
    if let fragment = fields.words("use") {
      if case .list(let nodes, _)? = fragments[fragment] {
        items = nodes + items
      } else {
        report.add(
          SymbolKind.fragment.unknown(fragment, among: fragments.keys),
          fields["use"]?.place ?? fields.place)
      }
    }
    if !items.isEmpty, kind != .group, kind != .table {
      report.add(
        .wrongShape, fields["item"]?.place ?? fields.place, "Only a group or a table has `item`.",
        "Take it away, or change the type.")
    }
    if kind == .table { questions[number].rows = rows(fields) }
    for item in items {
      if let fields = Fields(item, .question, report),
        let child = question(fields, step: questions[number].step, parent: number)
      {
        questions[number].children.append(child)
      }
    }
    if kind == .table {
      for node in fields.nodes("calculated") { value(node, table: number) }
    }
    if kind != .boolean { questions[number].options = options(fields) }
  }

  private mutating func options(_ fields: Fields) -> [OptionSymbol] {
    var found = fields.nodes("answerOption").compactMap(optionDeclarations.option)
    if let name = fields.words("list") {
      guard let list = list(name, fields["list"]?.place ?? fields.place) else { return [] }
      found += list
    }
    optionCount += found.count
    guard optionCount <= Bounds.options else {
      report.add(
        .tooLarge, fields.place, "The pack has more than \(Bounds.options) options.",
        "Make the lists shorter.")
      return []
    }
    // The options of a list were looked at where it was read.
    guard fields["answerOption"] != nil else { return found }
    var codes: Set<String> = []
    for symbol in found where !codes.insert(symbol.option.code).inserted {
      report.duplicate(symbol.option.code, symbol.node.place)
    }
    optionDeclarations.findSameNames(found)
    return found
  }

  private func list(_ name: String, _ place: SourcePosition) -> [OptionSymbol]? {
    if let list = lists[name] { return list }
    report.add(SymbolKind.list.unknown(name, among: lists.keys), place)
    return nil
  }

  // MARK: Rows

  private static let rowKeys: Set = [
    "code", "text", "unit", "says", "help", "authority", "enableWhen",
  ]

  private func rows(_ fields: Fields) -> QuestionSymbol.Rows? {
    guard let given = fields["rows"] else {
      if !fields.flag("repeats") {
        report.add(
          .missingKey, fields.place, "A table needs `repeats: true` or `rows`.",
          "`repeats: true` for rows of the user, `rows` for rows that the pack gives.")
      }
      return .user(fields.words("rowText") ?? "row")
    }
    if let name = given.words {
      // The rows are the options of a list.
      return list(name, given.place).map { list in
        .pack(
          list.map { symbol in
            let option = symbol.option
            return RowSymbol(
              node: symbol.node, fields: nil,
              row: PackRow(
                code: option.code, text: option.display, help: option.help,
                attributes: option.attributes))
          })
      }
    }
    var found: [RowSymbol] = []
    for node in fields.nodes("rows") {
      guard let row = Fields(open: node, what: "row", report) else { continue }
      let code = row.required("code")
      if found.contains(where: { $0.row.code == code }) { report.duplicate(code, row.place) }
      found.append(
        RowSymbol(
          node: node, fields: row,
          row: PackRow(
            code: code, text: row.required("text"), help: row.words("help"),
            attributes: row.attributes(but: Self.rowKeys))))
    }
    return .pack(found)
  }

  // MARK: Values and decisions

  private mutating func value(_ node: Node, table: Int?) {
    guard let fields = Fields(node, .calculated, report) else { return }
    let own = fields.required("id")
    report.checkID(own, fields.place)
    let id = table.map { "\(questions[$0].id).\(own)" } ?? own
    if calculatedNumbers[id] != nil || questionNumbers[id] != nil {
      report.duplicate(id, fields.place)
    }
    let number = calculated.count
    calculatedNumbers[id] = number
    calculated.append(CalculatedSymbol(fields: fields, id: id, own: own, table: table))
    if let table { questions[table].calculated.append(number) }
  }

  private mutating func decision(_ node: Node) {
    guard let fields = Fields(node, .decision, report) else { return }
    let id = fields.required("id")
    report.checkID(id, fields.place)
    if decisions.contains(where: { $0.id == id }) { report.duplicate(id, fields.place) }
    decisions.append(
      DecisionSymbol(
        fields: fields, id: id,
        rows: fields.nodes("rows").compactMap { node in
          Fields(node, .decisionRow, report).map { row in
            DecisionSymbol.Row(fields: row, result: row.required("is"))
          }
        }))
  }

  // MARK: Kinds

  /// The questions and values with what an expression that names them comes to: known once all
  /// are declared.
  func typed() -> (questions: [QuestionSymbol], calculated: [CalculatedSymbol]) {
    var (questions, calculated) = (questions, calculated)
    for number in questions.indices {
      questions[number].owners = questions[number].fields.list("rowsOf").compactMap {
        questionNumbers[$0.words]
      }
      questions[number].type = questions[number].comesTo(number)
    }
    for number in calculated.indices {
      guard let id = calculated[number].fields.words("decide"),
        let decision = decisions.last(where: { $0.id == id })
      else { continue }
      calculated[number].type = .code(
        Set(decision.rows.map(\.result)), question: nil, open: false)
    }
    return (questions, calculated)
  }
}

/// A unit by its word; nil, with a diagnostic, where there is none.
func unit(_ word: String, _ place: SourcePosition, _ report: Report) -> Unit? {
  if let unit = Unit(rawValue: word) { return unit }
  report.add(
    .unknownWord, place, "“\(word)” is no unit.",
    "Units: \(Unit.allCases.map(\.rawValue).joined(separator: ", ")).")
  return nil
}
