import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// Where Enter leads, and what is said about the way.
@Suite struct WayTests {
  @Test func theTitleNamesTheStepOfTheJourneyThatIsWalked() throws {
    var sitting = try Sitting(pack: SamplePack.withReview())
    sitting.open(journey: "review")
    sitting.press("<Ctrl-G>kind of auth<Enter>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("authorisation"))
    #expect(sitting.frame.text(row: 1).hasPrefix(" Question 2 of 2 - The review ("))
    #expect(sitting.frame.text(row: 1).contains("2 answers open"))
    sitting.press("<resize:80x12>")
    #expect(sitting.frame.text(row: 0).hasPrefix(" 2 of 2 The review"))
    #expect(sitting.desk.front.prompt(sitting.desk.shared).first == "Question 2 of 2 - The review.")
  }

  /// A matter that is named and cannot be opened leads to a home from which one can begin.
  @Test func homeIsWholeWhereTheNamedMatterIsDamaged() throws {
    let whole = try Sitting(pack: SamplePack.make()).desk.shared
    var desk = Desk(
      size: whole.size, today: whole.today, who: whole.who, catalogue: nil, folder: "", opens: true)
    let effects = update(&desk, .notOpened(MatterMessage("“a.art28” is damaged.")))
    #expect(effects.contains(.loadCatalogue))
    _ = update(&desk, .catalogue(whole.catalogue, hasSample: true, whole.recent))
    let text = view(desk).text
    #expect(text.contains("“a.art28” is damaged."))
    for line in ["New: ", "Try it", "Open a matter by its path"] { #expect(text.contains(line)) }
  }

  @Test func whatTwoStepsAskIsAskedOnceAndTheWayHasAnEnd() throws {
    var sitting = try Sitting(pack: SamplePack.withReview())
    sitting.open(journey: "both")
    let items = try #require(sitting.desk.shared.file).items.map(\.question)
    #expect(Set(items).count == items.count)
    for _ in 0..<60 where sitting.desk.screen == .interview { sitting.press("<Tab>") }
    #expect(sitting.desk.screen == .review)
  }

  @Test func openIsOneFigureOnEveryScreen() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press(
      "<Enter>Nordlicht<Enter><Alt-K><Ctrl-G>6<Enter>1<Enter><Alt-L>Ask<Enter><Ctrl-G>9<Enter>"
        + "+Azure<Enter><Alt-K><Enter><pause>")
    let file = try #require(sitting.desk.shared.file)
    let open = file.route.open
    sitting.press("<Ctrl-G>1<Enter><pause>")
    #expect(sitting.frame.text(row: 1).contains("(\(open) answers open)"))
    sitting.press("<Alt-V>")
    let words = OpenCount(file).words
    #expect(words.hasPrefix("\(open) answers open ("))
    #expect(words.hasSuffix(" not given, 2 unknown, 1 for counsel"))
    #expect(sitting.frame.text(row: 1).contains("warnings. \(words)."))
    #expect(sitting.frame.text.contains("Open (\(open))"))
    sitting.press("<Tab>")
    #expect(sitting.frame.text.contains("Still \(open) answers open ("))
    #expect(sitting.desk.summary.contains { $0.contains(words) })
    #expect(file.evaluation.openTally().all == open)
  }

  /// In any state of a matter the route counts what the lists show.
  @Test(arguments: UInt64(1)...6) func listsShowWhatTheRouteCounts(_ seed: UInt64) throws {
    var walk = RandomWalk(try SamplePack.make(), seed: seed)
    for _ in 0..<60 {
      for _ in 0..<5 { walk.step() }
      for journey in ["draft", "short"] {
        var sitting = try Sitting(pack: walk.pack)
        sitting.open(journey: journey, since: [])
        for entry in walk.entries { sitting.desk.shared.file?.take(entry) }
        let file = try #require(sitting.desk.shared.file)
        #expect(OpenCount(file).all == file.route.open)
        #expect(OpenCount(file).slots.count == file.route.open)
      }
    }
  }

  @Test func goToFindsFieldsColumnsAndScreens() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>seat<Enter>")
    #expect(linkId(sitting) == "controller.country")
    sitting.press("<Ctrl-G>through whom<Enter>")
    #expect(linkId(sitting) == "rights.channel")
    // A table without rows is gone to itself, one with rows at the cell.
    sitting.press("<Ctrl-G>who engages them<Enter>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("subprocessors"))
    sitting.press("<Home>+Azure<Enter><Ctrl-G>who engages them<Enter>")
    #expect(linkId(sitting) == "subprocessors.engaged-by")
    sitting.press("<Ctrl-G>review<Enter>")
    #expect(sitting.desk.screen == .review)
    // Its name comes before a step that only speaks of a review.
    var other = try Sitting(pack: SamplePack.withReview())
    other.open(journey: "review")
    other.press("<Ctrl-G>review<Enter>")
    #expect(other.desk.screen == .review)
    sitting.press("<Ctrl-G>finish<Enter>")
    #expect(sitting.desk.screen == .finish)
    sitting.press("<Ctrl-G>findings<Enter>")
    #expect(sitting.desk.screen == .dashboard)
  }

  @Test func theMapItselfShowsPagesOnly() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>")
    #expect(!sitting.desk.goTo.list.shown.contains { $0.isPart })
    #expect(sitting.desk.goTo.list.all.contains { $0.isPart })
  }

