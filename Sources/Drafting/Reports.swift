import Documents
import Findings
import Interview
import PackModel

/// The tables that a report's text can walk, and the facts it can print.
struct Reports {
  let evaluation: Evaluation
  let findings: FindingsResult
  let settings: DraftSettings
  /// The agreement's drafter, for section numbers.
  let agreement: Drafter?
  let review: ReviewResult
  private(set) var entries: [FindingEntry]
  var pack: Pack { evaluation.pack }

  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings,
    agreement: Drafter?
  ) {
    self.evaluation = evaluation
    self.findings = findings
    self.settings = settings
    self.agreement = agreement
    review = ReviewResult(evaluation, findings)
    entries = []
    var texts: [String: [Block]] = [:]
    for result in findings.failed(pack) {
      guard let id = result.closes(pack), texts[id] == nil else { continue }
      let text = agreement?.insertion(of: id) ?? []
      if !text.isEmpty { texts[id] = text }
    }
    entries = entries(texts)
  }

  var tables: [ReportTable: [ReportRow]] {
    Dictionary(uniqueKeysWithValues: ReportTable.allCases.map { ($0, rows(of: $0)) })
  }

  private func rows(of table: ReportTable) -> [ReportRow] {
    switch table {
    case .findings: findingRows
    case .headlines: headlineRows
    case .notAssessed: notAssessedRows
    case .awaited: awaitedRows
    case .notApplicable: notApplicableRows
    case .open: openRows
    case .coverage: coverageRows
    case .matrix: matrixRows
    case .duties: dutyRows
    case .chain: chainRows
    case .transfers: transferRows
    case .evidence: evidenceRows
    case .facts: factRows
    case .actions: actionRows
    case .insertions: insertionRows
    case .deviations: deviationRows
    case .playbook: playbookRows
    case .authorities: authorityRows
    }
  }

  // MARK: Findings

  /// - Parameter texts: of every clause that closes a finding, by id.
  private func entries(_ texts: [String: [Block]]) -> [FindingEntry] {
    findings.findings(pack).map { finding in
      let clause = finding.result.closes(pack).flatMap { texts[$0] == nil ? nil : $0 }
      let words = FindingWords(finding.result, evaluation, findings.asOf, settings)
      return FindingEntry(
        finding: finding, words: words, evidence: evidence(of: finding, under: words.finding),
        place: place(of: finding), clause: clause,
        closing: closing(finding.result), text: clause.flatMap { texts[$0] } ?? [],
        sources: sources(of: finding), followUp: evaluation.sheet.followUp(finding.id))
    }
  }

  private var findingRows: [ReportRow] {
    let entries = entries
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
  private var headlineRows: [ReportRow] {
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
  private var unmade: [Unmade] {
    findings.checks.compactMap { result in
      guard case .notAssessed(let waits) = result.outcome else { return nil }
      var names: [String] = []
      for name in waits.map({ evaluation.fullName(of: $0, in: settings.language) })
      where !names.contains(name) {
        names.append(name)
      }
      return Unmade(
        result: result,
        waits: names.isEmpty ? "a blank in the draft" : names.joined(separator: "; "))
    }
    .sorted { $0.result.severity < $1.result.severity }
  }

  private var notAssessedRows: [ReportRow] {
    unmade.map { check in
      let words = FindingWords(check.result, evaluation, findings.asOf, settings)
      return ReportRow(NotAssessedColumn.self) { column in
        switch column {
        case .severity: .value(.code(check.result.severity.rawValue))
        case .title: .text(words.finding)
        case .authority: .text(words.authority)
        case .waits: .text(check.waits)
        case .id: .text(words.id)
        }
      }
    }
  }

  /// The same by what they wait for, so that an answer that many wait for stands once: with their
  /// worst grade and their number.
  private var awaitedRows: [ReportRow] {
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

  // MARK: Open answers

  private var openRows: [ReportRow] {
    evaluation.openAnswers().map { item in
      let question = pack.questions[item.question]
      return ReportRow(OpenAnswerColumn.self) { column in
        switch column {
        case .question: .text(evaluation.fullName(of: item.key, in: settings.language))
        case .step: .text(pack.steps[question.step].title)
        case .state: .value(.code(item.state.rawValue))
        case .note: .text(item.note ?? "–")
        case .required: .text(question.required ? "yes" : "no")
        case .linkId: .text(question.linkId)
        }
      }
    }
  }

  // MARK: Coverage

  private var coverageRows: [ReportRow] {
    findings.coverage.filter { pack.obligations[$0.obligation].row != nil }
      .sorted { order($0) < order($1) }
      .map { item in
        let obligation = pack.obligations[item.obligation]
        let sections = item.clauses.compactMap { agreement?.referred($0) }
        var seen: Set<String> = []
        let unique = sections.filter { seen.insert($0).inserted }
        let status =
          switch item.status {
          case .covered: "in the draft"
          case .open: "in the draft, with a blank"
          case .missing: "missing"
          case .notApplicable: "not applicable"
          }
        return ReportRow(CoverageColumn.self) { column in
          switch column {
          case .row: .text(Reports.label(obligation.row))
          case .duty: .text(obligation.says)
          case .obligation: .text(obligation.id)
          case .status: .text(status)
          case .where: .text(unique.isEmpty ? "nowhere" : unique.joined(separator: ", "))
          case .authority: .text(citations(obligation.authority))
          }
        }
      }
  }

  private func order(_ item: FindingsResult.Coverage) -> Int {
    let row = pack.obligations[item.obligation].row
    return (row.flatMap { ArticleRow.allCases.firstIndex(of: $0) } ?? 99) * 1000 + item.obligation
  }

  static func label(_ row: ArticleRow?) -> String {
    switch row {
    case nil: ""
    case .chapeau: "Opening words"
    case .closing: "Closing sentence"
    case let row?: "(\(row.rawValue))"
    }
  }

  func citations(_ ids: [String]) -> String {
    ids.compactMap { pack.authority($0) }.map(\.marked).joined(separator: "; ")
  }

  // MARK: Authorities

  /// What the findings, the clauses that close them and the upper limits rest on; and where our own
  /// draft is what is tested, what its clauses rest on.
  var authorities: [Authority] {
    var ids: Set<String> = []
    if !findings.coverage.isEmpty { ids.formUnion(agreement?.authoritiesRelied().map(\.id) ?? []) }
    for result in findings.failed(pack) {
      let check = pack.checks[result.check]
      ids.formUnion(check.authority)
      if let clause = check.closes.flatMap(pack.clause) {
        ids.formUnion(pack.clauses[clause].authority)
      }
    }
    for value in pack.review?.exposure ?? [] { ids.formUnion(pack.calculated[value].authority) }
    return pack.authorities.filter { ids.contains($0.id) }
  }

  private var authorityRows: [ReportRow] {
    authorities.map { authority in
      ReportRow(AuthorityColumn.self) { column in
        switch column {
        case .citation: .text(authority.citation)
        case .says: .text(authority.says)
        case .status: .text(authority.status)
        case .asOf: .value(.date(authority.asOf))
        case .source: .text(authority.source)
        case .confidence: .text(authority.confidence.rawValue)
        case .verify: .text(authority.mustBeVerified ? "verify" : "")
        }
      }
    }
  }

  // MARK: Facts

  var facts: ReportFacts {
    let language = settings.language
    var answers: [AnswerState: Int] = [:]
    for item in evaluation.allAnswers() { answers[item.state, default: 0] += 1 }
    let failed = findings.failed(pack)
    func count(_ state: AnswerState) -> String { language.number(answers[state] ?? 0) }
    func count(_ severity: Severity) -> String {
      language.number(failed.count { $0.severity == severity })
    }
    func count(_ outcome: CheckResult.Outcome) -> String {
      language.number(findings.checks.count { $0.outcome == outcome })
    }
    return ReportFacts { fact in
      switch fact {
      case .asOf: language.date(findings.asOf)
      case .matter: settings.matter.isEmpty ? "without a name" : settings.matter
      case .verdict: VerdictWords(language, findings).sentence(Verdict(evaluation, findings))
      case .paper: paper
      case .open: count(.open)
      case .unknown: count(.unknown)
      case .parked: count(.parked)
      case .notApplicable: count(AnswerState.notApplicable)
      case .answered: count(.answered)
      case .conflict: count(.conflict)
      case .findings: language.number(failed.count)
      case .critical: count(.critical)
      case .major: count(.major)
      case .minor: count(.minor)
      case .note: count(.note)
      case .notAssessed: language.number(findings.unmade.count)
      case .notApplied: count(CheckResult.Outcome.notApplicable)
      case .passed: count(.passed)
      case .chainLatest: latestWords
      case .chainNotice: noticeWords
      }
    }
  }
}
