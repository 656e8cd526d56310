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
  /// By finding, in their order.
  private let shown: [FollowUpShown]
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
    let proposals = Proposals(evaluation, findings)
    shown = entries.map { entry in
      let row = FindingRows.row(
        entry, FollowUpShown(entry.followUp, settings.language), like: entry.id, evaluation.pack, ""
      )
      return FollowUpShown(
        entry.followUp, settings.language, proposals.proposal(entry.words.severity, row))
    }
  }

  var findingRows: [ReportRow] {
    let tellers = Self.tellers(
      entries.map { entry in
        [
          pack.checks[entry.finding.result.check].id, entry.words.consequence,
          entry.words.authority, entry.words.norm, entry.closing,
        ]
      })
    return entries.indices.map { at in
      FindingRows.row(
        entries[at], shown[at], like: entries[tellers[at]].id, pack, acceptance(of: entries[at]))
    }
  }

  /// - Parameters:
  ///   - teller: the finding, by id, that tells in full what it has in common with others.
  ///   - acceptance: who took the risk, and when.
  private static func row(
    _ entry: FindingEntry, _ follow: FollowUpShown, like teller: String, _ pack: Pack,
    _ acceptance: String
  ) -> ReportRow {
    let words = entry.words
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
      case .first: .text(teller == entry.id ? "yes" : "no")
      case .like: .text(teller)
      case .mended: .text(entry.clause == nil ? "no" : "yes")
      case .by: .text(acceptance)
      case .look: .text(words.look)
      }
    }
  }

  /// Who took the risk of a finding, and when; empty where nobody did.
  private func acceptance(of entry: FindingEntry) -> String {
    guard entry.followUp.status == .accepted else { return "" }
    guard
      let signer = evaluation.sheet.followUpOrigins[entry.id].flatMap({ settings.signers[$0] })
    else { return "not recorded" }
    let day = CalendarDate(iso: signer.when.prefix(10)).map(settings.language.date)
    return [signer.by, day].compactMap { $0 }.joined(separator: ", ")
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
  /// the first of them. Those that nobody accepted and that follow from no other are numbered.
  var headlineRows: [ReportRow] {
    var order: [Int] = []
    var groups: [Int: [Int]] = [:]
    for (at, entry) in entries.enumerated() {
      let check = entry.finding.result.check
      if groups[check] == nil { order.append(check) }
      groups[check, default: []].append(at)
    }
    var numbered = 0
    return order.compactMap { groups[$0] }.compactMap { group in
      guard let at = group.first else { return nil }
      let first = entries[at]
      let follow = FollowUpShown(common: group.map { shown[$0] })
      let isAccepted = group.allSatisfy { entries[$0].followUp.status == .accepted }
      let counts = !isAccepted && first.finding.impliedBy == nil
      if counts { numbered += 1 }
      let (number, others) = (counts ? numbered : 0, group.count - 1)
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
        case .number: .value(.number(number))
        case .where: .text(first.place)
        case .remedy: .text(first.words.remedy)
        case .reason: .text(follow.reason)
        case .by: .text(acceptance(of: first))
        case .brief: .text(first.words.brief + more)
        case .consequence: .text(first.words.consequence)
        case .who: .text(follow.who)
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
  var actions: [FindingEntry] { byGrade.map { entries[$0] } }

  private var byGrade: [Int] {
    Severity.allCases.flatMap { severity in
      entries.indices.filter { entries[$0].words.severity == severity }
    }
  }

  var actionRows: [ReportRow] {
    byGrade.map { at in
      let (entry, follow) = (entries[at], shown[at])
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
