/// What can be asked, said and found. Made by `PackCompiler`; every name in it is resolved to a
/// number, and every number is in range.
package final class Pack: Sendable {
  /// SHA-256 of the sources, in lower-case hexadecimal.
  package let hash: String
  /// What a matter knows it by.
  package let id: String
  /// The author's own number of this state.
  package let version: String
  /// The language of its documents, by its tag of BCP 47.
  package let language: String
  /// What it is called on the screen.
  package let title: String
  /// In the order in which they are offered.
  package let journeys: [Journey]
  /// By number; so is every list below.
  package let steps: [Step]
  /// Groups, tables, columns and displays included.
  package let questions: [Question]
  /// Values that follow from answers.
  package let calculated: [Calculated]
  /// The order in which questions and calculated values are computed: what one reads stands before
  /// it.
  package let order: [Member]
  /// The same, with what an evaluation reads first.
  package let evaluationSteps: [EvaluationStep]
  /// The tables by which values are decided.
  package let decisions: [DecisionTable]
  /// In the order in which they are written.
  package let documents: [DocumentTemplate]
  /// Of all documents.
  package let clauses: [Clause]
  /// Words by code or by number.
  package let phrases: [Phrase]
  /// Every rule that warns.
  package let checks: [Check]
  /// Every number and default.
  package let norms: [Norm]
  /// All that is cited.
  package let authorities: [Authority]
  /// The glossary.
  package let terms: [Term]
  /// The duties that an agreement should hold.
  package let obligations: [Obligation]
  /// The terms that are negotiated.
  package let playbook: [PlaybookTerm]
  /// What is what where a paper is reviewed; nil where the pack reviews none.
  package let review: Review?
  /// What clauses promise, and how promises are held against each other.
  package let promises: PromiseBook
  /// Made when a promise about a place is first held against a text.
  package let placeNames: Deferred<PlaceNames>
  /// The example that the checks' own examples change, by id.
  package let clean: String?
  /// Questions that a firm mostly answers alike, by the party whose they are; "both" of either.
  package let house: [String: [Int]]
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
    house = contents.house
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

  /// The number of a question by its whole linkId; nil where there is none. So are the next three
  /// by their ids.
  package func question(_ linkId: String) -> Int? { questionNumbers[linkId] }
  /// The number of a calculated value.
  package func calculated(_ id: String) -> Int? { calculatedNumbers[id] }
  /// The number of a clause.
  package func clause(_ id: String) -> Int? { clauseNumbers[id] }
  /// The number of a check.
  package func check(_ id: String) -> Int? { checkNumbers[id] }
  /// An authority by its id; nil where there is none. So are norm, term, phrase and obligation.
  package func authority(_ id: String) -> Authority? {
    authorityNumbers[id].map { authorities[$0] }
  }
  /// Authorities in one line, by their ids: "GDPR Art. 28(3); EDPB 07/2020 (verify)". Unknown ones are
  /// left out.
  package func citations(_ ids: [String]) -> String {
    ids.compactMap { authority($0) }.map(\.marked).joined(separator: "; ")
  }
  /// A norm by its id.
  package func norm(_ id: String) -> Norm? { normNumbers[id].map { norms[$0] } }
  /// A term by its id.
  package func term(_ id: String) -> Term? { termNumbers[id].map { terms[$0] } }
  /// A phrase by its id.
  package func phrase(_ id: String) -> Phrase? { phraseNumbers[id].map { phrases[$0] } }
  /// An obligation by its id.
  package func obligation(_ id: String) -> Obligation? {
    obligationNumbers[id].map { obligations[$0] }
  }
  /// The examples that prove a check, by its number.
  package func proofs(of check: Int) -> [CheckExample] {
    let proofs = background.value.proofs
    return proofs.indices.contains(check) ? proofs[check] : []
  }
  /// The inventory of what the pack must hold.
  package var coverage: [CoverageItem] { background.value.coverage }
  /// The whole cases it carries.
  package var examples: [Example] { background.value.examples }
  /// What is known about providers.
  package var facts: [ProviderFact] { background.value.facts }
  /// Help that belongs to no question.
  package var helpPages: [HelpPage] { background.value.helpPages }
  /// What is looked for in papers, by language.
  package var searches: [PaperSearch] { background.value.searches }
  /// What is changed in the words of papers, by language.
  package var changes: [WordChanges] { background.value.changes }
  /// The number of a journey by its id; nil where there is none.
  package func journey(_ id: String) -> Int? { journeys.firstIndex { $0.id == id } }

  /// What the options of a question are called. It is made anew each time: who reads many answers
  /// keeps it.
  package func names(of question: Int) -> OptionNames { OptionNames(questions[question]) }

  /// The number of a document by its id; nil where there is none.
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
    contents.house = house
    return contents
  }
}
