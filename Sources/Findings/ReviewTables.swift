import Interview
import PackModel

/// One transfer as the review has it: from whom to whom, by which mechanism and why.
package struct Transfer: Hashable, Sendable {
  package let row: Int
  package let rowId: String
  package let name: Said?
  package let importer: Said?
  package let seat: Said?
  package let country: Said?
  package let route: Said?
  package let module: Said?
  package let reason: Said?
  package let assessment: Said?
}

/// A proof that somebody named: what it shows, where it lies, of which day it is.
package struct EvidenceItem: Hashable, Sendable {
  /// The row of the matrix that it backs.
  package let article: ArticleRow?
  package let what: Said?
  package let location: Said?
  package let asOf: Said?
}

/// A dated fact about a provider. It raises a question; it proves nothing.
package struct DatedFact: Hashable, Sendable {
  package let provider: String
  package let product: String
  package let fact: String
  package let value: String
  /// As the source gives it.
  package let asOf: String
  package let source: String
  package let confidence: String
  /// Whether it is older than a fact may be, or of no day that could be read.
  package let isStale: Bool
  /// The answers that named the provider, or are the fact.
  package let sources: [AnswerKey]
}

extension Evaluation {
  func transfers() -> [Transfer] {
    guard let columns = pack.review?.transfers, isOfJourney(columns.table),
      let table = effective.table(columns.table), table.standing != .none
    else { return [] }
    let reader = reader()
    return table.rows.indices.filter { table.live[$0] == .yes }.map { row in
      func said(_ part: Review.Part) -> Said? { self.said(columns[part], row: row, reader) }
      return Transfer(
        row: row, rowId: table.rows[row], name: said(.name), importer: said(.importer),
        seat: said(.seat), country: said(.country), route: said(.route),
        module: said(.module), reason: said(.reason), assessment: said(.assessment))
    }
  }

  func evidence(_ matrix: Matrix) -> [EvidenceItem] {
    let backing = matrix.rows.compactMap { row -> EvidenceItem? in
      guard row.evidence != nil || row.evidenceDate != nil else { return nil }
      return EvidenceItem(
        article: row.article, what: row.evidence, location: row.evidencePlace,
        asOf: row.evidenceDate)
    }
    let reader = reader()
    let further = (pack.review?.evidence ?? []).filter { isOfJourney($0.table) }.flatMap {
      columns -> [EvidenceItem] in
      guard let table = effective.table(columns.table), table.standing != .none else { return [] }
      return table.rows.indices.filter { table.live[$0] == .yes }.compactMap { row in
        func said(_ part: Review.Part) -> Said? { self.said(columns[part], row: row, reader) }
        let item = EvidenceItem(
          article: nil, what: said(.what), location: said(.where), asOf: said(.asOf))
        return item.what == nil && item.location == nil ? nil : item
      }
    }
    return backing + further
  }

  /// What is known about the providers that the answers name, and the facts that the user noted.
  func facts(asOf: CalendarDate) -> [DatedFact] {
    let limit = pack.review?.stale.flatMap { pack.norm($0)?.value }
    func isStale(_ date: CalendarDate?) -> Bool {
      guard let date, case .quantity(let limit)? = limit else { return date == nil }
      let age = Quantity(asOf.ordinal - date.ordinal, .day)
      return age.compared(to: limit) != .less && age.compared(to: limit) != .equal
    }
    let reader = reader()
    var found: [DatedFact] = []
    var named: [(name: String, sources: [AnswerKey])] = []
    var names: Set<String> = []
    for columns in pack.review?.facts ?? [] where isOfJourney(columns.table) {
      guard let table = effective.table(columns.table), table.standing != .none else { continue }
      for row in table.rows.indices where table.live[row] == .yes {
        func said(_ part: Review.Part) -> Said? { self.said(columns[part], row: row, reader) }
        func words(_ part: Review.Part) -> String { said(part).map(shown) ?? "" }
        guard let provider = said(.provider) else { continue }
        let name = shown(provider)
        if names.insert(name).inserted { named.append((name, provider.sources)) }
        guard let fact = said(.fact) else { continue }
        var date: CalendarDate?
        if case .date(let day)? = said(.asOf)?.value { date = day }
        found.append(
          DatedFact(
            provider: name, product: words(.product), fact: shown(fact), value: words(.value),
            asOf: date?.iso ?? "", source: words(.source), confidence: words(.confidence),
            isStale: isStale(date), sources: provider.sources + fact.sources))
      }
    }
    // A company's name is a provider's, or begins with it: "OpenAI Ireland Ltd".
    let known = pack.facts.map { (fact: $0, beginning: $0.provider.lowercased() + " ") }
    for (name, sources) in named {
      let name = name.lowercased() + " "
      for (fact, beginning) in known where name.hasPrefix(beginning) {
        found.append(
          DatedFact(
            provider: fact.provider, product: fact.product, fact: fact.fact, value: fact.value,
            asOf: fact.asOf, source: fact.source, confidence: fact.confidence,
            isStale: isStale(CalendarDate(month: fact.asOf)), sources: sources))
      }
    }
    var seen: Set<DatedFact> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// A value as the screen shows it.
  package func shown(_ said: Said) -> String {
    guard case .question(let question) = said.member else { return Evaluation.written(said.value) }
    return shown(said.value, of: question)
  }
}

extension CalendarDate {
  /// A day, or the first day of a month: `2026-05`.
  fileprivate init?(month words: String) {
    if let day = CalendarDate(iso: words) {
      self = day
    } else if words.utf8.count == 7, let day = CalendarDate(iso: words + "-01") {
      self = day
    } else {
      return nil
    }
  }
}
