import Expressions
import PackModel

/// The promises with what is needed to compare them and to speak of them.
struct ResolvedPromises {
  var book = PromiseBook()
  /// By promise: a sentence without its full stop, and where it stands.
  var says: [[Inline]] = []
  var places: [SourcePosition] = []
  var rules: [RuleText] = []

  /// How a conflict under a rule is told.
  struct RuleText {
    var rule: PromiseRule
    var severity: Severity
    /// The severity where both clauses stand for duties of Art. 28(3).
    var mandatory: Severity
    var kind: NormKind
    var authority: [String]
    /// What is said of the rule where nothing is at odds.
    var finding: [Inline]
    var consequence: [Inline]
    var remedy: [Inline]
    var proofs: [CheckExample]
  }
}

/// What the clauses promise, in the closed vocabulary of the pack.
struct PromiseResolver {
  private let resolver: Resolver
  private var report: Report { resolver.report }
  private var found = ResolvedPromises()
  private var words = PromiseWords()

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// The vocabulary is read before the clauses, wherever it stands.
  func promises(_ entries: [PromiseEntry]) -> ResolvedPromises {
    var reading = self
    for entry in entries { reading.takeWords(entry) }
    reading.words.expand()
    for case .clause(let fields) in entries { reading.takeClause(fields) }
    reading.checkYields(entries)
    return reading.found
  }

  private mutating func takeWords(_ entry: PromiseEntry) {
    switch entry {
    case .data(let fields):
      for (word, _) in fields.list("data") { words.add(word, in: fields.words("in")) }
    case .words(let measure, let fields):
      for (word, _) in fields.list(measure.rawValue) { words.add(word, to: measure) }
    case .place(let fields):
      let word = fields.required("place")
      words.add(word, to: .place)
      found.book.places.append(
        PromiseBook.Place(
          word: word, attribute: fields.words("attribute"),
          among: fields.list("among").map(\.words), names: fields.list("names").map(\.words)))
    case .countries(let fields):
      found.book.countries = resolver.question(fields, "countries")
    case .clock(let fields):
      found.book.clocks.append(
        PromiseBook.Clock(
          id: fields.required("clock"), after: fields.words("after"),
          within: resolver.expression(fields, "within", resolver.scope)))
    case .rule(let fields): takeRule(fields)
    case .clause: break
    }
  }

  private mutating func takeRule(_ fields: Fields) {
    let word = fields.required("rule")
    guard let rule = PromiseRule(rawValue: word) else {
      report.add(
        .unknownWord, fields["rule"]?.place ?? fields.place, "“\(word)” is no rule of promises.",
        "The rules are \(PromiseRule.allCases.map(\.rawValue).joined(separator: ", ")).")
      return
    }
    func text(_ key: String) -> [Inline] {
      let words = fields.required(key)
      return resolver.inlines(words, fields[key]?.textPlace ?? fields.place, resolver.scope)
    }
    let severity = fields.severity()
    var mandatory = severity
    if let word = fields.words("mandatory") {
      guard let found = Severity(rawValue: word) else {
        report.add(
          .unknownWord, fields["mandatory"]?.place ?? fields.place, "“\(word)” is no severity.",
          "Write critical, major, minor or note.")
        return
      }
      mandatory = found
    }
    let clean = fields.words("clean").map { String($0.split(separator: "/").last ?? "") }
    let proofs =
      fields["examples"] == nil
      ? [] : CheckExampleResolver(report).examples(of: fields, clean: clean, id: "promises.\(word)")
    found.rules.append(
      ResolvedPromises.RuleText(
        rule: rule, severity: severity, mandatory: mandatory,
        kind: fields.normKind("kind") ?? .guidance, authority: resolver.authorities(fields),
        finding: text("finding"), consequence: text("consequence"), remedy: text("remedy"),
        proofs: proofs))
  }

  // MARK: Clauses

  private mutating func takeClause(_ fields: Fields) {
    let id = fields.required("clause")
    guard let clause = resolver.symbols.number(.clause, id) else {
      report.add(
        resolver.symbols.unknown(.clause, id), fields["clause"]?.place ?? fields.place)
      return
    }
    for node in fields.nodes("promises") {
      guard let promise = Fields(node, .promise, report) else { continue }
      take(promise, of: clause, id)
    }
  }

  private mutating func take(_ fields: Fields, of clause: Int, _ clauseId: String) {
    let said = Promise.Modality.allCases.filter { fields[$0.rawValue] != nil }
    guard said.count == 1, let act = Promise.Act(rawValue: fields.words(said[0].rawValue) ?? "")
    else {
      report.add(
        .unknownWord, fields.place, "A promise says one of must, may, may-not, only, is.",
        "Write it with its act, such as `only: store`. The acts are "
          + "\(Promise.Act.allCases.map(\.rawValue).joined(separator: ", ")).")
      return
    }
    let modality = said[0]
    let id = fields.words("id") ?? "\(clauseId).\(act.rawValue)"
    if found.book.promises.contains(where: { $0.id == id }) {
      report.duplicate(id, fields["id"]?.place ?? fields.place)
      return
    }
    let rows = rows(fields)
    let scope = rows.map { Scope(resolver.symbols, inside: $0.table) } ?? resolver.scope
    let conditions = [rows?.condition, resolver.expression(fields, "when", scope)]
      .compactMap { $0 }
    guard let bound = bound(fields, scope) else { return }
    let data = words.data(fields.list("what"), report)
    // What shuts out is told where no row of it is at hand.
    let telling = modality.closes ? resolver.scope : scope
    let says = fields.required("says")
    found.says.append(
      resolver.inlines(says, fields["says"]?.textPlace ?? fields.place, telling))
    found.places.append(fields.place)
    found.book.promises.append(
      Promise(
        id: id, clause: clause, modality: modality, act: act, data: data, table: rows?.table,
        when: conditions.count > 1 ? .and(conditions) : conditions.first, bound: bound,
        yields: fields.list("yields").map(\.words)))
  }

