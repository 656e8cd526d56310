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
      guard let id = pack.checks[result.check].closes, texts[id] == nil else { continue }
      let text = agreement?.insertion(of: id) ?? []
      if !text.isEmpty { texts[id] = text }
    }
    entries = entries(texts)
  }

  var tables: [String: [[String: Value]]] {
    [
      "findings": findingRows, "not-assessed": notAssessedRows, "open": openRows,
      "coverage": coverageRows, "authorities": authorityRows, "matrix": matrixRows,
      "duties": dutyRows, "chain": chainRows, "transfers": transferRows,
      "evidence": evidenceRows, "facts": factRows, "actions": actionRows,
      "insertions": insertions.map(insertionRow), "not-applicable": notApplicableRows,
      "deviations": deviationRows, "playbook": playbookRows,
    ]
  }

  // MARK: Findings

  /// - Parameter texts: of every clause that closes a finding, by id.
  private func entries(_ texts: [String: [Block]]) -> [FindingEntry] {
    findings.findings(pack).map { finding in
      let check = pack.checks[finding.result.check]
      let clause = check.closes.flatMap { texts[$0] == nil ? nil : $0 }
      return FindingEntry(
        finding: finding,
        words: FindingWords(finding.result, evaluation, findings.asOf, settings),
        evidence: evidence(of: finding), place: place(of: finding), clause: clause,
        closing: closing(check), text: clause.flatMap { texts[$0] } ?? [],
        sources: sources(of: finding), followUp: evaluation.sheet.followUp(finding.id))
    }
  }

  private var findingRows: [[String: Value]] {
    entries.map { entry in
      var row: [String: Value] = [
        "id": .text(entry.id), "severity": .code(entry.words.severity.rawValue),
        "title": .text(entry.words.finding), "authority": .text(entry.words.authority),
        "consequence": .text(entry.words.consequence), "remedy": .text(entry.words.remedy),
        "norm": .text(entry.words.norm),
        "kind": .text(pack.checks[entry.finding.result.check].kind.rawValue),
        "where": .text(entry.place), "evidence": .text(entry.evidence),
        "closing": .text(entry.closing.isEmpty ? "none; words alone do not close it" : entry.closing),
        "implied-by": .text(entry.finding.impliedBy ?? ""),
      ]
      if let clause = entry.clause { row["clause"] = .text(clause) }
      return row.merging(words(of: entry.followUp)) { own, _ in own }
    }
  }

  func words(of follow: FollowUp) -> [String: Value] {
    let language = settings.language
    let reason = follow.status == .accepted ? follow.reason.map { ": \($0)" } ?? "" : ""
    return [
      "owner": .text(follow.owner ?? "not named yet"),
      "due": .text(follow.due.map(language.date) ?? "not set yet"),
      "status": .text(follow.status.words + reason),
      "re-review": .text(follow.reReview.map(language.date) ?? "not set yet"),
    ]
  }

  /// Checks that could not be made, worst first; what each waits for.
  private var notAssessedRows: [[String: Value]] {
    findings.checks.compactMap { result -> (Severity, [String: Value])? in
      guard case .notAssessed(let waits) = result.outcome else { return nil }
      let words = FindingWords(result, evaluation, findings.asOf, settings)
      var names: [String] = []
      for name in waits.map({ evaluation.name(of: $0) }) where !names.contains(name) {
        names.append(name)
      }
      return (
        result.severity,
        [
          "id": .text(words.id), "severity": .code(result.severity.rawValue),
          "title": .text(words.finding), "authority": .text(words.authority),
          "waits": .text(names.isEmpty ? "a blank in the draft" : names.joined(separator: "; ")),
        ]
      )
    }
    .sorted { $0.0 < $1.0 }
    .map(\.1)
  }

  // MARK: Open answers

  private var openRows: [[String: Value]] {
    evaluation.openAnswers().map { item in
      let question = pack.questions[item.question]
      return [
        "question": .text(item.name), "step": .text(pack.steps[question.step].title),
        "state": .code(item.state.rawValue), "linkId": .text(question.linkId),
        "note": .text(item.note ?? "none"), "required": .text(question.required ? "yes" : "no"),
      ]
    }
  }

  // MARK: Coverage

  private var coverageRows: [[String: Value]] {
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
        return [
          "row": .text(Reports.label(obligation.row)), "duty": .text(obligation.says),
          "obligation": .text(obligation.id), "status": .text(status),
          "where": .text(unique.isEmpty ? "nowhere" : unique.joined(separator: ", ")),
          "authority": .text(citations(obligation.authority)),
        ]
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

  var authorities: [Authority] {
    var ids = Set(agreement?.authoritiesRelied().map(\.id) ?? [])
    for result in findings.failed(pack) {
      ids.formUnion(pack.checks[result.check].authority)
    }
    return pack.authorities.filter { ids.contains($0.id) }
  }

  private var authorityRows: [[String: Value]] {
    authorities.map { authority in
      [
        "citation": .text(authority.citation), "says": .text(authority.says),
        "status": .text(authority.status), "source": .text(authority.source),
        "as-of": .date(authority.asOf), "confidence": .text(authority.confidence.rawValue),
        "verify": .text(authority.mustBeVerified ? "verify" : ""),
      ]
    }
  }

  // MARK: Facts

  var facts: [String: String] {
    let language = settings.language
    var counts: [String: Int] = [:]
    for item in evaluation.allAnswers() { counts[item.state.rawValue, default: 0] += 1 }
    let failed = findings.failed(pack)
    for severity in Severity.allCases {
      counts[severity.rawValue] = failed.count { $0.severity == severity }
    }
    counts["findings"] = failed.count
    counts["not-assessed"] = findings.unmade.count
    counts["not-applied"] = findings.checks.count { $0.outcome == .notApplicable }
    counts["passed"] = findings.checks.count { $0.outcome == .passed }
    var found = [
      "as-of": language.date(findings.asOf),
      "matter": settings.matter.isEmpty ? "without a name" : settings.matter,
      "verdict": VerdictWords(language, findings).sentence(Verdict(evaluation, findings)),
      "paper": paper, "chain.latest": latestWords, "chain.notice": noticeWords,
    ]
    for name in [
      "open", "unknown", "parked", "not-applicable", "answered", "conflict", "findings", "critical",
      "major", "minor", "note", "not-assessed", "not-applied", "passed",
    ] {
      found["counts.\(name)"] = language.number(counts[name] ?? 0)
    }
    return found
  }

}
