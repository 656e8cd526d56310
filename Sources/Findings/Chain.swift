import Interview
import PackModel

/// The companies that work on the data, tier below tier, with the two clocks that run along them.
package struct Chain: Hashable, Sendable {
  /// Each below the one that engages it, in the order of the list.
  package var nodes: [Node]
  /// The latest moment at which the controller learns of an incident anywhere in the chain; not
  /// known while one tier names no hours. The controller's own time to tell the authority begins
  /// then, and is no part of it.
  package var latest: Amount
  /// The shortest notice of a new sub-processor that reaches the controller.
  package var notice: Amount
  /// The controller's own limit for hearing of an incident, and its time to object.
  package var limit: Quantity?
  /// How long the controller may object to a new company; nil where nobody said.
  package var objection: Quantity?

  /// A company of the chain.
  package struct Node: Hashable, Sendable {
    /// The row's number in the table.
    package let row: Int
    /// Its row's id.
    package let rowId: String
    /// 1 is engaged by the processor.
    package let depth: Int
    /// The node that engages it, by its place in `nodes`.
    package let parent: Int?
    /// Who engages it: the answer, also where it names a party.
    package let engagedBy: SourcedValue?
    /// Its legal name; nil where none is given, and so for each below.
    package let name: SourcedValue?
    /// What it does, by the pack's own list.
    package let tier: SourcedValue?
    /// Where it is established.
    package let seat: SourcedValue?
    /// Where it works on the data.
    package let country: SourcedValue?
    /// What it is to the data, in the answer's words.
    package let role: SourcedValue?
    /// The same as the program knows it.
    package let roleGrade: Review.ChainRole?
    /// The transfer mechanism.
    package let route: SourcedValue?
    /// In how many hours it reports an incident.
    package let hours: SourcedValue?
    /// How long before a change it tells.
    package let notice: SourcedValue?
    /// Whether it stands in the clocks: a processor below the first one. Nobody's answer is a yes.
    package let counts: Bool
    /// The sum of hours from here up to the controller.
    package let latest: Amount
    /// The shortest notice from here up to the controller: the earliest start of a successor.
    package let earliest: Amount
    /// Whether the controller may still object before that start.
    package let leavesTimeToObject: Truth
  }
}

/// - Returns: nil where the pack has no chain, or the journey does not ask for it.
func chain(_ evaluation: Evaluation) -> Chain? {
  guard let columns = evaluation.pack.review?.chain, evaluation.isOfJourney(columns.table),
    let table = evaluation.effective.table(columns.table), table.standing != .none
  else { return nil }
  return ChainMaking(evaluation, columns, table).chain
}

private struct ChainMaking {
  let evaluation: Evaluation
  let columns: Review.Columns
  let table: TableState
  let evaluator: ExpressionEvaluator
  let review: Review

  init(_ evaluation: Evaluation, _ columns: Review.Columns, _ table: TableState) {
    self.evaluation = evaluation
    self.columns = columns
    self.table = table
    evaluator = evaluation.evaluator()
    review = evaluation.pack.review ?? Review()
  }

  var chain: Chain {
    var nodes: [Chain.Node] = []
    var children: [Int: [Int]] = [:]
    var roots: [Int] = []
    for row in table.rows.indices {
      if let parent = parent(of: row) {
        children[parent, default: []].append(row)
      } else {
        roots.append(row)
      }
    }
    var placed: Set<Int> = []
    // Without recursion: a chain may be long.
    func place(_ root: Int) {
      var waiting = [(row: root, depth: 1, parent: Int?.none)]
      while let (row, depth, parent) = waiting.popLast() {
        guard placed.insert(row).inserted else { continue }
        nodes.append(node(row, depth: depth, parent: parent))
        let at = nodes.count - 1
        for child in (children[row] ?? []).reversed() { waiting.append((child, depth + 1, at)) }
      }
    }
    for root in roots { place(root) }
    // A ring has no beginning: what stands in one comes last.
    for row in table.rows.indices where !placed.contains(row) { place(row) }
    let counted = nodes.filter(\.counts)
    return Chain(
      nodes: nodes, latest: extreme(counted.map(\.latest), .greater),
      notice: extreme(counted.map(\.earliest), .less), limit: amount(review.limit),
      objection: amount(review.objection))
  }

  private func amount(_ expression: Expression?) -> Quantity? {
    guard let expression, case .value(.quantity(let quantity)) = evaluator.reading(expression)
    else {
      return nil
    }
    return quantity
  }

  private func parent(of row: Int) -> Int? {
    guard case .value(.row(let id)) = reading(.engagedBy, row), let parent = table.number(of: id),
      parent != row
    else { return nil }
    return parent
  }

  private func reading(_ part: Review.Part, _ row: Int) -> Reading {
    columns[part].map { evaluation.effective.reading($0, row: row) } ?? .absent
  }

  private func said(_ part: Review.Part, _ row: Int) -> SourcedValue? {
    evaluation.said(columns[part], row: row, evaluator)
  }

