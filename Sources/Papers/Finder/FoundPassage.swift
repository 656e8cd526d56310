/// A passage that was found, and by what. It is a place to look at, never a judgement.
package struct FoundPassage: Hashable, Sendable {
  /// Its position in the paper.
  package let position: Int
  /// From 0 to 1, compared with the best passages of the same paper for the same query.
  package let score: Double
  /// The words that were looked for, in bytes of UTF-8 from the start of its text; in order, none in another.
  package let matches: [Range<Int>]
  /// The groups of the query that it meets.
  package let because: [Met]
  /// Whether too little of what was looked for is there: the caller says that no passage was found.
  package let isBelowThreshold: Bool

  package init(
    position: Int, score: Double, matches: [Range<Int>], because: [Met] = [],
    isBelowThreshold: Bool = false
  ) {
    self.position = position
    self.score = score
    self.matches = matches
    self.because = because
    self.isBelowThreshold = isBelowThreshold
  }

  /// A group of words that a passage meets.
  package struct Met: Hashable, Sendable {
    /// The group, by its place in the query.
    package let group: Int
    /// Whether its words stand in the passage itself, not only in a heading above it or a passage beside it.
    package let isHere: Bool
  }
}
