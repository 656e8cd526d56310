import Interview
import Matters
import PackModel
import Papers

/// Speaks of our terms with the words that a paper has for them: those that somebody chose, else those that
/// it defines.
struct PapersWords {
  private struct Term {
    let ours: [Character]
    /// nil: ours stays.
    let theirs: String?
    /// Whether the paper leaves out the article that ours has: “Provider”, not “the Provider”.
    let dropsArticle: Bool
  }

  /// All our terms, the longest first.
  private let terms: [Term]

  /// - Parameter chosen: by our term, what somebody said that the paper calls it.
  init(_ terms: [Review.Term], in paper: Papers.Paper, chosen: [String: String] = [:]) {
    let found = DefinedTerms.proposals(
      for: Dictionary(terms.map { ($0.ours, [$0.ours] + $0.also) }) { first, _ in first }, in: paper
    )
    self.terms = terms.map { term in
      // Words that the paper only uses may mean something else in it.
      let defined =
        term.isAsked ? nil : found[term.ours]?.first { $0.evidence == .defined }?.words
      let theirs = chosen[term.ours] ?? defined
      return Term(
        ours: Array(term.ours), theirs: theirs == term.ours ? nil : theirs,
        dropsArticle: term.isAsked && theirs.map { PapersWords.isBare($0, in: paper) } ?? false)
    }
    .sorted { $1.ours.count < $0.ours.count }
  }

  init(of session: MatterSession, in item: PaperShelf.Item) {
    self.init(
      session.pack.review?.terms ?? [], in: item.paper,
      chosen: session.file.sheet.terms(of: item.kept.sha256))
  }

  /// Whether the paper mostly writes a word without an article.
  private static func isBare(_ word: String, in paper: Papers.Paper) -> Bool {
    var (with, without) = (0, 0)
    for passage in paper.passages {
      for range in passage.text.ranges(of: word) {
        let before = passage.text[..<range.lowerBound].suffix(5).lowercased()
        if before.hasSuffix("the ") || before.hasSuffix("this ") { with += 1 } else { without += 1 }
      }
    }
    return without > with
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
      if term.dropsArticle {
        for article in ["the ", "The "] where result.hasSuffix(article) { result.removeLast(4) }
      }
      result += words
      if words.last != "s" { result += plural }
      at += term.ours.count + plural.count
    }
    return result
  }

  /// The term of ours that stands there as a word, with the letters of its plural.
  private func term(at start: Int, in letters: [Character]) -> (term: Term, plural: String)? {
    for term in terms where letters[start...].starts(with: term.ours) {
      let rest = String(letters[(start + term.ours.count)...].prefix(while: \.isLetter))
      if ["", "s", "es"].contains(rest) { return (term, rest) }
    }
    return nil
  }
}
