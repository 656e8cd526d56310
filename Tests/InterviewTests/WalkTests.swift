import Interview
import PackModel
import TestSupport
import Testing

/// Whatever anybody answers, in whatever order, nothing is lost and everything can be taken back.
struct WalkTests {
  @Test(arguments: 0..<4) func anyWalkEnds(_ seed: UInt64) {
    for (pack, steps) in [(TestPacks.mini, 400), (TestPacks.real, 120)] {
      var walk = RandomWalk(pack, seed: seed)
      for _ in 0..<steps { walk.step() }
      // The sheet is what its entries add up to, no more and no less.
      #expect(AnswerSheet(entries: walk.entries) == walk.sheet)
      for journey in pack.journeys.indices {
        let route = walk.evaluation.route(journey: journey)
        #expect(route.open <= route.wanted)
      }
      // An answer that is not asked is kept, and read by nothing.
      for key in walk.sheet.answers.keys {
        guard let question = pack.question(key.linkId) else {
          Issue.record("an answer to no question: \(key.linkId)")
          continue
        }
        if walk.evaluation.state(question) == .notAsked {
          #expect(walk.evaluation.effective.reading(.question(question)) == .absent)
        }
      }
    }
  }

  /// What is tried before it is kept follows as what is kept does.
  @Test(arguments: 0..<3) func whatIsTriedFollowsAsWhatIsKept(_ seed: UInt64) {
    var walk = RandomWalk(TestPacks.mini, seed: 80 + seed)
    var evaluation = evaluate(TestPacks.mini, AnswerSheet())
    for _ in 0..<150 {
      let count = walk.entries.count
      walk.step()
      for entry in walk.entries[count...] {
        // Something else was tried between the two.
        _ = evaluation.after(entry.changes)
        _ = evaluation.after([.setting(.title, from: nil, to: "Tried")])
        _ = evaluation.after(entry)
        evaluation = evaluation.after(entry)
      }
      let whole = evaluate(TestPacks.mini, walk.sheet)
      #expect(evaluation.sheet == walk.sheet)
      #expect(evaluation.allAnswers().map(\.state) == whole.allAnswers().map(\.state))
      #expect(evaluation.decisions == whole.decisions)
    }
  }

  @Test(arguments: 0..<3) func filledInNothingStaysOpen(_ seed: UInt64) {
    var walk = RandomWalk(TestPacks.mini, seed: seed)
    walk.fill()
    #expect(walk.evaluation.openAnswers().isEmpty)
  }

  @Test(arguments: 0..<4) func everyActCanBeTakenBack(_ seed: UInt64) {
    var walk = RandomWalk(TestPacks.mini, seed: 50 + seed)
    for _ in 0..<300 {
      let before = walk.sheet
      walk.step()
      guard walk.sheet.head > before.head, walk.sheet.undoable.last == walk.sheet.head else {
        continue
      }
      let after = walk.sheet
      walk.undo()
      #expect(same(walk.sheet, before))
      walk.redo()
      #expect(same(walk.sheet, after))
    }
  }

  @Test func allOfItCanBeTakenBackAndDoneAgain() {
    var walk = RandomWalk(TestPacks.mini, seed: 99)
    walk.fill()
    let whole = walk.sheet
    while !walk.sheet.undoable.isEmpty { walk.undo() }
    #expect(same(walk.sheet, AnswerSheet()))
    while !walk.sheet.redoable.isEmpty { walk.redo() }
    #expect(same(walk.sheet, whole))
  }

  /// What both sheets say, whoever said it when.
  private func same(_ a: AnswerSheet, _ b: AnswerSheet) -> Bool {
    a.answers == b.answers && a.remarks == b.remarks && a.settings == b.settings
      && a.rows.filter { !$0.value.isEmpty } == b.rows.filter { !$0.value.isEmpty }
  }

  @Test func theRouteNeverAsksWhatIsNotAsked() {
    var walk = RandomWalk(TestPacks.real, seed: 5)
    for _ in 0..<40 { walk.step() }
    let evaluation = walk.evaluation
    for item in evaluation.allAnswers() {
      #expect(item.state != .notAsked && item.state != .notYet)
      #expect(!item.name.isEmpty)
    }
    for journey in TestPacks.real.journeys.indices {
      for step in evaluation.route(journey: journey).steps {
        for item in step.items { #expect(evaluation.state(item.question) != .notAsked) }
      }
    }
  }

  @Test func theShortWayAsksWhatIsShort() throws {
    let pack = TestPacks.mini
    let short = try #require(pack.journeys.firstIndex { $0.onlyShort })
    let route = evaluate(pack, AnswerSheet()).route(journey: short)
    let asked = route.steps.flatMap(\.items).map { pack.questions[$0.question].linkId }
    #expect(asked == ["controller", "processor", "authorisation"])
  }

  @Test func aLargePackIsEvaluatedWhole() {
    let pack = TestPacks.compiled(SyntheticPack.sources(questions: 500))
    let evaluation = evaluate(pack, SyntheticPack.sheet(pack, rows: 200))
    #expect(evaluation.openAnswers().isEmpty)
    #expect(evaluation.allAnswers().count > 1000)
    let hours = pack.calculated("links.clock").map {
      evaluation.effective.reading(.calculated($0), row: 4)
    }
    #expect(hours == .value(.quantity(Quantity(20, .hour))))
  }
}
