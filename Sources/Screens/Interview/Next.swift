/// Where to go once the answer in hand is kept.
enum Next: Hashable, Sendable {
  case stay
  /// Back to the field as it was left, with what is typed or ticked there.
  case resume
  case forward
  case backward
  /// To the field anew, as there is no answer any more; what is typed elsewhere is kept.
  case cleared
  /// Nowhere; what was typed elsewhere is kept.
  case kept
  /// A slot of this page, or a line of its list.
  case focus(Int)
  case place(ScreenLocation, remembers: Bool)
  /// A page at its last field.
  case lastField(item: Int)
  /// The form of a row.
  case row(String)
  /// The list of the table's rows, on a line.
  case rows(line: Int)
  case addRow
  case turn(Turn)
  /// The screen that has sent the person here.
  case errandDone(Screen)
  /// Nothing is before this question, or behind it.
  case start
  case end
}
