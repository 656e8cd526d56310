import PackModel

/// Values, quantifiers and paths.
extension ExpressionParser {
  mutating func deepen() throws(Fault) {
    depth += 1
    if depth > Bounds.expressionDepth {
      throw fault(
        "This nests too deeply.", "Calculate parts of it, and name these.", kind: .tooLarge)
    }
  }

  mutating func operand() throws(Fault) -> Typed {
    try deepen()
    defer { depth -= 1 }
    switch peek {
    case .sign("("):
      at += 1
      let inner = try or()
      try expect(")")
      return inner
    case .string(let text):
      at += 1
      return Typed(expression: .value(.text(text)), kind: .text)
    case .number: return try number()
    case .name(let word):
      switch word {
      case "yes", "no":
        at += 1
        return Typed(expression: .value(.boolean(word == "yes")), kind: .truth)
      case "any", "every": return try quantifier(word)
      case "count":
        at += 1
        try expect("of")
        let (range, condition) = try range()
        return Typed(expression: .count(range, condition), kind: .number)
      case "sum": return try sum()
      case "largest", "smallest", "worst": return try extreme(word)
      case "norm": return try norm()
      case "days":
        try checksOnly("The age of a date")
        at += 1
        try expect("since")
        return Typed(expression: .daysSince(try operand().expression), kind: .quantity([.day]))
      case "words":
        at += 1
        try expect("of")
        return Typed(expression: .words(try operand().expression), kind: .number)
      case "drafted":
        try checksOnly("What the draft holds")
        at += 1
        let before = offset
        let id = try name()
        if id == "row" { return try draftedRow(before) }
        if !compilation.obligationIDs.contains(id) {
          throw Fault(
            kind: .unknownObligation, offset: before, message: "There is no obligation “\(id)”.",
            remedy: "Obligations stand in obligations.yaml.")
        }
        return Typed(expression: .drafted(id), kind: .truth)
      default: return try path()
      }
    case .sign, .end:
      throw fault("Here should stand a value.", "See FORMAT.md, Expressions.")
    }
  }

  /// `drafted row`: the rows of the check's own table are obligations or rows of Art. 28(3).
  private func draftedRow(_ offset: Int) throws(Fault) -> Typed {
    guard let table = names.tables.last,
      case .pack(let rows)? = compilation.contents.questions[table].rows
    else {
      throw Fault(
        kind: .unknownObligation, offset: offset,
        message: "`drafted row` reads the code of a row that the pack gives.",
        remedy: "Write the check `for` a table with `rows`, or name the obligation.")
    }
    for row in rows
    where !compilation.obligationIDs.contains(row.code) && ArticleRow(rawValue: row.code) == nil {
      throw Fault(
        kind: .unknownObligation, offset: offset,
        message: "The row “\(row.code)” is no obligation and no row of Art. 28(3).",
        remedy: "Give the rows of the table the ids of obligations.yaml.")
    }
    return Typed(expression: .draftedRow(table: table), kind: .truth)
  }

  /// An agreement cannot depend on the day, nor a condition on the draft that it makes.
  private func checksOnly(_ what: String) throws(Fault) {
    guard !names.isCheck else { return }
    throw fault("\(what) can be read in checks only.", "Write a check with this in its `pass`.")
  }

  private mutating func number() throws(Fault) -> Typed {
    guard case .number(let digits) = peek else { throw fault("Here should stand a number.", "") }
    at += 1
    if let date = CalendarDate(iso: digits) {
      return Typed(expression: .value(.date(date)), kind: .date)
    }
    var words = digits
    if case .name(let unit) = peek, unit != "and", unit != "or", unit != "of" {
      at += 1
      words += " " + unit
    } else if takes("%") {
      words += " %"
    }
    guard let value = constant(words) else {
      throw fault(
        "“\(words)” is no value.", "Write `30 day`, `2 %`, `10000 EUR` or a plain number.",
        kind: .brokenValue)
    }
    return try shared(Typed(expression: .value(value), kind: kind(of: value)))
  }

  /// `of a` behind a share.
  private mutating func shared(_ percent: Typed) throws(Fault) -> Typed {
    guard takes("of") else { return percent }
    return Typed(
      expression: .share(percent.expression, of: try operand().expression), kind: .money)
  }

  private func kind(of value: Value) -> StaticKind {
    switch value {
    case .quantity(let quantity): .quantity([quantity.unit])
    case .money: .money
    case .date: .date
    case .number: .number
    default: .unknown
    }
  }

  private mutating func norm() throws(Fault) -> Typed {
    at += 1
    let before = offset
    let id = try name()
    guard let norm = compilation.norms[id] else {
      let hint = nearest(id, in: compilation.norms.keys).map { "Did you mean \($0)?" }
      throw Fault(
        kind: .unknownNorm, offset: before, message: "There is no norm “\(id)”.",
        remedy: hint ?? "Norms stand in norms.yaml.")
    }
    guard let value = norm.value else {
      throw Fault(
        kind: .brokenValue, offset: before, message: "The norm \(id) has no value.",
        remedy: "Name a norm that has one, or give it one in norms.yaml.")
    }
    return try shared(Typed(expression: .value(value), kind: kind(of: value)))
  }

