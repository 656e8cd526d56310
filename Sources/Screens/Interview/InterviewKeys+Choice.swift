import Canvas

/// What keys do in a choice and in checks.
extension InterviewKeys {
  func choiceKeys(_ choice: ChoiceField, _ carryOn: KeyBinding) -> [KeyBinding] {
    let letters = !choice.takesText
    var keys = choice.isSearching && !choice.isOnOther ? searchKeys(choice) : [carryOn]
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
    if choice.isMarkedBySpace {
      let words = choice.isMany ? "Tick or untick" : "Choose"
      // A short list names its numbers in the bar, and of one choice Enter takes what is in hand.
      let bar = letters || !choice.isMany ? nil : "tick"
      keys.append(.init([.space], .interview(.toggle), words, bar: bar, rank: 2))
    }
    return keys + (letters ? numberKeys(choice) : []) + (choice.isMany ? tickKeys(letters) : [])
  }

  /// While words narrow the list.
  private func searchKeys(_ choice: ChoiceField) -> [KeyBinding] {
    [
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

  /// The options by their numbers, a yes and a no by their letters.
  private func numberKeys(_ choice: ChoiceField) -> [KeyBinding] {
    let count = choice.choices.count
    let verb = choice.isMany ? "tick" : "choose"
    var keys = choice.choices.indices.map { number in
      // The first stands in the bar for all of them: “1 to 4 tick”.
      let bar = number > 0 || choice.isYesNo ? nil : count > 1 ? "to \(count) \(verb)" : verb
      return KeyBinding(
        [.character(Character(String(number + 1)))], .interview(.pick(number)),
        choice.choices[number].label, bar: bar, rank: 2)
    }
    if choice.isYesNo {
      keys.append(.init([.character("y")], .interview(.pick(0)), "Yes", bar: "yes", rank: 2))
      keys.append(.init([.character("n")], .interview(.pick(1)), "No", bar: "no", rank: 3))
    } else if !choice.isMany {
      keys += ["yes", "no"].map { word in yesOrNo(word, choice) }
    }
    return keys
  }

  /// Where one of the options says yes or no, its letter takes it; else it says what does.
  private func yesOrNo(_ word: String, _ choice: ChoiceField) -> KeyBinding {
    let number = choice.choices.firstIndex { option in
      let label = option.label.lowercased()
      return label == word || label.hasPrefix("\(word),") || label.hasPrefix("\(word):")
    }
    let message =
      number.map { Message.interview(.pick($0)) }
      ?? .noted(Notice("There is no plain “\(word)” here: the numbers choose."))
    return KeyBinding(
      [.character(word.first ?? "y")], message,
      number.map { choice.choices[$0].label } ?? "Says that there is no plain “\(word)”")
  }

  /// All ticks at once.
  private func tickKeys(_ letters: Bool) -> [KeyBinding] {
    [
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
}
