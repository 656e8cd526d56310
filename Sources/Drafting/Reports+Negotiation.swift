import Documents
import Findings
import Interview
import PackModel

/// What was chosen below the law, and where the negotiable terms stand.
extension Reports {
  /// Each choice below the law, and each duty of Art. 28(3) that is missing, with the reason.
  var deviationRows: [ReportRow] {
    let chosen = evaluation.shortfalls().map { shortfall -> ReportRow in
      var answer = "–"
      if case .value(let value)? = evaluation.sheet[shortfall.key] {
        answer = evaluation.shown(value, of: shortfall.question, in: settings.language)
      }
      let signer = evaluation.sheet.origins[shortfall.key].flatMap { settings.signers[$0] }
      return row(
        title: shortfall.name, answer: answer, law: shortfall.deviation.says,
        authority: shortfall.deviation.authority, reason: shortfall.reason, signer: signer,
        place: agreement?.place(printing: shortfall.key))
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
      case .authority: .text(citations(authority))
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

extension Drafter {
  /// The number of the first clause that prints an answer.
  func place(printing key: AnswerKey) -> String? {
    guard let numbering, let question = pack.question(key.linkId) else { return nil }
    let clause = numbering.printed.sorted().first { number in
      let clause = pack.clauses[number]
      if case .question(question)? = clause.alternative?.subject { return true }
      return clause.blocks.contains { $0.members.contains(.question(question)) }
        || clause.when?.members.contains(.question(question)) == true
    }
    return clause.flatMap { referred(pack.clauses[$0].id) }
  }
}
