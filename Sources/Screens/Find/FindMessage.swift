/// What can be done where words lead through a list: in the map and in the search.
package enum FindMessage: Hashable, Sendable {
  case text(TextMessage)
  case list(ScrollMessage)
  /// Takes a line by its number among those shown.
  case pick(Int)
  case carryOn
  case close
}

extension FindMessage: ScreenAction {
  var kind: MessageKind { if case .text = self { .typing } else { .command } }
}
