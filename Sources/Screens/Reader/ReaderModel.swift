import Canvas

package enum ReaderMessage: Hashable, Sendable {
  case list(ScrollMessage)
  case close
}

extension ReaderMessage: ScreenAction {}

/// A page of text to read: a page of help, a term.
package struct ReaderModel: ScreenModel {
  private var title = ""
  private(set) var text: [String] = []
  private var rows: [StyledLine] = []
  private var first = 0

  init() {}

  /// A page of paragraphs.
  init(_ title: String, _ text: [String], _ shared: Shared) {
    self.title = title
    self.text = text
    layOut(shared)
  }

  mutating func update(_ message: ReaderMessage, _ shared: inout Shared) -> Response {
    switch message {
    case .list(let move):
      let height = height(shared)
      let last = max(0, rows.count - height)
      first = min(last, first.moved(move, count: last + 1, page: max(1, height - 1)))
    case .close: return .turn(.back)
    }
    return []
  }

  private func height(_ shared: Shared) -> Int {
    max(1, shared.panes.text.height)
  }

  mutating func layOut(_ shared: Shared) {
    let width = min(76, shared.panes.text.width)
    rows = []
    for paragraph in text {
      if !rows.isEmpty { rows.append(StyledLine()) }
      rows += StyledLine.wrapped(paragraph, width: max(10, width))
    }
    first = min(first, max(0, rows.count - height(shared)))
  }

  func prompt(_ shared: Shared) -> [String] { text + ["Empty line: back."] }
  func messages(for line: PlainLine, _ shared: Shared) -> [Message] { [.reader(.close)] }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [
        .init(
          [.escape, .enter, .tab, .shift(.tab), .alt(.left)], .reader(.close), "Back", bar: "back",
          rank: 1),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.hits(letters: true) + CommonKeys.scrolling { .reader(.list($0)) }
        + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = shared.panes
    Chrome.title(title, shared.file?.saved ?? "", in: panes.title, &frame)
    let area = panes.text
    for (number, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
      frame.put(row, at: Point(x: area.x, y: area.y + number), within: area)
    }
    let below = rows.count - first - area.height
    if below > 0 {
      Chrome.notice(
        shared.notice, otherwise: Notice("\(counted(below, "line")) more: PgDn"), in: panes.notice,
        &frame)
    } else {
      Chrome.notice(shared.notice, in: panes.notice, &frame)
    }
    frame.caret = area.origin
    frame.caretIsVisible = false
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}
