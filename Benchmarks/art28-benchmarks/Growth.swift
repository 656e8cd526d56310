import Documents
import Drafting
import Findings
import Interview
import PackModel

/// What grows with the work: the same with ten times as many rows, each time with what it costs more.
/// Linear is a ratio of ten or less.
struct Growth {
  private let clock = ContinuousClock()
  private var last: [String: Double] = [:]

  /// - Parameter runs: how often; the least counts, for a busy machine only adds.
  mutating func measure(_ name: String, rows: Int, runs: Int = 3, _ body: () -> Void) {
    let times = (0..<runs).map { _ in milliseconds(clock.measure(body)) }
    let least = times.min() ?? 0
    let ratio = last[name].map { "  \(shown(least / max($0, 0.000_001))) of a tenth" } ?? ""
    last[name] = least
    let title = "\(name), \(rows) rows"
    let padded = title + String(repeating: " ", count: max(1, 44 - title.count))
    print("\(padded)\(shown(least)) ms\(ratio)")
  }
}

/// The clean case of a pack with a list of so many companies, chains of five.
func growing(_ pack: Pack, _ answers: [Assignment], on day: CalendarDate) {
  var growth = Growth()
  for rows in [10, 100, 1000, 10_000] {
    let list = answers + (0..<rows).flatMap(company)
    var taken = evaluate(pack, AnswerSheet())
    growth.measure("answers from a file", rows: rows, runs: rows > 1000 ? 1 : 3) {
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(list)
      taken = assigning.evaluation
      for refused in assigning.refused.prefix(3) { print(refused.path, refused.error.message) }
    }
    growth.measure("evaluate", rows: rows) { _ = evaluate(pack, taken.sheet) }
    growth.measure("clauses and scope", rows: rows) {
      let evaluation = evaluate(pack, taken.sheet)
      _ = (evaluation.decisions.count, evaluation.scope)
    }
    growth.measure("judge one answer", rows: rows) {
      if let question = pack.question("subprocessors.name") {
        _ = taken.refusal(of: .text("Another name"), for: question, row: rows / 2)
      }
    }
    growth.measure("checks", rows: rows) { _ = examine(taken, asOf: day) }
    let findings = examine(taken, asOf: day)
    growth.measure("findings in order", rows: rows) { _ = findings.findings(pack) }
    growth.measure("chain, matrix and tables", rows: rows) { _ = ReviewResult(taken, findings) }
    growth.measure("open answers", rows: rows) { _ = taken.openAnswers() }
    growth.measure("draft the contract", rows: rows) { _ = draft(.contract, taken, findings) }
    growth.measure("draft the report", rows: rows) { _ = draft(.report, taken, findings) }
    if let contract = draft(.contract, taken, findings) {
      growth.measure("redline of what is equal", rows: rows) {
        _ = Document.redline(from: contract, to: contract)
      }
    }
    print(
      "  \(findings.findings(pack).count) findings, \(findings.unmade.count) checks not made"
        + (taken.isOverworked ? ", more asked for than is done" : ""))
  }
}

private func company(_ row: Int) -> [Assignment] {
  func set(_ column: String, _ words: String) -> Assignment {
    Assignment(path: "subprocessors[c\(row)].\(column)", said: .words(words))
  }
  return [
    set("name", "Company \(row) GmbH"), set("tier", "hosting"),
    set("seat", row % 3 == 0 ? "us" : "de"),
    set("country", row % 4 == 0 ? "us" : "ie"),
    set("engaged-by", row % 5 == 0 ? "processor" : "c\(row - 1)"), set("sub-role", "processor"),
    set("dpa-in-place", "in-place"), set("residency-holds", "yes"),
    set("data-categories-touched", "prompts, outputs"), set("service", "Hosting of part \(row)"),
    set("address", "Street \(row), Town"), set("contact", "privacy@company\(row).example"),
    set("added-on", "2026-01-01"),
  ]
}

/// A chain that gets longer with the list: the sums along it.
func chains(_ pack: Pack) {
  var growth = Growth()
  for rows in [10, 100, 1000, 10_000] {
    let sheet = answered(pack, rows: rows)
    growth.measure("evaluate, a chain of a fifth", rows: rows) { _ = evaluate(pack, sheet) }
  }
}
