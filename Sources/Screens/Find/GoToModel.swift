import Canvas
import Interview
import PackModel

package enum GoToMessage: Hashable, Sendable {
  case text(TextMessage)
  case list(ScrollMessage)
  /// Takes a line by its number among those shown.
  case pick(Int)
  case carryOn
  case close
}

/// The map of all steps and questions; typing narrows it.
package struct GoToModel: Sendable {
  private(set) var list = FilteredList()

  init() {}

  init(_ shared: Shared, at item: Int) {
    refresh(shared)
    list.put { $0.target == .place(Place(item: item)) }
    list.layOut(shared)
  }

  mutating func refresh(_ shared: Shared) {
    guard let file = shared.file else { return }
    var lines: [FilteredList.Line] = []
    var number = 0
    for step in file.route.steps where !step.items.isEmpty {
      let model = file.pack.steps[step.step]
      let title = "\(model.prefix) \(model.title)"
      lines.append(
        .init(
          step.items.first.map { .place(file.openSlot($0.question)) } ?? .nowhere, sign: "--",
          text: title))
      for item in step.items {
        let question = file.pack.questions[item.question]
        guard question.kind != .display else { continue }
        number += 1
        let sign = StateSign(item.state).sign
        lines.append(
          .init(
            .place(Place(item: item.question)), sign: "\(number)",
            text: "\(sign) \(question.shortText.capitalisedFirst)", detail: question.text,
            key: title))
        lines += parts(item.question, file)
      }
    }
    lines.append(.init(.screen(.draft), sign: "--", text: "The draft, sentence by sentence"))
    lines.append(.init(.screen(.usual), sign: "--", text: "Usual values on one page"))
    lines.append(.init(.screen(.review), sign: "--", text: "Review: all answers"))
    lines.append(
      .init(.screen(.dashboard), sign: "--", text: "Findings", key: "dashboard matrix warnings"))
    lines.append(
      .init(.screen(.finish), sign: "--", text: "Finish: write the documents", key: "publish"))
    lines.append(.init(.screen(.home), sign: "--", text: "Another matter"))
    for page in file.pack.helpPages {
      lines.append(
        .init(
          .page(title: page.title, text: page.paragraphs), sign: "--", text: "Help: \(page.title)"))
    }
    list.all = lines
    list.layOut(shared)
  }

  /// The fields of a group and the columns of a table, for words that are typed. They have no number.
  private func parts(_ item: Int, _ file: CaseFile) -> [FilteredList.Line] {
    let page = file.page(Place(item: item))
    let fields = file.pack.questions[item].kind == .group ? page.slots : []
    let tables = (fields.map(\.question) + [item]).filter {
      file.pack.questions[$0].kind == .table
    }
    let cells = tables.flatMap { table in
      let rows = file.rowSlots(table, onlyOpen: false).dropFirst()
      return file.pack.questions[table].children.map { column -> (name: Int, slot: Slot) in
        let cells = rows.filter { $0.question == column }
        return (column, cells.first { file.isOpen($0) } ?? cells.first ?? Slot(table))
      }
    }
    return (fields.map { ($0.question, $0) } + cells).map { name, slot in
      let question = file.pack.questions[name]
      var line = FilteredList.Line(
        .place(Place(item: item, slot: slot)),
        text: "\(StateSign(file.state(slot)).sign) \(question.shortText.capitalisedFirst)",
        detail: question.text)
      line.isPart = true
      return line
    }
  }

  mutating func update(_ message: GoToMessage, _ shared: inout Shared) -> [Effect] {
    switch message {
    case .text(let text): list.update(text, &shared)
    case .list(let move): list.move(move, shared)
    case .pick(let number):
      guard list.put(cursorAt: number) else { return [] }
      return update(.carryOn, &shared)
    case .carryOn:
      if let target = list.current?.target { FilteredList.follow(target, &shared) }
    case .close: shared.turn = .back
    }
    return []
  }

  mutating func layOut(_ shared: Shared) { list.layOut(shared) }

  var keys: KeyTable {
    FilteredList.keys(
      { .goTo(.text($0)) }, list: { .goTo(.list($0)) }, carryOn: .goTo(.carryOn),
      close: .goTo(.close))
  }

  func draw(_ shared: Shared) -> Frame {
    list.draw("Go to", "No question has these words.", shared, keys)
  }
}

extension FilteredList {
  static func follow(_ target: Line.Target, _ shared: inout Shared) {
    switch target {
    case .place(let place): shared.turn = .question(place, from: nil)
    case .screen(let screen): shared.turn = .open(screen)
    case .sentence(let number): shared.turn = .sentence(number)
    case .page(let title, let text): shared.turn = .read(title: title, text: text)
    case .nowhere: break
    }
  }
}
