import Canvas
import PlainText

package enum PassphraseMessage: Hashable, Sendable {
  case text(TextMessage)
  case done
  case close
}

extension PassphraseMessage: ScreenAction {
  var kind: MessageKind { if case .text = self { .typing } else { .command } }
}

/// Asks for the passphrase of a locked matter, or for the one that an open matter is locked with.
package struct PassphraseModel: ScreenModel {
  enum Stage: Hashable, Sendable {
    /// What opens the matter at a path.
    case opening(path: String, readOnly: Bool)
    /// What the open matter is locked with.
    case choosing
    /// The same once more, so that a typing mistake locks nobody out.
    case repeating(first: String)
  }

  private(set) var stage = Stage.choosing
  private(set) var field = SecretField()
  private var words: [StyledLine] = []

  init() {}

  init(opening path: String, readOnly: Bool) { stage = .opening(path: path, readOnly: readOnly) }

  mutating func update(_ message: PassphraseMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .text(let text):
      field.update(text)
      return []
    case .close:
      let isOpening = isOpening
      self = PassphraseModel()
      return .turn(isOpening ? .open(.home) : .back)
    case .done: return done(&shared)
    }
  }

  private mutating func done(_ shared: inout Shared) -> Response {
    let typed = field.text
    field = SecretField()
    guard !typed.isEmpty else {
      shared.notice = Notice("Type the passphrase first; Esc goes back.", .error)
      return []
    }
    switch stage {
    case .opening(let path, let readOnly):
      return [.unlock(path: path, readOnly: readOnly, passphrase: typed)]
    case .choosing:
      stage = .repeating(first: typed)
      layOut(shared)
      return []
    case .repeating(let first):
      stage = .choosing
      layOut(shared)
      guard first.utf8.elementsEqual(typed.utf8) else {
        shared.notice = Notice("The two are not the same. Type it twice, anew.", .error)
        return [.ring]
      }
      return .turn(.save(then: .lock(passphrase: typed)))
    }
  }

  private var isOpening: Bool { if case .opening = stage { true } else { false } }

  // MARK: The way

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    guard shared.file != nil else { return }
    self = PassphraseModel()
  }

  // MARK: Looks

  mutating func layOut(_ shared: Shared) {
    words = says.flatMap {
      StyledLine.wrapped($0, width: max(10, min(72, shared.panes.text.width)), style: .dim)
    }
  }

  private var title: String {
    switch stage {
    case .opening(let path, _): "\(path.split(separator: "/").last ?? "") is locked"
    case .choosing: "Lock this matter with a passphrase"
    case .repeating: "The same passphrase once more"
    }
  }

  private var says: [String] {
    switch stage {
    case .opening:
      [
        "Type its passphrase, or the recovery key that was printed when it was locked. Nothing of it is shown."
      ]
    case .choosing:
      [
        "The file then holds nothing that can be read without it. Four or five words that nobody would put together are good; capitals and spaces count.",
        "A recovery key is shown once, to be kept on paper. Without both nobody can open the matter again.",
      ]
    case .repeating: ["So that a typing mistake locks nobody out."]
    }
  }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [
        .init(
          [.enter, .tab], .passphrase(.done), isOpening ? "Open the matter" : "Go on",
          bar: isOpening ? "open" : "go on", rank: 1),
        .init([.escape], .passphrase(.close), "Back", bar: "back", rank: 2),
        .init([.backspace], .passphrase(.text(.delete(.left))), "Take the last character away"),
        .init([.ctrl("u")], .passphrase(.text(.delete(.lineStart))), "Take all of it away"),
      ] + CommonKeys.always,
      text: { .passphrase(.text($0)) })
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = shared.panes
    Chrome.title("art28", shared.who, in: panes.title, &frame)
    let area = panes.text
    frame.put(
      DisplayText(title).clipped(to: area.width).text, at: area.origin, style: .emphasis,
      within: area)
    for (number, strip) in words.enumerated() {
      frame.put(strip, at: Point(x: area.x, y: area.y + 1 + number), within: area)
    }
    let y = area.y + words.count + 2
    let x = frame.put("> ", at: Point(x: area.x, y: y), style: .marker, within: area)
    let stars = field.stars(width: max(0, area.endX - x - 1))
    frame.put(stars, at: Point(x: x, y: y), within: area)
    frame.caret = Point(x: x + stars.count, y: y)
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  // MARK: In lines

  func prompt(_ shared: Shared) -> [String] {
    [title + "."] + says.filter { _ in !isOpening } + [
      "Type the passphrase; it is shown as you type. back returns."
    ]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    line.text == "back"
      ? [.passphrase(.close)] : [.passphrase(.text(.replaced(line.text))), .passphrase(.done)]
  }
}
