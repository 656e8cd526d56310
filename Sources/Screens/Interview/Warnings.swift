import Drafting
import Findings
import Interview
import PackModel

extension OpenMatter {
  /// Failed checks to be shown at a slot.
  func warnings(at slot: Slot) -> [CheckResult] {
    findings.warnings(at: slot.question, row: rowNumber(slot), pack)
  }

  /// Failed checks to be shown on a page of the route.
  func warnings(on item: Int) -> [CheckResult] {
    let questions = leaves(of: item)
    return findings.failed(pack).filter { result in
      pack.checks[result.check].at.contains { questions.contains($0) }
    }
  }

  /// A question with everything within it.
  func leaves(of question: Int) -> Set<Int> {
    var found: Set<Int> = [question]
    for child in pack.questions[question].children { found.formUnion(leaves(of: child)) }
    return found
  }

  /// The page that a warning is about.
  func item(of result: CheckResult) -> Int? {
    pack.checks[result.check].at.lazy.compactMap { self.item(of: $0) }.first
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
