import PackModel

/// Reads one expression and resolves its names on the way.
struct ExpressionParser {
  let compilation: Compilation
  let names: Names
  let place: Place
  private let tokens: [Token]
  private var at = 0
  private var depth = 0

  struct Fault: Error {
    var kind: Diagnostic.Kind
    var offset: Int
    var message: String
    var remedy: String
  }

  init(_ text: String, _ place: Place, _ names: Names, _ compilation: Compilation) throws(Fault) {
    self.compilation = compilation
    self.names = names
    self.place = place
    guard text.unicodeScalars.count <= Bounds.expression else {
      throw Fault(
        kind: .tooLarge, offset: 0,
        message: "This is longer than \(Bounds.expression) characters.",
        remedy: "Calculate parts of it, and name these.")
    }
    let (tokens, fault) = PackCompiler.tokens(of: text)
    if let fault {
      throw Fault(
        kind: .brokenExpression, offset: fault, message: "This sign has no meaning in a condition.",
        remedy: "See FORMAT.md, Expressions.")
    }
    self.tokens = tokens
  }

  /// The whole text as one expression.
  mutating func whole() throws(Fault) -> Typed {
    let result = try or()
    if peek != .end {
      throw fault("The expression should end here.", "Join two conditions with `and` or `or`.")
    }
    return result
  }

  // MARK: Tokens

  private var peek: Token.Kind { tokens[min(at, tokens.count - 1)].kind }
  private var offset: Int { tokens[min(at, tokens.count - 1)].offset }

  private func fault(
    _ message: String, _ remedy: String, kind: Diagnostic.Kind = .brokenExpression
  ) -> Fault {
    Fault(kind: kind, offset: offset, message: message, remedy: remedy)
  }

  private mutating func takes(_ word: String) -> Bool {
    guard peek == .name(word) || peek == .sign(word) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ word: String) throws(Fault) {
    guard takes(word) else {
      throw fault("Here should stand `\(word)`.", "See FORMAT.md, Expressions.")
    }
  }

  private mutating func name() throws(Fault) -> String {
    guard case .name(let name) = peek else {
      throw fault("Here should stand a name.", "See FORMAT.md, Expressions.")
    }
    at += 1
    return name
  }

  // MARK: Conditions

  private mutating func or() throws(Fault) -> Typed {
    var parts = [try and()]
    while takes("or") { parts.append(try and()) }
    return parts.count == 1
      ? parts[0] : Typed(expression: .or(parts.map(\.expression)), kind: .truth)
  }

  private mutating func and() throws(Fault) -> Typed {
    var parts = [try not()]
    while takes("and") { parts.append(try not()) }
    return parts.count == 1
      ? parts[0] : Typed(expression: .and(parts.map(\.expression)), kind: .truth)
  }

  private mutating func not() throws(Fault) -> Typed {
    guard takes("not") else { return try comparison() }
    try deepen()
    defer { depth -= 1 }
    return Typed(expression: .not(try not().expression), kind: .truth)
  }

  private mutating func comparison() throws(Fault) -> Typed {
    let left = try operand()
    func truth(_ expression: Expression) -> Typed { Typed(expression: expression, kind: .truth) }
    if takes("is") {
      let negated = takes("not")
      if takes("answered") {
        let state = Expression.answered(left.expression)
        return truth(negated ? .not(state) : state)
      }
      if takes("open") {
        let state = Expression.open(left.expression)
        return truth(negated ? .not(state) : state)
      }
      if peek == .name("none"), left.kind.codes?.contains("none") != true {
        at += 1
        let state = Expression.none(left.expression)
        return truth(negated ? .not(state) : state)
      }
      if case .ticks = left.kind {
        throw fault("Several may be ticked here.", "Write `includes`.")
      }
      let right = try right(of: left)
      return truth(
        negated
          ? .unequal(left.expression, right.expression) : .equal(left.expression, right.expression))
    }
    if takes("includes") {
      let right = try right(of: left)
      return truth(.includes(left.expression, right.expression))
    }
    if takes("among") {
      if takes("(") {
        var list = [try right(of: left).expression]
        while takes(",") { list.append(try right(of: left).expression) }
        try expect(")")
        return truth(.among(left.expression, list))
      }
      return truth(.among(left.expression, [try operand().expression]))
    }
    if takes("mentions") {
      var words: [String] = []
      repeat {
        guard case .string(let word) = peek else {
          throw fault("`mentions` wants words in quotes.", "Write `a mentions \"one\", \"two\"`.")
        }
        at += 1
        words.append(word)
      } while takes(",")
      return truth(.mentions(left.expression, words))
    }
    let signs: [(String, Expression.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less), (">", .greater),
    ]
    for (sign, comparison) in signs where takes(sign) {
      let before = offset
      let right = try operand()
      try sameMeasure(left, right, before)
      return truth(.compare(left.expression, comparison, right.expression))
    }
    return left
  }

