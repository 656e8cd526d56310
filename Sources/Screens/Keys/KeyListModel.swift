import Canvas

/// Every key that works on the screen behind, made from its key table.
package struct KeyListModel: Sendable {
  private(set) var lines: [(keys: String, help: String)] = []
  private var scroll = 0

  init() {}

  init(_ table: KeyTable, _ shared: Shared) {
    var seen: Set<String> = []
    // What the bar shows comes first, as there.
    let ranked = table.bindings.filter { $0.bar != nil }.sorted { $0.rank < $1.rank }
    for binding in ranked + table.bindings.filter({ $0.bar == nil }) {
      let keys = binding.keys.map(\.description).joined(separator: "  ")
      if seen.insert(keys).inserted { lines.append((keys, binding.help)) }
    }
  }

  mutating func update(_ message: ScrollMessage, _ shared: Shared) {
    let height = max(1, Panes(shared.size, hasSide: false, hasSteps: false).main.height)
    let last = max(0, lines.count - height)
    scroll = min(last, scroll.moved(message, count: last + 1, page: max(1, height - 1)))
  }

  mutating func layOut(_ shared: Shared) {
    let height = max(1, Panes(shared.size, hasSide: false, hasSteps: false).main.height)
    scroll = min(scroll, max(0, lines.count - height))
  }

  var keys: KeyTable {
    KeyTable(
      [
        .init(
          [.escape, .enter, .tab, .shift(.tab), .function(1), .character("?")], .closed, "Back",
          bar: "back", rank: 1)
      ]
        + CommonKeys.scrolling { .keys($0) } + CommonKeys.always)
  }

  func draw(_ shared: Shared) -> Frame {
    var frame = Frame(size: shared.size)
    let panes = Panes(shared.size, hasSide: false, hasSteps: false)
    Chrome.title("Keys that work here", "", in: panes.title, &frame)
    let area = panes.text
    let column = min(30, area.width * 2 / 5)
    for (number, line) in lines.dropFirst(scroll).prefix(area.height).enumerated() {
      let y = area.y + number
      frame.put(
        DisplayText(line.keys).clipped(to: column - 1).text, at: Point(x: area.x, y: y),
        style: .key, within: area)
      frame.put(line.help, at: Point(x: area.x + column, y: y), within: area)
    }
    frame.caret = area.origin
    frame.caretIsVisible = false
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }
}
