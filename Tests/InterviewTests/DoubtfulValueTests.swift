import Interview
import PackModel
import TestSupport
import Testing

/// What reads two ways, asks, or stands where an answer is missing is no answer.
struct DoubtfulValueTests {
  private static let pack = TinyPack.pack([
    TinyPack.question(
      "measures", "checks", "answerOption:", "  - {code: crypto, display: Encryption}",
      "  - {code: logs, display: Logs}"),
    TinyPack.question(
      "more", "checks", "open: true", "answerOption:", "  - {code: gdpr, display: GDPR}"),
    TinyPack.question(
      "place", "choice", "answerOption:", "  - {code: de, display: Germany}",
      "  - {code: at, display: Austria}"),
    TinyPack.question("flag", "boolean"), TinyPack.question("name", "string"),
    TinyPack.question("story", "text"), TinyPack.question("days", "quantity", "unit: day"),
    TinyPack.question("price", "money", "currency: EUR"), TinyPack.question("signed", "date"),
    TinyPack.question(
      "firms", "table", "repeats: true", "rowText: firm", "item:",
      "  - {linkId: called, type: string, text: Name?, shortText: called}"),
  ])

  private func read(_ text: String, _ linkId: String, _ sheet: AnswerSheet = AnswerSheet()) throws
    -> Value
  {
    let today = CalendarDate(year: 2026, month: 11, day: 21)
    return try evaluate(Self.pack, sheet).read(
      text, for: #require(Self.pack.question(linkId)), today: today)
  }

  private func refusal(_ text: String, _ linkId: String) -> String? {
    do {
      let value = try read(text, linkId)
      Issue.record("“\(text)” is read as \(value)")
      return nil
    } catch {
      return (error as? AnswerError)?.message
    }
  }

  @Test func aGermanBillionIsAskedBack() throws {
    for text in ["1 Billion EUR", "EUR 2 Billion", "3 BILLION", "1 Billion Euro"] {
      #expect(refusal(text, "price")?.contains("Write “bn”") == true)
    }
    #expect(
      try read("1.2 billion euros", "price")
        == .money(Money(minor: 120_000_000_000, currency: "EUR")))
    var sheet = AnswerSheet()
    sheet.apply(
      Entry(
        number: 1, when: "", by: "", why: nil,
        changes: [.setting(.form(.numbers), from: nil, to: "point")]))
    #expect(throws: AnswerError.self, "1.000,50 is how this matter writes numbers") {
      try read("2 billion EUR", "price", sheet)
    }
  }

  @Test(arguments: [
    ("2026/03/01", 2026, 3, 1), ("2026.3.1", 2026, 3, 1), ("2026-3-1", 2026, 3, 1),
    ("20260301", 2026, 3, 1), ("Sunday 1 March 2026", 2026, 3, 1),
    ("Sonntag, 1. März 2026", 2026, 3, 1), ("So. 1.3.2026", 2026, 3, 1),
    ("the 3rd of March 2026", 2026, 3, 3), ("2026-03-01T00:00:00Z", 2026, 3, 1),
    ("2026-03-01 00:00", 2026, 3, 1), ("１．３．２０２６", 2026, 3, 1), ("٣ März ٢٠٢٦", 2026, 3, 3),
    ("1. Feber 2026", 2026, 2, 1), ("heute", 2026, 11, 21), ("übermorgen?", 0, 0, 0),
    ("Monday 1 March 2026", 0, 0, 0), ("1 Mar 26", 0, 0, 0), ("1.3.26", 0, 0, 0),
    ("3/4/26", 0, 0, 0), ("0026-03-01", 0, 0, 0), ("12.13.2026", 0, 0, 0), ("46082", 0, 0, 0),
    ("2026-03-01T12:00:00Z", 0, 0, 0), ("45000.5", 0, 0, 0), ("1 March 026", 0, 0, 0),
  ]) func datesOfEveryOrder(_ text: String, _ year: Int, _ month: Int, _ day: Int) throws {
    if let date = CalendarDate(year: year, month: month, day: day) {
      #expect(try read(text, "signed") == .date(date))
    } else {
      #expect(throws: AnswerError.self) { try read(text, "signed") }
    }
  }

  @Test func whatADateMayBeIsSaid() {
    #expect(refusal("46082", "signed")?.contains("1 March 2026") == true)
    #expect(refusal("1 Mar 26", "signed")?.contains("four digits") == true)
    #expect(refusal("Monday 1 March 2026", "signed")?.contains("is a Sunday") == true)
  }

  @Test func numbersInGermanWords() throws {
    for (text, count) in [
      ("dreißig Tage", 30), ("einundzwanzig Tage", 21), ("ein Tag", 1), ("Zwölf Tagen", 12),
      ("siebenundneunzig days", 97), ("fuenf Tage", 5),
    ] {
      #expect(try read(text, "days") == .quantity(Quantity(count, .day)), "\(text)")
    }
    #expect(
      try read("fünf Millionen Euro", "price") == .money(Money(minor: 500_000_000, currency: "EUR"))
    )
    #expect(throws: AnswerError.self) { try read("null Tage", "days") }
  }

  @Test(arguments: [
    ("yes?", "flag"), ("no ?", "flag"), ("Ja*", "flag"), ("Germany?", "place"),
    ("Germany*", "place"), ("~Germany~", "place"), ("Germany (?)", "place"), ("Germany†", "place"),
    ("30 days?", "days"), ("30 days*", "days"), ("5 EUR?", "price"), ("Logs?", "measures"),
    ("Encryption, Logs?", "measures"), ("GDPR?", "more"), ("[ ] Germany", "place"),
    ("☐ Logs", "measures"), ("[ ] Logs\nEncryption", "measures"), ("○ Logs", "measures"),
  ]) func doubtsAreNoAnswers(_ text: String, _ linkId: String) {
    #expect(throws: AnswerError.self) { try read(text, linkId) }
  }

  @Test func tickedBoxesAreTicks() throws {
    #expect(try read("[x] Logs", "measures") == .checks([.code("logs")]))
    #expect(try read("[ ] Encryption\n[X] Logs", "measures") == .checks([.code("logs")]))
    #expect(try read("☐ Encryption\n☒ Logs", "measures") == .checks([.code("logs")]))
    #expect(try read("☑ Germany", "place") == .code("de"))
    #expect(
      try read("* Logs\n* Encryption", "measures") == .checks([.code("crypto"), .code("logs")]))
    // Own words may ask.
    #expect(try read("Which law? Any", "more") == .checks([.other("Which law? Any")]))
  }

  @Test(arguments: [
    "N/A", "n.a.", "TBD", "t.b.d.", "tbc", "?", "???", "-", "–", "--", "~", "null", "…", "...",
    "_____",
    "xxx", "k. A.", "keine Angabe", "to be determined", "Not applicable", "unknown", "entfällt",
    "#REF!", "#N/A", "\u{200B}",
  ]) func placeholdersAreNoAnswers(_ text: String) {
    for linkId in ["name", "story", "days", "price", "signed", "flag", "place"] {
      #expect(throws: AnswerError.self, "\(linkId)") { try read(text, linkId) }
    }
    // Among ticks a stroke is the sign of a list.
    guard text.contains(where: \.isLetter) else { return }
    #expect(throws: AnswerError.self) { try read("GDPR; \(text)", "more") }
  }

  @Test func wordsThatMeanSomethingStay() throws {
    for text in ["none", "NA", "Unknown Worlds Ltd", "N", "x", "1-2", "A/B", "Tbc GmbH", "No. 5"] {
      #expect(try read(text, "name") == .text(text))
    }
  }

  @Test func aRowThatIsGoneIsNotFilledAnew() throws {
    var assigning = Assigning(evaluate(Self.pack, AnswerSheet()))
    assigning.take([
      Assignment(path: "firms[+].called", said: .words("One")),
      Assignment(path: "firms[+].called", said: .words("Two")),
    ])
    let rows = assigning.evaluation.sheet.rows(of: "firms")
    assigning.take(Assignment(path: "firms[\(rows[0])]", said: .removeRow))
    var late = Assignment(path: "firms[\(rows[0])].called", said: .words("Uno"))
    late.addsRow = false
    var right = Assignment(path: "firms[\(rows[1])].called", said: .words("Due"))
    right.addsRow = false
    assigning.take([late, right])
    let sheet = assigning.evaluation.sheet
    #expect(assigning.refused.map(\.path) == [late.path])
    #expect(sheet.rows(of: "firms") == [rows[1]])
    #expect(sheet[AnswerKey("firms.called", row: rows[1])] == .value(.text("Due")))
  }
}
