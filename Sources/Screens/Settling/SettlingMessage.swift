import Findings
import Interview

/// What can be done with two readings of one paper.
package enum SettlingMessage: Hashable, Sendable {
  /// To the next difference, or with -1 the one before.
  case row(Int)
  /// What is taken, by its number on the screen, from 0: the first reading, the second, another grade.
  case pick(Int)
  /// Writes the reason that goes into the journal with what is taken next.
  case reason
  case text(TextMessage)
  case carryOn
  /// The act is over.
  case acted
  case close
}

extension SettlingMessage: ScreenAction {
  var kind: MessageKind {
    switch self {
    case .text: .typing
    case .row: .moving
    case .acted: .reply
    default: .command
    }
  }
}

/// Another person's matter over the same paper, as the screens need it.
package struct SecondMatter: Hashable, Sendable {
  package let path: String
  package let reader: TwoReadings.Reader

  package init(path: String, reader: TwoReadings.Reader) {
    self.path = path
    self.reader = reader
  }
}
