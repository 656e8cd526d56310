import Canvas
import Interview
import PackModel

/// The map of all steps and questions; typing narrows it.
package struct GoToModel: ScreenModel {
  private(set) var list = FilteredList()

  init() {}

  init(_ shared: Shared, at item: Int) {
    refresh(shared)
    list.put { $0.target == .place(ScreenLocation(item: item)) }
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
            .place(ScreenLocation(item: item.question)), sign: "\(number)",
            text: "\(sign) \(question.shortText.capitalisedFirst)", detail: question.text,
            key: title))
        lines += parts(item.question, file)
      }
    }
    lines.append(.init(.screen(.draft), sign: "--", text: "The draft, sentence by sentence"))
    lines.append(.init(.screen(.usual), sign: "--", text: "Usual values on one page"))
    lines.append(
      .init(.screen(.proposals), sign: "--", text: "What follows for this step", key: "proposals"))
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
  private func parts(_ item: Int, _ file: OpenMatter) -> [FilteredList.Line] {
    let page = file.page(ScreenLocation(item: item))
    let fields = file.pack.questions[item].kind == .group ? page.slots : []
    let tables = (fields.map(\.question) + [item]).filter {
      file.pack.questions[$0].kind == .table
    }
    let cells = tables.flatMap { table in
      let rows = file.rowSlots(table).dropFirst()
      return file.pack.questions[table].children.map { column -> (name: Int, slot: Slot) in
        let cells = rows.filter { $0.question == column }
        return (column, cells.first { file.isOpen($0) } ?? cells.first ?? Slot(table))
      }
    }
    return (fields.map { ($0.question, $0) } + cells).map { name, slot in
      let question = file.pack.questions[name]
      var line = FilteredList.Line(
        .place(ScreenLocation(item: item, slot: slot)),
        text: "\(StateSign(file.state(slot)).sign) \(question.shortText.capitalisedFirst)",
        detail: question.text)
      line.isPart = true
      return line
    }
  }

  mutating func open(_ visit: Visit, _ shared: inout Shared) {
    self = GoToModel(shared, at: visit.item)
  }

  mutating func answersChanged(_ shared: inout Shared) { refresh(shared) }

  mutating func update(_ message: FindMessage, _ shared: inout Shared) -> Response {
    list.update(message, &shared)
  }

  var takesRows: Bool { true }

  mutating func layOut(_ shared: Shared) { list.layOut(shared) }

  func keys(_ shared: Shared) -> KeyTable { FilteredList.keys { .goTo($0) } }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    list.draw("Go to", "No question has these words.", shared, keys)
  }

  func prompt(_ shared: Shared) -> [String] {
    list.prompt("Go to. Type a number of this list, or words to narrow it. back returns.")
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if line.word == "back" { return [.goTo(.close)] }
    if let number = line.number { return [.goTo(.pick(number - 1))] }
    return [.goTo(.text(.replaced(line.text)))]
  }
}
