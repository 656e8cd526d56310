/// Finds which of a paper's own words stand for terms of ours, so that a change speaks its language. What it
/// gives are proposals for a person to choose from.
package enum DefinedTerms {
  /// For each term the words of the paper that may stand for it, the likeliest first: what is used
  /// most as a term, then what it has as ordinary words. Nothing for a term where the paper has none of its words.
  ///
  /// - Parameter terms: for each term the words that are usual for it. A hyphen, a space inside a word, capitals and
  ///   a plural make no difference. A longer term of the paper counts where it adds words before (“Customer Personal
  ///   Data”) or goes on with “and” or “or” (“Data Protection Laws and Regulations”), unless it is
  ///   usual for another of the terms.
  package static func proposals(
    for terms: [String: [String]], in paper: Paper
  ) -> [String: [TermProposal]] {
    let definitions = TermDefinitions(paper)
    let keys = terms.mapValues { Set($0.map(TermWords.key)) }
    var candidates: [String: Set<String>] = keys
    for (term, own) in keys {
      let others = keys.filter { $0.key != term }.reduce(into: Set<String>()) {
        $0.formUnion($1.value)
      }
      for definition in definitions.all where !others.contains(definition.key) {
        if own.contains(where: { extends($0, definition.words) }) {
          candidates[term, default: []].insert(definition.key)
        }
      }
    }
    let uses = TermUses(of: candidates.values.reduce(into: []) { $0.formUnion($1) }, in: paper)
    return candidates.mapValues { keys in
      keys.compactMap { proposal($0, definitions, uses) }.sorted {
        rank($0) < rank($1)
      }
    }
  }

  private static func rank(_ proposal: TermProposal) -> (Int, Int, Int, String) {
    let evidence = proposal.evidence
    return (evidence == .plain ? 1 : 0, -proposal.uses, evidence.rawValue, proposal.words)
  }

  /// Whether a defined term is a longer form of usual words.
  private static func extends(_ usual: String, _ defined: String) -> Bool {
    let words = TermWords.split(defined)
    for end in words.indices.dropFirst() {
      if TermWords.key(words[end...]) == usual { return true }
      if ["and", "or"].contains(words[end].text.lowercased()),
        TermWords.key(words[..<end]) == usual
      {
        return true
      }
    }
    return false
  }

  private static func proposal(
    _ key: String, _ definitions: TermDefinitions, _ uses: TermUses
  ) -> TermProposal? {
    let capitalised = uses.capitalised[key]
    if let definition = definitions.all.first(where: { $0.key == key }) {
      return TermProposal(
        words: definition.words, evidence: .defined, passage: definition.passage,
        uses: capitalised?.count ?? 0)
    }
    if let capitalised {
      return TermProposal(
        words: capitalised.usual, evidence: .capitalised, passage: capitalised.first,
        uses: capitalised.count)
    }
    guard let plain = uses.plain[key] else { return nil }
    return TermProposal(
      words: plain.usual, evidence: .plain, passage: plain.first, uses: plain.count)
  }
}
