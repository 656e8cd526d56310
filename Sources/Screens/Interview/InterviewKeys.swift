import Canvas
import Interview
import PackModel

extension InterviewModel {
  /// What keys do here and now.
  func keys(_ shared: Shared) -> KeyTable {
    if isCovered(shared) { return coveredKeys }
    return questionKeys(shared)
  }

  /// What keys do at the question itself.
  func questionKeys(_ shared: Shared) -> KeyTable {
    switch mode {
    case .asking: return askingKeys
    case .calendar: return calendarKeys
    case .pasting:
      return KeyTable(
        [
          .init([.enter], .interview(.carryOn), "Add these rows", bar: "add them", rank: 1),
          .init(
            [.escape], .interview(.close), "Leave the table as it is", bar: "leave it", rank: 2),
        ] + CommonKeys.always)
    case .spreading:
      return KeyTable(
        [
          .init([.enter], .interview(.carryOn), "Fill these fields", bar: "fill them", rank: 1),
          .init(
            [.character("1"), .alt(.enter)], .interview(.asOneLine), "All of it into this field",
            bar: "into one", rank: 2),
          .init([.escape], .interview(.close), "Leave it as it was", bar: "leave it", rank: 3),
        ] + CommonKeys.always)
    case .answering: return answeringKeys(shared)
    }
  }

  private func text(_ message: TextMessage) -> Message { .interview(.text(message)) }

  private func answeringKeys(_ shared: Shared) -> KeyTable {
    let letters = !field.takesText
    var bindings: [KeyBinding] = fieldKeys(shared)
    bindings += commands(letters, shared).filter { page.kind != .reading || !$0.isOfAnswers }
    if slot?.row != nil {
      // Ticks have a use of their own for Alt-A.
      let isTicks = if case .choice(let choice) = field { choice.isMany } else { false }
      bindings.append(
        .init(
          isTicks ? [.alt("'")] : [.alt("a"), .alt("'")], .interview(.copyAbove),
          "Copy the cell above"))
    }
    bindings += CommonKeys.always
    guard !letters else { return KeyTable(bindings) }
    return KeyTable(bindings, text: { Message.interview(.text($0)) })
  }

  private func fieldKeys(_ shared: Shared) -> [KeyBinding] {
    let carryOn = KeyBinding(
      [.enter, .tab], .interview(.carryOn), "Take the answer and go on", bar: goOn, rank: 1)
    switch field {
    case .line(let line):
      var keys = [carryOn] + CommonKeys.editing(text)
      keys += [
        .init(
          [.down], .interview(.fieldDown), "The field below; into a list of names",
          bar: offers.isEmpty ? nil : "to the names", rank: 2),
        .init([.up], .interview(.fieldUp), "The field above"),
      ]
      if line.units.count > 1 {
        keys.append(
          .init(
            [.alt("t")], .interview(.nextUnit), "Another unit or currency", bar: "unit", rank: 4))
      }
      if isDate(shared) {
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
      guard page.kind == .rows else {
        return [
          carryOn, .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
          .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        ]
          + CommonKeys.scrolling { .interview(.list($0)) }
      }
      return rowKeys(shared)
    }
  }

  /// Where Enter goes.
  private var goOn: String { isAmongOpen ? "next open" : "go on" }

  /// Whether something is open besides what is in hand.
  private func isMoreOpen(_ file: CaseFile) -> Bool {
    file.route.open > (slot.map { file.isOpen($0) } == true ? 1 : 0)
  }

  private var isSearching: Bool {
    if case .choice(let choice) = field { choice.isSearching } else { false }
  }

  private func isDate(_ shared: Shared) -> Bool {
    guard let file = shared.file, let slot else { return false }
    return file.pack.questions[slot.question].kind == .date
  }

  private func choiceKeys(_ choice: ChoiceField, _ carryOn: KeyBinding) -> [KeyBinding] {
    let letters = !choice.takesText
    var keys = [carryOn]
    if choice.isSearching, !choice.isOnOther {
      keys = [
        .init(
          [.enter], .interview(.takeFound),
          choice.isMany
            ? "Tick what was found; the whole list is there again"
            : "Take what was found and go on",
          bar: choice.current == nil ? nil : choice.isMany ? "tick" : "take it", rank: 1),
        .init(
          [.tab], .interview(choice.isMany ? .goOn : .carryOn), "Take the answer and go on",
          bar: choice.isMany || choice.current == nil ? "go on" : nil, rank: 2),
      ]
    }
    keys += CommonKeys.scrolling(letters: letters) { .interview(.list($0)) }
    keys += [
      .init([.ctrl("z"), .alt("u"), .ctrl("_")], letters ? .undo : text(.undo), "Undo"),
      .init([.ctrl("y"), .alt("r")], letters ? .redo : text(.redo), "Do it again"),
    ]
    if !letters {
      keys += CommonKeys.editing(undo: false, text).filter {
        !$0.keys.contains(.home) && !$0.keys.contains(.end)
      }
      keys += [.init([.ctrl("a")], text(.move(.rowStart)), "To the start of the line")]
    }
    let verb = choice.isMany ? "tick" : "choose"
    if choice.isMarkedBySpace {
      let words = choice.isMany ? "Tick or untick" : "Choose"
      // A short list names its numbers in the bar, and of one choice Enter takes what is in hand.
      let bar = letters || !choice.isMany ? nil : verb
      keys.append(.init([.space], .interview(.toggle), words, bar: bar, rank: 2))
    }
    if letters {
      let count = choice.choices.count
      for number in choice.choices.indices {
        let key = Key.character(Character(String(number + 1)))
        // The first stands in the bar for all of them: “1 to 4 tick”.
        let bar = number > 0 || choice.isYesNo ? nil : count > 1 ? "to \(count) \(verb)" : verb
        keys.append(
          .init([key], .interview(.pick(number)), choice.choices[number].label, bar: bar, rank: 2))
      }
      if choice.isYesNo {
        keys.append(.init([.character("y")], .interview(.pick(0)), "Yes", bar: "yes", rank: 2))
        keys.append(.init([.character("n")], .interview(.pick(1)), "No", bar: "no", rank: 3))
      }
    }
    if choice.isMany {
      keys += [
        .init(
          CommonKeys.withLetters(letters, [.alt("a")], ["a"]), .interview(.toggleAll),
          "Tick all, or none", bar: "all", rank: 5),
        .init(
          CommonKeys.withLetters(letters, [.alt("i")], ["i"]), .interview(.invert),
          "Tick the others instead"),
        .init(
          CommonKeys.withLetters(letters, [.alt("0")], ["0"]), .interview(.chooseNone),
          "None of these, on purpose"),
      ]
    }
    return keys
  }

  private func rowKeys(_ shared: Shared) -> [KeyBinding] {
    let rows = shared.file.map { $0.listCount(page.owner) - 2 } ?? 0
    let isOnRow = focus < rows
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
        .init([.character("0")], .interview(.thereAreNone), "Say that there are none"),
        .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
      ] + CommonKeys.scrolling { .interview(.list($0)) }
  }

