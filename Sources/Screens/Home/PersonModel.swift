import Canvas
import PlainText

/// Asks once who is sitting here; the journal names them.
package struct PersonModel: ScreenModel {
  private(set) var field = LineField()

  mutating func update(_ message: LineMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .text(let text):
      if let said = field.update(text) { shared.notice = Notice(said) }
      return []
    case .done:
      let name = String(field.text.trimmed)
      guard !name.isEmpty else {
        shared.notice = Notice("Please write your name, or initials that your firm knows.", .error)
        return []
      }
      shared.who = name
      return Response(
        [.remember(who: name)], turn: .open(shared.file == nil ? .home : .interview))
    }
  }

  mutating func layOut(_ shared: Shared) { field.width = max(10, min(50, shared.size.columns - 6)) }

  func prompt(_ shared: Shared) -> [String] {
    ["Who are you? " + PersonModel.words.joined(separator: " "), "Type your name."]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    [.person(.text(.replaced(line.text))), .person(.done)]
  }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [.init([.enter, .tab], .person(.done), "Keep the name and go on", bar: "go on", rank: 1)]
        + CommonKeys.editing { .person(.text($0)) } + CommonKeys.always,
      text: { .person(.text($0)) })
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = shared.panes
    Chrome.title("art28", "", in: panes.title, &frame)
    let area = panes.text
    var y = area.y
    frame.put("Who are you?", at: Point(x: area.x, y: y), style: .emphasis, within: area)
    y += 1
    for text in PersonModel.words {
      frame.put(text, at: Point(x: area.x, y: y), style: .dim, within: area)
      y += 1
    }
    Chrome.typed(field, at: Point(x: area.x, y: y + 1), in: area, &frame)
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  static let words = [
    "Each answer is kept with the name", "of who gave it. Asked only once.",
  ]
}
