import Documents
import Findings
import Interview
import PackModel

/// The tables that a report's text can walk, and the facts it can print.
struct Reports {
  let review: ReviewResult
  private let evaluation: Evaluation
  private let findings: FindingsResult
  private let settings: DraftSettings
  private let agreement: Drafter?
  private let places: AgreementPlaces
  private let found: FindingRows
  private let reviewed: ReviewRows
  private var pack: Pack { evaluation.pack }

  /// - Parameter agreement: numbered; nil where the pack has none.
  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings,
    agreement: Drafter?
  ) {
    self.evaluation = evaluation
    self.findings = findings
    self.settings = settings
    self.agreement = agreement
    review = ReviewResult(evaluation, findings)
    places = AgreementPlaces(agreement, evaluation.pack)
    let entries = FindingEntries(evaluation, findings, settings, agreement, places)
    found = FindingRows(
      entries.entries(of: findings.findings(evaluation.pack)), evaluation, findings, settings)
    reviewed = ReviewRows(evaluation, findings, review, settings.language, places)
  }

  var entries: [FindingEntry] { found.entries }
  var actions: [FindingEntry] { found.actions }

  var pictures: [TemplateBlock.Subject: Picture] {
    ReportPictures(evaluation, findings, review, settings.language).all
  }

  var tables: [ReportTable: [ReportRow]] {
    Dictionary(uniqueKeysWithValues: ReportTable.allCases.map { ($0, rows(of: $0)) })
  }

  /// What is recommended, read from all other tables.
  func recommendation(_ tables: [ReportTable: [ReportRow]]) -> Recommendation {
    Recommendation(evaluation, findings, settings, tables)
  }

  private func rows(of table: ReportTable) -> [ReportRow] {
    switch table {
    case .findings: found.findingRows
    case .headlines: found.headlineRows
    // It reads the others: see `recommendation`.
    case .decision: []
    case .notAssessed: found.notAssessedRows
    case .awaited: found.awaitedRows
    case .notApplicable: found.notApplicableRows
    case .open: openRows
    case .coverage: coverageRows
    case .matrix: reviewed.matrixRows
    case .duties: reviewed.dutyRows
    case .chain: reviewed.chainRows
    case .transfers: reviewed.transferRows
    case .evidence: reviewed.evidenceRows
    case .facts: reviewed.factRows
    case .actions: found.actionRows
    case .insertions: inserted.rows
    case .replacements: replacementRows
    case .roundTrip:
      RoundTripRows(
        inserted, evaluation, findings, agreement, healed: settings.changes.healed
      ).rows
    case .deviations: NegotiationRows(evaluation, findings, settings, places).deviationRows
    case .playbook: NegotiationRows(evaluation, findings, settings, places).playbookRows
    case .authorities: authorityRows
    }
  }

  private var inserted: InsertionRows {
    InsertionRows(
      entries.filter { entry in
        entry.row(pack).map { !settings.changes.healed.contains($0) } ?? true
      }, evaluation, findings, settings.language, places)
  }

  private var replacementRows: [ReportRow] {
    settings.changes.changes.enumerated().map { at, change in
      ReportRow(ReplacementColumn.self) { column in
        switch column {
        case .number: .value(.number(at + 1))
        case .says: .text(change.sentence)
        case .rows: .text(change.rows.joined(separator: ", "))
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
        let unique = places.sections(item.clauses)
        let status =
          switch item.status {
          case .covered: "in the draft"
          case .open: "in the draft, with a blank"
          case .missing: "missing"
          case .notApplicable: "not applicable"
          }
        return ReportRow(CoverageColumn.self) { column in
          switch column {
          case .row: .text(GradeWords.label(obligation.row))
          case .duty: .text(obligation.says)
          case .obligation: .text(obligation.id)
          case .status: .text(status)
          case .where: .text(unique.isEmpty ? "nowhere" : unique.joined(separator: ", "))
          case .authority: .text(pack.citations(obligation.authority))
          }
        }
      }
  }

  private func order(_ item: FindingsResult.Coverage) -> Int {
    let row = pack.obligations[item.obligation].row
    return (row.flatMap { ArticleRow.allCases.firstIndex(of: $0) } ?? 99) * 1000 + item.obligation
  }

  // MARK: Authorities

  /// What the findings, the clauses that close them and the upper limits rest on; and where our own
  /// draft is what is tested, what its clauses rest on.
  var authorities: [Authority] {
    var ids: Set<String> = []
    if !findings.coverage.isEmpty {
      ids.formUnion(agreement?.numbering?.authorities(pack).map(\.id) ?? [])
    }
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
        case .dated: .text(authority.dated.map(settings.language.day) ?? "not noted")
        case .asOf: .value(.date(authority.asOf))
        case .source: .text(authority.source)
        case .confidence: .text(authority.confidence.rawValue)
        case .verify: .text(authority.mustBeVerified ? "verify" : "")
        }
      }
    }
  }

  // MARK: Facts

  func facts(_ recommendation: Recommendation) -> ReportFacts {
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
      case .decision: recommendation.words
      case .paper: reviewed.paper
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
      case .chainLatest: reviewed.latestWords
      case .chainNotice: reviewed.noticeWords
      }
    }
  }
}
