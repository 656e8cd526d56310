import Canvas
import Interview
import PackModel
import PlainText

package enum SearchMessage: Hashable, Sendable {
  case text(TextMessage)
  case list(ScrollMessage)
  /// Takes a line by its number among those shown.
  case pick(Int)
  case carryOn
  case close
}

/// Search over questions, answers, help, the draft, help pages and the glossary.
package struct SearchModel: Sendable {
  private(set) var list = FilteredList()

  init() {}

  init(_ shared: Shared) { refresh(shared) }

  mutating func refresh(_ shared: Shared) {
    guard let file = shared.file else { return }
    var lines: [FilteredList.Line] = []
    for item in file.items {
      for slot in slots(item, file) {
        let question = file.pack.questions[slot.question]
        let said = file.said(slot).text
        let number = file.number(of: item.question).map(String.init) ?? ""
        lines.append(
          .init(
            .place(Place(item: item.question, slot: slot)), sign: StateSign(file.state(slot)).sign,
            text: file.name(file.key(slot)).capitalisedFirst, detail: said,
            key: [number, question.text, question.help, question.why, question.market]
              .joined(separator: " ")))
      }
    }
    if let document = file.document {
      for (number, sentence) in DraftText(document).sentences.enumerated() {
        let head = sentence.head.isEmpty ? "" : "\(sentence.head) "
        lines.append(.init(.sentence(number), sign: "doc", text: head + sentence.text))
      }
    }
    for term in file.pack.terms {
      lines.append(
        .init(
          .page(title: term.term, text: [term.says]), sign: "abc",
          text: "\(term.term): \(term.says)", key: term.words.joined(separator: " ")))
    }
    for page in file.pack.helpPages {
      lines.append(
        .init(
          .page(title: page.title, text: page.paragraphs), sign: "?", text: page.title,
          detail: page.body))
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
    case .text(let text): list.update(text, &shared)
    case .list(let move): list.move(move, shared)
    case .pick(let number):
      guard list.put(cursorAt: number) else { return [] }
      return update(.carryOn, &shared)
    case .carryOn:
      guard let line = list.current else { return [] }
      // What was found is kept, so that a key goes through it.
      shared.hits = list.field.text.isEmpty ? [] : list.shown.map(\.target)
      shared.hit = list.cursor
      FilteredList.follow(line.target, &shared)
    case .close: shared.turn = .back
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
    list.draw("Search", "Nothing has these words.", shared, keys)
  }
}

extension HelpPage {
  /// Its text, a paragraph each.
  var paragraphs: [String] {
    var found: [String] = []
    var current: [Substring] = []
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
      if !line.trimmed.isEmpty {
        current.append(line)
      } else if !current.isEmpty {
        found.append(current.joined(separator: " "))
        current = []
      }
    }
    return found
  }
}
