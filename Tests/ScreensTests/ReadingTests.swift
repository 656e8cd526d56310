import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The paper in hand: what was found stands beside each row, words are quoted without being typed, and
/// the grade is the person's.
@Suite struct ReadingTests {
  static let objection =
    "Customer may object within ten (10) days after the notice. If Customer does not object in time, the new Sub-processor is deemed approved."
  static let shelf = Shelf(papers: [
    ShelfPaper(
      sha256: "aa", name: "vendor.docx", rank: .agreement,
      passages: [
        ShelfPassage(
          anchor: "p0", place: "section 4", page: 3, text: "Sub-processors", isHeading: true),
        ShelfPassage(
          anchor: "p1", place: "section 4.2", heading: "Sub-processors", page: 4, text: objection),
      ]),
    ShelfPaper(
      sha256: "bb", name: "terms.pdf", rank: .mainTerms,
      passages: [ShelfPassage(anchor: "t0", place: "section 9", page: 7, text: "No training.")]),
  ])

  /// On the duty D-3 of the shipped pack, with the objection in hand.
  private func reading(_ size: Size = Size(columns: 80, rows: 24)) throws -> Sitting {
    var sitting = try Sitting.reviewing(size)
    sitting.send(.turnTo(.reading))
    sitting.turn(to: "D-3")
    return sitting
  }

