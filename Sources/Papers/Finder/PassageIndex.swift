import PackModel

/// Finds passages of a paper by words. It is made once for a paper, and answers a query within milliseconds.
///
/// A passage's score is the sum of two, each divided by its best in the paper: bm25 over stems with the
/// weights of the words, and how many groups of words it meets. What stands in the headings above it, in the
/// words that lead in to it counts half, in the passages beside it a quarter. A long passage is ranked by its best
/// stretch. Headings themselves are not found: the passages below them are.
package struct PassageIndex: Sendable {
  package let paper: Paper
  let text: PassageText
  let surroundings: PassageSurroundings
  /// By passage: how much of its score counts. Headings are no answers.
  let shares: [Double]
  /// The mean length of a stretch in words.
  let meanLength: Double

  /// In words: what has more is text, however it is set.
  private static let longestHeading = 12

  package init(_ paper: Paper) {
    self.paper = paper
    let text = PassageText(paper)
    self.text = text
    surroundings = PassageSurroundings(paper)
    let leads = Set(surroundings.above.flatMap(\.self))
    shares = paper.passages.map { passage in
      let words = text.wordsOf[passage.position].count
      guard passage.kind == .heading || leads.contains(passage.position) else {
        return words > 0 ? 1 : 0
      }
      if words > PassageIndex.longestHeading { return 1 }
      // Its items say what the words before a colon lead in to.
      return passage.kind != .heading && ":;,—".contains(passage.text.last ?? " ") ? 0.7 : 0
    }
    let lengths = text.stretches.filter { [shares] in shares[$0.passage] > 0 }.map(\.words.count)
    meanLength = max(1, Double(lengths.reduce(0, +)) / Double(max(1, lengths.count)))
  }

  /// The passages that are most likely meant by a query, best first.
  package func best(_ query: PassageQuery, limit: Int) -> [FoundPassage] {
    var ranking = PassageRanking(self, query)
    return ranking.best(limit)
  }

  /// The passages that hold words which somebody typed: those that hold more of them first. Words in double
  /// quotation marks stand together; the last word may be its beginning only.
  package func search(_ words: String, limit: Int) -> [FoundPassage] {
    PassageIndex.search(words, in: [self], limit: limit).map(\.passage)
  }

  /// The same over several papers at once; `paper` is the paper's place among them.
  package static func search(
    _ words: String, in papers: [PassageIndex], limit: Int
  ) -> [(paper: Int, passage: FoundPassage)] {
    let terms = SearchWords.terms(words)
    guard !terms.isEmpty else { return [] }
    let query = PassageQuery(
      terms: terms.map { PassageQuery.Term($0) }, groups: terms.map { .init(.adds, [$0]) })
    let found = papers.enumerated().flatMap { number, index in
      var ranking = PassageRanking(index, query)
      return ranking.best(limit).filter { !$0.matches.isEmpty }
        .map { (paper: number, passage: $0) }
    }
    func here(_ found: FoundPassage) -> Int { found.because.filter(\.isHere).count }
    return Array(
      found.sorted { a, b in
        (here(b.passage), b.passage.score, a.paper, a.passage.position)
          < (here(a.passage), a.passage.score, b.paper, b.passage.position)
      }.prefix(limit))
  }
}
