import Interview
import PackModel
import TestSupport
import Testing

/// What conditions come to, by the words of FORMAT.md, Expressions.
struct TruthTests {
  private static let items = [
    TinyPack.question("a", "boolean"), TinyPack.question("b", "boolean"),
    TinyPack.question("gate", "boolean"),
    TinyPack.question("hidden", "boolean", "enableWhen: gate is yes"),
    TinyPack.question("period", "quantity", "unit: [hour, day, week, month, year]"),
    TinyPack.question("other", "quantity", "unit: [hour, day, week, month, year]"),
    TinyPack.question("span", "quantity", "unit: [day, business-day]"),
    TinyPack.question("price", "money"), TinyPack.question("limit", "money"),
    TinyPack.question("start", "date"), TinyPack.question("end", "date"),
    TinyPack.question(
      "kind", "choice", "answerOption:",
      "  - {code: one, display: One, place: eea, laws: [x, y]}",
      "  - {code: two, display: Two, place: us}", "  - {code: none, display: None}", "open: true"),
    TinyPack.question(
      "ticks", "checks", "answerOption:", "  - {code: x, display: X}", "  - {code: y, display: Y}",
      "  - {code: z, display: Z}"),
    TinyPack.question("name", "string"), TinyPack.question("note", "text"),
    TinyPack.question(
      "rows", "table", "repeats: true", "item:",
      "  - {linkId: label, type: string, text: Label, shortText: label}",
      "  - {linkId: hours, type: quantity, unit: hour, text: Hours, shortText: hours}",
      "  - {linkId: good, type: boolean, text: Good, shortText: good}"),
    TinyPack.question(
      "fixed", "table", "rows:", "  - {code: first, text: First, laws: [x]}",
      "  - {code: second, text: Second, laws: [y], enableWhen: a is yes}", "item:",
      "  - {linkId: done, type: boolean, text: Done, shortText: done}"),
  ]

