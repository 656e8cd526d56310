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
  /// Marks words by hand: the sentence in hand first, pressed again the next.
  case mark
  /// The sentence after or before; the end that moves by a clause, or by words; the other end.
  case turnMark(Int), extendMark(Int), moveMark(Int), otherEnd
  /// The passage from which words were taken last.
  case again
  /// What is worth a look wherever it stands: the next list of it, or the one before.
  case watch(Int)
  /// Between what was found and the paper from here on.
  case readOn
  /// Asks for a line.
  case ask(ReadingQuestion)
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
    case .list, .turnMark, .extendMark, .moveMark: .moving
    case .acted: .reply
    default: .command
    }
  }
}

/// A line that is asked for with a paper in hand.
package enum ReadingQuestion: Hashable, Sendable {
  /// Words to be looked for in all papers.
  case words
  /// Where a paper lies that is to come in.
  case paper
  /// Where the matter of a second reader lies; where one is to be made.
  case second, blind

  var asks: String {
    switch self {
    case .words: "Look for these words in all papers:"
    case .paper: "Where does the paper lie? Its path:"
    case .second: "Where does the second reader's matter lie? Its path:"
    case .blind: "A matter for a second reader, without any grade of this one. Its path:"
    }
  }
}
