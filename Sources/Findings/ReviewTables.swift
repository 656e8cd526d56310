import Interview
import PackModel

/// One transfer as the review has it: from whom to whom, by which mechanism and why.
package struct Transfer: Hashable, Sendable {
  /// The row, by number.
  package let row: Int
  /// The row's id.
  package let rowId: String
  /// What is transferred, or for what; nil where nothing was said, and so for each below.
  package let name: SourcedValue?
  /// Who receives it.
  package let importer: SourcedValue?
  /// Where that company is established.
  package let seat: SourcedValue?
  /// Where it works on the data.
  package let country: SourcedValue?
  /// The mechanism.
  package let route: SourcedValue?
  /// The module of the standard clauses.
  package let module: SourcedValue?
  /// Why this mechanism.
  package let reason: SourcedValue?
  /// The transfer impact assessment.
  package let assessment: SourcedValue?
}

/// A proof that somebody named: what it shows, where it lies, of which day it is.
package struct EvidenceItem: Hashable, Sendable {
  /// The row of the matrix that it backs.
  package let article: ArticleRow?
  /// What was shown; nil where nothing was said, and so for each below.
  package let what: SourcedValue?
  /// Where it lies.
  package let location: SourcedValue?
  /// When it was shown.
  package let asOf: SourcedValue?
}

/// A dated fact about a provider. It raises a question; it proves nothing.
package struct DatedFact: Hashable, Sendable {
  /// The company.
  package let provider: String
  /// The product.
  package let product: String
  /// What is known about.
  package let fact: String
  /// What is known.
  package let value: String
  /// As the source gives it.
  package let asOf: String
  /// Where it was read.
  package let source: String
  /// How sure it is.
  package let confidence: String
  /// Whether it is older than a fact may be, or of no day that could be read.
  package let isStale: Bool
  /// The answers that named the provider, or are the fact.
  package let sources: [AnswerKey]
}

/// Fills the tables of a review from the answers.
struct ReviewTables {
  private let evaluation: Evaluation
  private let pack: Pack
  private let evaluator: ExpressionEvaluator

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    pack = evaluation.pack
    evaluator = evaluation.evaluator()
  }

  /// A table of the journey that has rows, or may have.
  private func table(_ columns: Review.Columns) -> TableState? {
    guard evaluation.isOfJourney(columns.table),
      let table = evaluation.effective.table(columns.table), table.standing != .none
    else { return nil }
    return table
  }

  private func said(_ member: Member?, _ row: Int) -> SourcedValue? {
    evaluation.said(member, row: row, evaluator)
  }

  var transfers: [Transfer] {
    guard let columns = pack.review?.transfers, let table = table(columns) else { return [] }
    return table.rows.indices.filter { table.live[$0] == .yes }.map { row in
      func said(_ part: Review.Part) -> SourcedValue? { self.said(columns[part], row) }
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
    let further = (pack.review?.evidence ?? []).flatMap { columns -> [EvidenceItem] in
      guard let table = table(columns) else { return [] }
      return table.rows.indices.filter { table.live[$0] == .yes }.compactMap { row in
        func said(_ part: Review.Part) -> SourcedValue? { self.said(columns[part], row) }
        let item = EvidenceItem(
          article: nil, what: said(.what), location: said(.where), asOf: said(.asOf))
        return item.what == nil && item.location == nil ? nil : item
      }
    }
    return backing + further
  }

  /// What is known about the providers that the answers name, and the facts that the user noted: about
  /// the vendor under review first, and of each company about the service itself before its others.
  func facts(asOf: CalendarDate) -> [DatedFact] {
    var named: [(name: String, sources: [AnswerKey])] = []
    var found: [DatedFact] = []
    var known: Set<String> = []
    let vendor = (pack.review?.vendor).flatMap { evaluation.said(.question($0), evaluator) }
    if let vendor {
      known.insert(evaluation.shown(vendor))
      named.append((evaluation.shown(vendor), vendor.sources))
    }
    for columns in pack.review?.facts ?? [] {
      guard let table = table(columns) else { continue }
      for row in table.rows.indices where table.live[row] == .yes {
        guard let provider = said(columns[.provider], row) else { continue }
        let name = evaluation.shown(provider)
        if known.insert(name).inserted { named.append((name, provider.sources)) }
        if let fact = noted(columns, row, provider, asOf: asOf) { found.append(fact) }
      }
    }
    for (name, sources) in named {
      for fact in pack.facts where fact.isAbout(name) {
        found.append(
          DatedFact(
            provider: fact.provider, product: fact.product, fact: fact.fact, value: fact.value,
            asOf: fact.asOf, source: fact.source, confidence: fact.confidence,
            isStale: pack.isStale(CalendarDate(month: fact.asOf), asOf: asOf), sources: sources))
      }
    }
    var seen: Set<DatedFact> = []
    let once = found.filter { seen.insert($0).inserted }
    guard let vendor else { return once }
    let name = evaluation.shown(vendor)
    let service = (pack.review?.service).flatMap { evaluation.said(.question($0), evaluator) }
      .map { Self.words(evaluation.shown($0)) }
    func rank(_ fact: DatedFact) -> Int {
      let isOfTheVendor = ProviderFact.isName(name, of: fact.provider)
      let isOfTheService = !Self.words(fact.product).isDisjoint(with: service ?? [])
      return (isOfTheVendor ? 0 : 2) + (isOfTheService ? 0 : 1)
    }
    return (0...3).flatMap { wanted in once.filter { rank($0) == wanted } }
  }

  /// The words of a name, in small letters; short ones say little of a product.
  private static func words(_ name: String) -> Set<String> {
    Set(
      name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }
        .map(String.init))
  }

  /// A fact that the user noted in a row.
  private func noted(
    _ columns: Review.Columns, _ row: Int, _ provider: SourcedValue, asOf: CalendarDate
  ) -> DatedFact? {
    func said(_ part: Review.Part) -> SourcedValue? { self.said(columns[part], row) }
    func words(_ part: Review.Part) -> String { said(part).map(evaluation.shown) ?? "" }
    guard let fact = said(.fact) else { return nil }
    let date: CalendarDate? = if case .date(let day)? = said(.asOf)?.value { day } else { nil }
    return DatedFact(
      provider: evaluation.shown(provider), product: words(.product),
      fact: evaluation.shown(fact), value: words(.value), asOf: date?.iso ?? "",
      source: words(.source), confidence: words(.confidence),
      isStale: pack.isStale(date, asOf: asOf), sources: provider.sources + fact.sources)
  }
}

extension Evaluation {
  /// A value as the screen shows it.
  package func shown(_ said: SourcedValue) -> String {
    guard case .question(let question) = said.member else { return Evaluation.written(said.value) }
    return shown(said.value, of: question)
  }
}
