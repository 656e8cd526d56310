/// Words that are worth a look wherever they stand in a paper. They are a help with reading: none of
/// them is a fault.
package struct WatchList: Hashable, Sendable {
  package let id: String
  /// What a reader is told they are.
  package let name: String
  /// Why one looks, in a sentence.
  package let why: String
  /// Written as those of a `PassageQuery`.
  package let words: [String]
  /// Whether addresses on the web are looked for.
  package let links: Bool
  /// The last words of what other papers are called: `Policy`, with a capital.
  package let titles: [String]

  package init(
    id: String, name: String, why: String, words: [String] = [], links: Bool = false,
    titles: [String] = []
  ) {
    self.id = id
    self.name = name
    self.why = why
    self.words = words
    self.links = links
    self.titles = titles
  }
}
