import Canvas
import Interview
import PackModel

package enum SearchMessage: Hashable, Sendable {
  case text(TextMessage)
  case list(ScrollMessage)
  /// Takes a line by its number among those shown.
  case pick(Int)
  case carryOn
  case close
}

/// Search over questions, answers, help, help pages and the glossary.
package struct SearchModel: Sendable {
  private(set) var list = FilteredList()
  private(set) var opened: [Strip] = []

  init() {}

  init(_ shared: Shared) { refresh(shared) }

  mutating func refresh(_ shared: Shared) {
    guard let file = shared.file else { return }
    var lines: [FilteredList.Line] = []
    for item in file.items {
      for slot in slots(item, file) {
        let question = file.pack.questions[slot.question]
        let said = file.said(slot).text
        lines.append(
          .init(
            .place(Place(item: item.question, slot: slot)), sign: StateSign(file.state(slot)).sign,
            text: file.name(file.key(slot)).capitalisedFirst, detail: said,
            key: [question.text, question.help, question.why, question.market, question.linkId]
              .joined(separator: " ")))
      }
    }
    for term in file.pack.terms {
      lines.append(
        .init(
          .nowhere, sign: "abc", text: "\(term.term): \(term.says)",
          key: term.words.joined(separator: " ")))
    }
    for page in file.pack.helpPages {
      lines.append(.init(.nowhere, sign: "?", text: page.title, detail: page.body, key: page.body))
    }
    list.all = lines
    list.layOut(shared)
  }

  private func slots(_ item: Route.Item, _ file: CaseFile) -> [Slot] {
    let page = file.page(Place(item: item.question))
    switch page.kind {
    case .rows: return file.rowSlots(item.question, onlyOpen: false)
    default: return page.slots.isEmpty ? [Slot(item.question)] : page.slots
    }
  }

  mutating func update(_ message: SearchMessage, _ shared: inout Shared) -> [Effect] {
    switch message {
    case .text(let text):
      opened = []
      list.update(text, &shared)
    case .list(let move):
      opened = []
      list.move(move, shared)
    case .pick(let number):
      guard list.put(cursorAt: number) else { return [] }
      return update(.carryOn, &shared)
    case .carryOn:
      if list.current?.target == .nowhere, let line = list.current {
        let width = max(10, Panes(shared.size, hasSide: false, hasSteps: false).text.width)
        opened =
          opened.isEmpty
          ? Strip.wrapped(line.text, width: width, style: .emphasis)
            + Strip.wrapped(line.detail, width: width) : []
      } else {
        FilteredList.follow(list.current, &shared)
      }
    case .close:
      if opened.isEmpty { shared.turn = .back } else { opened = [] }
    }
    return []
  }

  mutating func layOut(_ shared: Shared) { list.layOut(shared) }

  var keys: KeyTable {
    FilteredList.keys(
      { .search(.text($0)) }, list: { .search(.list($0)) }, carryOn: .search(.carryOn),
      close: .search(.close))
  }

  func draw(_ shared: Shared) -> Frame {
    guard opened.isEmpty else {
      var frame = Frame(size: shared.size)
      let panes = Panes(shared.size, hasSide: false, hasSteps: false)
      Chrome.title("Search", shared.file?.saved ?? "", in: panes.title, &frame)
      for (number, strip) in opened.prefix(panes.text.height).enumerated() {
        frame.put(strip, at: Point(x: panes.text.x, y: panes.text.y + number), within: panes.text)
      }
      frame.caret = panes.text.origin
      Chrome.keys(keys, in: panes.keys, &frame)
      return frame
    }
    return list.draw("Search", "Nothing has these words.", shared, keys)
  }
}
