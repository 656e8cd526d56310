import PackModel

/// What can be named at a place: the tables and groups around it, innermost last.
struct Names {
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
}

/// What is known of an expression before any answer.
enum StaticKind: Equatable {
  case truth
  /// A code of a choice, a decision or an attribute; `question` has its options.
  case code(Set<String>, question: Int?, open: Bool)
  case ticks(Set<String>, question: Int, open: Bool)
  case text
  case date
  case quantity([Unit])
  case money
  case number
  /// A row of one of these tables or groups.
  case row([Int])
  case table(Int)
  case unknown

  /// Whether own words may stand for a code.
  var isOpen: Bool {
    switch self {
    case .code(_, _, let open), .ticks(_, _, let open): open
    default: false
    }
  }

  /// What either of two can be.
  func joined(with other: StaticKind) -> StaticKind {
    if self == other { return self }
    guard let mine = codes, let theirs = other.codes else { return .unknown }
    var (question, isOpen): (Int?, Bool) = (nil, false)
    for case .code(_, let own, let open) in [self, other] {
      question = question ?? own
      isOpen = isOpen || open
    }
    return .code(mine.union(theirs), question: question, open: isOpen)
  }

  /// What `<` and `>` would compare; nil where that is not known.
  var measure: String? {
    switch self {
    case .quantity: "a quantity"
    case .money: "money"
    case .date: "a date"
    case .number: "a number"
    case .text: "text"
    case .truth: "yes or no"
    case .code, .ticks: "a code"
    case .row, .table: "a row"
    case .unknown: nil
    }
  }

  /// The codes it can have, where it has codes.
  var codes: Set<String>? {
    switch self {
    case .code(let codes, _, _), .ticks(let codes, _, _): codes
    case .truth: ["yes", "no"]
    default: nil
    }
  }
}

struct Typed {
  var expression: Expression
  var kind: StaticKind

  var member: Member? {
    if case .member(let member) = expression { return member }
    return nil
  }
}

extension Compilation {
  func unknownName(_ name: String, _ place: Place) {
    let known = questionNumbers.keys.map { $0 } + calculatedNumbers.keys.map { $0 }
    let hint = nearest(name, in: known).map { "Did you mean \($0)?" }
    report.add(
      .unknownName, place, "There is no question and no value “\(name)” here.",
      hint ?? "Write the whole linkId, with its owner's: `controller.name`.")
  }

  /// What a dotted name means at a place; nil where it means nothing.
  func lookup(_ parts: [String], _ names: Names) -> Typed? {
    guard let first = parts.first, parts.count <= Bounds.path else { return nil }
    if parts.count == 1, let column = names.report.flatMap({ ReportColumn(first, of: $0) }) {
      return Typed(expression: .reportColumn(column), kind: .unknown)
    }
    for table in names.tables.reversed() {
      let prefix = contents.questions[table].linkId
      if let found = member("\(prefix).\(first)") {
        return follow(found, parts.dropFirst(), names)
      }
      if parts.count == 1, case .pack(let rows) = contents.questions[table].rows,
        rows.contains(where: { $0.attributes[first] != nil })
      {
        let codes = Set(rows.flatMap { $0.attributes[first] ?? [] })
        return Typed(
          expression: .rowAttribute(table: table, first),
          kind: .code(codes, question: nil, open: false))
      }
    }
    for group in names.groups.reversed() {
      for length in stride(from: parts.count, to: 0, by: -1) {
        let name =
          "\(contents.questions[group].linkId).\(parts.prefix(length).joined(separator: "."))"
        if let found = member(name) { return follow(found, parts.dropFirst(length), names) }
      }
    }
    for length in stride(from: parts.count, to: 0, by: -1) {
      let name = parts.prefix(length).joined(separator: ".")
      guard let found = member(name) else { continue }
      if let table = table(of: found.member), !names.tables.contains(table), !names.loose {
        return nil
      }
      return follow(found, parts.dropFirst(length), names)
    }
    guard names.loose, let found = looseColumn(first) else { return nil }
    return follow(found, parts.dropFirst(), names)
  }

