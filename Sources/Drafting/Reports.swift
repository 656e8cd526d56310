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
  var pack: Pack { evaluation.pack }

  var tables: [String: [[String: Value]]] {
    [
      "findings": findingRows, "not-assessed": notAssessedRows, "open": openRows,
      "coverage": coverageRows, "authorities": authorityRows, "deviations": deviationRows,
      "playbook": playbookRows,
    ]
  }

  // MARK: Findings

  private var findingRows: [[String: Value]] {
    findings.failed(pack).map { result in
      let check = pack.checks[result.check]
      let words = FindingWords(result, evaluation, findings.asOf, settings)
      func follow(_ field: String, _ otherwise: String) -> Value {
        .text(evaluation.sheet.setting(.followUp(finding: words.id, field: field)) ?? otherwise)
      }
      return [
        "id": .text(words.id), "severity": .code(result.severity.rawValue),
        "title": .text(words.finding), "authority": .text(words.authority),
        "consequence": .text(words.consequence), "remedy": .text(words.remedy),
        "norm": .text(words.norm), "kind": .text(check.kind.rawValue),
        "where": .text(check.closes.flatMap { agreement?.referred($0) } ?? "not in the draft"),
        "owner": follow("owner", "not named yet"), "due": follow("due", "not set yet"),
        "status": follow("status", "open"),
      ]
    }
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
          "waits": .text(names.joined(separator: "; ")),
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

  private var authorityRows: [[String: Value]] {
    var ids = Set(agreement?.authoritiesRelied().map(\.id) ?? [])
    for result in findings.failed(pack) {
      ids.formUnion(pack.checks[result.check].authority)
    }
    return pack.authorities.filter { ids.contains($0.id) }.map { authority in
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
    counts["not-assessed"] =
      findings.checks.filter {
        if case .notAssessed = $0.outcome { return true }
        return false
      }.count
    var found = [
      "as-of": language.date(findings.asOf),
      "matter": settings.matter.isEmpty ? "without a name" : settings.matter,
      "verdict": verdict(counts),
    ]
    for name in [
      "open", "unknown", "parked", "not-applicable", "answered", "conflict", "findings", "critical",
      "major", "minor", "note", "not-assessed",
    ] {
      found["counts.\(name)"] = language.number(counts[name] ?? 0)
    }
    return found
  }

  /// One sentence with its reason. It never calls something compliant that was not answered.
  private func verdict(_ counts: [String: Int]) -> String {
    func number(_ key: String, _ one: String, _ other: String) -> String? {
      guard let count = counts[key], count > 0 else { return nil }
      return "\(settings.language.number(count)) \(settings.language.isOne(count) ? one : other)"
    }
    let missing = findings.coverage.filter {
      $0.status == .missing && pack.obligations[$0.obligation].row != nil
    }.count
    var reasons: [String] = []
    if missing > 0 {
      reasons.append(
        missing == 1
          ? "one duty of Art. 28(3) is missing from the draft"
          : "\(settings.language.number(missing)) duties of Art. 28(3) are missing from the draft")
    }
    if let critical = number("critical", "critical finding stands", "critical findings stand") {
      reasons.append(critical)
    }
    if !reasons.isEmpty {
      return "Not fit for signature: \(settings.language.list(reasons))."
    }
    let open =
      (counts["open"] ?? 0) + (counts["unknown"] ?? 0) + (counts["parked"] ?? 0)
      + (counts["conflict"] ?? 0)
    if open > 0 {
      reasons.append(
        open == 1
          ? "one answer is still open" : "\(settings.language.number(open)) answers are still open")
    }
    // With open answers it is said already that not everything could be looked at.
    if open == 0,
      let unmade = number("not-assessed", "check could not be made", "checks could not be made")
    {
      reasons.append(unmade)
    }
    if let major = number("major", "major finding stands", "major findings stand") {
      reasons.append(major)
    }
    if !reasons.isEmpty { return "Not ready for signature: \(settings.language.list(reasons))." }
    if let rest = number("findings", "lesser finding remains", "lesser findings remain") {
      return "Ready for review by counsel: every question was answered, and \(rest)."
    }
    return "Ready for review by counsel: every question was answered, and no check failed."
  }
}

/// What a report says, as data: the tables that its text walks and the facts that it prints.
package struct ReportData: Sendable {
  package let tables: [String: [[String: Value]]]
  package let facts: [String: String]

  package init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings
  ) {
    var agreement = evaluation.pack.document("agreement").map {
      Drafter($0, evaluation, findings, settings, reports: [:], facts: [:])
    }
    agreement?.number()
    let reports = Reports(
      evaluation: evaluation, findings: findings, settings: settings, agreement: agreement)
    tables = reports.tables
    facts = reports.facts
  }
}
