import PackModel

/// What the keys go to.
package enum Mode: Equatable, Sendable {
  case answering
  /// A line beside the question: a note, a reason.
  case asking(Asking)
  case calendar(CalendarDate)
  /// Which rows take the answer in hand, shown before they take it.
  case filling(RowFilling)
  /// Fields that the lines of a paste would fill, shown before they are filled.
  case spreading(SpreadText)
}
