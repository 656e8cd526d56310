import Interview
import PackModel
import TestSupport
import Testing

/// What a long case costs whoever answers it: a bank with forty companies behind its provider, the case
/// of the pack that asks most.
@Suite struct LongWayTests {
  private static let lists = [
    "subprocessors": [
      "tier", "name", "seat", "country", "service", "address", "contact", "added-on",
      "data-categories-touched",
    ],
    "models": ["name", "model-version", "model-purpose", "route", "host", "model-region"],
  ]

  private func walk(house: Bool = false) throws -> LongWalk {
    let pack = TestPacks.real
    let today = try #require(CalendarDate(year: 2026, month: 12, day: 1))
    let example = try #require(pack.examples.first { $0.id == "swiss-bank" })
    var walk = LongWalk(pack, example, today: today, lists: Self.lists)
    if house { walk.house = walk.target.house("Hohgant", on: today) }
    walk.run()
    return walk
  }

  @Test("the bank's case is on at most eighty pages, and every answer is the bank's in the end")
  func theBankFromNothing() throws {
    let walk = try walk()
    #expect(walk.evaluation.openTally().all == walk.target.openTally().all)
    #expect(walk.count.screens <= 80)
    #expect(walk.count.keys <= 3_600 && walk.count.minutes <= 80)
    for (key, answer) in walk.evaluation.sheet.answers {
      #expect(walk.target.sheet[key] == answer, "\(key.path)")
    }
  }

  @Test("with a profile its next case is on sixty-one pages, in under an hour")
  func theBankWithAProfile() throws {
    let walk = try walk(house: true)
    #expect(walk.count.screens <= 61 && walk.count.keys <= 2_850 && walk.count.minutes <= 55)
    #expect(walk.evaluation.openTally().all == walk.target.openTally().all)
    for (key, answer) in walk.evaluation.sheet.answers {
      #expect(walk.target.sheet[key] == answer, "\(key.path)")
    }
  }

  @Test(
    "the short way asks sixteen questions, and the title of the other agreement where there is one")
  func theShortWay() throws {
    let pack = TestPacks.real
    let journey = try #require(pack.journeys.indices.first { pack.journeys[$0].onlyShort })
    let example = try #require(pack.examples.first { $0.id == "short-way" })
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(example.assignments)
    func asked(_ evaluation: Evaluation) -> Int {
      evaluation.route(journey: journey).steps.flatMap(\.items)
        .count { pack.questions[$0.question].kind != .display }
    }
    #expect(asked(assigning.evaluation) == 16)
    assigning.take(Assignment(path: "instrument", said: .words("addendum-master")))
    #expect(asked(assigning.evaluation) == 17)
  }
}
