import Findings
import Interview
import PackModel

/// What was found, in the rows of a report.
struct FindingRows {
  let entries: [FindingEntry]
  private let evaluation: Evaluation
  private let findings: FindingsResult
  private let settings: DraftSettings
  private let unmade: [Unmade]
  private var pack: Pack { evaluation.pack }

  init(
    _ entries: [FindingEntry], _ evaluation: Evaluation, _ findings: FindingsResult,
    _ settings: DraftSettings
  ) {
    self.entries = entries
    self.evaluation = evaluation
    self.findings = findings
    self.settings = settings
    unmade = FindingRows.unmade(evaluation, findings, settings.language)
  }

  var findingRows: [ReportRow] {
    let tellers = Self.tellers(
      entries.map { entry in
        [
          pack.checks[entry.finding.result.check].id, entry.words.consequence,
          entry.words.authority, entry.words.norm, entry.closing,
        ]
      })
    return zip(entries, tellers).map { entry, teller in
      let (words, first) = (entry.words, entries[teller].id)
      let follow = FollowUpShown(entry.followUp, settings.language)
      return ReportRow(FindingColumn.self) { column in
        switch column {
        case .severity: .value(.code(words.severity.rawValue))
        case .title: .text(words.finding)
        case .authority: .text(words.authority)
        case .consequence: .text(words.consequence)
        case .remedy: .text(words.remedy)
        case .norm: .text(words.norm)
        case .where: .text(entry.place)
        case .kind: .text(pack.checks[entry.finding.result.check].kind.rawValue)
        case .id: .text(entry.id)
        case .owner: .text(follow.owner)
        case .due: .text(follow.due)
        case .status: .text(follow.status)
        case .reReview: .text(follow.reReview)
        case .impliedBy: .text(entry.finding.impliedBy ?? "")
        case .evidence: .text(entry.evidence)
        case .closing: .text(entry.closing.isEmpty ? "none; see what to do" : entry.closing)
        case .text: .clauses(entry.clause.map { [$0] } ?? [])
        case .reference:
          .text(entry.finding.impliedBy.map { "\(entry.id), follows from \($0)" } ?? entry.id)
        case .first: .text(first == entry.id ? "yes" : "no")
        case .like: .text(first)
        }
      }
    }
  }

  /// For each finding, by number, the one that tells in full what they have in common. Up to three of
  /// a kind tell it each; of more the first does, so that a long chain stays readable.
  static func tellers(_ kinds: [[String]]) -> [Int] {
    var alike: [[String]: [Int]] = [:]
    for (number, kind) in kinds.enumerated() { alike[kind, default: []].append(number) }
    return kinds.enumerated().map { number, kind in
      guard let all = alike[kind], all.count > 3 else { return number }
      return all[0]
    }
  }

  /// The findings by their checks, for a summary: what one check finds in many rows stands once, by
  /// the first of them.
  var headlineRows: [ReportRow] {
    var order: [Int] = []
    var groups: [Int: [FindingEntry]] = [:]
    for entry in entries {
      let check = entry.finding.result.check
      if groups[check] == nil { order.append(check) }
      groups[check, default: []].append(entry)
    }
    return order.compactMap { check in
      guard let group = groups[check], let first = group.first else { return nil }
      let follow = FollowUpShown(common: group.map(\.followUp), settings.language)
      let others = group.count - 1
      let more =
        others == 0 ? "" : " And \(settings.language.number(others)) more of this kind."
      return ReportRow(HeadlineColumn.self) { column in
        switch column {
        case .severity: .value(.code(first.words.severity.rawValue))
        case .title: .text(first.words.finding + more)
        case .owner: .text(follow.owner)
        case .due: .text(follow.due)
        case .status: .text(follow.status)
        case .reReview: .text(follow.reReview)
        }
      }
    }
  }

  /// A check that could not be made, and what it waits for.
  private struct Unmade {
    let result: CheckResult
    let waits: String
  }

  /// Worst first.
  private static func unmade(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ language: Language
  ) -> [Unmade] {
    findings.checks.compactMap { result in
      guard case .notAssessed(let waits) = result.outcome else { return nil }
      var seen: Set<String> = []
      let names = waits.map { evaluation.fullName(of: $0, in: language) }
        .filter { seen.insert($0).inserted }
      return Unmade(
        result: result,
        waits: names.isEmpty ? "a blank in the draft" : names.joined(separator: "; "))
    }
    .sorted { $0.result.severity < $1.result.severity }
  }

  var notAssessedRows: [ReportRow] {
    unmade.map { check in
      let authority = pack.checks[check.result.check].authority
      return ReportRow(NotAssessedColumn.self) { column in
        switch column {
        case .severity: .value(.code(check.result.severity.rawValue))
        case .title: .text(title(of: check.result))
        case .authority: .text(pack.citations(authority))
        case .waits: .text(check.waits)
        case .id: .text(check.result.id(pack))
        }
      }
    }
  }

  /// The same by what they wait for, so that an answer that many wait for stands once: with their
  /// worst grade and their number.
  var awaitedRows: [ReportRow] {
    var order: [String] = []
    var groups: [String: [CheckResult]] = [:]
    for check in unmade {
      if groups[check.waits] == nil { order.append(check.waits) }
      groups[check.waits, default: []].append(check.result)
    }
    return order.compactMap { waits in
      guard let results = groups[waits], let worst = results.first else { return nil }
      return ReportRow(AwaitedColumn.self) { column in
        switch column {
        case .severity: .value(.code(worst.severity.rawValue))
        case .waits: .text(waits)
        case .checks: .value(.number(results.count))
        }
      }
    }
  }

  /// The findings by their grades, worst first: here none goes along with the one it follows from.
  var actions: [FindingEntry] {
    Severity.allCases.flatMap { severity in
      entries.filter { $0.words.severity == severity }
    }
  }

  var actionRows: [ReportRow] {
    actions.map { entry in
      let follow = FollowUpShown(entry.followUp, settings.language)
      return ReportRow(ActionColumn.self) { column in
        switch column {
        case .id: .text(entry.id)
        case .finding: .text(entry.words.finding)
        case .severity: .value(.code(entry.words.severity.rawValue))
        case .action: .text(entry.words.remedy)
        case .owner: .text(follow.owner)
        case .due: .text(follow.due)
        case .status: .text(follow.status)
        case .reReview: .text(follow.reReview)
        }
      }
    }
  }

  var notApplicableRows: [ReportRow] {
    findings.checks.filter { $0.outcome == .notApplicable }.map { result in
      ReportRow(NotApplicableColumn.self) { column in
        switch column {
        case .title: .text(title(of: result))
        }
      }
    }
  }

  private func title(of result: CheckResult) -> String {
    FindingWords.finding(result, by: .speaking(evaluation, findings.asOf, settings))
  }
}