  private func node(_ row: Int, depth: Int, parent: Int?) -> Chain.Node {
    let role = columns[.role].flatMap { evaluation.attribute("role", of: $0, row: row) }
      .flatMap { Review.ChainRole(rawValue: $0) }
    let counts = (role == nil || role == .processor) && !isEngagedByController(row)
    let latest = along(row, .hours, review.hours) { $0.adding($1) }
    let earliest = along(row, .notice, review.notice) { a, b in
      a.compared(to: b).map { $0 == .greater ? b : a }
    }
    return Chain.Node(
      row: row, rowId: table.rows[row], depth: depth, parent: parent,
      engagedBy: said(.engagedBy, row), name: said(.name, row), tier: said(.tier, row),
      seat: said(.seat, row), country: said(.country, row), role: said(.role, row),
      roleGrade: role,
      route: said(.route, row), hours: said(.hours, row), notice: said(.notice, row),
      counts: counts, latest: latest, earliest: earliest,
      leavesTimeToObject: leavesTime(earliest))
  }

  private func isEngagedByController(_ row: Int) -> Bool {
    guard let controller = review.controller, case .question(let pointer)? = columns[.engagedBy],
      let top = evaluator.chain(from: row, of: columns.table, along: pointer).last,
      case .value(.row(let id)) = reading(.engagedBy, top)
    else { return false }
    return evaluation.pack.questions[controller].linkId == id
  }

  private func leavesTime(_ earliest: Amount) -> Truth {
    guard let start = earliest.value, let objection = amount(review.objection),
      let order = objection.compared(to: start)
    else { return .unknown }
    return Truth(order != .greater)
  }

  /// Joins a column from a row up to the first tier's own number. One tier without a number, or a
  /// way up that is not known, leaves the whole unknown.
  private func along(
    _ row: Int, _ part: Review.Part, _ own: Expression?,
    _ join: (Quantity, Quantity) -> Quantity?
  ) -> Amount {
    guard let column = columns[part], case .question(let pointer)? = columns[.engagedBy] else {
      return Amount(value: nil)
    }
    var sources: [AnswerKey] = []
    var waits: [AnswerKey] = []
    var total: Quantity?
    var isWhole = true
    func add(_ quantity: Quantity) {
      guard let sum = total else { return total = quantity }
      total = join(sum, quantity)
      if total == nil { isWhole = false }
    }
    let rows = evaluator.chain(from: row, of: columns.table, along: pointer)
    for row in rows {
      guard case .value(.quantity(let quantity)) = evaluation.effective.reading(column, row: row)
      else {
        waits += evaluation.waits(column, row: row, evaluator)
        continue
      }
      sources += evaluation.said(column, row: row, evaluator)?.sources ?? []
      if isWhole { add(quantity) }
    }
    if let top = rows.last {
      switch reading(.engagedBy, top) {
      case .value(.row(let id)) where table.number(of: id) == nil: break
      case .absent: break
      // The way up ends in a ring, or nobody has said who engages the last one.
      default: waits += evaluation.waits(.question(pointer), row: top, evaluator)
      }
    }
    if let own {
      if case .value(.quantity(let quantity)) = evaluator.reading(own) {
        sources += evaluator.sources(of: own)
        if isWhole { add(quantity) }
      } else {
        let open = evaluator.waits(for: own)
        waits += open.isEmpty ? named(own) : open
        isWhole = false
      }
    }
    return Amount(
      value: isWhole && waits.isEmpty ? total : nil, sources: sources, waits: waits)
  }

  /// The places that a value names: where none of them is asked, a number was not given there.
  private func named(_ expression: Expression) -> [AnswerKey] {
    var found: [AnswerKey] = []
    let pack = evaluation.pack
    func name(_ member: Member, row: String?) {
      switch member {
      case .question(let number): found.append(AnswerKey(pack.questions[number].linkId, row: row))
      // What is worked out of an answer of the row.
      case .calculated(let number):
        for inner in pack.calculated[number].rule.expressions {
          inner.visit {
            if case .member(.question(let number)) = $0 { name(.question(number), row: row) }
          }
        }
      }
    }
    expression.visit { part in
      switch part {
      case .member(let member): name(member, row: nil)
      case .cell(let member, let row): name(member, row: row)
      default: break
      }
    }
    return found
  }

  private func extreme(_ amounts: [Amount], _ wanted: Ordering) -> Amount {
    var best: Amount?
    var waits: [AnswerKey] = []
    var seen: Set<AnswerKey> = []
    var isWhole = true
    for amount in amounts {
      for key in amount.waits where seen.insert(key).inserted { waits.append(key) }
      guard let value = amount.value else {
        isWhole = false
        continue
      }
      guard let current = best?.value else {
        best = amount
        continue
      }
      if value.compared(to: current) == wanted { best = amount }
    }
    return Amount(
      value: isWhole ? best?.value : nil, sources: best?.sources ?? [], waits: waits)
  }
}
