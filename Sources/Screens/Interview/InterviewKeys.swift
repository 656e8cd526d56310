import Canvas
import Interview
import PackModel

/// What keys do at a question.
struct InterviewKeys {
  let model: InterviewModel
  let shared: Shared

  init(_ model: InterviewModel, _ shared: Shared) {
    self.model = model
    self.shared = shared
  }

  /// Here and now.
  var table: KeyTable { model.isCovered(shared) ? coveredKeys : questionTable }

  /// At the question itself, whatever covers it.
  var questionTable: KeyTable {
    switch model.mode {
    case .asking: return askingKeys
    case .calendar: return calendarKeys
    case .filling(let filling): return fillingKeys(filling)
    case .spreading:
      return KeyTable(
        [
          .init([.enter], .interview(.carryOn), "Fill these fields", bar: "fill them", rank: 1),
          .init(
            [.character("1"), .alt(.enter)], .interview(.asOneLine), "All of it into this field",
            bar: "into one", rank: 2),
          .init([.escape], .interview(.close), "Leave it as it was", bar: "leave it", rank: 3),
        ] + CommonKeys.always)
    case .answering: return answeringKeys
    }
  }

  func text(_ message: TextMessage) -> Message { .interview(.text(message)) }

  private var answeringKeys: KeyTable {
    let letters = !model.field.takesText
    var bindings = fieldKeys
    bindings += commands.filter { model.page.kind != .reading || !$0.isOfAnswers }
    if model.slot?.row != nil {
      // Ticks have a use of their own for Alt-A.
      let isTicks = if case .choice(let choice) = model.field { choice.isMany } else { false }
      bindings.append(
        .init(
          isTicks ? [.alt("'")] : [.alt("a"), .alt("'")], .interview(.copyAbove),
          "Copy the cell above"))
      bindings += [
        .init([.alt("i")], .interview(.fillRows), "This answer in the rows below, or in all"),
        .init(
          [.ctrl("x")], .interview(.rowNotApplicable),
          "The rest of the row does not apply, with a reason"),
      ]
    }
    bindings += CommonKeys.always
    guard !letters else { return KeyTable(bindings) }
    return KeyTable(bindings, text: { Message.interview(.text($0)) })
  }

  private var fieldKeys: [KeyBinding] {
    let carryOn = KeyBinding(
      [.enter, .tab], .interview(.carryOn), "Take the answer and go on", bar: goOn, rank: 1)
    switch model.field {
    case .line(let line):
      var keys = [carryOn] + CommonKeys.editing(text)
      keys += [
        .init(
          [.down], .interview(.fieldDown), "The field below; into a list of names",
          bar: model.editor.offers.isEmpty ? nil : "to the names", rank: 2),
        .init([.up], .interview(.fieldUp), "The field above"),
      ]
      if line.units.count > 1 {
        keys.append(
          .init(
            [.alt("t")], .interview(.nextUnit), "Another unit or currency", bar: "unit", rank: 4))
      }
      if isDate {
        keys.append(
          .init([.alt("c")], .interview(.calendar), "A calendar", bar: "calendar", rank: 4))
      }
      keys.append(.init([.ctrl("d")], .interview(.text(.delete(.right))), "Delete to the right"))
      return keys + [.init([.alt("e")], .interview(.editor), "Write in your editor")]
    case .area:
      let leave = KeyBinding(
        [.tab, .ctrl("d"), .alt(.enter)], .interview(.carryOn), "Take the answer and go on",
        bar: goOn, rank: 1)
      return [leave] + CommonKeys.editing(multiline: true, vertical: true, text) + [
        .init([.alt("e")], .interview(.editor), "Write in your editor", bar: "editor", rank: 4)
      ]
    case .choice(let choice): return choiceKeys(choice, carryOn)
    case .none:
      guard model.page.kind == .rows else {
        return [
          carryOn, .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
          .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        ]
          + CommonKeys.scrolling { .interview(.list($0)) }
      }
      return rowKeys
    }
  }

  /// Where Enter goes.
  private var goOn: String { model.navigation.isAmongOpen ? "next open" : "go on" }

  private var isDate: Bool {
    guard let file = shared.file, let slot = model.slot else { return false }
    return file.pack.questions[slot.question].kind == .date
  }

