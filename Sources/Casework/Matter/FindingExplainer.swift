import Drafting
import Findings
import Interview
import PackModel

/// Says everything about a finding, or why a check found nothing.
struct FindingExplainer {
  let evaluation: Evaluation
  /// The day on which ages are counted.
  let asOf: CalendarDate
  private var pack: Pack { evaluation.pack }

  /// - Parameter place: a finding's id, or a check's.
  /// - Returns: nil where the words name no check.
  func explain(_ place: String) -> [String]? {
    // A finding's id begins with its check's.
    guard pack.check(String(place.prefix { $0 != "[" })) != nil else { return nil }
    let findings = examine(evaluation, asOf: asOf)
    let wanted = findings.findings(pack).filter {
      $0.id == place || isOf(place, $0.result.check)
    }
    if !wanted.isEmpty {
      return FindingEntry.entries(of: wanted, evaluation, findings, DraftSettings())
        .flatMap(lines)
    }
    let results = findings.checks.filter {
      $0.id(pack) == place || isOf(place, $0.check)
    }
    guard let check = pack.check(place) ?? results.first?.check else { return nil }
    if results.isEmpty {
      return [place, "  This check does not belong to the journey of this matter."]
    }
    let condition = condition(of: pack.checks[check])
    return results.flatMap { result in
      [result.id(pack), "  \(outcome(result))", "  What must hold: \(condition)"]
    }
  }

  /// Whether it is the check of that name; what a rule finds is found by its pairs.
  private func isOf(_ place: String, _ check: Int) -> Bool {
    if pack.checks[check].id == place { return true }
    guard case .rule(let rule)? = pack.check(place).flatMap({ pack.checks[$0].promises }) else {
      return false
    }
    return pack.checks[check].promises?.rule == rule
  }

  private func condition(of check: Check) -> String {
    check.promises == nil
      ? ExpressionWords(pack).words(check.pass) : "What the clauses promise can all be kept."
  }

  private func lines(_ entry: FindingEntry) -> [String] {
    let check = pack.checks[entry.finding.result.check]
    var lines = [
      "\(entry.id)  \(entry.words.severity.rawValue)", "  \(entry.words.finding)",
      "  Rule: \(entry.words.norm)",
    ]
    for id in check.authority {
      guard let authority = pack.authority(id) else { continue }
      let verify = authority.mustBeVerified ? " (verify)" : ""
      lines.append("  Authority: \(authority.citation)\(verify): \(authority.says)")
    }
    lines += [
      "  What must hold: \(condition(of: check))",
      "  Evidence: \(entry.evidence)", "  Where: \(entry.place)",
      "  Consequence: \(entry.words.consequence)",
      "  What to do: \(entry.words.remedy)",
    ]
    if !entry.words.look.isEmpty { lines.append("  Look for: \(entry.words.look)") }
    for key in entry.sources.prefix(12) {
      lines.append("  Rests on the answer \(key.path): \(evaluation.name(of: key))")
    }
    if let by = entry.finding.impliedBy { lines.append("  It follows from \(by).") }
    if let clause = entry.clause {
      lines.append("  Closed by \(entry.closing) (clause \(clause)):")
      lines += entry.lines.map { "    \($0)" }
    }
    lines.append("  " + FollowUpWords.line(entry.finding, evaluation, asOf))
    return lines
  }

  private func outcome(_ result: CheckResult) -> String {
    switch result.outcome {
    case .passed: return "It passes on the answers given."
    case .failed: return "It fails."
    case .notApplicable: return "It does not apply to this matter."
    case .notAssessed(let waits):
      if waits.isEmpty { return "It was not assessed: a blank stands in the draft." }
      let names = waits.prefix(6).map { evaluation.name(of: $0) }
      return "It was not assessed. It waits for: \(names.joined(separator: "; "))."
    }
  }
}