  /// Two sides that never compare are a mistake of the author.
  private func sameMeasure(_ left: Typed, _ right: Typed, _ offset: Int) throws(Fault) {
    if case .quantity(let a) = left.kind, case .quantity(let b) = right.kind {
      let comparable =
        a.isEmpty || b.isEmpty
        || a.contains { a in
          b.contains { Quantity(1, a).compared(to: Quantity(1, $0)) != nil }
        }
      guard !comparable else { return }
      throw Fault(
        kind: .mismatchedUnits, offset: offset,
        message: "\(a.map(\.rawValue).joined(separator: ", ")) cannot be compared with "
          + "\(b.map(\.rawValue).joined(separator: ", ")).",
        remedy: "Compare hours, days and weeks with each other, months with years.")
    }
    guard let a = left.kind.measure, let b = right.kind.measure, a != b else { return }
    // A bare number stands for as many of the other side's unit.
    if Set([a, b]) == ["a number", "a quantity"] { return }
    throw Fault(
      kind: .mismatchedUnits, offset: offset,
      message: "\(a) cannot be compared with \(b).".capitalised,
      remedy: "Compare quantities, money, dates and numbers with their own kind.")
  }

  /// What stands right of `is`, `includes` and `among`: a code of the left side, else a value.
  private mutating func right(of left: Typed) throws(Fault) -> Typed {
    if case .name(let word) = peek {
      if left.kind == .truth, word == "yes" || word == "no" {
        at += 1
        return Typed(expression: .value(.boolean(word == "yes")), kind: .truth)
      }
      if case .row(let owners) = left.kind {
        let linkIds = owners.map { compilation.contents.questions[$0].linkId }
        if linkIds.contains(word) {
          at += 1
          return Typed(expression: .value(.row(word)), kind: left.kind)
        }
      }
      if let codes = left.kind.codes, !codes.isEmpty {
        if codes.contains(word) {
          at += 1
          return Typed(expression: .value(.code(word)), kind: left.kind)
        }
        if compilation.lookup(word.split(separator: ".").map(String.init), names) == nil {
          let hint = nearest(word, in: codes).map { "Did you mean \($0)? " } ?? ""
          throw fault(
            "“\(word)” is none of its codes.",
            hint + "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).",
            kind: .unknownCode)
        }
      } else if left.kind == .unknown,
        compilation.lookup(word.split(separator: ".").map(String.init), names) == nil,
        word != "norm", word != "yes", word != "no"
      {
        // Nothing is known of the left side yet: a bare word is a code.
        at += 1
        return Typed(expression: .value(.code(word)), kind: .unknown)
      }
    }
    if case .number(let word) = peek, let codes = left.kind.codes, codes.contains(word) {
      at += 1
      return Typed(expression: .value(.code(word)), kind: left.kind)
    }
    return try operand()
  }

  // MARK: Values

  private mutating func deepen() throws(Fault) {
    depth += 1
    if depth > Bounds.expressionDepth {
      throw fault(
        "This nests too deeply.", "Calculate parts of it, and name these.", kind: .tooLarge)
    }
  }

  private mutating func operand() throws(Fault) -> Typed {
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
    if names.isReport, Compilation.reportTables[word] != nil {
      range = .report(word)
      inner.report = word
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
    var along: Int?
    if takes("along") {
      guard case (.question(let pointer), _) = try column() else {
        throw fault("`along` wants a column that points at rows.", "Name a choice with `rowsOf`.")
      }
      along = pointer
    }
    return Typed(
      expression: .sum(member, table: table, along: along), kind: compilation.staticKind(member))
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
      case "largest": .largestOf(member, table: table)
      case "smallest": .smallestOf(member, table: table)
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

extension String {
  /// With a capital at its start.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
