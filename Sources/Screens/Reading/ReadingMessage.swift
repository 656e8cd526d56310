/// What can be done with a paper in hand.
package enum ReadingMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// To the next row, or with -1 the one before.
  case row(Int)
  /// To the next row that nobody has graded.
  case nextOpen
  /// A grade by its number, from 0; while reasons are ticked, a reason.
  case pick(Int)
  /// The passage in hand by its number in the list, from 0.
  case choose(Int)
  /// Marks these words of the passage in hand.
  case markWords(String)
  /// I don't know yet.
  case unknown
  /// Takes the words in hand as the quotation; ends what is under way.
  case carryOn
  /// Marks words by hand.
  case mark
  case moveMark(Int)
  case beginMark, markAll
  /// Between what was found and the paper from here on.
  case readOn
  /// Looks for words in all papers.
  case search
  case add
  case text(TextMessage)
  /// The whole passage in hand would be quoted.
  case whole
  /// Writes what would close the findings into the paper's own Word file.
  case redline
  /// To the question in the interview.
  case question
  /// The act is over.
  case acted
  case close
}

extension ReadingMessage: ScreenAction {
  var kind: MessageKind {
    switch self {
    case .text: .typing
    case .list, .moveMark: .moving
    case .acted: .reply
    default: .command
    }
  }
}
