/// What can be asked, said and found. Made by `PackCompiler`; every name in it is resolved to a
/// number, and every number is in range.
package final class Pack: Sendable {
  /// SHA-256 of the sources, in lower-case hexadecimal.
  package let hash: String
  package let id: String
  package let version: String
  package let language: String
  package let title: String
  package let journeys: [Journey]
  package let steps: [Step]
  package let questions: [Question]
  package let calculated: [Calculated]
  package let order: [Member]
  /// The same, with what an evaluation reads first.
  package let evaluationSteps: [EvaluationStep]
  package let decisions: [DecisionTable]
  package let documents: [DocumentTemplate]
  package let clauses: [Clause]
  package let phrases: [Phrase]
  package let checks: [Check]
  package let norms: [Norm]
  package let authorities: [Authority]
  package let terms: [Term]
  package let obligations: [Obligation]
  package let playbook: [PlaybookTerm]
  package let review: Review?
  package let promises: PromiseBook
  /// Made when a promise about a place is first held against a text.
  package let placeNames: Deferred<PlaceNames>
  package let clean: String?
  private let background: Deferred<PackBackground>

  /// By question: the table that it is a column of.
  private let tables: [Int?]
  private let questionNumbers: [String: Int]
  private let calculatedNumbers: [String: Int]
  private let clauseNumbers: [String: Int]
  private let checkNumbers: [String: Int]
  private let authorityNumbers: [String: Int]
  private let normNumbers: [String: Int]
  private let termNumbers: [String: Int]
  private let phraseNumbers: [String: Int]
  private let obligationNumbers: [String: Int]

  package convenience init(_ contents: PackContents, hash: String) {
    self.init(contents, hash: hash, Deferred(contents.background))
  }

  /// A pack whose background is read when it is first asked for.
  package convenience init(
    _ contents: PackContents, hash: String, background: @escaping @Sendable () -> PackBackground
  ) {
    self.init(contents, hash: hash, Deferred(background))
  }

  private init(_ contents: PackContents, hash: String, _ background: Deferred<PackBackground>) {
    self.background = background
    self.hash = hash
    id = contents.id
    version = contents.version
    language = contents.language
    title = contents.title
    journeys = contents.journeys
    steps = contents.steps
    questions = contents.questions
    calculated = contents.calculated
    order = contents.order
    // By their numbers, here and below: a question that is handed over is copied, with all its words.
    tables = questions.indices.map { [questions] number in
      questions[number].parent.flatMap { questions[$0].kind == .table ? $0 : nil }
    }
    evaluationSteps = order.map { [questions] in EvaluationStep($0, questions) }
    decisions = contents.decisions
    documents = contents.documents
    clauses = contents.clauses
    phrases = contents.phrases
    checks = contents.checks
    norms = contents.norms
    authorities = contents.authorities
    terms = contents.terms
    obligations = contents.obligations
    playbook = contents.playbook
    review = contents.review
    promises = contents.promises
    placeNames = Deferred { [promises, questions] in PlaceNames(promises, questions) }
    clean = contents.clean
    questionNumbers = numbered(questions.count) { [questions] in questions[$0].linkId }
    calculatedNumbers = numbered(calculated.count) { [calculated] in calculated[$0].id }
    clauseNumbers = numbered(clauses.count) { [clauses] in clauses[$0].id }
    checkNumbers = numbered(checks.count) { [checks] in checks[$0].id }
    authorityNumbers = numbered(authorities.count) { [authorities] in authorities[$0].id }
    normNumbers = numbered(norms.count) { [norms] in norms[$0].id }
    termNumbers = numbered(terms.count) { [terms] in terms[$0].id }
    phraseNumbers = numbered(phrases.count) { [phrases] in phrases[$0].id }
    obligationNumbers = numbered(obligations.count) { [obligations] in obligations[$0].id }
  }

  package func question(_ linkId: String) -> Int? { questionNumbers[linkId] }
  package func calculated(_ id: String) -> Int? { calculatedNumbers[id] }
  package func clause(_ id: String) -> Int? { clauseNumbers[id] }
  package func check(_ id: String) -> Int? { checkNumbers[id] }
  package func authority(_ id: String) -> Authority? {
    authorityNumbers[id].map { authorities[$0] }
  }
  /// Authorities in one line, by their ids: "GDPR Art. 28(3); EDPB 07/2020 (verify)". Unknown ones are
  /// left out.
  package func citations(_ ids: [String]) -> String {
    ids.compactMap { authority($0) }.map(\.marked).joined(separator: "; ")
  }
  package func norm(_ id: String) -> Norm? { normNumbers[id].map { norms[$0] } }
  package func term(_ id: String) -> Term? { termNumbers[id].map { terms[$0] } }
  package func phrase(_ id: String) -> Phrase? { phraseNumbers[id].map { phrases[$0] } }
  package func obligation(_ id: String) -> Obligation? {
    obligationNumbers[id].map { obligations[$0] }
  }
  /// The examples that prove a check, by its number.
  package func proofs(of check: Int) -> [CheckExample] {
    let proofs = background.value.proofs
    return proofs.indices.contains(check) ? proofs[check] : []
  }
  package var coverage: [CoverageItem] { background.value.coverage }
  package var examples: [Example] { background.value.examples }
  package var facts: [ProviderFact] { background.value.facts }
  package var helpPages: [HelpPage] { background.value.helpPages }
  package func journey(_ id: String) -> Int? { journeys.firstIndex { $0.id == id } }

  /// What the options of a question are called. It is made anew each time: who reads many answers
  /// keeps it.
  package func names(of question: Int) -> OptionNames { OptionNames(questions[question]) }

  package func document(_ id: String) -> Int? { documents.firstIndex { $0.id == id } }
  /// The number of the first document of a role; nil where the pack has none.
  package func document(_ role: DocumentRole) -> Int? {
    documents.firstIndex { $0.role == role }
  }

  /// The table that a column belongs to; nil for a question outside tables.
  package func table(of question: Int) -> Int? { tables[question] }

  /// The columns and the calculated values of a table.
  package func columns(of table: Int) -> [Member] {
    questions[table].children.map { .question($0) }
      + questions[table].calculated.map { .calculated($0) }
  }
}

/// Numbers by id; a list is asked by its number, so that none of its items is copied.
private func numbered(_ count: Int, _ id: (Int) -> String) -> [String: Int] {
  var found = [String: Int](minimumCapacity: count)
  for number in 0..<count { found[id(number)] = number }
  return found
}

extension Pack: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  package static func == (a: Pack, b: Pack) -> Bool {
    a === b || (a.hash == b.hash && a.contents == b.contents)
  }

  /// All that the pack was made of.
  package var contents: PackContents {
    var contents = PackContents()
    contents.id = id
    contents.version = version
    contents.language = language
    contents.title = title
    contents.journeys = journeys
    contents.steps = steps
    contents.questions = questions
    contents.calculated = calculated
    contents.order = order
    contents.decisions = decisions
    contents.documents = documents
    contents.clauses = clauses
    contents.phrases = phrases
    contents.checks = checks
    contents.norms = norms
    contents.authorities = authorities
    contents.terms = terms
    contents.obligations = obligations
    contents.playbook = playbook
    contents.review = review
    contents.promises = promises
    contents.background = background.value
    contents.clean = clean
    return contents
  }
}