  /// A column that no other table has by that name.
  private func looseColumn(_ name: String) -> Typed? {
    let suffix = "." + name
    let questions = contents.questions.indices.filter {
      contents.questions[$0].linkId.hasSuffix(suffix) && table(of: .question($0)) != nil
    }
    let values = contents.calculated.indices.filter {
      contents.calculated[$0].id.hasSuffix(suffix) && contents.calculated[$0].table != nil
    }
    guard questions.count + values.count == 1 else { return nil }
    if let question = questions.first { return typed(.question(question)) }
    return values.first.flatMap { typed(.calculated($0)) }
  }

  private func member(_ name: String) -> Typed? {
    if let number = questionNumbers[name] { return typed(.question(number)) }
    return calculatedNumbers[name].flatMap { typed(.calculated($0)) }
  }

  func typed(_ member: Member) -> Typed? {
    Typed(expression: .member(member), kind: staticKind(member))
  }

  func table(of member: Member?) -> Int? {
    switch member {
    case nil: nil
    case .calculated(let number): contents.calculated[number].table
    case .question(let number):
      contents.questions[number].parent.flatMap {
        contents.questions[$0].kind == .table ? $0 : nil
      }
    }
  }

  func staticKind(_ member: Member) -> StaticKind {
    switch member {
    case .question(let number):
      let question = contents.questions[number]
      let codes = Set(question.options.map(\.code))
      switch question.kind {
      case .group, .display: return .row([number])
      case .boolean: return .truth
      case .choice:
        return question.options.isEmpty
          ? .row(question.rowsOf) : .code(codes, question: number, open: question.open)
      case .checks: return .ticks(codes, question: number, open: question.open)
      case .string, .text: return .text
      case .date: return .date
      case .quantity: return .quantity(question.units)
      case .money: return .money
      case .table: return .table(number)
      }
    case .calculated(let number):
      guard let id = decideNames[number], let table = decisionNumbers[id] else { return .unknown }
      return .code(Set(contents.decisions[table].rows.map(\.result)), question: nil, open: false)
    }
  }

  /// The rest of a dotted name: a column of the row that a pointer names, or an attribute of the
  /// option that is chosen.
  private func follow(_ base: Typed, _ rest: ArraySlice<String>, _ names: Names) -> Typed? {
    guard let name = rest.first else { return base }
    switch base.kind {
    case .row:
      // The pointer's owners may not be resolved yet; they are read from the source again.
      var owners: [Int] = []
      if case .member(.question(let number)) = base.expression {
        owners = contents.questions[number].rowsOf
        if owners.isEmpty { owners = declaredOwners[number] ?? [] }
      }
      var targets: [Int: Member] = [:]
      var kind: StaticKind?
      for owner in owners {
        guard let found = member("\(contents.questions[owner].linkId).\(name)")?.member else {
          continue
        }
        targets[owner] = found
        kind = kind.map { $0.joined(with: staticKind(found)) } ?? staticKind(found)
      }
      guard !targets.isEmpty, let kind else { return nil }
      return follow(
        Typed(expression: .follow(base.expression, targets: targets), kind: kind),
        rest.dropFirst(), names)
    case .code(_, let question?, _), .ticks(_, let question, _):
      let options = contents.questions[question].options
      // While the ticks themselves are walked, the whole answer's attribute is not the tick's own.
      guard !names.ticks.contains(question) else { return nil }
      guard options.contains(where: { $0.attributes[name] != nil }) else { return nil }
      let codes = Set(options.flatMap { $0.attributes[name] ?? [] })
      return Typed(
        expression: .attribute(base.expression, name, question: question),
        kind: .code(codes, question: nil, open: false))
    default: return nil
    }
  }
}