  private mutating func quantifier(_ word: String) throws(Fault) -> Typed {
    at += 1
    let (range, condition) = try range()
    if word == "any" { return Typed(expression: .any(range, condition), kind: .truth) }
    guard let condition else {
      throw fault("`every` needs `where`.", "Write `every T where CONDITION`.")
    }
    return Typed(expression: .every(range, condition), kind: .truth)
  }

  private mutating func range() throws(Fault) -> (Expression.Range, Expression?) {
    let before = offset
    let word = try name()
    var inner = names
    let range: Expression.Range
    if names.isReport, let table = ReportTable(rawValue: word) {
      range = .report(table)
      inner.report = table
    } else {
      switch compilation.lookup(word.split(separator: ".").map(String.init), names)?.kind {
      case .table(let table):
        range = .rows(table)
        inner.tables.append(table)
      case .ticks(_, let question, _):
        range = .ticks(question)
        inner.ticks.append(question)
      default:
        throw Fault(
          kind: .unknownName, offset: before, message: "“\(word)” is no table and no checks.",
          remedy: "Name a table, or a question of type checks.")
      }
    }
    guard takes("where") else { return (range, nil) }
    var parser = self
    parser = ExpressionParser(from: parser, names: inner)
    let condition = try parser.or()
    at = parser.at
    return (range, condition.expression)
  }

  private init(from other: ExpressionParser, names: Names) {
    compilation = other.compilation
    self.names = names
    place = other.place
    tokens = other.tokens
    at = other.at
    depth = other.depth
  }

  private mutating func column() throws(Fault) -> (Member, Int) {
    let before = offset
    let word = try name()
    var loose = names
    loose.loose = true
    guard
      let member = compilation.lookup(word.split(separator: ".").map(String.init), loose)?.member,
      let table = compilation.table(of: member)
    else {
      throw Fault(
        kind: .unknownName, offset: before, message: "“\(word)” is no column of a table.",
        remedy: "Write `TABLE.COLUMN`.")
    }
    return (member, table)
  }

  private mutating func sum() throws(Fault) -> Typed {
    at += 1
    try expect("of")
    let (member, table) = try column()
    return Typed(
      expression: .sum(member, table: table, along: try along()),
      kind: compilation.staticKind(member))
  }

  /// `along POINTER`, where it stands there.
  private mutating func along() throws(Fault) -> Int? {
    guard takes("along") else { return nil }
    guard case (.question(let pointer), _) = try column() else {
      throw fault("`along` wants a column that points at rows.", "Name a choice with `rowsOf`.")
    }
    return pointer
  }

  private mutating func extreme(_ word: String) throws(Fault) -> Typed {
    at += 1
    try expect("of")
    if word != "worst", takes("(") {
      var parts = [try or()]
      while takes(",") { parts.append(try or()) }
      try expect(")")
      let expressions = parts.map(\.expression)
      return Typed(
        expression: word == "largest" ? .largest(expressions) : .smallest(expressions),
        kind: parts[0].kind)
    }
    let (member, table) = try column()
    let expression: Expression =
      switch word {
      case "largest": .largestOf(member, table: table, along: try along())
      case "smallest": .smallestOf(member, table: table, along: try along())
      default: .worst(member, table: table)
      }
    return Typed(expression: expression, kind: compilation.staticKind(member))
  }

  private mutating func path() throws(Fault) -> Typed {
    let before = offset
    let word = try name()
    let parts = word.split(separator: ".").map(String.init)
    if takes("[") { return try cell(word, before) }
    guard let found = compilation.lookup(parts, names) else {
      let known =
        Array(compilation.questionNumbers.keys) + Array(compilation.calculatedNumbers.keys)
      let hint = nearest(word, in: known).map { "Did you mean \($0)?" }
      throw Fault(
        kind: .unknownName, offset: before,
        message: "There is no question and no value “\(word)” here.",
        remedy: hint ?? "Write the whole linkId, with its owner's: `controller.name`.")
    }
    return found
  }

  /// `table[row].column` of a table whose rows the pack gives.
  private mutating func cell(_ word: String, _ before: Int) throws(Fault) -> Typed {
    let code: String
    switch peek {
    case .name(let name), .number(let name): code = name
    default: throw fault("Here should stand the code of a row.", "Write `rights[access].limit`.")
    }
    at += 1
    try expect("]")
    try expect(".")
    let column = try name()
    guard case .table(let table)? = compilation.lookup([word], names)?.kind,
      case .pack(let rows) = compilation.contents.questions[table].rows,
      rows.contains(where: { $0.code == code })
    else {
      throw Fault(
        kind: .unknownName, offset: before, message: "There is no row “\(word)[\(code)]”.",
        remedy: "Name a table whose rows the pack gives, and the code of a row.")
    }
    var inner = Names()
    inner.tables = [table]
    guard let member = compilation.lookup([column], inner)?.member else {
      throw Fault(
        kind: .unknownName, offset: before, message: "The table \(word) has no column “\(column)”.",
        remedy: "Columns stand under `item` of the table.")
    }
    return Typed(expression: .cell(member, row: code), kind: compilation.staticKind(member))
  }
}
