/// Why the screen cannot be used. The program then works line by line instead.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is a pipe or a file.
  case notATerminal(stream: String)
  /// `TERM` names a type that the terminfo database does not have; empty where it is not set.
  case unknownType(String)
  /// The terminal cannot place its cursor, as TERM=dumb.
  case cannotPlaceCursor(type: String)
  /// No UTF-8 locale can be had, not even C.UTF-8.
  case noUnicode
  /// ncurses could not start; its manual names no reason.
  case cannotStart(type: String)

  /// One sentence for the user.
  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "The full screen needs a terminal, and \(stream) is not one."
    case .unknownType(""):
      "The terminal does not say what it is: the variable TERM is not set."
    case .unknownType(let name):
      "This system does not know the terminal type “\(name)”."
    case .cannotPlaceCursor(let type):
      "The terminal type “\(type)” can show lines of text only."
    case .noUnicode:
      "The system has no UTF-8 locale, which names and contract texts need."
    case .cannotStart(let type):
      "The screen could not be started on the terminal type “\(type)”."
    }
  }
}
