import PackModel

extension ByteWriter {
  private mutating func write(attributes: [String: [String]]) {
    write(map: attributes) { $0.write($1) }
  }

  mutating func write(_ option: Option) {
    write(option.code)
    write(option.display)
    write(option.aliases)
    write(option.says) { $0.write($1) }
    write(option.help)
    write(option.exclusive)
    write(option.unsettled)
    write(option.enableWhen) { $0.write($1) }
    write(attributes: option.attributes)
  }

  /// Every list of options is written once, and named by its number.
  private mutating func write(_ options: [Option]) {
    if let number = optionLists[options] { return write(count: number) }
    write(count: optionLists.count)
    optionLists[options] = optionLists.count
    write(options) { $0.write($1) }
  }

  private mutating func write(_ row: PackRow) {
    write(row.code)
    write(row.text)
    write(row.unit) { $0.write(case: $1) }
    write(row.says) { $0.write($1) }
    write(row.help)
    write(row.authority)
    write(row.enableWhen) { $0.write($1) }
    write(attributes: row.attributes)
  }

  private mutating func write(_ rows: RowSource) {
    switch rows {
    case .user(let text):
      write(tag: 0)
      write(text)
    case .pack(let rows):
      write(tag: 1)
      write(rows) { $0.write($1) }
    }
  }

  private mutating func write(_ suggestion: Suggestion) {
    write(suggestion.value)
    write(suggestion.norm)
    write(case: suggestion.kind)
    write(suggestion.because)
    write(map: suggestion.lens) { $0.write($1) }
  }

  private mutating func write(_ offer: Offer) {
    write(offer.options)
    write(index: offer.by)
    write(offer.attribute)
  }

  mutating func write(_ question: Question) {
    write(question.linkId)
    write(case: question.kind)
    write(count: question.step)
    for text in [
      question.text, question.shortText, question.label, question.help, question.why,
      question.market, question.example,
    ] { write(text) }
    write(question.authority)
    write(question.terms)
    for flag in [question.required, question.short, question.open] { write(flag) }
    write(question.enableWhen) { $0.write($1) }
    write(question.constraints) {
      $0.write($1.require)
      $0.write($1.human)
    }
    write(question.deviations) { $0.write($1) }
    write(question.suggestion) { $0.write($1) }
    write(question.follows) { $0.write($1) }
    write(question.options)
    write(indices: question.rowsOf)
    write(question.offer) { $0.write($1) }
    write(question.units) { $0.write(case: $1) }
    write(question.currency)
    write(index: question.parent)
    write(indices: question.children)
    write(question.rows) { $0.write($1) }
    write(indices: question.calculated)
  }

  mutating func write(_ calculated: Calculated) {
    write(calculated.id)
    write(calculated.shortText)
    write(calculated.authority)
    write(index: calculated.table)
    switch calculated.rule {
    case .value(let expression):
      write(tag: 0)
      write(expression)
    case .decide(let decision, let inputs):
      write(tag: 1)
      write(count: decision)
      write(inputs) { $0.write($1) }
    }
  }

  mutating func write(_ decision: DecisionTable) {
    write(decision.id)
    write(decision.authority)
    write(decision.rows) {
      $0.write($1.when) { $0.write($1) }
      $0.write($1.result)
    }
    write(map: decision.says) { $0.write($1) }
  }

  private mutating func write(_ cell: DecisionTable.Cell) {
    switch cell {
    case .any: write(tag: 0)
    case .absent: write(tag: 1)
    case .oneOf(let values):
      write(tag: 2)
      write(values) { $0.write($1) }
    case .compare(let comparison, let value):
      write(tag: 3)
      write(comparison)
      write(value)
    }
  }
}

extension ByteReader {
  private static let kinds = QuestionKind.allCases
  static let normKinds = NormKind.allCases

  private mutating func attributes() throws(PackCacheFault) -> [String: [String]] {
    try map { reader throws(PackCacheFault) in try reader.strings() }
  }

  mutating func option() throws(PackCacheFault) -> Option {
    var option = Option(code: try string(), display: try string(), aliases: try strings())
    option.says = try optionalInlines()
    option.help = try optionalString()
    option.exclusive = try bool()
    option.unsettled = try bool()
    option.enableWhen = try optionalExpression()
    option.attributes = try attributes()
    return option
  }

  /// The options of one list are the same in every question that uses it, and are shared.
  private mutating func options() throws(PackCacheFault) -> [Option] {
    let number = try count()
    if number < optionLists.count { return optionLists[number] }
    guard number == optionLists.count else { throw .damaged }
    let options = try list { reader throws(PackCacheFault) in try reader.option() }
    optionLists.append(options)
    return options
  }

