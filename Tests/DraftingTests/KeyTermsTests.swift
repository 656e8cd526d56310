import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// The page of key terms in front of the agreement, and the same terms beside what is usual.
struct KeyTermsTests {
  private let pack = TestPacks.real
  private let page = "key-terms.table"

  /// Numbers that stand row by row in a table of their own; the page names the place of the table.
  private let inTables: Set<String> = [
    "own-purposes.kept-for", "stores.kept-for", "stores.deleted-within", "retained.kept-until",
    "rights.limit", "models.log-kept",
  ]

  @Test func everyFigureOfTheContractHasARow() throws {
    let contract = PrintedFigures(pack, "agreement")
    let rows = try #require(contract.questions[page])
    #expect(rows.count > 25)
    for (clause, printed) in contract.questions where clause != page {
      for linkId in printed.subtracting(inTables) {
        #expect(rows.contains(linkId), "\(linkId), printed by \(clause), has no row")
      }
    }
  }

  @Test func everyUsualFigureHasARowThatNamesItsPlace() throws {
    let contract = PrintedFigures(pack, "agreement")
    let named = try #require(contract.references[page])
    // What the law fixes is not negotiated, and a table that repeats a section is no place of its own.
    let excepted: Set<String> = [
      "ai.colorado", "us.assessor-co", "annex-c.time-usual", "annex-c.stores",
    ]
    #expect(contract.norms.count > 15)
    for clause in contract.norms.subtracting(excepted) where clause != page {
      // A time with a default is named at the clause that sets it, not where a table uses it.
      #expect(
        named.contains(clause) || clause == "deletion.stores",
        "\(clause) prints a figure and has no row")
    }
  }

  @Test func everyFigureOfThePageIsInTheMemo() throws {
    let contract = PrintedFigures(pack, "agreement")
    let memo = Set(PrintedFigures(pack, "terms-compared").questions.values.joined())
    let rows = try #require(contract.questions[page])
    let negotiated = Set(pack.playbook.map { pack.questions[$0.question].linkId })
    for linkId in rows {
      let question = pack.questions[try #require(pack.question(linkId))]
      guard question.suggestion?.kind == .market || negotiated.contains(linkId) else { continue }
      #expect(memo.contains(linkId), "\(linkId) is not compared")
    }
  }

  /// In each example every row names a place, and what it says in figures stands there.
  @Test func thePlaceSaysTheSame() throws {
    var compared = 0
    for example in ["clean", "saas-processor", "swiss-controller", "short-way", "joint-proxy"] {
      let changed = try ChangedCase(example, [])
      let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
      let document = try #require(
        draft("agreement", changed.evaluation, examine(changed.evaluation, asOf: asOf)))
      let sections = document.blocks.sections
      let summary = try #require(sections.first { $0.sumsUp })
      guard case .table(let table)? = summary.last else {
        Issue.record("no table")
        continue
      }
      #expect(table.rows.count > 20 && table.rows.count <= 50, "\(example): one page")
      let passages = document.passages.filter { $0.number != nil }
      for row in table.rows {
        let words = row.map { $0.map(\.text).joined() }
        #expect(words.count == 3 && !words[2].isEmpty && words[2] != "–", "\(example): \(words)")
        let numbers = words[2].split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
        let places = passages.filter { passage in
          numbers.contains { passage.number == $0 || passage.place.hasPrefix($0 + "(") }
        }
        guard !places.isEmpty else { continue }
        let text = places.map(\.text).joined(separator: "\n")
        for figure in figures(words[1]) {
          #expect(text.contains(figure), "\(example): \(words) and “\(text)”")
          compared += 1
        }
      }
    }
    #expect(compared > 100)
  }

  /// "30 days", "USD 2,000,000".
  private func figures(_ text: String) -> [String] {
    text.matches(of: /[0-9]+ (business )?(hour|day|week|month|year)s?|[A-Z]{3} [0-9,]+/)
      .map { String($0.output.0) }
  }

  @Test func thePlaceRulesAndIsSaidOnce() throws {
    let text = try ChangedCase("clean", []).text("agreement")
    #expect(text.contains("If it differs from the place named, that place prevails."))
    #expect(text.ranges(of: "that place prevails").count == 1)
  }

  /// What is open is told once, at its section.
  @Test(arguments: ["", "short-way", "clinic", "swiss-controller", "saas-processor"])
  func thePageAddsNoBlank(_ example: String) throws {
    let evaluation =
      example.isEmpty
      ? evaluate(pack, AnswerSheet()) : try ChangedCase(example, []).evaluation
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let document = try #require(
      draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
    let runs = document.blocks.flatMap(\.runs)
    let elsewhere = Set(
      runs.filter { $0.provenance.clause != page }.compactMap(\.blank).map(\.name))
    for blank in runs.filter({ $0.provenance.clause == page }).compactMap(\.blank) {
      #expect(elsewhere.contains(blank.name), "\(example): \(blank.name)")
    }
  }

  @Test func whatIsNotAgreedHasNoRow() throws {
    let uncapped = try ChangedCase(
      "clean",
      [
        ("liability-cap", .words("uncapped")),
        ("indemnity", .notApplicable(reason: "not agreed")),
      ])
    let rows = try uncapped.rows("agreement", of: "Limit of liability")
    #expect(rows.map { $0["Agreed"] } == ["none agreed"])
    #expect(try uncapped.rows("agreement", of: "Limit for data incidents").isEmpty)
    #expect(try uncapped.rows("agreement", of: "Indemnity by the Processor").isEmpty)
  }

  @Test func theMemoNamesWhatStandsOutside() throws {
    let usual = try ChangedCase("clean", [("breach-hours", .words("24 hour"))])
    #expect(try !usual.text("terms-compared").contains("above 48 hours"))
    let long = try ChangedCase("clean", [("breach-hours", .words("96 hour"))])
    #expect(
      try long.text("terms-compared").contains(
        "Notice of a Security Incident: 96 hours, above 48 hours"))
    let row = try #require(
      try long.rows("terms-compared", of: "Notice of a Security Incident").first)
    #expect(row["Agreed"] == "96 hours" && row["Place in the agreement"] == "section 9.1")
    #expect(row["Usual (MARKET)"]?.hasPrefix("habit: 24 hours to 48 hours") == true)
    // What is signed says nothing of habits.
    let signed = try long.text("agreement")
    #expect(!signed.contains("MARKET") || !signed.contains("habit:"))
  }

  /// A finding, or a choice below the law, is told with its section and not with the page.
  @Test func thePageIsNoPlaceOfATerm() throws {
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take([
      Assignment(
        path: "instruction-places", said: .words("anywhere"), note: "The board decided so.")
    ])
    #expect(assigning.refused.isEmpty)
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let evaluation = assigning.evaluation
    let memo = try #require(draft("deviation-memo", evaluation, examine(evaluation, asOf: asOf)))
      .blocks.map(\.text).joined(separator: "\n")
    #expect(memo.contains("in the draft: section "))
    #expect(!memo.contains("in the draft: “Key terms”"))
  }
}
