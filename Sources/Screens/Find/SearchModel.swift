import Canvas
import Interview
import PackModel
import PlainText

/// Search over questions, answers, help, the draft, help pages and the glossary.
package struct SearchModel: ScreenModel {
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
            .place(ScreenLocation(item: item.question, slot: slot)),
            sign: StateSign(file.state(slot)).sign,
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

  private func slots(_ item: Route.Item, _ file: OpenMatter) -> [Slot] {
    let page = file.page(ScreenLocation(item: item.question))
    switch page.kind {
    case .rows: return file.rowSlots(item.question)
    default: return page.slots.isEmpty ? [Slot(item.question)] : page.slots
    }
  }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    shared.file?.settleDraft()
    self = SearchModel(shared)
  }

  mutating func answersChanged(_ shared: inout Shared) { refresh(shared) }

  mutating func update(_ message: FindMessage, _ shared: inout Shared) -> Response {
    list.update(message, &shared) { list, shared in
      // What was found is kept, so that a key goes through it.
      shared.hits = list.field.text.isEmpty ? [] : list.shown.map(\.target)
      shared.hit = list.cursor
    }
  }

  var takesRows: Bool { true }

  mutating func layOut(_ shared: Shared) { list.layOut(shared) }

  func keys(_ shared: Shared) -> KeyTable { FilteredList.keys { .search($0) } }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    list.draw("Search", "Nothing has these words.", shared, keys)
  }

  func prompt(_ shared: Shared) -> [String] {
    list.prompt("Search. Type a number of this list, or words to look for. back returns.")
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if line.word == "back" || line.text.isEmpty { return [.search(.close)] }
    if let number = line.number { return [.search(.pick(number - 1))] }
    return [.search(.text(.replaced(line.text)))]
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
