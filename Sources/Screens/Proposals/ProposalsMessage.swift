/// What can be done where answers are put forward.
package enum ProposalsMessage: Hashable, Sendable {
  case list(ScrollMessage)
  /// Takes a line by its number out, or in again.
  case pick(Int)
  case toggle
  case toggleAll
  /// What is ticked becomes answers, as one act.
  case accept
  /// To the question of a line by its number; nil is the line in hand.
  case open(Int?)
  /// On without.
  case close
}

extension ProposalsMessage: ScreenAction {}
