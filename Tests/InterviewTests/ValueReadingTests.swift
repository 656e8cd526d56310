import Interview
import PackModel
import TestSupport
import Testing

/// What is written is read as that, or it is refused: never as something near it.
struct ValueReadingTests {
  private static let pack = TinyPack.pack([
    TinyPack.question(
      "retention", "choice", "answerOption:",
      "  - {code: available, display: Available and switched on}",
      "  - {code: not-offered, display: Not available here}",
      "  - {code: declined, display: \"Asked for, and declined\", says: not in use}"),
    TinyPack.question(
      "place", "choice", "open: true", "answerOption:",
      "  - {code: uk, display: the United Kingdom, alias: [GB, Great Britain]}",
      "  - {code: ua, display: Ukraine}"),
    TinyPack.question(
      "measures", "checks", "answerOption:",
      "  - {code: none-of-these, display: \"None of these, after reading\", exclusive: true}",
      "  - {code: crypto, display: \"Encryption, AES-256 or better\"}",
      "  - {code: logs, display: Logs}", "  - {code: logs-kept, display: Logs and their keeping}",
      "  - {code: tests, display: Tests, alias: [Pentests, Logs tests]}"),
    TinyPack.question(
      "more", "checks", "open: true", "answerOption:", "  - {code: gdpr, display: GDPR}",
      "  - {code: fadp, display: \"FADP, revised\"}"),
    TinyPack.question("flag", "boolean"),
    TinyPack.question("time", "quantity", "unit: [hour, day]"),
    TinyPack.question("days", "quantity", "unit: day"),
    TinyPack.question("share", "quantity", "unit: percent"),
    TinyPack.question("people", "quantity", "unit: person"),
    TinyPack.question("price", "money", "currency: EUR"),
    TinyPack.question("signed", "date"), TinyPack.question("story", "text"),
    TinyPack.question(
      "figures", "table", "rows:", "  - {code: notice, text: Days of notice, unit: day}",
      "  - {code: report, text: Hours to report, unit: hour}", "  - {code: other, text: Another}",
      "item:",
      "  - {linkId: number, type: quantity, unit: [hour, day], text: Which?, shortText: number}"),
  ])

  private func read(_ text: String, _ linkId: String, row: Int? = nil) throws -> Value {
    let question = try #require(Self.pack.question(linkId))
    return try evaluate(Self.pack, AnswerSheet()).read(text, for: question, row: row)
  }

  private func refusal(_ text: String, _ linkId: String, row: Int? = nil) -> String? {
    do {
      let value = try read(text, linkId, row: row)
      Issue.record("“\(text)” is read as \(value)")
      return nil
    } catch {
      return (error as? AnswerError)?.message
    }
  }

  @Test func anOptionIsNamedWhole() throws {
    for text in [
      "declined", "DECLINED", "Asked for, and declined", "asked for and declined", "not in use",
    ] {
      #expect(try read(text, "retention") == .code("declined"))
    }
    for text in ["no", "Not", "Not avail", "ask", "available and", "avail"] {
      let message = refusal(text, "retention")
      #expect(message?.contains("declined") == true || message?.contains("available") == true)
    }
    #expect(refusal("no", "retention")?.contains("“Asked for, and declined” (declined)") == true)
    #expect(try read("GB", "place") == .code("uk"))
    #expect(try read("great britain", "place") == .code("uk"))
    #expect(try read("U.K.", "place") == .code("uk"))
    // What no option is called is own words there, whole.
    #expect(try read("United", "place") == .choice(.other("United")))
  }