  @Test func leavingAQuestionOpenIsSaidOnce() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter><Enter>")
    #expect(
      sitting.desk.shared.notice
        == Notice("Left open: controller: legal name. Alt-N leads back to what is open."))
    sitting.press("<Enter>")
    #expect(sitting.desk.shared.notice == Notice("Left open: controller: country."))
    sitting.press("<Shift-Tab>")
    #expect(sitting.desk.shared.notice == nil)
    // Typing keeps the line, an answer is not left open, nor is one that is parked.
    sitting.press("<Ctrl-G>6<Enter>1<Enter>")
    #expect(sitting.desk.shared.notice == nil)
    sitting.press("<Alt-K><Shift-Tab><Enter>")
    #expect(sitting.desk.shared.notice == nil)
    sitting.press("<Ctrl-G>9<Enter><Tab>")
    #expect(sitting.desk.shared.notice?.text == "Left open: list of sub-processors.")
  }

  @Test func whoCameByTheNextOpenKeyGoesOnToTheNextOpen() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht<Enter>germ<Enter>2026-03-01<Enter>Kundenfragen<Tab>")
    sitting.press("<Ctrl-G>1<Enter><Alt-N>")
    #expect(linkId(sitting) == "signed")
    #expect(sitting.desk.keyTable.bar.first?.words == "next open")
    sitting.press("<Ctrl-G>5<Enter>1<Enter><Ctrl-G>1<Enter><Alt-N>tomorrow<Enter>")
    #expect(linkId(sitting) == "training")
    // Answered ones are passed by.
    sitting.press("y<Enter>")
    #expect(linkId(sitting) == "authorisation")
    sitting.press("<Shift-Tab><Enter>")
    #expect(linkId(sitting) == "authorisation")
    #expect(sitting.desk.keyTable.bar.first?.words == "go on")
  }

  @Test func theWayThroughOpenOnesEndsAtTheReview() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-N>")
    for _ in 0..<60 where sitting.desk.screen == .interview { sitting.press("<Tab>") }
    #expect(sitting.desk.screen == .review)
    #expect(sitting.desk.shared.notice?.text.hasPrefix("That was the last open question.") == true)
  }

  @Test func theBarNamesTheNextOpenKeyWhereThereAreOpenOnes() throws {
    var sitting = try Sitting.atQuestions()
    for way in ["<Enter>", "<Ctrl-G>4<Enter>", "<Ctrl-G>5<Enter>", "<Ctrl-G>6<Enter>"] {
      sitting.press(way)
      #expect(sitting.desk.keyTable.bar.contains { $0.key == "Alt-N" }, "\(way)")
    }
    // The whole bar stands in 80 columns.
    sitting.press("<Ctrl-G>1<Enter><pause>")
    #expect(sitting.frame.text(row: 23).contains("Alt-N next open"))
    #expect(sitting.frame.text(row: 23).contains("F1 help"))
  }

  @Test func theUsualValuesLeadBackToWhereOneWas() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>7<Enter><Alt-G>a<Enter><Esc>")
    #expect(linkId(sitting) == "penalty")
  }

  @Test func theShortWayEndsAtTheUsualValues() throws {
    var sitting = try Sitting.atQuestions(journey: "short")
    for _ in 0..<20 where sitting.desk.screen == .interview { sitting.press("<Tab>") }
    #expect(sitting.desk.screen == .usual)
    #expect(sitting.desk.shared.notice?.text.contains("usual for the rest") == true)
    #expect(sitting.desk.keyTable.bar.contains { $0.key == "Tab" && $0.words == "go on" })
    sitting.press("<Tab>")
    #expect(sitting.desk.screen == .review)
    // With nothing left that is usual it ends as the long one does.
    sitting.press("<Esc><Alt-G>a<Enter><Esc>")
    for _ in 0..<20 where sitting.desk.screen == .interview { sitting.press("<Tab>") }
    #expect(sitting.desk.screen == .review)
    var lines = try Sitting(plainSize, pack: SamplePack.make())
    lines.open(journey: "short")
    for _ in 0..<20 where lines.desk.screen == .interview { lines.say("") }
    #expect(lines.desk.screen == .usual)
    lines.say("review")
    #expect(lines.desk.screen == .review)
  }

  private func linkId(_ sitting: Sitting) -> String? {
    sitting.desk.interview.slot.map { sitting.pack.questions[$0.question].linkId }
  }
}
