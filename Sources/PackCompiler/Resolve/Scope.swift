import Expressions
import PackModel

/// What can be named at a place: the symbols, the tables and groups around it, innermost last.
struct Scope {
  let symbols: SymbolTable
  var tables: [Int] = []
  var groups: [Int] = []
  /// Checks whose ticks are walked here.
  var ticks: [Int] = []
  /// The report table that is walked here.
  var report: ReportTable?
  /// In a document of findings `counts`, `verdict`, `as-of` can be printed.
  var isReport = false
  /// In a check the age of a date and the draft itself can be read.
  var isCheck = false
  /// A column may be named without its row, as phrases do.
  var loose = false

  /// Outside every table and group.
  init(_ symbols: SymbolTable) { self.symbols = symbols }

  /// What a question's own conditions can name.
  init(_ symbols: SymbolTable, of question: Int) {
    self.symbols = symbols
    var owner = symbols.questions[question].parent
    while let current = owner {
      if symbols.questions[current].kind == .table {
        tables.insert(current, at: 0)
      } else {
        groups.insert(current, at: 0)
      }
      owner = symbols.questions[current].parent
    }
  }

  /// What can be named in a row of a table.
  init(_ symbols: SymbolTable, inside table: Int) {
    self.init(symbols, of: table)
    tables.append(table)
  }

  // MARK: Names

  /// What a dotted name means here; nil where it means nothing.
  func lookup(_ name: String) -> Typed? { lookup(name.split(separator: ".").map(String.init)) }

  /// The same for a name in its parts.
  func lookup(_ parts: [String]) -> Typed? {
    guard let first = parts.first, parts.count <= Bounds.path else { return nil }
    if parts.count == 1, let column = report.flatMap({ ReportColumn(first, of: $0) }) {
      return Typed(expression: .reportColumn(column), kind: .unknown)
    }
    if let found = inRow(first, parts) ?? inGroup(parts) { return found.typed }
    for length in stride(from: parts.count, to: 0, by: -1) {
      let name = parts.prefix(length).joined(separator: ".")
      guard let member = symbols.member(name) else { continue }
      if let table = symbols.table(of: member), !tables.contains(table), !loose { return nil }
      return follow(typed(member), parts.dropFirst(length))
    }
    guard loose, let column = symbols.onlyColumn(first) else { return nil }
    return follow(typed(column), parts.dropFirst())
  }

  /// A name that is found, though what follows it may mean nothing.
  private struct Found {
    let typed: Typed?
  }

  /// A column of a row around, or an attribute that the pack gives its rows.
  private func inRow(_ first: String, _ parts: [String]) -> Found? {
    for table in tables.reversed() {
      if let member = symbols.member("\(symbols.questions[table].id).\(first)") {
        return Found(typed: follow(typed(member), parts.dropFirst()))
      }
      guard parts.count == 1, case .pack(let rows)? = symbols.questions[table].rows,
        rows.contains(where: { $0.row.attributes[first] != nil })
      else { continue }
      let codes = Set(rows.flatMap { $0.row.attributes[first] ?? [] })
      return Found(
        typed: Typed(
          expression: .rowAttribute(table: table, first),
          kind: .code(codes, question: nil, open: false)))
    }
    return nil
  }

  /// A part of a group around.
  private func inGroup(_ parts: [String]) -> Found? {
    for group in groups.reversed() {
      let owner = symbols.questions[group].id
      for length in stride(from: parts.count, to: 0, by: -1) {
        let name = "\(owner).\(parts.prefix(length).joined(separator: "."))"
        if let member = symbols.member(name) {
          return Found(typed: follow(typed(member), parts.dropFirst(length)))
        }
      }
    }
    return nil
  }

  private func typed(_ member: Member) -> Typed {
    Typed(expression: .member(member), kind: symbols.kind(of: member))
  }

