import Drafting
import Findings
import Interview
import Matters
import PackModel

/// Critical findings over which a final copy is published: each is accepted by name, with a reason.
enum Accepted {
  /// What `--despite FINDING=reason` says, as changes of the journal.
  /// - Throws: an `Outcome` for what is no critical finding, or has no reason.
  static func read(
    _ words: [String], _ evaluation: Evaluation, _ findings: FindingsResult
  ) throws -> [Change] {
    let known = critical(evaluation, findings).map(\.id)
    var reasons: [String: String] = [:]
    for pair in words {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      let reason = parts.count == 2 ? parts[1].filter { !$0.isNewline } : ""
      guard parts.count == 2, reason.contains(where: { !$0.isWhitespace }) else {
        throw Outcome.usage("“\(pair)”: write --despite FINDING=\"why the risk is taken\".")
      }
      guard known.contains(parts[0]) else {
        throw Outcome.usage(
          "“\(parts[0])” is no critical finding of this matter.",
          known.isEmpty
            ? "There is none." : "Critical findings: \(known.joined(separator: ", ")).")
      }
      reasons[parts[0]] = reason
    }
    return reasons.keys.sorted().flatMap { finding in
      var follow = evaluation.sheet.followUp(finding)
      (follow.status, follow.reason) = (.accepted, reasons[finding])
      return evaluation.sheet.following(finding, follow)
    }
  }

  /// Who gave the reason that stands for a finding.
  static func by(_ finding: String, _ entries: [Entry]) -> String? {
    let setting = Setting.followUp(finding: finding, field: FollowUp.Field.reason.rawValue)
    return entries.last { entry in
      entry.changes.contains { if case .setting(setting, _, _) = $0 { true } else { false } }
    }?.by
  }

  private static func critical(
    _ evaluation: Evaluation, _ findings: FindingsResult
  ) -> [FindingWords] {
    findings.failed(evaluation.pack).filter { $0.severity == .critical }
      .map { FindingWords($0, evaluation, findings.asOf) }
  }

  // MARK: Of a publication

  /// What stood when a document was published, a sentence each.
  /// - Parameter isNow: it was published just now, and the report tells more.
  static func lines(of manifest: Manifest, isNow: Bool = false) -> [String] {
    let critical = manifest.findings.filter { $0.severity == Severity.critical.rawValue }
    let majors = manifest.findings.count { $0.severity == Severity.major.rawValue }
    var lines: [String] = []
    if !critical.isEmpty {
      let said = critical.map { finding in
        let reason = finding.reason.map { "reason: \($0)" } ?? "without a reason"
        return "\(finding.id), \(reason)" + (finding.by.map { " (\($0))" } ?? "")
      }
      lines.append(
        "Published over \(critical.count == 1 ? "1 critical finding" : "\(critical.count) critical findings"): "
          + said.joined(separator: "; ") + ".")
    }
    if majors > 0 {
      let findings = majors == 1 ? "1 major finding" : "\(majors) major findings"
      let stand = majors == 1 ? "stands" : "stand"
      lines.append(isNow ? "\(findings) \(stand); art28 report says which." : "\(findings) stood.")
    }
    return lines
  }
}
