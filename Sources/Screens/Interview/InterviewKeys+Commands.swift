import Canvas
import Interview
import PackModel

/// What works at every question.
extension InterviewKeys {
  var commands: [KeyBinding] {
    answerCommands + paneCommands + wayCommands + matterCommands + hits + terms
  }

  /// Letters are commands where they go into no text.
  private var letters: Bool { !model.field.takesText }

  private func with(_ keys: [Key], _ letter: [Character]) -> [Key] {
    CommonKeys.withLetters(letters, keys, letter)
  }

  private var answerCommands: [KeyBinding] {
    let isAnswered = model.slot.map { shared.file?.isOpen($0) == false } ?? false
    let isSearching =
      if case .choice(let choice) = model.field { choice.isSearching } else { false }
    return [
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
    ]
  }

  private var paneCommands: [KeyBinding] {
    [
      .init(
        with([.function(1)], ["?"]), .help, "Help; where help is shown, this list", bar: "help",
        rank: 65),
      .init([.alt("h")], .interview(.toggleHelp), "Show or hide help"),
      .init(
        [.alt("p"), .function(5)], .interview(.togglePreview),
        isRead
          ? "Show or hide the passages of the paper that may hold this row"
          : "Show or hide the draft",
        bar: isRead ? "passages" : "draft", rank: isRead ? 5 : 70),
      .init(
        [.alt(.pageUp)], .interview(.scrollSide(.pageUp)),
        "Help or draft: up; the passage before"),
      .init(
        [.alt(.pageDown)], .interview(.scrollSide(.pageDown)),
        "Help or draft: down; the next passage"),
    ]
      + (isRead
        ? [
          .init(
            [.ctrl("o")], .interview(.quoteBeside),
            "Quote the words in brackets of the passage beside the question")
        ] : [])
  }

  private var wayCommands: [KeyBinding] {
    [
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
        bar: namesOpen ? "next open" : nil, rank: 62),
      .init(with([.alt("w")], ["w"]), .interview(.nextWarning), "Next warning"),
      .init(with([.alt("q")], ["p"]), .interview(.nextParked), "Next one left for counsel"),
      .init(with([.alt(.up)], ["["]), .interview(.section(-1)), "Step before"),
      .init(with([.alt(.down)], ["]"]), .interview(.section(1)), "Next step"),
    ]
  }

  /// Whether the bar names the key to what is open: where something is, besides what is in hand.
  private var namesOpen: Bool {
    guard !model.navigation.isAmongOpen, let file = shared.file else { return false }
    return file.route.open > (model.slot.map { file.isOpen($0) } == true ? 1 : 0)
  }

  private var matterCommands: [KeyBinding] {
    [
      .init([.alt("g")], .turnTo(.usual), "Usual values on one page"),
      .init(
        [.ctrl("t"), .function(7)], .interview(.toPaper), "The paper in hand: find, quote, grade",
        bar: isRead ? "the paper" : nil, rank: 3),
      .init([.alt("v"), .function(9)], .turnTo(.review), "All answers"),
      .init(
        [.alt("="), .function(8)], .turnTo(.dashboard), "Findings: matrix, counts, worst first"),
      .init([.alt("j")], .interview(.otherJourney), "Another way: short, long, the test"),
      .init([.alt("y")], .interview(.copy), "Copy the answer to the clipboard"),
      .init(
        [.ctrl("p")], .interview(.toProfile),
        "Keep the answer in your profile, to be offered in other matters"),
      .init(
        [.ctrl("s")], .saveNow, "Save; where that fails, elsewhere",
        bar: shared.file?.keeping.isInTrouble == true ? "save elsewhere" : nil, rank: 2),
    ]
  }

  /// Whether the question in hand is graded with the paper in hand.
  private var isRead: Bool {
    guard let file = shared.file else { return false }
    return file.pack.review?.reading.contains { $0.table == model.page.owner } == true
  }

  private var hits: [KeyBinding] {
    // Where one option is taken, the letter says no, or that there is no plain no.
    let isChoice = if case .choice(let choice) = model.field { !choice.isMany } else { false }
    return CommonKeys.hits(letters: letters && !isChoice)
  }

  private var terms: [KeyBinding] {
    (1...9).compactMap { number in
      String(number).first.map {
        .init(
          [.alt($0)], .interview(.term(number - 1)), "Open or close number \(number) of the help")
      }
    }
  }
}
