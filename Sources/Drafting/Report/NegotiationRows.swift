import Findings
import Interview
import PackModel

/// What was chosen below the law, and where the negotiable terms stand.
struct NegotiationRows {
  private let evaluation: Evaluation
  private let findings: FindingsResult
  private let settings: DraftSettings
  private let places: AgreementPlaces
  private var pack: Pack { evaluation.pack }

  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings,
    _ places: AgreementPlaces
  ) {
    self.evaluation = evaluation
    self.findings = findings
    self.settings = settings
    self.places = places
  }

  /// Each choice below the law, and each duty of Art. 28(3) that is missing, with the reason.
  var deviationRows: [ReportRow] {
    let clauses = places.clausesByQuestion
    let chosen = evaluation.shortfalls().map { shortfall -> ReportRow in
      var answer = "–"
      if case .value(let value)? = evaluation.sheet[shortfall.key] {
        answer = evaluation.shown(value, of: shortfall.question, in: settings.language)
      }
      let signer = evaluation.sheet.origins[shortfall.key].flatMap { settings.signers[$0] }
      return row(
        title: shortfall.name, answer: answer, law: shortfall.deviation.says,
        authority: shortfall.deviation.authority, reason: shortfall.reason, signer: signer,
        place: pack.question(shortfall.key.linkId).flatMap { clauses[$0] }
          .flatMap { places.referred(pack.clauses[$0].id) })
    }
    let missing = missingDuties(findings, pack).map { number -> ReportRow in
      let obligation = pack.obligations[number]
      return row(
        title: "Duty \(obligation.id)", answer: "not in the draft", law: obligation.says,
        authority: obligation.authority, reason: evaluation.reason(forDuty: obligation.id),
        signer: nil, place: nil)
    }
    return chosen + missing
  }

  private func row(
    title: String, answer: String, law: String, authority: [String], reason: String?,
    signer: DraftSettings.Signer?, place: String?
  ) -> ReportRow {
    var day = "not recorded"
    if let signer, let date = CalendarDate(iso: signer.when.prefix(10)) {
      day = settings.language.date(date)
    }
    return ReportRow(DeviationColumn.self) { column in
      switch column {
      case .title: .text(title)
      case .answer: .text(answer)
      case .law: .text(law)
      case .authority: .text(pack.citations(authority))
      case .reason: .text(reason ?? "none given yet")
      case .by: .text(signer.map(\.by) ?? "not recorded")
      case .on: .text(day)
      case .where: .text(place ?? "not in the draft")
      }
    }
  }

  /// Every term of the playbook that is asked, seen from the party of the matter.
  var playbookRows: [ReportRow] {
    Negotiation.terms(evaluation).map { term in
      let words = NegotiationWords(term, evaluation, asOf: findings.asOf, settings)
      return ReportRow(PlaybookColumn.self) { column in
        switch column {
        case .title: .text(words.title)
        case .answer: .text(words.answer)
        case .position: .text(words.position)
        case .preferred: .text(words.preferred)
        case .acceptable: .text(words.acceptable)
        case .walkAway: .text(words.walkAway)
        case .fallback: .text(words.fallback)
        case .because: .text(words.because)
        case .authority: .text(words.authority)
        }
      }
    }
  }
}

extension Evaluation {
  /// Why a duty is left out, as the matter keeps it.
  package func reason(forDuty obligation: String) -> String? {
    sheet.setting(.followUp(finding: obligation, field: "reason"))
  }
}
