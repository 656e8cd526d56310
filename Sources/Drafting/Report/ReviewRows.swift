import Findings
import Interview
import PackModel

/// What a review came to, in the rows of a report: matrix, chain, transfers, evidence, facts.
struct ReviewRows {
  private let evaluation: Evaluation
  private let findings: FindingsResult
  private let review: ReviewResult
  private let language: Language
  private let places: AgreementPlaces
  private let words: ReviewWords
  private var pack: Pack { evaluation.pack }

  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ review: ReviewResult,
    _ language: Language, _ places: AgreementPlaces
  ) {
    self.evaluation = evaluation
    self.findings = findings
    self.review = review
    self.language = language
    self.places = places
    words = ReviewWords(evaluation: evaluation, language: language)
  }

  // MARK: Matrix

  var matrixRows: [ReportRow] {
    findings.matrix.rows.map { row in
      ReportRow(MatrixColumn.self) { column in
        switch column {
        case .row: .text(GradeWords.label(row.article))
        case .title: .text(GradeWords.title(row))
        case .contract: .text(GradeWords.words(row.contract.level))
        case .contractMark: .text(GradeWords.sign(row.contract.level))
        case .place: .text(place(row))
        case .quotation: .text(words(row.quotation))
        case .mechanism: .text(GradeWords.words(row.mechanism.level))
        case .mechanismMark: .text(GradeWords.sign(row.mechanism.level))
        case .evidence: .text(words(row.evidence))
        case .evidenceDate: .text(words(row.evidenceDate))
        case .duties: .text(dutyWords(row))
        case .count: .text(GradeWords.count(row))
        }
      }
    }
  }

  /// Where the row stands: the sections of our own draft, or what was noted.
  private func place(_ row: Matrix.Row) -> String {
    if let other = row.otherPaper { return words(other) }
    if let place = row.place { return words(place) }
    return places.sections(row.clauses).joined(separator: ", ")
  }

  /// "2 of 6 duties: D-2 vague, D-5 missing".
  private func dutyWords(_ row: Matrix.Row) -> String {
    let asked = row.duties.filter { $0.contract.level != .notApplicable }
    let other = asked.filter { $0.contract.level != .present }
    guard !asked.isEmpty else { return "" }
    if other.isEmpty { return asked.count == 1 ? "1 duty, present" : "all \(asked.count) present" }
    let parts = other.map {
      "\(pack.obligations[$0.obligation].id) \(GradeWords.words($0.contract.level))"
    }
    return "\(other.count) of \(asked.count): \(parts.joined(separator: ", "))"
  }

  var dutyRows: [ReportRow] {
    findings.matrix.rows.flatMap { row in
      row.duties.map { duty in
        let obligation = pack.obligations[duty.obligation]
        return ReportRow(DutyColumn.self) { column in
          switch column {
          case .row: .text(GradeWords.label(row.article))
          case .obligation: .text(obligation.id)
          case .duty: .text(obligation.says)
          case .contract: .text(GradeWords.words(duty.contract.level))
          case .contractMark: .text(GradeWords.sign(duty.contract.level))
          case .place:
            .text(
              duty.place.map { words($0) } ?? places.sections(duty.clauses).joined(separator: ", "))
          case .quotation: .text(words(duty.quotation))
          case .mechanism: .text(GradeWords.words(duty.mechanism))
          case .mechanismMark: .text(GradeWords.sign(duty.mechanism))
          }
        }
      }
    }
  }

  var paper: String {
    if let title = pack.review?.title,
      case .value(let value) = evaluation.effective.reading(.question(title))
    {
      return evaluation.shown(value, of: title, in: language)
    }
    return switch evaluation.reviewedPaper {
    case .draft: "our own draft"
    case .vendor: "the vendor's paper"
    case nil: findings.isReview ? "not named yet" : "our own draft"
    }
  }

  // MARK: Chain

  var chainRows: [ReportRow] {
    (review.chain?.nodes ?? []).map { node in
      ReportRow(ChainColumn.self) { column in
        switch column {
        case .tier: .text(words(node.tier))
        case .name: .text(words(node.name, or: "not named"))
        case .role: .text(node.role.map { words($0) } ?? GradeWords.words(node.roleGrade))
        case .engagedBy: .text(words(node.engagedBy, or: "not known"))
        case .seat: .text(words(node.seat, or: "not known"))
        case .country: .text(words(node.country, or: "not known"))
        case .hours: .text(words(node.hours, or: "not known"))
        case .latest: .text(node.counts ? words(node.latest) : "–")
        case .notice: .text(words(node.notice, or: "not known"))
        case .earliest: .text(node.counts ? words.earliest(node) : "–")
        case .route: .text(words(node.route))
        case .level: .value(.number(node.depth))
        }
      }
    }
  }

  var latestWords: String {
    guard let chain = review.chain else { return "The chain was not looked at." }
    guard let latest = chain.latest.value else {
      return "Not known, for want of \(missing(chain.latest))."
    }
    return "At most \(language.quantity(latest)) after the company concerned is aware."
  }

  var noticeWords: String {
    guard let chain = review.chain else { return "The chain was not looked at." }
    guard let notice = chain.notice.value else {
      return "Not known, for want of \(missing(chain.notice))."
    }
    return "\(language.quantity(notice)) at least."
  }

  private func missing(_ amount: Amount) -> String {
    let names = amount.waits.prefix(3).map {
      "“\(evaluation.fullName(of: $0, in: language))”"
    }
    guard !names.isEmpty else { return "a number" }
    let rest = amount.waits.count - names.count
    return rest > 0
      ? names.joined(separator: ", ") + " and \(rest) more" : language.list(names)
  }

  // MARK: Transfers, evidence, facts

  var transferRows: [ReportRow] {
    review.transfers.map { transfer in
      ReportRow(TransferColumn.self) { column in
        switch column {
        case .name: .text(words(transfer.name, or: "not named"))
        case .importer: .text(words(transfer.importer))
        case .seat: .text(words(transfer.seat, or: "not known"))
        case .country: .text(words(transfer.country, or: "not known"))
        case .mechanism: .text(words(transfer.route, or: "not known"))
        case .module: .text(words(transfer.module))
        case .reason: .text(reason(transfer))
        case .assessment: .text(words(transfer.assessment))
        }
      }
    }
  }

  /// The reason that was given, else what the decision says of its outcome.
  private func reason(_ transfer: Transfer) -> String {
    if let reason = transfer.reason { return words(reason) }
    guard let route = transfer.route, case .calculated(let number) = route.member,
      case .decide(let table, _) = pack.calculated[number].rule,
      case .choice(.code(let code)) = route.value
    else { return "" }
    return pack.decisions[table].says[code] ?? ""
  }

  var evidenceRows: [ReportRow] {
    review.evidence.map { item in
      let row = item.article.flatMap { article in
        findings.matrix.rows.first { $0.article == article }.map(GradeWords.title)
      }
      let what = [row, item.what.map { words($0) }].compactMap { $0 }
      return ReportRow(EvidenceColumn.self) { column in
        switch column {
        case .what: .text(what.joined(separator: ": "))
        case .where: .text(words(item.location, or: "not said where"))
        case .asOf: .text(words(item.asOf, or: "of no date"))
        }
      }
    }
  }

  var factRows: [ReportRow] {
    review.facts.map { fact in
      ReportRow(DatedFactColumn.self) { column in
        switch column {
        case .provider: .text(fact.provider)
        case .product: .text(fact.product)
        case .fact: .text(fact.fact.replacing("-", with: " "))
        case .value: .text(fact.value)
        case .asOf:
          .text(
            CalendarDate(iso: fact.asOf).map(language.date)
              ?? (fact.asOf.isEmpty ? "of no date" : fact.asOf))
        case .source: .text(fact.source)
        case .confidence: .text(fact.confidence)
        case .stale: .text(fact.isStale ? "stale" : "")
        }
      }
    }
  }
}