  /// The rows for which a promise is made: `TABLE` or `TABLE where CONDITION`.
  private func rows(_ fields: Fields) -> (table: Int, condition: Expression?)? {
    guard let words = fields.words("each"), let node = fields["each"] else { return nil }
    // Read as what any row of it would be.
    let lead = "any "
    let place = node.textPlace.moved(by: -lead.count)
    guard let expression = resolver.expression(lead + words, place, resolver.scope) else {
      return nil
    }
    guard case .any(.rows(let table), let condition) = expression else {
      report.add(
        .wrongShape, node.place, "`each` names the rows of a table.",
        "Write `each: TABLE`, or `each: TABLE where CONDITION`.")
      return nil
    }
    return (table, condition)
  }

  /// nil, with a diagnostic, where it is more than one thing.
  private func bound(_ fields: Fields, _ scope: Scope) -> Promise.Bound? {
    let measures = Promise.Measure.allCases.filter { fields[$0.rawValue] != nil }
    let times = ["within", "lasting"].filter { fields[$0] != nil }
    switch (measures.count, times.count) {
    case (1, 0):
      guard let terms = terms(fields, measures[0], scope) else { return nil }
      return .these(measures[0], terms)
    case (0, 1):
      guard let amount = resolver.expression(fields, times[0], scope) else { return nil }
      let clock = fields.required("from")
      if !found.book.clocks.contains(where: { $0.id == clock }) {
        report.add(
          .unknownWord, fields["from"]?.place ?? fields.place, "There is no clock “\(clock)”.",
          "Add `{clock: \(clock)}` to the promises.")
      }
      return .time(amount, from: clock)
    case (0, 0): return .itself
    default:
      report.add(
        .wrongShape, fields.place,
        "A promise is about one thing at most besides its act and its data.",
        "Write one of place, people, purpose, company, mechanism, role, within, lasting; and two "
          + "promises where there are two.")
      return nil
    }
  }

  private func terms(
    _ fields: Fields, _ measure: Promise.Measure, _ scope: Scope
  ) -> [Promise.Term]? {
    var terms: [Promise.Term] = []
    for (words, place) in fields.list(measure.rawValue) {
      if self.words.has(words, measure) {
        terms.append(.word(words))
        continue
      }
      guard let typed = resolver.typed(words, place, scope) else { return nil }
      var question: Int?
      switch typed.kind {
      case .code(_, let owner, _): question = owner
      case .ticks(_, let owner, _): question = owner
      default: break
      }
      terms.append(.answer(typed.expression, question: question))
    }
    return terms
  }

  private func checkYields(_ entries: [PromiseEntry]) {
    let ids = Set(found.book.promises.map(\.id))
    for case .clause(let fields) in entries {
      for node in fields.nodes("promises") {
        guard let promise = Fields(open: node, what: "promise", report) else { continue }
        for (id, place) in promise.list("yields") where !ids.contains(id) {
          let near = nearest(id, in: ids).map { "Did you mean \($0)?" }
          report.add(
            .unknownName, place, "There is no promise “\(id)”.",
            near ?? "A promise is called by its `id`, or else CLAUSE.ACT.")
        }
      }
    }
  }
}

/// The words that promises are made of.
private struct PromiseWords {
  private var measured: [Promise.Measure: Set<String>] = [:]
  private var parts: [String: [String]] = [:]
  private var within: [String: Set<String>] = [:]

  mutating func add(_ word: String, to measure: Promise.Measure) {
    measured[measure, default: []].insert(word)
  }

  mutating func add(_ data: String, in whole: String?) {
    parts[data] = parts[data] ?? []
    if let whole { parts[whole, default: []].append(data) }
  }

  func has(_ word: String, _ measure: Promise.Measure) -> Bool {
    measured[measure]?.contains(word) == true
  }

  /// Says of each kind of data what else is in it.
  mutating func expand() {
    func all(_ word: String, _ above: Set<String>) -> Set<String> {
      let inner = (parts[word] ?? []).filter { !above.contains($0) }
      return inner.reduce(into: [word]) { $0.formUnion(all($1, above.union([word]))) }
    }
    within = parts.keys.reduce(into: [:]) { $0[$1] = all($1, []) }
  }

  /// Empty where all data is meant.
  func data(_ list: [(words: String, place: SourcePosition)], _ report: Report) -> [String] {
    var found: Set<String> = []
    for (word, place) in list {
      guard let kinds = within[word] else {
        let near = nearest(word, in: within.keys).map { "Did you mean \($0)? " } ?? ""
        report.add(
          .unknownWord, place, "“\(word)” is no kind of data.",
          near + "Add `{data: \(word)}` to the promises.")
        continue
      }
      found.formUnion(kinds)
    }
    return found.sorted()
  }
}
