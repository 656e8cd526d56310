/// What a message is for all screens alike: who made it and what it may change.
enum MessageKind: Hashable, Sendable {
  /// The person does something.
  case command
  /// The person moves in what is shown.
  case moving
  /// The person changes the text in hand: what was said stays, and no row moves.
  case typing
  /// A key that means nothing: everything stays.
  case nothing
  /// Ctrl-C, which is counted.
  case interruption
  /// The program has done something, or the terminal has changed.
  case reply
  /// The program has done something that shows in the title at most.
  case note

  var isFromUser: Bool {
    switch self {
    case .command, .moving, .typing, .nothing, .interruption: true
    case .reply, .note: false
    }
  }

  /// Whether the line that says what has just happened goes.
  var clearsNotice: Bool { self == .command || self == .moving }

  /// Whether rows may lie otherwise afterwards.
  var laysOut: Bool { self == .command || self == .moving || self == .reply }

  /// Whether keys mean what they did, where their ground is the same.
  var mayKeepKeys: Bool { self == .moving || self == .typing }

  /// Whether keys mean what they did in any case.
  var keepsKeys: Bool { self == .nothing || self == .interruption || self == .note }
}

extension Message {
  /// The one place that says what a message is.
  var kind: MessageKind {
    switch self {
    case .person(let action): action.kind
    case .home(let action): action.kind
    case .interview(let action): action.kind
    case .review(let action): action.kind
    case .usual(let action): action.kind
    case .finish(let action): action.kind
    case .goTo(let action), .search(let action): action.kind
    case .draft(let action): action.kind
    case .reader(let action): action.kind
    case .keys(let action): action.kind
    case .dashboard(let action): action.kind
    case .leaving(let action): action.kind
    case .final(let action): action.kind
    case .intake(let action): action.kind
    case .reading(let action): action.kind
    case .settling(let action): action.kind
    case .proposals(let action): action.kind
    case .passphrase(let action): action.kind
    case .ignored: .nothing
    case .interrupted: .interruption
    case .clicked, .wheel, .leave, .suspend, .saveNow, .undo, .redo, .writeSheet, .readSheet, .help,
      .closed, .turnTo, .notUnderstood, .nextHit:
      .command
    case .resized, .resumed, .hungUp, .elapsed(.settle), .workedOut, .appended, .refused, .opened,
      .notOpened, .wantsPassphrase, .locked, .elapsed(.idle),
      .edited, .published, .papers, .finalCopy, .verified, .movedTo, .reloaded, .goOn, .catalogue,
      .noted, .sheet, .tableRead, .shelf, .foundOnShelf, .watchedOnShelf,
      .secondRead, .terms, .paperRead:
      .reply
    case .saved, .notSaved, .keepDesk, .elapsed(.keep): .note
    }
  }
}

extension LineMessage: ScreenAction {
  var kind: MessageKind { if case .text = self { .typing } else { .command } }
}

extension ScrollMessage: ScreenAction {}