  /// The rest of a dotted name: a column of the row that a pointer names, or an attribute of the
  /// option that is chosen.
  private func follow(_ base: Typed, _ rest: ArraySlice<String>) -> Typed? {
    guard let name = rest.first else { return base }
    switch base.kind {
    case .row:
      guard case .question(let pointer)? = base.member else { return nil }
      var targets: [Int: Member] = [:]
      var kind: StaticKind?
      for owner in symbols.questions[pointer].owners {
        guard let found = symbols.member("\(symbols.questions[owner].id).\(name)") else { continue }
        targets[owner] = found
        let own = symbols.kind(of: found)
        kind = kind.map { $0.joined(with: own) } ?? own
      }
      guard let kind else { return nil }
      return follow(
        Typed(expression: .follow(base.expression, targets: targets), kind: kind),
        rest.dropFirst())
    case .code(_, let question?, _), .ticks(_, let question, _):
      let options = symbols.questions[question].options
      // While the ticks themselves are walked, the whole answer's attribute is not the tick's own.
      guard !ticks.contains(question),
        options.contains(where: { $0.option.attributes[name] != nil })
      else { return nil }
      let codes = Set(options.flatMap { $0.option.attributes[name] ?? [] })
      return Typed(
        expression: .attribute(base.expression, name, question: question),
        kind: .code(codes, question: nil, open: false))
    default: return nil
    }
  }

  // MARK: Ranges

  /// What `each`, `any`, `every` and `count of` can walk, and what can be named within; nil where
  /// the name is no table and no checks.
  func walk(_ name: String) -> (range: Expression.Range, inside: Scope)? {
    var inside = self
    if isReport, let table = ReportTable(rawValue: name) {
      inside.report = table
      return (.report(table), inside)
    }
    switch lookup(name)?.kind {
    case .table(let table):
      inside.tables.append(table)
      return (.rows(table), inside)
    case .ticks(_, let question, _):
      inside.ticks.append(question)
      return (.ticks(question), inside)
    default: return nil
    }
  }
}

/// What the words of the language ask of it.
extension Scope: Naming {
  func column(_ name: String) -> (member: Member, table: Int)? {
    var loose = self
    loose.loose = true
    guard let member = loose.lookup(name)?.member, let table = symbols.table(of: member) else {
      return nil
    }
    return (member, table)
  }

  func table(_ name: String, withRow code: String) -> Int? {
    guard case .table(let table)? = lookup([name])?.kind,
      symbols.rows(of: table)?.contains(where: { $0.code == code }) == true
    else { return nil }
    return table
  }

  func column(_ name: String, ofRowsIn table: Int) -> Member? {
    var row = Scope(symbols)
    row.tables = [table]
    return row.lookup([name])?.member
  }

  func range(_ name: String) -> (range: Expression.Range, inside: any Naming)? {
    walk(name).map { ($0.range, $0.inside) }
  }

  func kind(of member: Member) -> StaticKind { symbols.kind(of: member) }

  func id(of question: Int) -> String { symbols.questions[question].id }

  func norm(_ id: String) -> Norm? { symbols.norm(id) }

  func isObligation(_ id: String) -> Bool { symbols.has(.obligation, id) }

  var ownRows: (table: Int, codes: [String])? {
    tables.last.flatMap { table in symbols.rows(of: table).map { (table, $0.map(\.code)) } }
  }

  func unknown(_ kind: NamedKind, _ name: String) -> GrammarFault {
    switch kind {
    case .member:
      let fault = symbols.unknown(.member, name)
      return GrammarFault(.unknownName, fault.message, fault.remedy)
    case .norm:
      let fault = symbols.unknown(.norm, name, hint: .alone)
      return GrammarFault(.unknownNorm, fault.message, fault.remedy)
    case .obligation:
      let fault = symbols.unknown(.obligation, name, hint: .never)
      return GrammarFault(.unknownObligation, fault.message, fault.remedy)
    }
  }

  func nearest(_ word: String, in known: Set<String>) -> String? {
    PackCompiler.nearest(word, in: known)
  }
}

extension Fault {
  /// A fault of an expression's grammar among those of a pack.
  init(_ fault: GrammarFault) {
    let kind: Diagnostic.Kind =
      switch fault.kind {
      case .brokenExpression: .brokenExpression
      case .brokenValue: .brokenValue
      case .tooLarge: .tooLarge
      case .mismatchedUnits: .mismatchedUnits
      case .unknownName: .unknownName
      case .unknownCode: .unknownCode
      case .unknownNorm: .unknownNorm
      case .unknownObligation: .unknownObligation
      }
    self.init(kind, fault.message, fault.remedy, offset: fault.offset)
  }
}
