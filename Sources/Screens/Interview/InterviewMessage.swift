import Canvas

/// What can be done at a question.
package enum InterviewMessage: Hashable, Sendable {
  case text(TextMessage)
  /// Enter: the answer is taken and the next question comes.
  case carryOn
  /// Past a list of rows to the next question.
  case goOn
  case goBack
  /// To the field below or above on the same page.
  case fieldDown, fieldUp
  /// In a choice, a list of rows, the calendar by weeks.
  case list(ScrollMessage)
  /// An option by its number.
  case pick(Int)
  case toggle, toggleAll, invert, chooseNone
  /// Enter while a list is searched: the option in hand.
  case takeFound
  /// Puts words in the place of what stands in the field.
  case fill(String)
  case nextUnit
  case historyBack, historyForward
  case section(Int)
  case nextOpen, nextWarning, nextParked
  case unknown, park, note, notApplicable, clear, suggestion
  /// Keeps a note, a reason or a question to counsel that was asked for in one go.
  case unknownNoted(String), parkNoted(String), notApplicableBecause(String)
  case toggleHelp, togglePreview
  /// Takes words of the passage beside the question; the paper in hand at that passage.
  case quoteBeside, toPaper
  case term(Int)
  case scrollSide(ScrollMessage)
  case editor, copy
  /// Puts in what stands in the same column of the row above.
  case copyAbove
  /// Shows which rows could take the answer in hand.
  case fillRows
  /// Says of all open cells of the row that they do not apply.
  case rowNotApplicable
  case rowNotApplicableBecause(String)
  /// Keeps the answer in the person's profile, or takes it out again.
  case toProfile
  /// Of a paste that could be several answers: as one line, as it came.
  case asOneLine
  case calendar
  case days(Int), months(Int)
  case addRow, removeRow, moveRow(Int), thereAreNone
  case otherJourney
  case close
  case goTo(Int)
}

extension InterviewMessage: ScreenAction {
  var kind: MessageKind {
    switch self {
    case .text: .typing
    case .list: .moving
    default: .command
    }
  }
}
