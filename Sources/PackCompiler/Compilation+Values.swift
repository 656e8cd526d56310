import PackModel

/// A constant as packs write it: `30 day`, `2 %`, `10000000 EUR`, `2026-03-01`, `12`.
func constant(_ words: String) -> Value? {
  if let date = CalendarDate(iso: words) { return .date(date) }
  let parts = words.split(separator: " ").map(String.init)
  guard let number = parts.first else { return nil }
  if parts.count == 1 { return decimal(number, 0).map { .number($0) } }
  guard parts.count == 2 else { return nil }
  if parts[1] == "%" {
    return decimal(number, 3).map { .quantity(Quantity(thousandths: $0, unit: .percent)) }
  }
  if let unit = Unit(rawValue: parts[1]) {
    return decimal(number, 3).map { .quantity(Quantity(thousandths: $0, unit: unit)) }
  }
  let currency = parts[1]
  guard Currency.isOne(currency) else { return nil }
  return decimal(number, Money.decimals(of: currency)).map {
    .money(Money(minor: $0, currency: currency))
  }
}

/// A decimal number in units of its last place; no sign, digits only.
private func decimal(_ text: String, _ places: Int) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count),
    parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
  else { return nil }
  let fraction = parts.count == 2 ? String(parts[1]) : ""
  guard fraction.utf8.count <= places else { return nil }
  return Int(parts[0] + fraction + String(repeating: "0", count: places - fraction.utf8.count))
}

extension Compilation {
  /// A value as FORMAT.md, Values, writes it, for a question; nil where it does not fit.
  func typed(_ words: String, for question: Question) -> Value? {
    func tick(_ word: String) -> Tick? {
      if question.options.contains(where: { $0.code == word }) { return .code(word) }
      return question.open ? .other(word) : nil
    }
    switch question.kind {
    case .boolean: return words == "yes" ? .boolean(true) : words == "no" ? .boolean(false) : nil
    case .choice:
      if question.options.isEmpty { return .row(words) }
      return tick(words).map { .choice($0) }
    case .checks:
      let parts = words.split(separator: ",").map { part in
        String(part.drop { $0 == " " })
      }
      let ticks = parts.compactMap(tick)
      guard ticks.count == parts.count else { return nil }
      let known = question.options.map { Tick.code($0.code) }.filter(ticks.contains)
      return .checks(known + ticks.filter { !known.contains($0) })
    case .string, .text: return .text(words)
    case .date: return CalendarDate(iso: words).map { .date($0) }
    case .quantity:
      guard case .quantity(let quantity)? = constant(words) else { return nil }
      return question.units.isEmpty || question.units.contains(quantity.unit)
        ? .quantity(quantity) : nil
    case .money:
      guard case .money? = constant(words) else { return nil }
      return constant(words)
    case .group, .display, .table: return nil
    }
  }

  /// A condition; nil, with a diagnostic, where it cannot be read.
  func condition(_ words: String, _ place: Place, _ names: Names) -> Expression? {
    parsed(words, place, names)?.expression
  }

  func value(_ words: String, _ place: Place, _ names: Names) -> Expression? {
    parsed(words, place, names)?.expression
  }

  func parsed(_ words: String, _ place: Place, _ names: Names) -> Typed? {
    do throws(ExpressionParser.Fault) {
      var parser = try ExpressionParser(words, place, names, self)
      return try parser.whole()
    } catch {
      report.add(error.kind, place.moved(by: error.offset), error.message, error.remedy)
      return nil
    }
  }

  // MARK: Decisions

  func readDecisions() {
    for node in entries("decisions") { decision(node) }
  }

  func decision(_ node: Node) {
    let keys: Set = ["id", "authority", "rows", "says", "by"]
    guard let fields = Fields(node, what: "decision", keys: keys, report) else { return }
    let id = fields.required("id", what: "decision")
    checkID(id, fields.place)
    var rows: [DecisionTable.Row] = []
    var written: [[(words: String, place: Place)]] = []
    for node in fields.nodes("rows") {
      guard let row = Fields(node, what: "row", keys: ["when", "is"], report) else { continue }
      let cells = row.list("when").compactMap { cell($0.words, $0.place) }
      written.append(row.list("when"))
      if let first = rows.first, first.when.count != cells.count {
        report.add(
          .wrongShape, row.place,
          "This row has \(cells.count) cells, the first has \(first.when.count).",
          "Give every row a cell for each column.")
      }
      rows.append(DecisionTable.Row(when: cells, result: row.required("is", what: "row")))
    }
    var says: [String: String] = [:]
    if let node = fields["says"], let map = Fields(open: node, what: "reasons", report) {
      for pair in map.all { says[pair.key] = pair.value.words ?? "" }
      for pair in map.all where !rows.contains(where: { $0.result == pair.key }) {
        report.add(
          .unknownCode, pair.place, "No row of this decision comes to “\(pair.key)”.",
          "Take it away, or correct the code.")
      }
    }
    if decisionNumbers.updateValue(contents.decisions.count, forKey: id) != nil {
      duplicate(id, fields.place)
    }
    decisionCells.append(written)
    contents.decisions.append(
      DecisionTable(id: id, authority: authorities(fields), rows: rows, says: says))
  }

  /// The codes of a decision's cells are codes of what one or the other gives it.
  func checkCells() {
    for (decision, uses) in decisionInputs.sorted(by: { $0.key < $1.key }) {
      for column in uses[0].indices {
        var codes: Set<String> = []
        // Where any of them can be anything, no code is wrong.
        let kinds = uses.map { $0[column] }
        guard kinds.allSatisfy({ $0.codes != nil && !$0.isOpen }) else { continue }
        for kind in kinds { codes.formUnion(kind.codes ?? []) }
        checkCells(decision, column, codes)
      }
    }
  }

  private func checkCells(_ decision: Int, _ column: Int, _ codes: Set<String>) {
    let rows = contents.decisions[decision].rows
    for (row, written) in zip(rows, decisionCells[decision]) where row.when.count == written.count {
      guard row.when.indices.contains(column), case .oneOf(let values) = row.when[column] else {
        continue
      }
      for value in values {
        let code: String
        switch value {
        case .boolean(let bool): code = bool ? "yes" : "no"
        case .choice(.code(let named)): code = named
        default: continue
        }
        guard !codes.contains(code) else { continue }
        let hint = nearest(code, in: codes).map { "Did you mean \($0)? " } ?? ""
        report.add(
          .unknownCode, written[column].place, "“\(code)” is none of the codes of this column.",
          hint + "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).")
      }
    }
  }

  private func cell(_ words: String, _ place: Place) -> DecisionTable.Cell? {
    switch words {
    case "any", "-": return .any
    case "absent": return .absent
    default: break
    }
    let signs: [(String, Expression.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less), (">", .greater),
    ]
    for (sign, comparison) in signs where words.hasPrefix(sign) {
      let rest = String(words.dropFirst(sign.count).drop { $0 == " " })
      if let value = constant(rest) { return .compare(comparison, value) }
      report.add(
        .brokenValue, place, "“\(rest)” is no value.", "Write a comparison as \">= 48 hour\".")
      return nil
    }
    let values = words.split(separator: " ").filter { $0 != "or" }.map(String.init)
      .map { word -> Value in
        word == "yes" ? .boolean(true) : word == "no" ? .boolean(false) : .code(word)
      }
    return .oneOf(values)
  }
}
