import Interview
import PackModel
import TestSupport
import Testing

/// What a long case costs whoever answers it.
@Suite struct LongWayTests {
  @Test("measure") func measure() throws {
    let pack = TestPacks.real
    let today = try #require(CalendarDate(year: 2026, month: 12, day: 1))
    let example = try #require(pack.examples.first { $0.id.hasSuffix("swiss-bank") })
    var walk = LongWalk(
      pack, example, today: today,
      lists: [
        "subprocessors": [
          "tier", "name", "seat", "country", "service", "address", "contact", "added-on",
          "data-categories-touched",
        ],
        "models": ["name", "model-version", "model-purpose", "route", "host", "model-region"],
      ])
    walk.run()
    print("COUNT", walk.count, walk.count.minutes)
    print("LEFT", walk.evaluation.openAnswers().filter { $0.state == .open }.map(\.name))
  }
}
