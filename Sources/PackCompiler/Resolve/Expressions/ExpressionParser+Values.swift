import PackModel

/// Values, quantifiers and paths.
extension ExpressionParser {
  mutating func operand() throws(Fault) -> Typed {
    try nested { parser throws(Fault) in try parser.value() }
  }

  private mutating func value() throws(Fault) -> Typed {
    switch peek {
    case .sign("("):
      skip()
      let inner = try or()
      try expect(")")
      return inner
    case .string(let text):
      skip()
      return Typed(expression: .value(.text(text)), kind: .text)
    case .number: return try number()
    case .name(let word): return try value(word)
    case .sign, .end:
      throw fault("Here should stand a value.", "See FORMAT.md, Expressions.")
    }
  }

  /// A value that begins with a word.
  private mutating func value(_ word: String) throws(Fault) -> Typed {
    switch word {
    case "yes", "no":
      skip()
      return Typed(expression: .value(.boolean(word == "yes")), kind: .truth)
    case "any", "every": return try quantifier(word)
    case "count":
      skip()
      try expect("of")
      let (range, condition) = try range()
      return Typed(expression: .count(range, condition), kind: .number)
    case "sum": return try sum()
    case "largest", "smallest", "worst": return try extreme(word)
    case "norm": return try norm()
    case "days":
      try checksOnly("The age of a date")
      skip()
      try expect("since")
      return Typed(expression: .daysSince(try operand().expression), kind: .quantity([.day]))
    case "words":
      skip()
      try expect("of")
      return Typed(expression: .words(try operand().expression), kind: .number)
    case "drafted": return try drafted()
    default: return try path()
    }
  }

  /// `drafted OBLIGATION`, `drafted row`.
  private mutating func drafted() throws(Fault) -> Typed {
    try checksOnly("What the draft holds")
    skip()
    let before = offset
    let id = try name()
    if id == "row" { return try draftedRow(before) }
    guard scope.symbols.has(.obligation, id) else {
      throw scope.symbols.unknown(.obligation, id, hint: .never).moved(by: before)
    }
    return Typed(expression: .drafted(id), kind: .truth)
  }

  /// `drafted row`: the rows of the check's own table are obligations or rows of Art. 28(3).
  private func draftedRow(_ offset: Int) throws(Fault) -> Typed {
    guard let table = scope.tables.last, let rows = scope.symbols.rows(of: table) else {
      throw Fault(
        .unknownObligation, "`drafted row` reads the code of a row that the pack gives.",
        "Write the check `for` a table with `rows`, or name the obligation.", offset: offset)
    }
    for row in rows
    where !scope.symbols.has(.obligation, row.code) && ArticleRow(rawValue: row.code) == nil {
      throw Fault(
        .unknownObligation, "The row “\(row.code)” is no obligation and no row of Art. 28(3).",
        "Give the rows of the table the ids of obligations.yaml.", offset: offset)
    }
    return Typed(expression: .draftedRow(table: table), kind: .truth)
  }

  /// An agreement cannot depend on the day, nor a condition on the draft that it makes.
  private func checksOnly(_ what: String) throws(Fault) {
    guard !scope.isCheck else { return }
    throw fault("\(what) can be read in checks only.", "Write a check with this in its `pass`.")
  }

  private mutating func number() throws(Fault) -> Typed {
    guard case .number(let digits) = peek else { throw fault("Here should stand a number.", "") }
    skip()
    if let date = CalendarDate(iso: digits) {
      return Typed(expression: .value(.date(date)), kind: .date)
    }
    var words = digits
    if case .name(let unit) = peek, unit != "and", unit != "or", unit != "of" {
      skip()
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
    skip()
    let before = offset
    let id = try name()
    guard let norm = scope.symbols.norm(id) else {
      throw scope.symbols.unknown(.norm, id, hint: .alone).moved(by: before)
    }
    guard let value = norm.value else {
      throw Fault(
        .brokenValue, "The norm \(id) has no value.",
        "Name a norm that has one, or give it one in norms.yaml.", offset: before)
    }
    return try shared(Typed(expression: .value(value), kind: kind(of: value)))
  }

  private mutating func quantifier(_ word: String) throws(Fault) -> Typed {
    skip()
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
    guard let (range, inside) = scope.range(word) else {
      throw Fault(
        .unknownName, "“\(word)” is no table and no checks.",
        "Name a table, or a question of type checks.", offset: before)
    }
    guard takes("where") else { return (range, nil) }
    let condition = try within(inside) { parser throws(Fault) in try parser.or() }
    return (range, condition.expression)
  }

  private mutating func column() throws(Fault) -> (Member, Int) {
    let before = offset
    let word = try name()
    var loose = scope
    loose.loose = true
    guard let member = loose.lookup(word)?.member, let table = scope.symbols.table(of: member)
    else {
      throw Fault(
        .unknownName, "“\(word)” is no column of a table.", "Write `TABLE.COLUMN`.",
        offset: before)
    }
    return (member, table)
  }

  private mutating func sum() throws(Fault) -> Typed {
    skip()
    try expect("of")
    let (member, table) = try column()
    return Typed(
      expression: .sum(member, table: table, along: try along()),
      kind: scope.symbols.kind(of: member))
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
    skip()
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
    return Typed(expression: expression, kind: scope.symbols.kind(of: member))
  }

  private mutating func path() throws(Fault) -> Typed {
    let before = offset
    let word = try name()
    if takes("[") { return try cell(word, before) }
    guard let found = scope.lookup(word) else {
      throw scope.symbols.unknown(.member, word).moved(by: before)
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
    skip()
    try expect("]")
    try expect(".")
    let column = try name()
    guard case .table(let table)? = scope.lookup([word])?.kind,
      scope.symbols.rows(of: table)?.contains(where: { $0.code == code }) == true
    else {
      throw Fault(
        .unknownName, "There is no row “\(word)[\(code)]”.",
        "Name a table whose rows the pack gives, and the code of a row.", offset: before)
    }
    var row = Scope(scope.symbols)
    row.tables = [table]
    guard let member = row.lookup([column])?.member else {
      throw Fault(
        .unknownName, "The table \(word) has no column “\(column)”.",
        "Columns stand under `item` of the table.", offset: before)
    }
    return Typed(expression: .cell(member, row: code), kind: scope.symbols.kind(of: member))
  }
}
