import Canvas
import Interview

/// A screen: what it knows, what follows from a message, what its keys are, how it looks on a terminal
/// and in lines. The desk knows screens by this, and by name only where a way leads to one of them.
///
/// What has a default below is for the screens that need it.
protocol ScreenModel: Sendable {
  /// What can be done on this screen, and on no other.
  associatedtype Action: ScreenAction

  mutating func update(_ action: Action, _ shared: inout Shared) -> Response

  // MARK: On a terminal

  /// What keys do here and now.
  func keys(_ shared: Shared) -> KeyTable
  /// What the meaning of keys rests on, as far as typing or moving may change it: while it stays the
  /// same the keys need not be made out anew. nil where they always are.
  var keyGround: KeyGround? { get }
  /// Whether Enter takes what a row says, and not what was typed: a click on the row in hand does too.
  var takesRows: Bool { get }
  /// Lays the rows out for the window, ahead of the drawing.
  mutating func layOut(_ shared: Shared)
  /// Draws what was laid out, and nothing else: no wrapping, drafting or evaluating.
  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame

  // MARK: In lines

  /// What the linear view says, complete in itself.
  func prompt(_ shared: Shared) -> [String]
  /// What a typed line means: the messages that keys would make.
  func messages(for line: PlainLine, _ shared: Shared) -> [Message]

  // MARK: The way

  var layer: ScreenLayer { get }
  /// Whether it sends the person to questions from which Enter leads back here.
  var sendsToQuestions: Bool { get }
  /// The screen is opened over another.
  mutating func open(_ visit: Visit, _ shared: inout Shared)
  /// The screen is in front, newly opened or come back to.
  mutating func arrive(_ shared: inout Shared) -> Response
  mutating func resized(_ shared: inout Shared) -> Response
  /// Brings up what waits for a pause.
  mutating func settle(_ shared: inout Shared) -> Response
  /// The matter has kept an act while this screen is in front.
  mutating func answersChanged(_ shared: inout Shared)

  // MARK: Acts that the matter has refused

  /// Whether an act is of what is in hand here, and doing it again is pressing Enter again.
  func holds(_ act: Act, _ shared: Shared) -> Bool
  /// Does again what was refused and is in hand.
  mutating func doAgain(_ shared: inout Shared) -> Response
  /// The act under way is over; where it was refused, what it was done with is there again.
  mutating func actIsOver(isKept: Bool)
}

/// What can be done on one screen.
protocol ScreenAction: Hashable, Sendable {
  var kind: MessageKind { get }
}

extension ScreenAction {
  var kind: MessageKind { .command }
}

/// What the meaning of keys rests on where a field is typed into or moved in.
enum KeyGround: Hashable, Sendable {
  /// A line or long text: no key in it changes the keys.
  case text
  case choice(ChoiceField.KeyGround)
}

/// How a screen lies over those that Esc goes back to.
enum ScreenLayer: Sendable {
  /// Nothing is behind it.
  case ground
  /// Only the questions are.
  case onQuestions
  /// The screen from which it was opened is.
  case over
}

/// From where a screen is opened.
struct Visit {
  /// The page of the interview.
  let item: Int
  /// The field of the interview, or its page where that has none.
  let slot: Slot
  /// Whether the person comes back from a question that this screen has sent them to.
  let isReturn: Bool
  /// The keys of the screen behind.
  let keysBehind: KeyTable
}

extension ScreenModel {
  var keyGround: KeyGround? { nil }
  var takesRows: Bool { false }
  var layer: ScreenLayer { .over }
  var sendsToQuestions: Bool { false }
  mutating func open(_ visit: Visit, _ shared: inout Shared) {}
  mutating func arrive(_ shared: inout Shared) -> Response { [] }
  mutating func resized(_ shared: inout Shared) -> Response { [] }
  mutating func settle(_ shared: inout Shared) -> Response { [] }
  mutating func answersChanged(_ shared: inout Shared) {}
  func holds(_ act: Act, _ shared: Shared) -> Bool { false }
  mutating func doAgain(_ shared: inout Shared) -> Response { [] }
  mutating func actIsOver(isKept: Bool) {}
}

/// What the desk has a screen do, as a value, so that one switch over the screens hands it on.
enum ScreenDuty {
  case open(Visit)
  case arrive, layOut, resized, settle, answersChanged, doAgain
  case actIsOver(isKept: Bool)
}

extension ScreenModel {
  mutating func perform(_ duty: ScreenDuty, _ shared: inout Shared) -> Response {
    switch duty {
    case .open(let visit): open(visit, &shared)
    case .arrive: return arrive(&shared)
    case .layOut: layOut(shared)
    case .resized: return resized(&shared)
    case .settle: return settle(&shared)
    case .answersChanged: answersChanged(&shared)
    case .doAgain: return doAgain(&shared)
    case .actIsOver(let isKept): actIsOver(isKept: isKept)
    }
    return []
  }
}