  private static func pack(_ condition: String) -> Pack {
    TinyPack.pack(
      items,
      more:
        "calculated:\n  - id: result\n    value: \"\(condition.replacing("\"", with: "\\\""))\"\n")
  }

  /// What a condition comes to after these answers.
  private func truth(
    _ condition: String, _ answers: [(String, Assignment.Said)] = []
  ) throws -> Truth {
    let pack = Self.pack(condition)
    let evaluation = Sheets.evaluation(pack, answers)
    let number = try #require(pack.calculated("result"))
    guard case .value(let expression) = pack.calculated[number].rule else { return .unknown }
    return evaluation.evaluator().truth(expression)
  }

  private func truth(
    _ condition: String, words: KeyValuePairs<String, String>
  ) throws -> Truth {
    try truth(condition, words.map { ($0.key, .words($0.value)) })
  }

  @Test func aTableThatAsksNothingIsNoPage() throws {
    let pack = TinyPack.pack([
      TinyPack.question("gate", "boolean"),
      TinyPack.question(
        "fixed", "table", "rows:", "  - {code: only, text: Only, enableWhen: gate is yes}", "item:",
        "  - {linkId: done, type: boolean, text: Done, shortText: done}"),
    ])
    let fixed = try #require(pack.question("fixed"))
    for (answer, isAsked) in [("yes", true), ("no", false)] {
      let route = Sheets.evaluation(pack, [("gate", .words(answer))]).route(journey: 0)
      #expect(route.steps[0].items.contains { $0.question == fixed } == isAsked)
    }
  }

  // MARK: Kleene's tables

  private static let states: [(String, Assignment.Said, Truth)] = [
    ("yes", .words("yes"), .yes), ("no", .words("no"), .no),
    ("unknown", .unknown(note: nil), .unknown),
  ]

  @Test func andOrNotAreKleenes() throws {
    let and = Self.pack("a is yes and b is yes")
    let or = Self.pack("a is yes or b is yes")
    let not = Self.pack("not a is yes")
    func result(_ pack: Pack, _ a: Assignment.Said, _ b: Assignment.Said) -> Reading {
      Sheets.evaluation(pack, [("a", a), ("b", b)]).effective.reading(.calculated(0))
    }
    func reading(_ truth: Truth) -> Reading {
      switch truth {
      case .yes: .value(.boolean(true))
      case .no: .value(.boolean(false))
      case .unknown: .unknown
      }
    }
    for (_, a, left) in Self.states {
      #expect(result(not, a, .open) == reading(!left))
      for (_, b, right) in Self.states {
        #expect(result(and, a, b) == reading(left && right))
        #expect(result(or, a, b) == reading(left || right))
      }
    }
    #expect((Truth.no && .unknown) == .no && (Truth.unknown && .no) == .no)
    #expect((Truth.yes || .unknown) == .yes && (Truth.unknown || .yes) == .yes)
    #expect((Truth.yes && .unknown) == .unknown && (Truth.no || .unknown) == .unknown)
  }

  // MARK: Unknown and absent

  @Test(arguments: [
    "a is yes", "a is not yes", "period > 1 day", "not period > 1 day", "ticks includes x",
    "kind among (one, two)", "name mentions \"x\"", "words of note > 3", "any ticks",
    "any rows where good is yes", "every rows where good is yes", "count of rows > 1",
    "largest of (period, other) > 1 day", "sum of rows.hours > 1 hour", "kind.place is eea",
  ]) func whatIsOpenIsUnknown(_ condition: String) throws {
    #expect(try truth(condition) == .unknown)
    // Unknown by word and parked are the same to a condition.
    for said in [Assignment.Said.unknown(note: nil), .parked(note: "for counsel")] {
      let all = ["a", "period", "other", "ticks", "kind", "name", "note", "rows"]
      #expect(try truth(condition, all.map { ($0, said) }) == .unknown)
    }
  }

  /// pack-sample's break 4: whichever way it is written.
  @Test(arguments: [
    "hidden is yes", "hidden is no", "hidden is not yes", "hidden is not no", "hidden is b",
    "hidden is not b",
  ]) func everyComparisonWithWhatIsAbsentIsNo(_ condition: String) throws {
    #expect(try truth(condition, words: ["gate": "no", "b": "yes"]) == .no)
    #expect(try truth(condition, words: ["b": "yes"]) == .unknown, "not known yet whether asked")
  }

  @Test(arguments: [
    "period >= 14 day", "period < 14 day", "period is 14 day", "period is not 14 day",
    "period > other", "other < period", "period among (14 day)",
  ]) func notApplicableIsAbsent(_ condition: String) throws {
    #expect(
      try truth(
        condition, [("period", .notApplicable(reason: "none")), ("other", .words("3 day"))])
        == .no)
  }

  @Test func statesCanBeAskedAfter() throws {
    #expect(try truth("a is answered") == .no)
    #expect(try truth("a is open") == .yes)
    #expect(try truth("a is none") == .unknown)
    #expect(try truth("a is answered", words: ["a": "no"]) == .yes)
    #expect(try truth("a is not answered", words: ["a": "no"]) == .no)
    #expect(try truth("a is open", words: ["a": "no"]) == .no)
    #expect(try truth("a is open", [("a", .unknown(note: nil))]) == .yes)
    #expect(try truth("a is open", [("a", .parked(note: nil))]) == .yes)
    #expect(try truth("a is none", [("a", .notApplicable(reason: "r"))]) == .yes)
    #expect(try truth("a is open", [("a", .notApplicable(reason: "r"))]) == .no)
    #expect(try truth("hidden is none", words: ["gate": "no"]) == .yes)
    #expect(try truth("hidden is open", words: ["gate": "no"]) == .no)
    #expect(try truth("hidden is open") == .yes)
  }

  /// pack-sample's break 6: nothing entered, or none by word.
  @Test func anEmptyTableIsNotATableThatHasNone() throws {
    #expect(try truth("any rows") == .unknown)
    #expect(try truth("any rows", [("rows", .none)]) == .no)
    #expect(try truth("rows is none", [("rows", .none)]) == .yes)
    #expect(try truth("rows is answered", [("rows", .none)]) == .yes)
    #expect(try truth("count of rows is 0", [("rows", .none)]) == .yes)
    #expect(try truth("every rows where good is yes", [("rows", .none)]) == .yes)
    #expect(try truth("any rows", words: ["rows[0].label": "x"]) == .yes)
    #expect(try truth("rows is none", words: ["rows[0].label": "x"]) == .no)
  }

  /// Five business days are counted as seven, fewer as they are; what is no business day stays.
  @Test func businessDaysAreCountedForAComparison() throws {
    for (said, counted) in [
      ("10 business-day", "14 day"), ("5 business-day", "7 day"), ("3 business-day", "3 day"),
      ("8 business-day", "10 day"), ("0 business-day", "0 day"), ("9 day", "9 day"),
    ] {
      #expect(try truth("counted span is \(counted)", words: ["span": said]) == .yes, "\(said)")
    }
    #expect(try truth("counted span >= 15 day", words: ["span": "10 business-day"]) == .no)
    #expect(try truth("counted span >= 1 day") == .unknown)
    #expect(
      try truth("counted span >= 1 day", [("span", .notApplicable(reason: "none"))]) == .no)
    #expect(try truth("span >= 15 day", words: ["span": "10 business-day"]) == .unknown)
  }

  // MARK: Equality and order

  @Test func amountsAreComparedAsAmounts() throws {
    #expect(try truth("period is 1 week", words: ["period": "7 day"]) == .yes)
    #expect(try truth("period is not 1 week", words: ["period": "168 hour"]) == .no)
    #expect(try truth("period > 47 hour", words: ["period": "2 day"]) == .yes)
    #expect(try truth("period <= 12 month", words: ["period": "1 year"]) == .yes)
    #expect(try truth("start < end", words: ["start": "2026-01-31", "end": "2026-02-01"]) == .yes)
    #expect(try truth("start >= 2026-01-31", words: ["start": "2026-01-31"]) == .yes)
  }

  /// pack-sample's break 20.
  @Test(arguments: ["price > limit", "price is limit", "price is not limit", "not price < limit"])
  func twoCurrenciesAreNotCompared(_ condition: String) throws {
    let answers: KeyValuePairs = ["price": "100 USD", "limit": "1 EUR"]
    #expect(try truth(condition, words: answers) == .unknown)
    #expect(try truth("price > 1 EUR", words: ["price": "2 EUR"]) == .yes)
    #expect(try truth("price > 1 EUR", words: ["price": "2 USD"]) == .unknown)
  }

  @Test func daysAndMonthsAreNotCompared() throws {
    #expect(try truth("period > 1 month", words: ["period": "31 day"]) == .unknown)
    #expect(try truth("period is 1 month", words: ["period": "30 day"]) == .unknown)
  }

  @Test func codesOwnWordsAndAttributes() throws {
    #expect(try truth("kind is one", words: ["kind": "one"]) == .yes)
    #expect(try truth("kind is one", words: ["kind": "something else"]) == .no)
    #expect(try truth("kind is none", words: ["kind": "none"]) == .yes)
    #expect(try truth("kind among (two, none)", words: ["kind": "two"]) == .yes)
    #expect(try truth("kind.place is eea", words: ["kind": "one"]) == .yes)
    #expect(try truth("kind.place is eea", words: ["kind": "two"]) == .no)
    #expect(try truth("kind.place is eea", words: ["kind": "none"]) == .no)
    #expect(try truth("kind.laws among ticks", words: ["kind": "one", "ticks": "y"]) == .yes)
    #expect(try truth("kind.laws among ticks", words: ["kind": "one", "ticks": "z"]) == .no)
    #expect(try truth("ticks includes y", words: ["ticks": "x, y"]) == .yes)
    #expect(try truth("ticks among (z, y)", words: ["ticks": "x, y"]) == .yes)
    #expect(try truth("count of ticks is 2", words: ["ticks": "x, y"]) == .yes)
    #expect(try truth("any ticks", [("ticks", .list([]))]) == .no)
    #expect(try truth("ticks is none", [("ticks", .list([]))]) == .yes)
  }

  @Test func textIsCountedAndSearched() throws {
    let answers: KeyValuePairs = ["note": "Four words,\nof which SOME count", "name": "x"]
    #expect(try truth("words of note is 6", words: answers) == .yes)
    #expect(try truth("note mentions \"nothing\", \"some\"", words: answers) == .yes)
    #expect(try truth("note mentions \"any\"", words: answers) == .no)
    #expect(try truth("note mentions \"COUNT\"", words: answers) == .yes)
    #expect(try truth("note mentions \"counts\"", words: answers) == .no)
    let german: KeyValuePairs = ["note": "Straße in GRÜNWALD"]
    #expect(try truth("note mentions \"grünwald\"", words: german) == .yes)
    #expect(try truth("note mentions \"in gr\", \"other\"", words: german) == .yes)
    #expect(try truth("note mentions \"grunwald\"", words: german) == .no)
  }

  // MARK: Rows

  @Test func quantifiersGoOverRows() throws {
    let rows: KeyValuePairs = [
      "rows[a].good": "yes", "rows[b].good": "no", "rows[a].hours": "3", "rows[b].hours": "5",
    ]
    #expect(try truth("any rows where good is yes", words: rows) == .yes)
    #expect(try truth("every rows where good is yes", words: rows) == .no)
    #expect(try truth("count of rows where good is yes is 1", words: rows) == .yes)
    #expect(try truth("sum of rows.hours is 8 hour", words: rows) == .yes)
    #expect(try truth("largest of rows.hours is 5 hour", words: rows) == .yes)
    #expect(try truth("smallest of rows.hours is 3 hour", words: rows) == .yes)
    let open: KeyValuePairs = ["rows[a].good": "yes", "rows[b].label": "x"]
    #expect(try truth("any rows where good is yes", words: open) == .yes)
    #expect(try truth("every rows where good is yes", words: open) == .unknown)
    #expect(try truth("count of rows where good is yes > 0", words: open) == .unknown)
    #expect(try truth("count of rows is 2", words: open) == .yes)
    #expect(try truth("sum of rows.hours > 0 hour", words: open) == .unknown)
  }

  @Test func rowsOfThePackAreCountedWhereTheyApply() throws {
    #expect(try truth("count of fixed is 2", words: ["a": "yes"]) == .yes)
    #expect(try truth("count of fixed is 1", words: ["a": "no"]) == .yes)
    #expect(try truth("count of fixed > 1") == .unknown)
    let done: KeyValuePairs = ["a": "no", "fixed[first].done": "yes", "fixed[second].done": "no"]
    #expect(try truth("every fixed where done is yes", words: done) == .yes)
    #expect(try truth("fixed[second].done is no", words: done) == .no, "its row is out")
    #expect(try truth("fixed[first].done is yes", words: done) == .yes)
    #expect(try truth("any fixed where laws is y", words: ["a": "no"]) == .no)
  }

  @Test func aTableThatDoesNotApplyHasNoCells() throws {
    #expect(
      try truth(
        "fixed[first].done is yes",
        [("fixed[first].done", .words("yes")), ("fixed", .notApplicable(reason: "r"))]) == .no)
  }
}
