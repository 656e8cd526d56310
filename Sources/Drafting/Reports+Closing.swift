import Documents
import Findings
import Interview
import PackModel

/// What a finding rests on, and the clause that closes it.
extension Reports {
  /// The answers that a finding rests on, with the words that were quoted from the paper, where its
  /// heading does not have them already.
  func evidence(of finding: Finding, under heading: String) -> String {
    let keys = sources(of: finding)
    var parts: [String] = []
    if let row = row(of: finding) {
      if let quotation = row.quotation.map({ words($0) }), !heading.contains(quotation) {
        parts.append("“\(quotation)”")
      }
      if let place = row.place { parts.append(words(place)) }
    }
    var last: String?
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
      for key in remarks(beside: key) where !keys.contains(key) {
        guard let words = self.shown(key), let question = pack.question(key.linkId) else {
          continue
        }
        parts.append("\(pack.questions[question].shortText): \(words)")
      }
    }
    if keys.count > 6 { parts.append("and \(keys.count - 6) more answers") }
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
  func sources(of finding: Finding) -> [AnswerKey] {
    let check = pack.checks[finding.result.check]
    var scope = Scope()
    if let table = check.table, let row = finding.result.row {
      scope = Scope(table: table, row: row)
    }
    let reader = evaluation.reader(Context(asOf: findings.asOf))
    let found = reader.sources(of: check.pass, scope)
    guard found.isEmpty, let when = check.when else { return found }
    return reader.sources(of: when, scope)
  }

  /// The tables of the matrix and of the duties inside it.
  private var reviewTables: Set<Int> {
    guard let review = pack.review else { return [] }
    return Set(([review.matrix].compactMap { $0 } + review.duties).map(\.table))
  }

  /// What was noted of the row of the matrix, or of the duty, that a finding is about.
  private func row(of finding: Finding) -> (quotation: Said?, place: Said?, isMissing: Bool)? {
    let tables = reviewTables
    let codes = sources(of: finding).compactMap { key -> String? in
      guard let question = pack.question(key.linkId), let table = pack.table(of: question),
        tables.contains(table)
      else { return nil }
      return key.row
    }
    guard let code = codes.first else { return nil }
    for row in findings.matrix.rows {
      if row.article.rawValue == code {
        return (row.quotation, row.place, row.contract.level == .missing)
      }
      if let duty = row.duties.first(where: { pack.obligations[$0.obligation].id == code }) {
        return (duty.quotation, duty.place, duty.contract.level == .missing)
      }
    }
    return nil
  }

  /// Where it stands in the paper under review; in our own draft the section that deals with it.
  /// That it stands nowhere is said only where somebody has looked.
  func place(of finding: Finding) -> String {
    if findings.isReview, findings.coverage.isEmpty {
      guard let row = row(of: finding) else { return "not noted" }
      if let place = row.place { return words(place) }
      return row.isMissing ? "not in the paper" : "not noted"
    }
    return finding.result.closes(pack).flatMap { agreement?.referred($0) }
      ?? "not in the draft"
  }

  // MARK: Clauses

  /// How the closing clause is called: its section in our draft, else the title of its section.
  func closing(_ result: CheckResult) -> String {
    guard let id = result.closes(pack), let number = pack.clause(id) else { return "" }
    if !findings.coverage.isEmpty, let section = agreement?.referred(id) { return section }
    return "“\(title(of: number))”"
  }

  func title(of clause: Int) -> String {
    let model = pack.clauses[clause]
    guard
      let section = pack.documents[model.document].sections.first(where: { $0.id == model.section })
    else { return model.id }
    return agreement?.inlines(section.title, Drafter.Whereabouts()).map(\.text).joined() ?? model.id
  }
}
