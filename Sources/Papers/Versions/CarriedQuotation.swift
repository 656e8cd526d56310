/// What became of a quotation in a newer version of its paper.
package enum CarriedQuotation: Hashable, Sendable {
  /// Where a quotation begins.
  package struct Place: Hashable, Sendable {
    /// Of the passage in the new paper.
    package let position: Int
    package let citation: String?
    package let page: Int?
    package let anchor: String
  }

  /// It stands word for word: what rests on it stays. `isMoved` says that it stands under another number
  /// or in another order; `around` what became of the words around it in its passage, nil where they are
  /// the same. A grade may hang on those: they are to be shown.
  case stands(Place, isMoved: Bool, around: WordDifference?)
  /// Its passage stands with other words, at these positions of the new paper: what rests on it is to be
  /// looked at again, beside the difference.
  case changed([Int], WordDifference)
  /// Neither it nor its passage stands any more.
  case gone
  /// It may be at any of these positions of the new paper, or all or part of it may be gone: somebody has
  /// to say.
  case ambiguous([Int])

  /// Positions of the new paper at which to look for it.
  package var positions: [Int] {
    switch self {
    case .stands(let place, _, _): [place.position]
    case .changed(let positions, _), .ambiguous(let positions): positions
    case .gone: []
    }
  }
}
