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
      $0.id == place || pack.checks[$0.result.check].id == place
    }
    if !wanted.isEmpty {
      return FindingEntry.entries(of: wanted, evaluation, findings, DraftSettings())
        .flatMap(lines)
    }
    let results = findings.checks.filter {
      $0.id(pack) == place || pack.checks[$0.check].id == place
    }
    guard let check = pack.check(place) ?? results.first?.check else { return nil }
    if results.isEmpty {
      return [place, "  This check does not belong to the journey of this matter."]
    }
    let condition = ExpressionWords(pack).words(pack.checks[check].pass)
    return results.flatMap { result in
      [result.id(pack), "  \(outcome(result))", "  What must hold: \(condition)"]
    }
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
      "  What must hold: \(ExpressionWords(pack).words(check.pass))",
      "  Evidence: \(entry.evidence)", "  Where: \(entry.place)",
      "  Consequence: \(entry.words.consequence)",
      "  What to do: \(entry.words.remedy)",
    ]
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
