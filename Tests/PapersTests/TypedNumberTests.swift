import Papers
import Testing

@Suite("Numbers that were typed")
struct TypedNumberTests {
  /// What each paragraph's number is, as `number|level`; `-` where it has none.
  private func numbers(_ texts: [String]) -> [String] {
    TypedNumber.recognised(in: texts.map { ReadPassage(.text, text: $0) }).map {
      $0.number.map { [number = $0.level] in "\($0)|\(number ?? 0)" } ?? "-"
    }
  }

  private func citations(_ texts: [String]) -> [String?] {
    Paper(
      format: .text,
      read: TypedNumber.recognised(in: texts.map { ReadPassage(.text, text: $0) })
    ).passages.map(\.citation)
  }

  @Test(
    "a number at the start of a paragraph is told from its words",
    arguments: [
      ("4.1 The vendor", "4.1", "The vendor"), ("4.1. The vendor", "4.1.", "The vendor"),
      ("4. The vendor", "4.", "The vendor"), ("4) The vendor", "4)", "The vendor"),
      ("(4) The vendor", "(4)", "The vendor"), ("(a) with notice", "(a)", "with notice"),
      ("a) with notice", "a)", "with notice"), ("a. with notice", "a.", "with notice"),
      ("(iv) with", "(iv)", "with"), ("IV. Security", "IV.", "Security"),
      ("Clause 7. Docking", "Clause 7.", "Docking"), ("Clause 7", "Clause 7", ""),
      ("ANNEX II – Measures", "ANNEX II", "Measures"),
      ("Schedule 1: Details", "Schedule 1", "Details"),
      ("§ 3 Pflichten", "§ 3", "Pflichten"), ("1.\u{200B} Definitions", "1.", "Definitions"),
      ("1.\u{A0}Definitions", "1.", "Definitions"), ("1.Definitions", "1.", "Definitions"),
      ("1 DEFINITIONS", "1", "DEFINITIONS"), ("4.1.2 Notice", "4.1.2", "Notice"),
    ])
  func splits(text: String, number: String, rest: String) {
    let split = TypedNumber.split(text)
    #expect(split?.number == number)
    #expect(split?.rest == rest)
  }

  @Test(
    "words that only look like a number stay words",
    arguments: [
      "27 april", "1 January 2026", "1. Januar 2026", "30 days after notice", "e.g. a list",
      "i.e. this",
      "24/7 support", "2026. A year", "A processor shall", "I agree", "Section 4 applies",
      "Article 28(3) GDPR", "The (a) list", "(see above)", "(including)", "", " ", "(", "1",
      "5.2mm",
      "1.1.2026 is the day", "(vendor) means",
    ])
  func isNone(text: String) { #expect(TypedNumber.split(text) == nil) }

  @Test("numbers of all depths lead to a citation, as they would automatically")
  func depth() {
    #expect(
      citations([
        "1. Definitions", "1.1 Terms", "2. Sub-processors", "2.1 The vendor may:",
        "(a) with notice",
        "(i) by mail", "(ii) by post", "(b) without", "and so on", "2.2 Audits", "(a) yearly",
        "3. Term",
      ]) == [
        "1", "1.1", "2", "2.1", "2.1(a)", "2.1(a)(i)", "2.1(a)(ii)", "2.1(b)", "2.1(b)", "2.2",
        "2.2(a)", "3",
      ])
  }

  @Test("a number that cannot follow the one before is no number")
  func sequence() {
    #expect(
      numbers([
        "1. First", "27. of the list", "Article 28 GDPR", "2. Second", "5.2 million people",
        "(b) is not first", "2.1 Third", "2.2 Fourth", "27 April 2016", "2.9 percent",
        "3 Processors",
      ]) == ["1.|1", "-", "-", "2.|1", "-", "-", "2.1|2", "2.2|2", "-", "-", "3|1"])
  }

  @Test("(i) behind (h) is a letter, unless (ii) follows")
  func romanOrLetter() {
    let letters = ["(a) x", "(b) x", "(c) x", "(d) x", "(e) x", "(f) x", "(g) x", "(h) x", "(i) x"]
    #expect(numbers(letters + ["(j) x"]).suffix(2) == ["(i)|1", "(j)|1"])
    #expect(numbers(letters + ["(ii) x", "(i) x"]).suffix(3) == ["(i)|2", "(ii)|2", "(i)|1"])
  }

  @Test("a schedule begins anew, and its numbers stand below it")
  func schedules() {
    #expect(
      citations([
        "Clause 1", "(a) x", "Clause 2 Purpose", "(a) x", "(b) x", "ANNEX I", "1. Parties",
        "ANNEX II", "1. Measures", "2. More",
      ]) == [
        "Clause 1", "Clause 1(a)", "Clause 2", "Clause 2(a)", "Clause 2(b)", "ANNEX I",
        "ANNEX I(1)", "ANNEX II", "ANNEX II(1)", "ANNEX II(2)",
      ])
  }

  @Test("a list that begins again is a new one; further in it stands below")
  func again() {
    #expect(numbers(["1. x", "2. x", "1. x", "2. x"]) == ["1.|1", "2.|1", "1.|1", "2.|1"])
    let read = ["1. x", "2. x", "1. x", "2. x", "3. x"].map { ReadPassage(.text, text: $0) }
    let found = TypedNumber.recognised(in: read, indents: [0, 0, 4, 4, 0])
    #expect(found.map(\.level) == [1, 1, 2, 2, 1])
  }

  @Test("typed numbers follow the automatic ones, and a heading keeps its level")
  func mixed() {
    let read = TypedNumber.recognised(in: [
      ReadPassage(.heading, level: 2, text: "4. Sub-processors"),
      ReadPassage(.text, text: "4.1 Engaging"),
      ReadPassage(.text, number: "4.2", level: 4, text: "Objection"),
      ReadPassage(.text, text: "(a) within ten days"), ReadPassage(.cell, text: "(b) in a table"),
      ReadPassage(.cell, text: "12 months"), ReadPassage(.footnote, text: "(c) a note"),
    ])
    #expect(read.map(\.level) == [2, 3, 4, 5, 5, nil, nil])
    // A clause may be laid out in a table; an amount in a cell is no number of one.
    #expect(read.map(\.number).suffix(3) == ["(b)", nil, nil])
    #expect(read.map(\.text).suffix(3) == ["in a table", "12 months", "(c) a note"])
    #expect(
      Paper(format: .docx, read: read).passages.prefix(4).map(\.citation) == [
        "4", "4.1", "4.2", "4.2(a)",
      ])
  }
}
