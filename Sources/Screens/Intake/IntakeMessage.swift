import Interview

/// What can be done about a list that is to be taken into a table.
package enum IntakeMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// To the next part of the page, or with -1 the one before.
  case part(Int)
  /// Something else in the line in hand: another column, another way, another line of headings.
  case turn(Int)
  case way(RowImport.Way)
  /// Takes a line that stands alone as a row, or leaves it.
  case toggle
  /// What the line says: a correction; else the list is taken.
  case carryOn
  case take
  case text(TextMessage)
  /// Of the linear view: a line by its number.
  case pick(Int)
  /// A column, by the name of where it goes; empty for nowhere.
  case map(String)
  /// The headings by the line that they stand in; 0 for none.
  case headings(Int)
  /// Of several tables one by its number, from 1.
  case table(Int)
  /// The act is over.
  case taken
  case close
}

extension IntakeMessage: ScreenAction {
  var kind: MessageKind {
    switch self {
    case .text: .typing
    case .list: .moving
    case .taken: .reply
    default: .command
    }
  }
}
