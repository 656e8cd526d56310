import PackModel

extension ReadingModel {
  /// What a key means on the paper in hand.
  enum Stage: Sendable {
    case list
    case marking
    /// The reasons of a grade, ticked by number.
    case ticking(Review.Part, Set<Int>)
    /// A number or a name that a grade calls for.
    case filling(Review.Part, LineField)
    case searching(LineField)
    /// Where a paper lies that is to come in.
    case adding(LineField)
    /// What the paper calls our terms, before something is written into it.
    case terms(TermsPage)
  }
}
