import PackModel

/// What a report prints of the whole matter, in words.
package struct ReportFacts: Sendable {
  private let words: [ReportFact: String]

  /// - Parameter words: asked once for each fact: one that nobody says does not compile.
  init(_ words: (ReportFact) -> String) {
    self.words = Dictionary(uniqueKeysWithValues: ReportFact.allCases.map { ($0, words($0)) })
  }

  package subscript(_ fact: ReportFact) -> String { words[fact] ?? "" }
}
