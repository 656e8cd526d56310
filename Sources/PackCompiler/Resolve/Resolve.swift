import PackModel

/// A pack whose names are resolved, part by part; what only the whole shows is not yet looked at.
struct ResolvedPack {
  var contents: PackContents
  /// Where documents refer to their clauses and sections.
  var references: [Reference]
  /// What is said of the promises besides the book.
  var promises: ResolvedPromises
  /// Where checks name others that tell the same fact.
  var same: [PlacedWords]
}

/// Resolves every name of a pack.
func resolve(_ tree: PackTree, _ symbols: SymbolTable, _ report: Report) -> ResolvedPack {
  let resolver = Resolver(symbols, report)
  var contents = PackContents()
  PackFileResolver(resolver).resolve(tree, into: &contents)
  let knowledge = KnowledgeResolver(resolver)
  contents.authorities = knowledge.authorities(tree.authorities)
  contents.norms = knowledge.norms(tree.norms)
  contents.obligations = knowledge.obligations(tree.obligations)
  contents.terms = knowledge.terms(tree.terms)
  contents.steps = StepResolver(resolver).steps()
  contents.questions = QuestionResolver(resolver, contents.authorities).questions()
  (contents.decisions, contents.calculated) = ValueResolver(resolver).decisionsAndValues()
  contents.phrases = PhraseResolver(resolver).phrases(tree.phrases)
  contents.playbook = PlaybookResolver(resolver).terms(tree.playbook)
  contents.review = tree.review.map { ReviewResolver(resolver).review($0) }
  let documents = DocumentResolver.resolve(resolver)
  contents.documents = documents.documents
  contents.clauses = documents.clauses
  let checks = CheckResolver(resolver).checks(tree.checks)
  contents.checks = checks.map(\.check)
  contents.background.proofs = checks.map(\.proofs)
  contents.background.coverage = CoverageResolver(resolver).items(tree.coverage)
  contents.background.helpPages = knowledge.helpPages(tree.helpPages)
  contents.background.facts = knowledge.facts(tree.facts)
  contents.background.searches = SearchResolver(resolver).searches(tree.searches)
  contents.background.changes = ChangeResolver(resolver, contents.review).changes(tree.changes)
  contents.background.examples = CaseResolver(resolver).cases(tree)
  let promises = PromiseResolver(resolver).promises(tree.promises)
  contents.promises = promises.book
  return ResolvedPack(
    contents: contents, references: documents.references, promises: promises,
    same: checks.flatMap(\.same))
}
