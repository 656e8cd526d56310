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
    case .filling, .asking, .terms:
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
    let isAway = model.isReadingOn || model.search?.row == nil && model.search != nil
    return KeyTable(
      gradeKeys + [
        .init(
          [.enter], .reading(.carryOn), "Take the words in brackets as the quotation",
          bar: "quote", rank: 2),
        .init(
          [.character("m")], .reading(.mark), "Mark words, by sentences and clauses",
          bar: "mark", rank: 3),
        .init([.character("*")], .reading(.whole), "Quote the whole passage"),
        .init(
          [.character("=")], .reading(.again), "The passage from which words were taken last"),
        .init([.tab, .right], .reading(.row(1)), "The next row", bar: "next row", rank: 4),
        .init([.shift(.tab), .left], .reading(.row(-1)), "The row before"),
        .init([.character("u"), .alt("n")], .reading(.nextOpen), "Next row without a grade"),
        .init(
          [.character("r")], .reading(.readOn),
          model.isReadingOn ? "Back to what was found" : "Read on in the paper",
          bar: model.isReadingOn ? "back to found" : "read on", rank: 5),
        .init(
          [.character("/"), .alt("/")], .reading(.ask(.words)), "Look for words in all papers",
          bar: "look for", rank: 6),
        .init(
          [.character("l")], .reading(.watch(1)),
          "Words worth a look in the papers, list by list", bar: "lists", rank: 7),
        .init([.character("L")], .reading(.watch(-1)), "The list before"),
        .init(
          [.character("a"), .character("+")], .reading(.ask(.paper)), "Add a paper from a file",
          bar: model.shelf.papers.isEmpty ? "add a paper" : nil, rank: 1),
        .init(
          [.character("w")], .reading(.redline),
          "Write what would close the findings into the paper's own Word file"),
        .init([.character("q")], .reading(.question), "To the question"),
        .init(
          [.character("b")], .reading(.ask(.blind)),
          "Make a matter for a second reader, without any grade of this one"),
        .init(
          [.character("c")], .reading(.ask(.second)),
          "Compare with a second reader's matter, and settle the differences"),
        .init([.ctrl("z"), .alt("u"), .ctrl("_")], .undo, "Undo the last answer"),
        .init([.ctrl("y"), .alt("r")], .redo, "Do it again"),
        .init(
          [.escape, .alt(.left)], .reading(.close), isAway ? "Back to what was found" : "Back",
          bar: "back", rank: 8),
        .init([.function(1), .character("?")], .help, "This list", bar: "keys", rank: 60),
      ] + CommonKeys.scrolling { .reading(.list($0)) } + CommonKeys.always)
  }

  /// What can be said of the row: a grade, or a number of the passage; also while words are marked.
  private var gradeKeys: [KeyBinding] {
    let words = model.offered.map(\.words)
    return ReadingKeys.digits(words.count, words) + [
      .init([.character("0")], .reading(.unknown), "I don't know yet")
    ]
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
    let end = model.marks?.moving == .start ? "start" : "end"
    return KeyTable(
      gradeKeys + [
        .init([.enter], .reading(.carryOn), "These words", bar: "these words", rank: 1),
        .init(
          [.character("m"), .down], .reading(.turnMark(1)), "The next sentence",
          bar: "next sentence", rank: 2),
        .init([.up], .reading(.turnMark(-1)), "The sentence before"),
        .init(
          [.right], .reading(.extendMark(1)), "The \(end) of the mark a clause on",
          bar: "\(end) a clause on", rank: 3),
        .init([.left], .reading(.extendMark(-1)), "The \(end) of the mark a clause back"),
        .init(
          [.ctrl(.right), .shift(.right), .character("l")], .reading(.moveMark(1)),
          "The \(end) of the mark a word on"),
        .init(
          [.ctrl(.left), .shift(.left), .character("h")], .reading(.moveMark(-1)),
          "The \(end) of the mark a word back"),
        .init([.end], .reading(.moveMark(100_000)), "As far on as it goes"),
        .init([.home], .reading(.moveMark(-100_000)), "As far back as it goes"),
        .init(
          [.space], .reading(.otherEnd), "Move the other end of the mark", bar: "other end",
          rank: 4),
        .init([.character("*")], .reading(.whole), "The whole passage"),
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
