import Drafting
import Findings
import Interview
import PackModel

extension OpenMatter {
  /// Failed checks to be shown at a slot.
  func warnings(at slot: Slot) -> [CheckResult] {
    findings.warnings(at: slot.question, row: rowNumber(slot), pack).filter { result in
      guard let row = slot.row, let rows = rows(of: result, at: slot.question) else { return true }
      return rows.contains(row)
    }
  }

  /// The rows that a check is about at a column: its own, or those whose cells it names; nil: all.
  private func rows(of result: CheckResult, at question: Int) -> [String]? {
    if let row = result.rowId { return [row] }
    let linkId = pack.questions[question].linkId
    let rows = evaluation.evaluator().sources(of: pack.checks[result.check].pass)
      .filter { $0.linkId == linkId }.compactMap(\.row)
    return rows.isEmpty ? nil : rows
  }

  /// Failed checks to be shown on a page of the route.
  func warnings(on item: Int) -> [CheckResult] {
    let questions = leaves(of: item)
    return findings.failed(pack).filter { result in
      pack.checks[result.check].at.contains { questions.contains($0) }
    }
  }

  /// What is warned of where the person is. Of a table only what is about the row and the cell in
  /// focus; the rest is counted.
  ///
  /// - Parameter kept: the matter without what is typed, to tell what that brings.
  func warnings(at cursor: Cursor, besides kept: OpenMatter) -> [String] {
    let page = cursor.page
    guard pack.questions.indices.contains(page.owner) else { return [] }
    let all = warnings(on: page.owner)
    var here = all
    if let slot = cursor.slot {
      here = warnings(at: slot)
    } else if page.kind == .rows {
      let row = cursor.row(self)
      here = all.filter { $0.rowId == nil || $0.rowId == row }
    }
    var lines = cursor.slot.map { below(at: $0, besides: kept) } ?? []
    lines += here.map { words($0) }
    if pack.questions[page.owner].kind == .table {
      let rest = Set(all).subtracting(here).count
      if rest > 0 { lines.append("\(counted(rest, "warning")) at other cells. Alt-W goes on.") }
    }
    return lines
  }

  /// That the answer in a slot goes below the law without a reason, or that what is typed there puts
  /// another one below it.
  private func below(at slot: Slot, besides kept: OpenMatter) -> [String] {
    let key = key(slot)
    let before = Set(kept.unreasoned.map(\.key))
    return unreasoned.filter { $0.key == key || !before.contains($0.key) }.map { shortfall in
      let citations = pack.citations(shortfall.deviation.authority)
      return shortfall.key == key
        ? "Below the law (\(citations)): \(shortfall.deviation.says) Enter asks for the reason."
        : "With this “\(shortfall.name)” goes below the law (\(citations)): \(shortfall.deviation.says)"
    }
  }

  // MARK: All of them

  /// A warning at the place that it is shown at.
  struct Alert: Hashable, Sendable {
    let place: ScreenLocation
    /// The number of the page, and of the field on it.
    let order: Order
  }

  struct Order: Hashable, Comparable, Sendable {
    let page: Int
    let field: Int

    static func < (a: Order, b: Order) -> Bool { (a.page, a.field) < (b.page, b.field) }
  }

  /// Warnings in the order of the route, each once. Questions that nobody has reached have none: those
  /// behind the page in hand and behind all that was answered.
  func alerts(upTo here: Int) -> [Alert] {
    let said = items.lastIndex { $0.places.contains { $0.state != .open } } ?? -1
    let last = max(said, items.firstIndex { $0.question == here } ?? -1)
    let reached = Set(items.prefix(last + 1).map(\.question))
    var found: [Alert] = []
    func page(of question: Int) -> Int? {
      var next: Int? = question
      while let number = next, !reached.contains(number) { next = pack.questions[number].parent }
      return next
    }
    func add(_ questions: [Int], row: (Int) -> String?) {
      for question in questions {
        guard let item = page(of: question) else { continue }
        let slot = Slot(question, row: pack.table(of: question) == nil ? nil : row(question))
        guard let order = order(of: slot, on: item) else { continue }
        found.append(Alert(place: ScreenLocation(item: item, slot: slot), order: order))
        return
      }
    }
    for below in unreasoned {
      pack.question(below.key.linkId).map { add([$0]) { _ in below.key.row } }
    }
    for result in findings.failed(pack) {
      add(pack.checks[result.check].at) { rows(of: result, at: $0)?.first }
    }
    return found.sorted { $0.order < $1.order }
  }

  /// Where a slot stands on the way; a table or a group is before its parts.
  func order(of slot: Slot, on item: Int) -> Order? {
    guard let page = items.firstIndex(where: { $0.question == item }) else { return nil }
    let row = rowNumber(slot)
    let field = items[page].places.firstIndex { $0.question == slot.question && $0.row == row }
    return Order(page: page, field: field ?? -1)
  }

  /// A question with everything within it.
  func leaves(of question: Int) -> Set<Int> {
    var found: Set<Int> = [question]
    for child in pack.questions[question].children { found.formUnion(leaves(of: child)) }
    return found
  }

  /// What a failed check says, with its weight and kind.
  func words(_ result: CheckResult) -> String {
    let check = pack.checks[result.check]
    return
      "\(check.severity.rawValue.capitalisedFirst), \(check.kind.rawValue): \(drafted(result).finding)"
  }

  /// What the answers so far come to at a question; empty where it says nothing, or part of it waits.
  func follows(_ slot: Slot) -> String {
    guard let text = pack.questions[slot.question].follows else { return "" }
    let scope = pack.table(of: slot.question).flatMap { table in
      rowNumber(slot).map { Scope(table: table, row: $0) }
    }
    return evaluation.said(
      text, in: scope, asOf: findings.asOf, DraftSettings(language: language, matter: title)) ?? ""
  }

  /// What to do about a failed check.
  func remedy(_ result: CheckResult) -> String { drafted(result).remedy }

  private func drafted(_ result: CheckResult) -> FindingWords {
    FindingWords(
      result, evaluation, findings.asOf, DraftSettings(language: language, matter: title))
  }
}
