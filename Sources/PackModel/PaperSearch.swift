/// What is looked for in papers of one language.
package struct PaperSearch: Hashable, Sendable {
  /// The first part of a tag of BCP 47: `en`.
  package var language: String
  /// One for a row at most.
  package var queries: [PassageQuery]
  package var watch: [WatchList]

  package init(language: String, queries: [PassageQuery] = [], watch: [WatchList] = []) {
    self.language = language
    self.queries = queries
    self.watch = watch
  }

  /// What is looked for for a row; nil where the pack says nothing.
  package func query(table: Int, row: String) -> PassageQuery? {
    queries.first { $0.table == table && $0.row == row }
  }
}