  private mutating func packRow() throws(PackCacheFault) -> PackRow {
    var row = PackRow(code: try string(), text: try string())
    row.unit = try optional { reader throws(PackCacheFault) in try reader.unit() }
    row.says = try optionalInlines()
    row.help = try optionalString()
    row.authority = try strings()
    row.enableWhen = try optionalExpression()
    row.attributes = try attributes()
    return row
  }

  private mutating func rowSource() throws(PackCacheFault) -> RowSource {
    switch try byte() {
    case 0: .user(try string())
    case 1: .pack(try list { reader throws(PackCacheFault) in try reader.packRow() })
    default: throw .damaged
    }
  }

  private mutating func constraint() throws(PackCacheFault) -> Constraint {
    let require = try expression()
    return Constraint(require: require, human: try string())
  }

  private mutating func suggestion() throws(PackCacheFault) -> Suggestion {
    let value = try value()
    let norm = try optionalString()
    let kind = try oneOf(ByteReader.normKinds)
    let because = try string()
    return Suggestion(
      value: value, norm: norm, kind: kind, because: because,
      lens: try map { reader throws(PackCacheFault) in try reader.value() })
  }

  private mutating func offer() throws(PackCacheFault) -> Offer {
    let options = try options()
    let by = try optionalIndex(sizes.questions)
    return Offer(options: options, by: by, attribute: try optionalString())
  }

  /// - Parameter number: the question's own; its parent stands before it and its children behind,
  ///   so that walking either way ends.
  mutating func question(_ number: Int) throws(PackCacheFault) -> Question {
    let linkId = try string()
    let kind = try oneOf(ByteReader.kinds)
    let step = try index(sizes.steps)
    let text = try string()
    var question = Question(
      linkId: linkId, kind: kind, step: step, text: text, shortText: try string())
    question.label = try string()
    question.help = try string()
    question.why = try string()
    question.market = try string()
    question.example = try string()
    question.authority = try strings()
    question.terms = try strings()
    question.required = try bool()
    question.short = try bool()
    question.open = try bool()
    question.enableWhen = try optionalExpression()
    question.constraints = try list { reader throws(PackCacheFault) in try reader.constraint() }
    question.deviations = try list { reader throws(PackCacheFault) in try reader.deviation() }
    question.suggestion = try optional { reader throws(PackCacheFault) in try reader.suggestion() }
    question.follows = try optionalInlines()
    question.options = try options()
    question.rowsOf = try indices(sizes.questions)
    question.offer = try optional { reader throws(PackCacheFault) in try reader.offer() }
    question.units = try list { reader throws(PackCacheFault) in try reader.unit() }
    question.currency = try optionalString()
    question.parent = try optionalIndex(number)
    question.children = try indices(sizes.questions)
    guard question.children.allSatisfy({ $0 > number }) else { throw .damaged }
    question.rows = try optional { reader throws(PackCacheFault) in try reader.rowSource() }
    question.calculated = try indices(sizes.calculated)
    return question
  }

  mutating func calculated() throws(PackCacheFault) -> Calculated {
    let id = try string()
    let shortText = try string()
    let authority = try strings()
    let table = try optionalIndex(sizes.questions)
    let rule: Calculated.Rule
    switch try byte() {
    case 0: rule = .value(try expression())
    case 1:
      let decision = try index(sizes.decisions)
      rule = .decide(decision, by: try expressions())
    default: throw .damaged
    }
    return Calculated(
      id: id, shortText: shortText, authority: authority, table: table, rule: rule)
  }

  mutating func decision() throws(PackCacheFault) -> DecisionTable {
    let id = try string()
    let authority = try strings()
    let rows = try list { reader throws(PackCacheFault) in try reader.decisionRow() }
    let says = try map { reader throws(PackCacheFault) in try reader.string() }
    return DecisionTable(id: id, authority: authority, rows: rows, says: says)
  }

  private mutating func decisionRow() throws(PackCacheFault) -> DecisionTable.Row {
    let cells = try list { reader throws(PackCacheFault) in try reader.cell() }
    return DecisionTable.Row(when: cells, result: try string())
  }

  private mutating func cell() throws(PackCacheFault) -> DecisionTable.Cell {
    switch try byte() {
    case 0: return .any
    case 1: return .absent
    case 2: return .oneOf(try list { reader throws(PackCacheFault) in try reader.value() })
    case 3:
      let comparison = try comparison()
      return .compare(comparison, try value())
    default: throw .damaged
    }
  }
}
