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
    /// A line that is asked for.
    case asking(ReadingQuestion, LineField)
    /// What the paper calls our terms, before something is written into it.
    case terms(TermsPage)
  }
}
