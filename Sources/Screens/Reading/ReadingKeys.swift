import Canvas
import Interview
import PackModel

/// What keys do with a paper in hand.
struct ReadingKeys {
  let model: ReadingModel
  let shared: Shared

  var table: KeyTable {
    switch model.stage {
    case .list: listKeys
    case .marking: markKeys
    case .ticking: tickKeys
    case .terms(let page) where page.typed == nil: termKeys(page)
    case .filling, .searching, .adding, .terms:
      KeyTable(
        [
          .init([.enter], .reading(.carryOn), "Take it", bar: "take it", rank: 1),
          .init([.escape], .reading(.close), "Back", bar: "back", rank: 2),
        ] + CommonKeys.editing { .reading(.text($0)) } + CommonKeys.always,
        text: { .reading(.text($0)) })
    }
  }

  private static func digits(_ count: Int, _ words: [String]) -> [KeyBinding] {
    (0..<min(9, count)).compactMap { number in
      String(number + 1).first.map {
        .init([.character($0)], .reading(.pick(number)), words[number])
      }
    }
  }

  private var listKeys: KeyTable {
    let grades = shared.file.flatMap { file in model.row?.grades(file).map(\.words) } ?? []
    let isAway = model.isReadingOn || model.search?.row == nil && model.search != nil
    return KeyTable(
      ReadingKeys.digits(grades.count, grades) + [
        .init([.character("0")], .reading(.unknown), "I don't know yet"),
        .init(
          [.enter], .reading(.carryOn), "Take the words in brackets as the quotation",
          bar: "quote", rank: 2),
        .init([.character("m")], .reading(.mark), "Mark other words", bar: "mark words", rank: 3),
        .init([.character("*")], .reading(.whole), "Quote the whole passage"),
        .init([.tab, .right], .reading(.row(1)), "The next row", bar: "next row", rank: 4),
        .init([.shift(.tab), .left], .reading(.row(-1)), "The row before"),
        .init([.character("u"), .alt("n")], .reading(.nextOpen), "Next row without a grade"),
        .init(
          [.character("r")], .reading(.readOn),
          model.isReadingOn ? "Back to what was found" : "Read on in the paper",
          bar: model.isReadingOn ? "back to found" : "read on", rank: 5),
        .init(
          [.character("/"), .alt("/")], .reading(.search), "Look for words in all papers",
          bar: "look for", rank: 6),
        .init(
          [.character("a"), .character("+")], .reading(.add), "Add a paper from a file",
          bar: model.shelf.papers.isEmpty ? "add a paper" : nil, rank: 1),
        .init(
          [.character("w")], .reading(.redline),
          "Write what would close the findings into the paper's own Word file"),
        .init([.character("q")], .reading(.question), "To the question"),
        .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init(
          [.escape, .alt(.left)], .reading(.close), isAway ? "Back to what was found" : "Back",
          bar: "back", rank: 8),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.scrolling { .reading(.list($0)) } + CommonKeys.always)
  }

  private func termKeys(_ page: TermsPage) -> KeyTable {
    KeyTable(
      ReadingKeys.digits(page.terms.count, page.terms.map { "Correct the word for \($0.ours)" }) + [
        .init(
          [.enter], .reading(.carryOn), "Confirm these words, and write", bar: "confirm and write",
          rank: 1),
        .init([.escape], .reading(.close), "Back, and write nothing", bar: "back", rank: 2),
      ] + CommonKeys.always)
  }

  private var markKeys: KeyTable {
    KeyTable(
      [
        .init([.enter], .reading(.carryOn), "These words", bar: "these words", rank: 1),
        .init(
          [.right, .character("l")], .reading(.moveMark(1)), "A word on", bar: "a word on", rank: 3),
        .init([.left, .character("h")], .reading(.moveMark(-1)), "A word back"),
        .init([.down], .reading(.moveMark(10)), "Ten words on", bar: "ten on", rank: 4),
        .init([.up], .reading(.moveMark(-10)), "Ten words back"),
        .init([.end], .reading(.moveMark(100_000)), "To the end of the passage"),
        .init([.home], .reading(.moveMark(-100_000)), "To the start of the passage"),
        .init(
          [.space], .reading(.beginMark), "Begin at the word in hand", bar: "begin here", rank: 2),
        .init([.character("*")], .reading(.markAll), "The whole passage"),
        .init([.escape], .reading(.close), "As it was", bar: "as it was", rank: 5),
      ] + CommonKeys.always)
  }

  private var tickKeys: KeyTable {
    guard case .ticking(let part, _) = model.stage, let file = shared.file,
      let slot = model.row?.slot(part)
    else { return KeyTable(CommonKeys.always) }
    let options = file.pack.questions[slot.question].options.map(\.display)
    return KeyTable(
      ReadingKeys.digits(options.count, options) + [
        .init([.enter], .reading(.carryOn), "Keep these", bar: "keep these", rank: 1),
        .init([.escape], .reading(.close), "Leave it open", bar: "leave it open", rank: 2),
      ] + CommonKeys.always)
  }
}
