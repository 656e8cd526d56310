import Interview
import PackModel
import Papers

/// Looks through all papers of a matter. It finds; it grades nothing.
package struct PaperFinder: Sendable {
  /// A passage that was found.
  package struct Hit: Sendable {
    /// The paper, by its number on the shelf.
    package let paper: Int
    package let found: FoundPassage
    /// Numbers in it of the kinds that are asked for, as an answer is written: “10 day”.
    package let figures: [String]
  }

  /// What was found for a row.
  package struct Findings: Sendable {
    /// Best first.
    package let hits: [Hit]
    /// The words that were looked for, the weightiest first.
    package let sought: [String]
    /// Whether no passage holds enough of them to be called found.
    package var isWeak: Bool { hits.allSatisfy(\.found.isBelowThreshold) }
  }

  package let shelf: PaperShelf
  private let indices: [PassageIndex]
  private let pack: Pack

  package init(_ shelf: PaperShelf, _ pack: Pack) {
    self.shelf = shelf
    self.pack = pack
    indices = shelf.items.map { PassageIndex($0.paper) }
  }

  /// How much less a passage counts that does not stand in the agreement itself.
  private static let otherPaper = 0.8
  private static let limit = 5

  /// The passages that are most likely meant by a row, the five best.
  ///
  /// - Returns: nil where the pack does not say what is looked for.
  package func best(table: Int, row: String) -> Findings? {
    guard let query = pack.searches.lazy.compactMap({ $0.query(table: table, row: row) }).first
    else { return nil }
    let found = indices.enumerated().flatMap { number, index -> [(Hit, Double)] in
      let isAgreement = shelf.items[number].kept.rank == .agreement
      return index.best(query, limit: PaperFinder.limit)
        .filter { isAgreement || !$0.isBelowThreshold }
        .map { passage in
          let text = shelf.items[number].paper.passages[passage.position].text
          let figures = FigureReading.figures(in: text, query.values).map { Self.written($0.value) }
          return (
            Hit(paper: number, found: passage, figures: figures),
            passage.score * (isAgreement ? 1 : Self.otherPaper)
          )
        }
    }
    let best = found.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .prefix(Self.limit).map(\.element.0)
    return Findings(hits: best, sought: PaperFinder.words(query))
  }

  /// What may hold the row that words name, `duties[D-3]`; nil where they name none.
  ///
  /// - Throws: an `Outcome` where the pack does not say what is looked for.
  package func findings(for words: String) throws -> Findings? {
    let parts = words.split(separator: "[", maxSplits: 1)
    guard parts.count == 2, parts[1].hasSuffix("]"), let table = pack.question(String(parts[0])),
      pack.hasRow(String(parts[1].dropLast()), of: String(parts[0]))
    else { return nil }
    guard let found = best(table: table, row: String(parts[1].dropLast())) else {
      throw Outcome.found("The questionnaire does not say what is looked for there. Words will do.")
    }
    return found
  }

  private static func written(_ value: ReadFigure.Value) -> String {
    switch value {
    case .quantity(let quantity): Evaluation.written(.quantity(quantity))
    case .money(let money): Evaluation.written(.money(money))
    }
  }

  /// Words worth a look wherever they stand, by what they are, with the passages that hold them.
  package func watched() -> [(list: WatchList, hits: [Hit])] {
    let lists = pack.searches.first?.watch ?? []
    let titles = shelf.items.compactMap(\.paper.title)
    let places = indices.enumerated().flatMap { number, index in
      WatchReading.places(in: index, lists, titles: titles).map { (number, $0) }
    }
    return lists.map { list in
      (
        list,
        places.filter { $0.1.list == list.id }.map { number, place in
          Hit(
            paper: number,
            found: FoundPassage(
              position: place.position, score: 1, matches: place.matches, because: [],
              isBelowThreshold: false), figures: [])
        }
      )
    }
  }

  /// The weightiest words of a query, as a sentence can name them.
  private static func words(_ query: PassageQuery) -> [String] {
    query.terms.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .prefix(6).map { $0.element.words.replacing("*", with: "…") }
  }

  /// The passages that hold words which somebody typed.
  package func search(_ words: String, limit: Int = 20) -> [Hit] {
    PassageIndex.search(words, in: indices, limit: limit)
      .map { Hit(paper: $0.paper, found: $0.passage, figures: []) }
  }
}
