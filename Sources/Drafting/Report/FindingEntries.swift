import Documents
import Findings
import Interview
import PackModel

/// Everything about findings, each by itself: what a finding rests on, and the clause that closes it.
struct FindingEntries {
  private let evaluation: Evaluation
  private let findings: FindingsResult
  private let settings: DraftSettings
  private let agreement: Drafter?
  private let places: AgreementPlaces
  private let words: ReviewWords
  /// The tables of the matrix and of the duties inside it.
  private let reviewTables: Set<Int>
  private var pack: Pack { evaluation.pack }

  /// - Parameter agreement: numbered; nil where the pack has none.
  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ settings: DraftSettings,
    _ agreement: Drafter?, _ places: AgreementPlaces
  ) {
    self.evaluation = evaluation
    self.findings = findings
    self.settings = settings
    self.agreement = agreement
    self.places = places
    words = ReviewWords(evaluation: evaluation, language: settings.language)
    let review = evaluation.pack.review
    reviewTables = Set(
      ([review?.matrix].compactMap { $0 } + (review?.duties ?? [])).map(\.table))
  }

  /// - Parameter wanted: in their order; the text of a clause that closes several is drafted once.
  func entries(of wanted: [Finding]) -> [FindingEntry] {
    var texts: [String: [Block]] = [:]
    return wanted.map { finding in
      var text: [Block] = []
      let closing = finding.result.closes(pack)
      if let id = closing {
        text = texts[id] ?? agreement?.insertion(of: id) ?? []
        texts[id] = text
      }
      let sources = sources(of: finding)
      let weighed = weighed(sources)
      let said = FindingWords(finding.result, evaluation, findings.asOf, settings)
      return FindingEntry(
        finding: finding, words: said, evidence: evidence(sources, weighed, under: said.finding),
        place: place(of: finding, weighed, sources), clause: text.isEmpty ? nil : closing,
        closing: self.closing(finding.result), text: text, sources: sources,
        followUp: evaluation.sheet.followUp(finding.id))
    }
  }

  /// The answers that a finding rests on, with the words that were quoted from the paper, where its
  /// heading does not have them already.
  private func evidence(_ keys: [AnswerKey], _ weighed: Weighed?, under heading: String) -> String {
    var parts: [String] = []
    if let row = weighed {
      if let quotation = row.quotation.map({ words($0) }), !heading.contains(quotation) {
        parts.append("“\(quotation)”")
      }
      if let place = row.place { parts.append(words(place)) }
    }
    var last: String?
    var remarked: Set<AnswerKey> = []
    for key in keys.prefix(6) {
      guard let shown = shown(key), let question = pack.question(key.linkId) else { continue }
      let row = evaluation.fullRowName(of: key, in: settings.language)
      // What is said of one row names it once.
      let name =
        row != nil && row == last
        ? pack.questions[question].shortText
        : evaluation.fullName(of: key, in: settings.language)
      parts.append("\(name): \(shown)")
      last = row
      for key in remarks(beside: key)
      where !keys.contains(key) && remarked.insert(key).inserted {
        guard let words = self.shown(key), let question = pack.question(key.linkId) else {
          continue
        }
        parts.append("\(pack.questions[question].shortText): \(words)")
      }
    }
    if keys.count > 6 {
      parts.append(keys.count == 7 ? "and 1 more answer" : "and \(keys.count - 6) more answers")
    }
    return parts.isEmpty ? "no answer shows otherwise" : parts.joined(separator: "; ")
  }

  private func shown(_ key: AnswerKey) -> String? {
    guard let question = pack.question(key.linkId), case .value(let value)? = evaluation.sheet[key]
    else { return nil }
    return evaluation.shown(value, of: question, in: settings.language)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What was noted in the user's own words beside an answer, in a row that the questionnaire gives.
  /// The rows of the matrix have their quotations instead.
  private func remarks(beside key: AnswerKey) -> [AnswerKey] {
    guard let question = pack.question(key.linkId), let table = pack.table(of: question),
      case .pack = pack.questions[table].rows, !reviewTables.contains(table)
    else { return [] }
    return pack.questions[table].children.filter { child in
      [.string, .text].contains(pack.questions[child].kind)
    }.map { AnswerKey(pack.questions[$0].linkId, row: key.row) }
  }

  /// The answers that a finding rests on. Where what must hold is not there at all, those that make
  /// it due.
  private func sources(of finding: Finding) -> [AnswerKey] {
    let check = pack.checks[finding.result.check]
    var scope = Scope()
    if let table = check.table, let row = finding.result.row {
      scope = Scope(table: table, row: row)
    }
    let evaluator = evaluation.evaluator(Context(asOf: findings.asOf))
    let found = evaluator.sources(of: check.pass, scope)
    guard found.isEmpty, let when = check.when else { return found }
    return evaluator.sources(of: when, scope)
  }

  /// What was noted of a row of the matrix, or of a duty.
  private struct Weighed {
    let quotation: SourcedValue?
    let place: SourcedValue?
    let level: Matrix.Grade.Level
  }

  /// The row, or the duty, that a finding is about which rests on these answers.
  private func weighed(_ sources: [AnswerKey]) -> Weighed? {
    let rows = sources.lazy.compactMap { key -> String? in
      guard let question = pack.question(key.linkId), let table = pack.table(of: question),
        reviewTables.contains(table)
      else { return nil }
      return key.row
    }
    guard let code = rows.first else { return nil }
    for row in findings.matrix.rows {
      if row.article.rawValue == code {
        return Weighed(
          quotation: row.quotation, place: row.place, level: row.contract.level)
      }
      if let duty = row.duties.first(where: { pack.obligations[$0.obligation].id == code }) {
        return Weighed(
          quotation: duty.quotation, place: duty.place, level: duty.contract.level)
      }
    }
    return nil
  }

  /// Where it stands in the paper under review; in our own draft the section that deals with it.
  /// That it stands nowhere is said only where somebody has looked.
  private func place(
    of finding: Finding, _ weighed: Weighed?, _ sources: [AnswerKey]
  ) -> String {
    if findings.isReview, findings.coverage.isEmpty {
      guard let row = weighed else { return noted(beside: sources) }
      if let place = row.place { return words(place) }
      switch row.level {
      case .missing: return "not in the paper"
      case .carried: return "in the incorporated clauses"
      default: return "not noted"
      }
    }
    if let pair = pack.checks[finding.result.check].promises?.pair {
      let clauses = [pair.closed[0], pair.open].map { pack.promises.promises[$0].clause }
      return clauses.compactMap { places.referred(pack.clauses[$0].id) }.joined(separator: " and ")
    }
    return finding.result.closes(pack).flatMap { places.referred($0) }
      ?? "not in the draft"
  }

  /// The place that was noted in a row of another table that is graded with the paper in hand; a
  /// dash where a finding is of no single place.
  private func noted(beside sources: [AnswerKey]) -> String {
    for key in sources {
      guard let code = key.row, let question = pack.question(key.linkId),
        let table = pack.table(of: question),
        let place = pack.review?.reading.first(where: { $0.table == table })?[.place]
      else { continue }
      let row = evaluation.effective.table(table)?.number(of: code)
      return evaluation.said(place, row: row, evaluation.evaluator()).map { words($0) }
        ?? "not noted"
    }
    return "–"
  }

  // MARK: Clauses

  /// How the closing clause is called: its section in our draft, else the title of its section.
  private func closing(_ result: CheckResult) -> String {
    guard let id = result.closes(pack), let number = pack.clause(id) else { return "" }
    if !findings.coverage.isEmpty, let section = places.referred(id) { return section }
    return "“\(places.title(of: number))”"
  }
}
