import Canvas
import PlainText

/// Every key that works on the screen behind, made from its key table.
package struct KeyListModel: ScreenModel {
  private var lines: [(keys: String, help: String)] = []
  private var rows: [StyledLine] = []
  private var scroll = 0

  init() {}

  init(_ table: KeyTable, _ shared: Shared) {
    var seen: Set<String> = []
    // What the bar shows comes first, as there; what everybody tries anyway comes last.
    let ranked = table.bindings.filter { $0.bar != nil }.sorted { $0.rank < $1.rank }
    let others = table.bindings.filter { $0.bar == nil }
    for binding in ranked + others.filter({ !$0.moves }) + others.filter(\.moves) {
      let keys = binding.keys.map(\.description).joined(separator: "  ")
      if seen.insert(keys).inserted { lines.append((keys, binding.help)) }
    }
    layOut(shared)
  }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    self = KeyListModel(visit.keysBehind, shared)
  }

  mutating func update(_ message: ScrollMessage, _ shared: inout Shared) -> Response {
    let height = height(shared)
    let last = max(0, rows.count - height)
    scroll = min(last, scroll.moved(message, count: last + 1, page: max(1, height - 1)))
    return []
  }

  mutating func layOut(_ shared: Shared) {
    let width = shared.panes.text.width
    let column = min(30, width * 2 / 5)
    rows = lines.flatMap { line in
      let keys = DisplayText(line.keys).clipped(to: column - 1)
      return wrap(line.help, width: max(4, width - column)).enumerated().map { number, text in
        let head = number == 0 ? keys.text : ""
        let gap = column - (number == 0 ? keys.width : 0)
        return StyledLine(head, .key).adding(String(repeating: " ", count: gap)).adding(text.text)
      }
    }
    scroll = min(scroll, max(0, rows.count - height(shared)))
  }

  private func height(_ shared: Shared) -> Int {
    max(1, shared.panes.main.height)
  }

  func prompt(_ shared: Shared) -> [String] { PlainCommands.all }
  func messages(for line: PlainLine, _ shared: Shared) -> [Message] { [.closed] }

  func keys(_ shared: Shared) -> KeyTable {
    KeyTable(
      [
        .init(
          [.escape, .enter, .tab, .shift(.tab), .function(1), .character("?")], .closed, "Back",
          bar: "back", rank: 1)
      ] + CommonKeys.scrolling { .keys($0) } + CommonKeys.always)
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = shared.panes
    Chrome.title("Keys that work here", "", in: panes.title, &frame)
    let area = panes.text
    for (number, row) in rows.dropFirst(scroll).prefix(area.height).enumerated() {
      frame.put(row, at: Point(x: area.x, y: area.y + number), within: area)
    }
    frame.caret = area.origin
    frame.caretIsVisible = false
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}

extension KeyBinding {
  /// Whether it is one of the keys that move in any list.
  fileprivate var moves: Bool {
    keys.contains { [.up, .down, .pageUp, .pageDown, .home, .end].contains($0) }
  }
}