  @Test func labelsWithCommasAreTakenAsTheyArePrinted() throws {
    #expect(
      try read("None of these, after reading", "measures") == .checks([.code("none-of-these")]))
    #expect(
      try read("Encryption, AES-256 or better, Logs and Tests", "measures")
        == .checks([.code("crypto"), .code("logs"), .code("tests")]))
    #expect(
      try read("Logs and their keeping, pentests", "measures")
        == .checks([.code("logs-kept"), .code("tests")]))
    #expect(
      try read("  - Tests\n  • Encryption, AES-256 or better\n", "measures")
        == .checks([.code("crypto"), .code("tests")]))
    #expect(refusal("Logs, after reading", "measures")?.contains("after reading") == true)
    #expect(throws: AnswerError.self) { try read(",", "measures") }
    // Words of two options are not those of a third.
    #expect(try read("Logs, tests", "measures") == .checks([.code("logs"), .code("tests")]))
    #expect(try read("none", "measures") == .checks([]))
    #expect(try read("none of these", "more") == .checks([]))
    #expect(try read("None of these", "measures") == .checks([.code("none-of-these")]))
  }

  @Test func ownWordsKeepTheirCommas() throws {
    let act = Tick.other("Banking Act, Art. 47")
    #expect(
      try read("FADP, revised; Banking Act, Art. 47", "more") == .checks([.code("fadp"), act]))
    #expect(try read("gdpr\nBanking Act, Art. 47", "more") == .checks([.code("gdpr"), act]))
    #expect(
      try read("GDPR and Banking Act", "more") == .checks([.code("gdpr"), .other("Banking Act")]))
    for value: Value in [
      .checks([.code("gdpr"), act]), .checks([act]), .checks([.other("Research and design")]),
      .checks([.code("fadp"), .other("one; two")]),
    ] {
      #expect(try read(Evaluation.written(value), "more") == value)
    }
  }

  @Test func aListInAFileIsReadAsASheetIs() throws {
    var assigning = Assigning(evaluate(Self.pack, AnswerSheet()))
    assigning.take([
      Assignment(path: "measures", said: .list(["LOGS", "Encryption, AES-256 or better"])),
      Assignment(path: "more", said: .list(["Gdpr", "one, two"])),
      Assignment(path: "retention", said: .words("no")),
    ])
    #expect(assigning.refused.map(\.path) == ["retention"])
    let sheet = assigning.evaluation.sheet
    #expect(sheet[AnswerKey("measures")] == .value(.checks([.code("crypto"), .code("logs")])))
    #expect(sheet[AnswerKey("more")] == .value(.checks([.code("gdpr"), .other("one, two")])))
  }

  @Test func yesAndNoInTwoLanguages() throws {
    for text in ["yes", "Y", "TRUE", "ja", "Ja."] {
      #expect(try read(text, "flag") == .boolean(true))
    }
    for text in ["no", "n", "False", "Nein"] { #expect(try read(text, "flag") == .boolean(false)) }
    for text in ["ye", "nope", "1", "on", "nicht"] {
      #expect(throws: AnswerError.self) { try read(text, "flag") }
    }
  }

  // MARK: Units

  @Test func aNumberAloneHasTheRowsUnitOrIsAskedBack() throws {
    #expect(try read("10", "figures.number", row: 0) == .quantity(Quantity(10, .day)))
    #expect(try read("10", "figures.number", row: 1) == .quantity(Quantity(10, .hour)))
    #expect(try read("10 hours", "figures.number", row: 0) == .quantity(Quantity(10, .hour)))
    for (linkId, row) in [("figures.number", 2), ("time", nil)] as [(String, Int?)] {
      #expect(refusal("10", linkId, row: row) == "Which unit? Write “10 hours” or “10 days”.")
    }
    #expect(try read("36", "days") == .quantity(Quantity(36, .day)))
    var assigning = Assigning(evaluate(Self.pack, AnswerSheet()))
    assigning.take([
      Assignment(path: "figures[notice].number", said: .words("10")),
      Assignment(path: "figures[other].number", said: .words("10")),
    ])
    #expect(assigning.refused.map(\.path) == ["figures[other].number"])
    #expect(
      assigning.evaluation.sheet[AnswerKey("figures.number", row: "notice")]
        == .value(.quantity(Quantity(10, .day))))
  }

  @Test(arguments: [
    ("30\u{A0}days", 30_000), ("30\u{202F}d", 30_000), ("1’000 days", 1_000_000),
    ("1\u{A0}000 days", 1_000_000), ("1 000", 1_000_000), ("10 Tage", 10_000),
    ("thirty days", 30_000),
    ("Twenty-four days.", 24_000), ("1,500 Tagen", 1_500_000), ("0.5 day", 500),
    ("10 calendar days", 10_000),
  ]) func typographyIsRead(_ text: String, _ thousandths: Int) throws {
    #expect(try read(text, "days") == .quantity(Quantity(thousandths: thousandths, unit: .day)))
  }

  @Test(arguments: [
    "30 days max", "1 50", "1 00 days", "0,500 days", "10,,000", "1,000'000", "about 30", "30 m",
    "-5", "−5 days", "1.000", "1,5", "30 Werktage", "30 hours", "12 34 days",
  ]) func aNumberThatIsNotWholeIsRefused(_ text: String) {
    #expect(throws: AnswerError.self) { try read(text, "days") }
  }

  @Test(arguments: [
    ("1\u{A0}March\u{A0}2026", 1, 3), ("1. März 2026", 1, 3), ("3. Dez. 2026", 3, 12),
    ("2026\u{2011}03\u{2011}01", 1, 3), ("5 Mai 2026", 5, 5), ("7 Okt 2026", 7, 10),
    ("1. Jänner 2026", 1, 1),
  ]) func datesAreReadAsTheyArePasted(_ text: String, _ day: Int, _ month: Int) throws {
    let date = try #require(CalendarDate(year: 2026, month: month, day: day))
    #expect(try read(text, "signed") == .date(date))
  }

  @Test func linesOfEveryKindAreLines() throws {
    #expect(
      try read("one\u{B}two\u{C}three\r\nfour\u{2028}five", "story")
        == .text("one\ntwo\nthree\nfour\nfive"))
  }

  // MARK: Money

  @Test(arguments: [
    ("2 Mrd EUR", 2_000_000_000), ("40 mln EUR", 40_000_000), ("500 tsd EUR", 500_000),
    ("500 Tsd. €", 500_000), ("1,000 Mio. EUR", 1_000_000_000), ("EUR 3 Milliarden", 3_000_000_000),
    ("2 Millionen Euro", 2_000_000), ("EUR 1.5 million", 1_500_000), ("€500k", 500_000),
    ("1.2bn EUR", 1_200_000_000), ("310m", 310_000_000), ("fifty million euros", 50_000_000),
    ("5 crore EUR", 50_000_000), ("2 mld EUR", 2_000_000_000), ("50\u{A0}000\u{A0}EUR", 50_000),
    ("EUR 10’000.–", 10_000), ("10'000 EUR.", 10_000), ("10,000 eur", 10_000), ("€ 5 EUR", 5),
    ("10 000", 10_000), ("EUR10,000", 10_000), ("5 MM EUR", 5_000_000),
  ]) func amountsAreReadWhole(_ text: String, _ euros: Int) throws {
    #expect(try read(text, "price") == .money(Money(minor: euros * 100, currency: "EUR")))
  }

  @Test(arguments: [
    ("CHF 180'000'000", "CHF", 18_000_000_000), ("180’000’000 chf", "CHF", 18_000_000_000),
    ("$ 5", "USD", 500), ("US$5", "USD", 500), ("£1.50", "GBP", 150), ("500 JPY", "JPY", 500),
    ("KWD 12.5", "KWD", 12_500), ("12,000 KWD", "KWD", 12_000_000), ("1.2345 CLF", "CLF", 12_345),
    ("500000 RWF", "RWF", 50_000_000), ("100 TRY", "TRY", 10_000),
  ]) func currenciesAreThoseOfTheStandard(_ text: String, _ code: String, _ minor: Int) throws {
    #expect(try read(text, "price") == .money(Money(minor: minor, currency: code)))
  }

  @Test(arguments: [
    ("500000 EUR max", "max"), ("1000 USD net", "net"), ("100 ABC", "ABC"), ("2 mil EUR", "mil"),
    ("2 bil EUR", "bil"), ("2 Billionen EUR", "Billionen"), ("100 XYZ EUR", "XYZ"),
    ("EUR 5 USD", "Two currencies"), ("C$ 5", "C"), ("500000 all", "all"),
    ("EUR 5 6", "Two numbers"),
    ("1 5 EUR", "Two numbers"), ("-5 EUR", "less than nothing"), ("(500) EUR", "("),
    ("12.000 KWD", "12.000"), ("12.500 KWD", "12.500"), ("1.500 million", "1.500"),
    ("1,5 Mio EUR", "1,5"), ("10.000 EUR", "10.000"), ("500.50 RWF", "RWF"), ("ca. 500", "ca"),
    ("99999999999999 million EUR", "too large"), ("5 million thousand EUR", "thousand"),
    ("million EUR", "million"), ("5 XAU", "XAU"), ("5 dollars", "dollars"), ("10 EUR p.a.", "p.a"),
    ("5 EUR/month", "/"),
  ]) func whatIsNotUnderstoodIsNamed(_ text: String, _ named: String) {
    #expect(refusal(text, "price")?.contains(named) == true, "\(refusal(text, "price") ?? "")")
  }

  /// In a matter whose documents write 10.000,50 that is also how it reads.
  @Test func theMattersOwnFormOfNumbersIsRead() throws {
    var sheet = AnswerSheet()
    sheet.apply(
      Entry(
        number: 1, when: "", by: "", why: nil,
        changes: [.setting(.form(.numbers), from: nil, to: "point")]))
    let evaluation = evaluate(Self.pack, sheet)
    func read(_ text: String, _ linkId: String) throws -> Value {
      try evaluation.read(text, for: #require(Self.pack.question(linkId)))
    }
    #expect(try read("EUR 10.000,50", "price") == .money(Money(minor: 1_000_050, currency: "EUR")))
    #expect(try read("10.000", "price") == .money(Money(minor: 1_000_000, currency: "EUR")))
    #expect(try read("10000.50 EUR", "price") == .money(Money(minor: 1_000_050, currency: "EUR")))
    #expect(try read("1.500 people", "people") == .quantity(Quantity(1500, .person)))
    #expect(try read("1,5 days", "days") == .quantity(Quantity(thousandths: 1500, unit: .day)))
    #expect(throws: AnswerError.self, "both ways make sense") { try read("1.125 days", "days") }
  }
}