  @Test func aGradeTakesTheWordsInBracketsWithTheirPlaceAndPage() throws {
    var sitting = try reading()
    #expect(sitting.frame.text.contains("section 4.2"))
    sitting.press("1")
    #expect(
      sitting.answer("duties.wording", row: "D-3") == .value(.choice(.code("present"))))
    #expect(
      sitting.answer("duties.quote", row: "D-3")
        == .value(.text(String(ReadingTests.objection.dropLast()))))
    #expect(sitting.answer("duties.found-at", row: "D-3") == .value(.text("section 4.2")))
    #expect(sitting.sheet.remark(AnswerKey("duties.found-at", row: "D-3")) == "page 4")
    #expect(
      sitting.sheet.source(of: AnswerKey("duties.quote", row: "D-3"))
        == QuotationSource(paper: "aa", anchor: "p1"))
    // One undo takes all of it back.
    sitting.press("<Ctrl-Z>")
    #expect(sitting.answer("duties.wording", row: "D-3") == nil)
    #expect(sitting.answer("duties.quote", row: "D-3") == nil)
  }

  @Test func whatMakesItVagueIsAskedAtOnceAndThenTheNextRowComes() throws {
    var sitting = try reading()
    sitting.press("2")
    #expect(sitting.frame.text.contains("What makes it so?"))
    sitting.press("15<Enter>")
    guard case .value(.checks(let ticks))? = sitting.answer("duties.flaw", row: "D-3") else {
      Issue.record("no reasons were kept")
      return
    }
    #expect(ticks.count == 2)
    #expect(sitting.desk.reading.row?.key.row == "D-4")
  }

  @Test func whatIsHalfTypedForARowIsOnTheDeskUntilItIsGiven() throws {
    var sitting = try reading()
    sitting.press("4")
    let key = AnswerKey("duties.other-paper", row: "D-3")
    #expect(sitting.desk.screen == .reading)
    sitting.press("the order fo")
    #expect(sitting.effects.contains(.within(milliseconds: 250, .keep)))
    sitting.send(.elapsed(.keep))
    guard case .saveDesk(let note)? = sitting.effects.last else {
      Issue.record("\(sitting.effects)")
      return
    }
    #expect(note.drafts == [key: "the order fo"])
    sitting.press("rm<Enter>")
    #expect(sitting.answer("duties.other-paper", row: "D-3") == .value(.text("the order form")))
    #expect(sitting.desk.shared.file?.drafts == [:])
  }

  @Test func wordsAreMarkedBySentencesAndClausesAndAGradeTakesThem() throws {
    func quoted(_ keys: String) throws -> Answer? {
      var sitting = try reading()
      sitting.press(keys)
      #expect(sitting.answer("duties.wording", row: "D-3") != nil)
      return sitting.answer("duties.quote", row: "D-3")
    }
    #expect(
      try quoted("m1")
        == .value(.text("Customer may object within ten (10) days after the notice")))
    #expect(
      try quoted("mm1")
        == .value(
          .text("If Customer does not object in time, the new Sub-processor is deemed approved")))
    #expect(try quoted("mm<Left>1") == .value(.text("If Customer does not object in time")))
    #expect(
      try quoted("mm<Space><Right>1")
        == .value(.text("the new Sub-processor is deemed approved")))
    #expect(try quoted("m<Left><Left>h1") == .value(.text("Customer may object within")))
  }

  @Test func aSecondGradeTakesWordsThatWereMarkedAnew() throws {
    var sitting = try reading()
    sitting.press("1<Shift-Tab>m1")
    #expect(
      sitting.answer("duties.quote", row: "D-3")
        == .value(.text("Customer may object within ten (10) days after the notice")))
  }

  @Test func aNumberOfThePassageIsTakenWithItsUnitAndItsWordsByOneKey() throws {
    var sitting = try reading()
    sitting.searches["objection"] = [
      FoundOnShelf(place: ShelfPlace(paper: 0, passage: 1), figures: ["10 day", "10 day"])
    ]
    sitting.turn(to: "objection")
    #expect(sitting.frame.text.contains("4 10 days"))
    sitting.press("4")
    #expect(
      sitting.answer("figures.stated", row: "objection") == .value(.choice(.code("number"))))
    #expect(
      sitting.desk.shared.file?.evaluation.sheet[AnswerKey("figures.number", row: "objection")]
        .map { "\($0)" }?.contains("day") == true)
    #expect(sitting.answer("figures.found-at", row: "objection") == .value(.text("section 4.2")))
    #expect(
      sitting.sheet.source(of: AnswerKey("figures.quote", row: "objection"))?.anchor == "p1")
    #expect(
      sitting.desk.shared.notice?.text.hasPrefix("Kept for Days to object to a new sub-processor")
        == true)
    #expect(sitting.desk.shared.notice?.text.contains("deemed approved") == false, "it is cut")
    // Silence quotes nothing.
    sitting.turn(to: "notice")
    sitting.press("3")
    #expect(sitting.answer("figures.quote", row: "notice") == nil)
  }

  @Test func aNumberIsQuotedFromTheSentenceInWhichItStands() throws {
    var sitting = try reading()
    let text =
      "Notice comes ten (10) days ahead \(String(repeating: "in writing ", count: 30))always. Objections follow within 30 days. Silence says nothing."
    sitting.shelf = Shelf(papers: [
      ShelfPaper(
        sha256: "aa", name: "vendor.docx", rank: .agreement,
        passages: [ShelfPassage(anchor: "p0", place: "section 4.3", text: text)])
    ])
    sitting.send(.shelf(sitting.shelf))
    sitting.searches["objection"] = [
      FoundOnShelf(
        place: ShelfPlace(paper: 0, passage: 0), matches: [0..<6], figures: ["10 day", "30 day"])
    ]
    sitting.turn(to: "objection")
    #expect(sitting.frame.text.contains("[Notice comes"))
    sitting.press("5")
    #expect(
      sitting.answer("figures.quote", row: "objection")
        == .value(.text("Objections follow within 30 days")))
    // Another number takes other words, also where some were quoted before.
    sitting.press("<Shift-Tab>4")
    guard case .value(.text(let words))? = sitting.answer("figures.quote", row: "objection") else {
      Issue.record("no words were quoted")
      return
    }
    #expect(words.hasPrefix("Notice comes ten (10) days"))
  }

  @Test func noNumberIsTakenOfWhatIsOnlyNearestUnlessItIsMarked() throws {
    var sitting = try reading()
    sitting.weak = ["objection"]
    sitting.searches["objection"] = [
      FoundOnShelf(place: ShelfPlace(paper: 0, passage: 1), figures: ["10 day"])
    ]
    sitting.turn(to: "objection")
    #expect(!sitting.frame.text.contains("4 10 days"))
    sitting.press("m")
    #expect(sitting.frame.text.contains("4 10 days"))
  }

  @Test func whatAPaperCallsOurTermsIsSeenAndCorrectedInTheLowestWindow() throws {
    var sitting = try reading(Size(columns: 40, rows: 12))
    sitting.send(
      .terms(
        (1...9).map {
          ShelfTerm(
            ours: "Term \($0)", theirs: "Word \($0)", isChosen: false,
            proposals: ["“Word \($0)” is defined, section \($0)"])
        }))
    #expect(sitting.frame.text.contains("9 Term 9"))
    sitting.press("9")
    #expect(sitting.frame.text.contains("What does the paper call Term 9?"))
    #expect(sitting.frame.text.contains("> Word 9"))
    sitting.press("<Ctrl-U>Customer<Enter>")
    #expect(sitting.frame.text.contains("9 Term 9 = Customer, confirmed"))
  }

  @Test func aGapTakesWordsWithAYesAndWithANoOnlyThoseThatWereMarked() throws {
    for (keys, words, place) in [
      ("1", true, "section 4.2"), ("2", false, nil), ("m2", true, "section 4.2"),
    ] as [(String, Bool, String?)] {
      var sitting = try reading()
      sitting.searches["changes"] = [FoundOnShelf(place: ShelfPlace(paper: 0, passage: 1))]
      sitting.turn(to: "changes")
      sitting.press(keys)
      #expect(sitting.desk.reading.row?.key.row != "changes", "a plain no asks nothing more")
      #expect((sitting.answer("gaps.quote", row: "changes") != nil) == words)
      #expect(
        sitting.answer("gaps.shown-by", row: "changes") == place.map { .value(.text($0)) })
    }
  }

  @Test func aNoHereMayBeAYesOfAnotherPaper() throws {
    var sitting = try reading()
    sitting.searches["changes"] = [FoundOnShelf(place: ShelfPlace(paper: 1, passage: 0))]
    sitting.turn(to: "changes")
    sitting.press("3")
    #expect(sitting.answer("gaps.holds", row: "changes") == .value(.boolean(false)))
    #expect(
      sitting.answer("gaps.other-paper", row: "changes") == .value(.text("terms.pdf, section 9")))
  }

  @Test func thePassageOfTheRowBeforeIsInHandAgainByOneKey() throws {
    var sitting = try reading()
    sitting.press("1=")
    #expect(sitting.frame.text.contains("D-4") && sitting.frame.text.contains("section 4.2"))
    sitting.press("1")
    #expect(sitting.answer("duties.found-at", row: "D-4") == .value(.text("section 4.2")))
  }

  @Test func whatIsWorthALookIsWalkedListByListAndMayBeQuoted() throws {
    var sitting = try reading()
    sitting.watched = [
      ShelfSearch(row: nil, found: [], sought: "Softening words."),
      ShelfSearch(
        row: nil, found: [FoundOnShelf(place: ShelfPlace(paper: 0, passage: 1))],
        sought: "Deemed approvals."),
      ShelfSearch(
        row: nil, found: [FoundOnShelf(place: ShelfPlace(paper: 1, passage: 0))], sought: "Caps."),
    ]
    sitting.press("l")
    #expect(sitting.frame.text.contains("list 1 of 2): Deemed approvals."))
    sitting.press("l")
    #expect(sitting.frame.text.contains("list 2 of 2): Caps."))
    sitting.press("L1")
    #expect(sitting.answer("duties.found-at", row: "D-3") == .value(.text("section 4.2")))
    var plain = try reading()
    plain.watched = sitting.watched
    plain.say("lists")
    #expect(plain.desk.reading.prompt(plain.desk.shared).contains { $0.contains("Deemed") })
  }

  @Test func wordsOfAnotherPaperAreNoProofOfTheAgreement() throws {
    var sitting = try reading()
    sitting.press("<Down>1")
    #expect(sitting.answer("duties.wording", row: "D-3") == nil)
    #expect(sitting.desk.shared.notice?.text.contains("terms.pdf, which is the main terms") == true)
    sitting.press("4")
    #expect(
      sitting.answer("duties.wording", row: "D-3") == .value(.choice(.code("elsewhere"))))
    #expect(
      sitting.answer("duties.other-paper", row: "D-3") == .value(.text("terms.pdf, section 9")))
  }

  @Test func missingQuotesNothing() throws {
    var sitting = try reading()
    sitting.press("3")
    #expect(sitting.answer("duties.wording", row: "D-3") == .value(.choice(.code("missing"))))
    #expect(sitting.answer("duties.quote", row: "D-3") == nil)
  }

  @Test func aRefusedActIsInHandAgainAndLosesNothing() throws {
    var sitting = try reading()
    sitting.press("2")
    sitting.refusal = "The disk is full."
    sitting.press("1<Enter>")
    #expect(sitting.answer("duties.flaw", row: "D-3") == nil)
    #expect(sitting.frame.text.contains("[x] 1"), "what was ticked is there")
    sitting.press("<Enter>")
    #expect(sitting.answer("duties.flaw", row: "D-3") != nil)
  }

  @Test func nothingFoundSaysWhatWasLookedFor() throws {
    var sitting = try reading()
    sitting.press("<Tab>")
    #expect(sitting.frame.text.contains("No passage found with these words: object"))
  }

  @Test func whatIsOnlyNearestIsShownAndNotTakenUnlessMarked() throws {
    var sitting = try reading()
    sitting.weak = ["D-4"]
    sitting.searches["D-4"] = [FoundOnShelf(place: ShelfPlace(paper: 0, passage: 1))]
    sitting.press("<Tab>")
    let text = sitting.frame.text
    #expect(text.contains("No passage found with these words: object") && text.contains("ten (10)"))
    sitting.press("1")
    #expect(sitting.answer("duties.wording", row: "D-4") == .value(.choice(.code("present"))))
    #expect(sitting.answer("duties.quote", row: "D-4") == nil)
    sitting.press("<Shift-Tab>*<Enter>")
    #expect(
      sitting.answer("duties.quote", row: "D-4")
        == .value(.text(String(ReadingTests.objection.dropLast()))))
  }

  @Test func undoTakesAPaperOffTheScreenToo() throws {
    var sitting = try reading()
    sitting.keep(
      sitting.sheet.adding(
        KeptPaper(sha256: "cc", name: "new.docx", rank: .page, reading: "dd")))
    sitting.shelf.papers.append(
      ShelfPaper(sha256: "cc", name: "new.docx", rank: .page, passages: []))
    sitting.send(.shelf(sitting.shelf))
    #expect(sitting.desk.reading.shelf.papers.count == 3)
    sitting.shelf.papers.removeLast()
    sitting.press("<Ctrl-Z>")
    #expect(sitting.desk.reading.shelf.papers.count == 2)
    #expect(sitting.frame.text.contains("Undone: paper “new.docx” added"))
  }

  @Test func theLinearViewGivesTheSameJournal() throws {
    var typed = try reading()
    typed.press("2")
    typed.press("1<Enter>")
    var said = try reading()
    said.say("vague", "1", "")
    #expect(said.sheet == typed.sheet)
  }

  @Test func inTheLinearViewOnlyAnEmptyLineConfirms() throws {
    var sitting = try reading()
    sitting.say("vague", "softened")
    guard case .ticking = sitting.desk.reading.stage else {
      Issue.record("a word that is no number ended the ticking")
      return
    }
    sitting.say("back")
    sitting.send(.terms([ShelfTerm(ours: "DPA", theirs: "Addendum", isChosen: false)]))
    sitting.say("no")
    #expect(!sitting.effects.contains(.writeRedline(terms: ["DPA": "Addendum"])))
    sitting.say("")
    #expect(sitting.effects.contains(.writeRedline(terms: ["DPA": "Addendum"])))
  }

  @Test func everyGradeAndTheOpeningBracketAreInViewInTheLowestWindow() throws {
    let sitting = try reading(Size(columns: 40, rows: 12))
    let text = sitting.frame.text
    for words in [
      "1 Present", "2 Vague", "3 Missing", "4 In another paper", "5 Only by standard",
      "0 Not known yet", "[",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func theTrapsOfARowAreInViewAtTwentyFourRows() throws {
    var sitting = try reading()
    sitting.turn(to: "D-5")
    #expect(sitting.frame.text.contains("Trap:"))
    #expect(sitting.frame.text.contains("choosing them"))
  }

  @Test func lowWindowsShowRowPassageAndKeys() throws {
    for size in [Size(columns: 40, rows: 12), Size(columns: 100, rows: 30)] {
      let sitting = try reading(size)
      #expect(sitting.frame.text.contains("D-3"))
      #expect(sitting.frame.text.contains("["), "the words in hand are seen at \(size)")
    }
  }
}

extension Sitting {
  /// In the self-test of the shipped pack, with two papers on the shelf and passages for the duty D-3.
  static func reviewing(_ size: Size = Size(columns: 80, rows: 24)) throws -> Sitting {
    var sitting = try Sitting(size, pack: TestPacks.real)
    sitting.shelf = ReadingTests.shelf
    sitting.searches["D-3"] = [
      FoundOnShelf(place: ShelfPlace(paper: 0, passage: 1), matches: [13..<19]),
      FoundOnShelf(place: ShelfPlace(paper: 1, passage: 0)),
    ]
    sitting.open(journey: TestPacks.real.journeys.last?.id ?? "")
    sitting.keep(
      sitting.sheet.setting(AnswerKey("paper-kind"), to: .value(.choice(.code("existing")))))
    return sitting
  }

  /// To a row of the paper in hand.
  mutating func turn(to row: String) {
    let at = desk.reading.rows.firstIndex { $0.key.row == row } ?? 0
    send(.reading(.row(at - desk.reading.at)))
  }
}
