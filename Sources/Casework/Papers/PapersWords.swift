import PackModel
import Papers

/// Speaks of our terms with the words that a paper has defined for them.
struct PapersWords {
  /// All our terms, the longest first, each with the paper's own word where it defines another.
  private let terms: [(ours: [Character], theirs: String?)]

  init(_ terms: [Review.Term], in paper: Papers.Paper) {
    let found = DefinedTerms.proposals(
      for: Dictionary(terms.map { ($0.ours, [$0.ours] + $0.also) }) { first, _ in first }, in: paper
    )
    self.terms = terms.map { term in
      // Words that the paper only uses may mean something else in it.
      let best = found[term.ours]?.first { $0.evidence == .defined }
      return (Array(term.ours), best.flatMap { $0.words == term.ours ? nil : $0.words })
    }
    .sorted { $1.ours.count < $0.ours.count }
  }

  /// A text in the paper's words. What stands in a longer term of ours stays with it, and nothing is
  /// changed twice.
  func said(_ text: String) -> String {
    let letters = Array(text)
    var result = ""
    var at = 0
    while at < letters.count {
      let isStart = at == 0 || !(letters[at - 1].isLetter || letters[at - 1] == "-")
      guard isStart, let (term, plural) = term(at: at, in: letters) else {
        result.append(letters[at])
        at += 1
        continue
      }
      let words = term.theirs ?? String(term.ours)
      result += words
      if words.last != "s" { result += plural }
      at += term.ours.count + plural.count
    }
    return result
  }

  /// The term of ours that stands there as a word, with the letters of its plural.
  private func term(
    at start: Int, in letters: [Character]
  ) -> (term: (ours: [Character], theirs: String?), plural: String)? {
    for term in terms where letters[start...].starts(with: term.ours) {
      let rest = String(letters[(start + term.ours.count)...].prefix(while: \.isLetter))
      if ["", "s", "es"].contains(rest) { return (term, rest) }
    }
    return nil
  }
}
