/// What follows from a message on one screen: what the program is asked to do, and where to go then.
struct Response: Hashable, Sendable, ExpressibleByArrayLiteral {
  private(set) var effects: [Effect]
  /// The way out of the screen; nil to stay.
  private(set) var turn: Turn?
  /// Whether rows may lie otherwise though the message was typing, which lays nothing out by itself.
  private(set) var laysOut = false

  init(_ effects: [Effect], turn: Turn? = nil) {
    self.effects = effects
    self.turn = turn
  }

  init(arrayLiteral effects: Effect...) { self.init(effects) }

  /// On a pause what follows from the typing is brought up: errors, warnings, counts, help, preview.
  static let settling: Response = [.after(milliseconds: Pause.settling, .settle)]

  /// What is typed is kept, with or without a pause.
  static let keepingTyped: Response = [.within(milliseconds: Pause.keeping, .keep)]

  /// What follows from typing.
  static let typed = settling + keepingTyped

  static func turn(_ turn: Turn) -> Response { Response([], turn: turn) }

  /// The same, with the rows laid out anew.
  func layingOut(_ laysOut: Bool = true) -> Response {
    var response = self
    response.laysOut = laysOut
    return response
  }

  /// One after the other; of two ways the later is gone.
  static func + (one: Response, other: Response) -> Response {
    Response(one.effects + other.effects, turn: other.turn ?? one.turn)
      .layingOut(one.laysOut || other.laysOut)
  }

  static func += (one: inout Response, other: Response) { one = one + other }
}

/// A way out of the screen in front.
enum Turn: Hashable, Sendable {
  /// The screen in front closes.
  case back
  case open(Screen)
  /// To the interview, at a place; `from` is where Enter leads back to.
  case question(ScreenLocation, from: Screen?)
  /// To a sentence of the draft, by number.
  case sentence(Int)
  /// A page of text.
  case read(title: String, text: [String])
  /// Everything is saved first, or the person is asked; then the effect is done.
  case save(then: Effect?)
  /// The whole matter goes on in another file.
  case saveElsewhere(path: String)
}
