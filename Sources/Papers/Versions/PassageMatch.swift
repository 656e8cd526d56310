/// What became of a passage, or of a few that were joined or divided.
package struct PassageMatch: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// The same words in the same place.
    case same
    /// The same words under another number, in another order, or divided into other passages.
    case moved
    /// Similar words.
    case changed
    /// It stands only in the new paper.
    case new
    /// It stood only in the old paper.
    case gone
  }

  package let kind: Kind
  /// Positions in the old paper, one behind the other; none where it is new. Several only where `new`
  /// has one: they were joined.
  package let old: [Int]
  /// Positions in the new paper, one behind the other; none where it is gone. Several only where `old`
  /// has one: it was divided.
  package let new: [Int]
  /// Whether it stands in another order among its neighbours than before.
  package let isReordered: Bool
  /// How much of the words is shared, in hundredths: 100 where all are, 0 where there is nothing to share.
  package let likeness: Int
}