  private var rowKeys: [KeyBinding] {
    let rows = shared.file.map { $0.listCount(model.page.owner) - 2 } ?? 0
    let isOnRow = model.focus < rows
    return
      [
        .init(
          [.enter], .interview(.carryOn), "Open the row, or do what the line says",
          bar: isOnRow ? "open" : "take",
          rank: 1),
        .init([.tab], .interview(.goOn), "Go on to the next question", bar: "go on", rank: 2),
        .init(
          [.character("+"), .insert, .character("a")], .interview(.addRow), "Add a row", bar: "add",
          rank: 3),
        .init(
          [.delete, .character("-")], .interview(.removeRow), "Remove the row; undo brings it back",
          bar: isOnRow ? "remove" : nil, rank: 4),
        .init([.shift(.up), .character("K")], .interview(.moveRow(-1)), "Move the row up"),
        .init([.shift(.down), .character("J")], .interview(.moveRow(1)), "Move the row down"),
        .init(
          [.character("f")], .turnTo(.intake), "Take a list from a file: CSV, Excel, ODS, HTML",
          bar: isOnRow ? nil : "from a file", rank: 5),
        .init([.character("0")], .interview(.thereAreNone), "Say that there are none"),
        .init(
          [.character("X"), .ctrl("x")], .interview(.rowNotApplicable),
          "The rest of the row does not apply, with a reason"),
        .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
      ] + CommonKeys.scrolling { .interview(.list($0)) }
  }

  private var coveredKeys: KeyTable {
    KeyTable(
      [
        .init(
          [.escape, .enter, .tab, .shift(.tab), .alt("h"), .alt("p"), .function(5)],
          .interview(.close), "Back to the question", bar: "back", rank: 1),
        .init([.function(1), .character("?")], .turnTo(.keys), "All keys", bar: "keys", rank: 2),
      ] + CommonKeys.scrolling { .interview(.scrollSide($0)) }
        + (1...9).compactMap { number in
          String(number).first.map {
            .init(
              [.alt($0), .character($0)], .interview(.term(number - 1)),
              "Open or close term \(number)")
          }
        } + CommonKeys.always)
  }

  private var askingKeys: KeyTable {
    KeyTable(
      [
        .init([.enter, .tab], .interview(.carryOn), "Keep it", bar: "keep it", rank: 1),
        .init(
          [.escape, .shift(.tab)], .interview(.close), "Leave it as it was", bar: "leave it",
          rank: 2),
      ] + CommonKeys.editing(text) + CommonKeys.always, text: { .interview(.text($0)) })
  }

  private func fillingKeys(_ filling: RowFilling) -> KeyTable {
    let digits = filling.choices.indices.compactMap { number in
      String(number + 1).first.map {
        KeyBinding([.character($0)], .interview(.pick(number)), filling.choices[number].words)
      }
    }
    return KeyTable(
      [
        .init([.enter], .interview(.carryOn), "Fill these rows", bar: "fill them", rank: 1),
        .init([.escape], .interview(.close), "Leave it as it was", bar: "leave it", rank: 2),
      ] + digits + CommonKeys.scrolling { .interview(.list($0)) } + CommonKeys.always)
  }

  private var calendarKeys: KeyTable {
    KeyTable(
      [
        .init([.enter, .tab], .interview(.carryOn), "Take this day", bar: "take it", rank: 1),
        .init(
          [.escape, .alt("c")], .interview(.close), "Close the calendar", bar: "close", rank: 2),
        .init([.left], .interview(.days(-1)), "A day earlier"),
        .init([.right], .interview(.days(1)), "A day later", bar: "day", rank: 3),
        .init([.up], .interview(.days(-7)), "A week earlier"),
        .init([.down], .interview(.days(7)), "A week later", bar: "week", rank: 4),
        .init([.pageUp], .interview(.months(-1)), "A month earlier"),
        .init([.pageDown], .interview(.months(1)), "A month later", bar: "month", rank: 5),
      ] + CommonKeys.always)
  }
}

extension KeyBinding {
  /// Whether it says something of an answer, which a text to read has not.
  fileprivate var isOfAnswers: Bool {
    switch message {
    case .interview(.unknown), .interview(.park), .interview(.note), .interview(.notApplicable),
      .interview(.clear), .interview(.suggestion), .interview(.copy), .interview(.toProfile):
      true
    default: false
    }
  }
}
