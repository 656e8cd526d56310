/// Makes text of a stranger fit for a place, by what each of its scalars may do there.
///
/// What is kept stays as it was typed: nothing is composed, no letter is changed. For cells of a
/// screen `DisplayText` has a form of its own, in which nothing at all is left that terminals draw
/// differently.
package struct Sanitiser: Sendable {
  /// What becomes of a scalar.
  enum Action: Sendable {
    case keep
    case drop
    case space
    case newline
    /// U+FFFD: one sees that something was there.
    case sign
  }

  private var actions = Array(repeating: Action.keep, count: ScalarKind.allCases.count)
  /// Whether U+000D and U+000A behind it are one line end.
  private let pairsReturns: Bool
  /// Whether lines become one, with a space between those that are not empty.
  private let joinsLines: Bool

  private init(
    _ actions: [ScalarKind: Action], pairsReturns: Bool = true, joinsLines: Bool = false
  ) {
    self.pairsReturns = pairsReturns
    self.joinsLines = joinsLines
    for (kind, action) in actions { self.actions[kind.rawValue] = action }
  }

  private static let stream: [ScalarKind: Action] = [
    .newline: .space, .lineEnd: .space, .tab: .space, .control: .sign, .direction: .sign,
    .directionMark: .sign, .annotation: .sign, .noncharacter: .sign, .byteOrderMark: .drop,
    .tag: .drop, .invisible: .drop,
  ]
  private static let file: [ScalarKind: Action] = [
    .lineEnd: .newline, .tab: .space, .control: .sign, .direction: .drop, .annotation: .sign,
    .noncharacter: .sign, .byteOrderMark: .drop, .tag: .drop,
  ]
  private static let typed: [ScalarKind: Action] = [
    .lineEnd: .newline, .control: .drop, .direction: .drop,
  ]

  /// One line for a terminal that reads a stream, where nobody draws it in cells: nothing acts on the
  /// terminal, reads otherwise than it is written or stands there unseen. Every line end and tab is a
  /// space. Joiners and variation selectors stay, so that a path can be copied.
  package static let line = Sanitiser(stream, pairsReturns: false)
  /// The same for a text whose line ends are meant: U+000A stays, the others are spaces.
  package static let lines = Sanitiser(
    stream.merging([.newline: .keep]) { $1 }, pairsReturns: false)
  /// Text in a file for people: line ends of any system are U+000A. What cannot be seen or would act
  /// on a reader's machine is gone or shows as U+FFFD. Marks of direction stay; names need them.
  package static let document = Sanitiser(file)
  /// The same on one line: for headings, labels and the files' own properties.
  package static let documentLine = Sanitiser(file, joinsLines: true)
  /// What a message quotes (a file's name, a line of a pack): whatever is not plainly seen shows as
  /// U+FFFD, for that may be what is wrong. Tabs stay, so that a caret below finds its column.
  package static let diagnostic = Sanitiser(
    [
      .newline: .sign, .lineEnd: .sign, .control: .sign, .direction: .sign, .directionMark: .sign,
      .annotation: .sign, .noncharacter: .sign, .byteOrderMark: .sign, .tag: .sign, .joiner: .sign,
      .invisible: .sign, .format: .sign,
    ], pairsReturns: false)
  /// What is typed or pasted into a field of several lines: only what a document must not carry goes.
  package static let field = Sanitiser(typed)
  /// The same for a field of one line.
  package static let fieldLine = Sanitiser(
    typed.merging([.newline: .space, .lineEnd: .space, .tab: .space]) { $1 })

  /// The text as it may stand in the place.
  package func clean(_ text: String) -> String { clean(text) { _, _ in } }

  /// The same, and tells the kind of each scalar that was not kept, and whether it is gone.
  func clean(_ text: String, told: (_ kind: ScalarKind, _ isGone: Bool) -> Void) -> String {
    if text.utf8.isPlain { return text }
    var clean = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      let kind = ScalarKind(scalar)
      if kind == .newline, followsReturn, pairsReturns { continue }
      let action = actions[kind.rawValue]
      switch action {
      case .keep: clean.append(scalar)
      case .drop: break
      case .space: clean.append(" ")
      case .newline: clean.append("\n")
      case .sign: clean.append("\u{FFFD}")
      }
      if action != .keep { told(kind, action == .drop) }
    }
    guard joinsLines else { return String(clean) }
    return String(clean).split(separator: "\n").joined(separator: " ")
  }
}