  /// What works at every question.
  private func commands(_ letters: Bool, _ shared: Shared) -> [KeyBinding] {
    let with = { (keys: [Key], letter: [Character]) in CommonKeys.withLetters(letters, keys, letter)
    }
    let isAnswered = slot.map { shared.file?.isOpen($0) == false } ?? false
    let namesOpen = !isAmongOpen && shared.file.map(isMoreOpen) == true
    var keys: [KeyBinding] = [
      .init(
        [.shift(.tab)], .interview(.goBack), "Go back, also from what is not accepted",
        bar: "back", rank: 4),
      .init(
        [.alt("k")], .interview(.unknown), "I don't know yet", bar: isAnswered ? nil : "unknown",
        rank: 60),
      .init([.alt("l")], .interview(.park), "Leave it for counsel, with a note"),
      .init([.alt("m")], .interview(.note), "A note on this question"),
      .init([.alt("x")], .interview(.notApplicable), "It does not apply, with a reason"),
      .init([.alt("o")], .interview(.clear), "Take the answer away"),
      .init([.alt("s")], .interview(.suggestion), "Put the suggestion in"),
      .init([.alt(.left)], .interview(.historyBack), "Back to where you were"),
      .init([.alt(.right)], .interview(.historyForward), "Forward again"),
      .init(
        [.escape], .interview(.close), "Close what is open", bar: isSearching ? "whole list" : nil,
        rank: 3),
      .init(
        with([.function(1)], ["?"]), .help, "Help; where help is shown, this list", bar: "help",
        rank: 65),
      .init([.alt("h")], .interview(.toggleHelp), "Show or hide help"),
      .init(
        [.alt("p"), .function(5)], .interview(.togglePreview), "Show or hide the draft",
        bar: "draft", rank: 70),
      .init([.alt(.pageUp)], .interview(.scrollSide(.pageUp)), "Help or draft: up"),
      .init([.alt(.pageDown)], .interview(.scrollSide(.pageDown)), "Help or draft: down"),
      .init(
        with([.ctrl("g"), .function(4), .function(6)], ["g", "o"]), .turnTo(.goTo),
        "Go to a question or step"),
      .init(
        with([.alt("/")], ["/"]), .turnTo(.search),
        "Search questions, answers, help, the draft, the glossary"),
      .init(
        with([.ctrl("r")], ["d"]), .turnTo(.draft),
        "Read the draft; from any sentence to its question"),
      .init(
        [.alt("n")] + with([], ["u"]), .interview(.nextOpen),
        "Next open question; Enter then goes on to the one after it",
        bar: namesOpen ? "open" : nil, rank: 62),
      .init(with([.alt("w")], ["w"]), .interview(.nextWarning), "Next warning"),
      .init(with([.alt("q")], ["p"]), .interview(.nextParked), "Next one left for counsel"),
      .init(with([.alt(.up)], ["["]), .interview(.section(-1)), "Step before"),
      .init(with([.alt(.down)], ["]"]), .interview(.section(1)), "Next step"),
      .init([.alt("g")], .turnTo(.usual), "Usual values on one page"),
      .init([.alt("v"), .function(9)], .turnTo(.review), "All answers"),
      .init(
        [.alt("="), .function(8)], .turnTo(.dashboard), "Findings: matrix, counts, worst first"),
      .init([.alt("j")], .interview(.otherJourney), "The short or the long way"),
      .init([.alt("y")], .interview(.copy), "Copy the answer to the clipboard"),
      .init(
        [.ctrl("p")], .interview(.toProfile),
        "Keep the answer in your profile, to be offered in other matters"),
      .init(
        [.ctrl("s")], .saveNow, "Save; where that fails, elsewhere",
        bar: shared.file?.keeping.isInTrouble == true ? "save elsewhere" : nil, rank: 2),
    ]
    // In a yes or no the letter says no.
    let isYesNo = if case .choice(let choice) = field { choice.isYesNo } else { false }
    keys += CommonKeys.hits(letters: letters && !isYesNo)
    for number in 1...9 {
      guard let digit = String(number).first else { continue }
      keys.append(
        .init(
          [.alt(digit)], .interview(.term(number - 1)), "Open or close number \(number) of the help"
        ))
    }
    return keys
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
