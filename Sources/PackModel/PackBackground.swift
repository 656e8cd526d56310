/// What an interview never asks for: the proofs of the checks, whole cases, the inventory, facts
/// about providers, pages of help, words to find passages by, and to change. A pack that is loaded reads it when somebody first does.
package struct PackBackground: Hashable, Sendable {
  /// By check: the examples that prove it.
  package var proofs: [[CheckExample]] = []
  /// The inventory of what the pack must hold.
  package var coverage: [CoverageItem] = []
  /// The whole cases.
  package var examples: [Example] = []
  /// What is known about providers.
  package var facts: [ProviderFact] = []
  /// Help that belongs to no question.
  package var helpPages: [HelpPage] = []
  /// What is looked for in papers, by language.
  package var searches: [PaperSearch] = []
  /// What is changed in the words of papers, by language.
  package var changes: [WordChanges] = []

  package init() {}
}

/// The texts of clauses and checks: what documents are drafted from. A pack that is loaded reads
/// them when the first document is drafted.
package struct PackText: Hashable, Sendable {
  /// By clause.
  package var clauses: [[TemplateBlock]] = []
  /// By check.
  package var checks: [CheckText] = []

  package init() {}
}
