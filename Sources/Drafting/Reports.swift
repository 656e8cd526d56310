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

  var tables: [String: [[String: Value]]] {
    [
      "findings": findingRows, "headlines": headlineRows, "not-assessed": notAssessedRows,
      "awaited": awaitedRows,
      "open": openRows,
      "coverage": coverageRows, "authorities": authorityRows, "matrix": matrixRows,
      "duties": dutyRows, "chain": chainRows, "transfers": transferRows,
      "evidence": evidenceRows, "facts": factRows, "actions": actionRows,
      "insertions": insertionRows, "not-applicable": notApplicableRows,
      "deviations": deviationRows, "playbook": playbookRows,
    ]
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

  private var findingRows: [[String: Value]] {
    let entries = entries
    let tellers = Self.tellers(
      entries.map { entry in
        [
          pack.checks[entry.finding.result.check].id, entry.words.consequence,
          entry.words.authority, entry.words.norm, entry.closing,
        ]
      })
    return zip(entries, tellers).map { entry, teller in
      let words = entry.words
      let first = entries[teller].id
      var row: [String: Value] = [
        "id": .text(entry.id), "severity": .code(words.severity.rawValue),
        "title": .text(words.finding), "authority": .text(words.authority),
        "consequence": .text(words.consequence), "remedy": .text(words.remedy),
        "norm": .text(words.norm),
        "kind": .text(pack.checks[entry.finding.result.check].kind.rawValue),
        "where": .text(entry.place), "evidence": .text(entry.evidence),
        "closing": .text(
          entry.closing.isEmpty ? "none; see what to do" : entry.closing),
        "implied-by": .text(entry.finding.impliedBy ?? ""),
        "reference": .text(
          entry.finding.impliedBy.map { "\(entry.id), follows from \($0)" } ?? entry.id),
        "first": .text(first == entry.id ? "yes" : "no"), "like": .text(first),
      ]
      if let clause = entry.clause { row["clauses"] = .checks([.code(clause)]) }
      return row.merging(self.words(of: entry.followUp)) { own, _ in own }
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
  private var headlineRows: [[String: Value]] {
    var order: [Int] = []
    var groups: [Int: [FindingEntry]] = [:]
    for entry in entries {
      let check = entry.finding.result.check
      if groups[check] == nil { order.append(check) }
      groups[check, default: []].append(entry)
    }
    return order.compactMap { check in
      guard let group = groups[check], let first = group.first else { return nil }
      var shared = words(of: first.followUp)
      for entry in group {
        shared.merge(words(of: entry.followUp)) { $0 == $1 ? $0 : .text("several") }
      }
      let others = group.count - 1
      let more =
        others == 0 ? "" : " And \(settings.language.number(others)) more of this kind."
      return [
        "severity": .code(first.words.severity.rawValue),
        "title": .text(first.words.finding + more),
      ].merging(shared) { own, _ in own }
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

  private var notAssessedRows: [[String: Value]] {
    unmade.map { check in
      let words = FindingWords(check.result, evaluation, findings.asOf, settings)
      return [
        "id": .text(words.id), "severity": .code(check.result.severity.rawValue),
        "title": .text(words.finding), "authority": .text(words.authority),
        "waits": .text(check.waits),
      ]
    }
  }

  /// The same by what they wait for, so that an answer that many wait for stands once: with their
  /// worst grade and their number.
  private var awaitedRows: [[String: Value]] {
    var order: [String] = []
    var groups: [String: [CheckResult]] = [:]
    for check in unmade {
      if groups[check.waits] == nil { order.append(check.waits) }
      groups[check.waits, default: []].append(check.result)
    }
    return order.compactMap { waits in
      guard let results = groups[waits], let worst = results.first else { return nil }
      return [
        "severity": .code(worst.severity.rawValue), "waits": .text(waits),
        "checks": .number(results.count),
      ]
    }
  }

  // MARK: Open answers

  private var openRows: [[String: Value]] {
    evaluation.openAnswers().map { item in
      let question = pack.questions[item.question]
      return [
        "question": .text(evaluation.fullName(of: item.key, in: settings.language)),
        "step": .text(pack.steps[question.step].title),
        "state": .code(item.state.rawValue), "linkId": .text(question.linkId),
        "note": .text(item.note ?? "–"), "required": .text(question.required ? "yes" : "no"),
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
          "authority": .text(pack.citations(obligation.authority)),
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
