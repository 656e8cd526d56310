import Documents
import Findings
import Interview
import PackModel

/// The tables of a review: matrix, chain, transfers, evidence, facts, actions.
extension Reports {
  func words(_ said: Said?, or otherwise: String = "") -> String {
    guard let said else { return otherwise }
    let text: String
    switch said.member {
    case .question(let number):
      text = evaluation.shown(said.value, of: number, in: settings.language)
    case .calculated(let number): text = decided(said.value, number)
    }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A decision's code in words: with a phrase's words where one goes by it, else the code.
  private func decided(_ value: Value, _ number: Int) -> String {
    switch value {
    case .choice(.code(let code)): return code.replacing("-", with: " ")
    case .quantity(let quantity): return settings.language.quantity(quantity)
    case .money(let money): return settings.language.money(money)
    default: return Evaluation.written(value)
    }
  }

  func words(_ amount: Amount) -> String {
    if let value = amount.value { return settings.language.quantity(value) }
    return "not known"
  }

  // MARK: Matrix

  var matrixRows: [ReportRow] {
    findings.matrix.rows.map { row in
      ReportRow(MatrixColumn.self) { column in
        switch column {
        case .row: .text(Reports.label(row.article))
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
        }
      }
    }
  }

  /// Where the row stands: the sections of our own draft, or what was noted.
  func place(_ row: Matrix.Row) -> String {
    if let other = row.otherPaper { return words(other) }
    if let place = row.place { return words(place) }
    return sections(row.clauses)
  }

  func sections(_ clauses: [String]) -> String {
    var found: [String] = []
    for section in clauses.compactMap({ agreement?.referred($0) }) where !found.contains(section) {
      found.append(section)
    }
    return found.joined(separator: ", ")
  }

  /// "2 of 6 duties: D-2 vague, D-5 missing".
  func dutyWords(_ row: Matrix.Row) -> String {
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
          case .row: .text(Reports.label(row.article))
          case .obligation: .text(obligation.id)
          case .duty: .text(obligation.says)
          case .contract: .text(GradeWords.words(duty.contract.level))
          case .contractMark: .text(GradeWords.sign(duty.contract.level))
          case .place: .text(duty.place.map { words($0) } ?? sections(duty.clauses))
          case .quotation: .text(words(duty.quotation))
          }
        }
      }
    }
  }

  var paper: String {
    if let title = pack.review?.title,
      case .value(let value) = evaluation.effective.reading(.question(title))
    {
      return evaluation.shown(value, of: title, in: settings.language)
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
        case .earliest: .text(node.counts ? earliest(node) : "–")
        case .route: .text(words(node.route))
        case .level: .value(.number(node.depth))
        }
      }
    }
  }

  func earliest(_ node: Chain.Node) -> String {
    guard let start = node.earliest.value else { return "not known" }
    let words = "after \(settings.language.quantity(start))"
    return node.leavesTimeToObject == .no ? "\(words), before the time to object ends" : words
  }

  var latestWords: String {
    guard let chain = review.chain else { return "The chain was not looked at." }
    guard let latest = chain.latest.value else {
      return "Not known, for want of \(missing(chain.latest))."
    }
    return "At most \(settings.language.quantity(latest)) after the company concerned is aware."
  }

  var noticeWords: String {
    guard let chain = review.chain else { return "The chain was not looked at." }
    guard let notice = chain.notice.value else {
      return "Not known, for want of \(missing(chain.notice))."
    }
    return "\(settings.language.quantity(notice)) at least."
  }

  private func missing(_ amount: Amount) -> String {
    let names = amount.waits.prefix(3).map {
      "“\(evaluation.fullName(of: $0, in: settings.language))”"
    }
    guard !names.isEmpty else { return "a number" }
    let rest = amount.waits.count - names.count
    return rest > 0
      ? names.joined(separator: ", ") + " and \(rest) more" : settings.language.list(names)
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
            CalendarDate(iso: fact.asOf).map(settings.language.date)
              ?? (fact.asOf.isEmpty ? "of no date" : fact.asOf))
        case .source: .text(fact.source)
        case .confidence: .text(fact.confidence)
        case .stale: .text(fact.isStale ? "stale" : "")
        }
      }
    }
  }

  // MARK: Actions

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
      let words = FindingWords(result, evaluation, findings.asOf, settings)
      return ReportRow(NotApplicableColumn.self) { column in
        switch column {
        case .title: .text(words.finding)
        }
      }
    }
  }
}
