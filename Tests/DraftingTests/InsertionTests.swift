import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// What an amendment puts into another's paper.
struct InsertionTests {
  private func text(_ cell: ReportCell?) -> String {
    guard case .value(.text(let text))? = cell else { return "" }
    return text
  }

  private func times(_ words: String, in text: String) -> Int {
    text.split(separator: words, omittingEmptySubsequences: false).count - 1
  }

  private static let reviewed = [
    "review-37signals-2023", "review-bonterms-1-0", "review-common-paper-1-0", "clinic",
  ]

  @Test func aSubjectIsOneProvisionAndNamesEachPlaceOnce() {
    let gathered = Insertion.gathered([
      (1, "roles", ["Schedule 1, part B"], []), (2, "roles", [], []),
      (3, "roles", ["section 2", "schedule 1,  Part B "], []), (4, "deletion", ["section 2"], []),
    ])
    #expect(gathered.map(\.clauses) == [[1, 2, 3], [4]])
    #expect(gathered.map(\.places) == [["Schedule 1, part B", "section 2"], ["section 2"]])
  }

  @Test(arguments: reviewed)
  func everyClauseThatClosesAFindingIsInsertedOnce(_ example: String) throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(example)
    let data = ReportData(evaluation, findings, DraftSettings(matter: example))
    let rows = try #require(data.tables[.insertions])
    #expect(rows.count > 5)
    #expect(rows.map { $0[InsertionColumn.number] } == (1...rows.count).map { .value(.number($0)) })
    let titles = rows.map { text($0[InsertionColumn.title]) }
    #expect(Set(titles).count == titles.count, "\(titles)")
    let clauses = rows.flatMap { row -> [String] in
      guard case .clauses(let clauses)? = row[InsertionColumn.text] else { return [] }
      return clauses
    }
    #expect(Set(clauses) == Set(data.findings.compactMap(\.clause)))
    #expect(Set(clauses).count == clauses.count)
  }

  /// The headings of an amendment's provisions.
  private func headings(_ amendment: Document) -> [String] {
    amendment.wideBlocksGathered.blocks.flatMap { block -> [Block] in
      if case .landscape(let inner) = block { return inner }
      return [block]
    }.map(\.text).filter { $0.hasPrefix("Provision ") && $0.contains(" – ") }
  }

  /// Nothing is known of a passage but what was graded there; a duty that is sound, or that nobody has
  /// looked at, may stand in it. So no provision takes the place of one.
  private func expectNothingTaken(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ name: String
  ) throws {
    let amendment = try #require(draft("amendment", evaluation, findings))
    let headings = headings(amendment)
    #expect(!headings.isEmpty, "\(name)")
    for heading in headings {
      #expect(
        heading.hasSuffix(" – inserted") || heading.contains(" – in addition to "),
        "\(name): \(heading)")
    }
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    for words in ["in place of", "replaces", "is replaced", "are replaced", "deleted from the Agr"]
    {
      #expect(!text.contains(words), "\(name): \(words)")
    }
    #expect(text.contains("takes nothing out of it"))
  }

  @Test(arguments: reviewed)
  func noDutyIsTakenOutOfThePaper(_ example: String) throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(example)
    try expectNothingTaken(evaluation, findings, example)
  }

  /// Places that duties share, grades and places at random, some missing.
  @Test func noDutyIsTakenOutOfAnyPaper() throws {
    let (clean, _) = try ReviewedExample.evaluated("clean-review")
    let tables = ["clauses", "duties"].compactMap { TestPacks.real.question($0) }
    let grades: [String?] = ["present", "vague", "missing", "elsewhere", nil, "unknown"]
    let places: [String?] = ["section 2.1", "section 2", "Annex 1", nil]
    for seed in 1...20 {
      var random = SeededRandom(seed: UInt64(seed))
      var changes: [Change] = []
      for table in tables {
        guard case .pack(let rows)? = TestPacks.real.questions[table].rows else { continue }
        let name = TestPacks.real.questions[table].linkId
        for row in rows {
          func set(_ column: String, _ answer: Answer?) {
            changes += clean.sheet.setting(
              AnswerKey("\(name).\(column)", row: row.code), to: answer)
          }
          let grade = grades.randomElement(using: &random) ?? nil
          set(
            "wording",
            grade.map { grade -> Answer in
              grade == "unknown" ? .unknown : .value(.choice(.code(grade)))
            })
          let place = places.randomElement(using: &random) ?? nil
          set("found-at", place.map { .value(.text($0)) })
        }
      }
      let (evaluation, findings) = try ReviewedExample.examined(clean.after(changes))
      try expectNothingTaken(evaluation, findings, "seed \(seed)")
    }
  }

  /// The amendment prevails, but a duty of the paper that goes further stays.
  @Test func whatIsStricterInThePaperStays() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("words of the Agreement that soften, limit or make conditional"))
    #expect(text.contains("under the Agreement that goes further than this amendment"))
    #expect(text.contains("the provision applies in addition to what stands there"))
  }

  @Test func aProvisionNamesWhereThePaperHasItsSubject() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("review-37signals-2023")
    let amendment = try #require(draft("amendment", evaluation, findings))
    #expect(
      headings(amendment).contains(
        "Provision 1. Instructions – in addition to section 2.3.1; section 2.3.4"))
    #expect(headings(amendment).contains { $0.hasSuffix(" – inserted") })
  }

  /// The reviewer's own limits stand where a clause needs the number; what nobody said is a blank.
  @Test func ownLimitsFillTheBlanks() throws {
    func text(_ limits: [(String, String?)]) throws -> String {
      let (evaluation, findings) = try ReviewedExample.evaluated(
        "review-37signals-2023",
        limits + [("figures[breach].stated", "words"), ("figures[notice].stated", "words")])
      let amendment = try #require(draft("amendment", evaluation, findings))
      return amendment.blocks.map(\.text).joined(separator: "\n")
    }
    let said = try text([
      ("limits.breach", "36 hour"), ("limits.notice", "45 day"), ("limits.deletion", "20 day"),
    ])
    #expect(said.contains("no later than 36 hours after becoming aware"))
    #expect(said.contains("at least 45 days before the Sub-processor"))
    #expect(said.contains("shall delete live data within 20 days"))
    let open = try text([
      ("limits.breach", nil), ("limits.notice", nil), ("limits.deletion", nil),
    ])
    #expect(open.contains("no later than [security incidents: hours to report] after"))
    #expect(open.contains("at least [sub-processors: notice of changes] before"))
    #expect(open.contains("shall delete live data within [deletion: live data]"))
  }

  /// An answer of one's own comes before what the pack has stand for it.
  @Test func anAnswerOfOnesOwnIsTheOneThatStands() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(
      "review-37signals-2023",
      [("limits.notice", "45 day"), ("authorisation", "general"), ("notice", "60 day")])
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("at least 60 days before the Sub-processor"))
    #expect(
      evaluation.forInsertion.sheet[AnswerKey("notice")] == evaluation.sheet[AnswerKey("notice")])
    #expect(evaluation.sheet[AnswerKey("breach-timing")] == nil)
  }

  /// What the pack has stand for an answer is one that its question takes.
  @Test func whatStandsForAnAnswerIsTaken() throws {
    let (evaluation, _) = try ReviewedExample.evaluated(
      "clinic",
      [
        ("limits.breach", "48 hour"), ("limits.notice", "30 day"), ("limits.deletion", "30 day"),
        ("special-rules", "statutory-health, dora, finma"),
      ])
    let assumed = evaluation.forInsertion
    let insert = try #require(evaluation.pack.review?.insert)
    #expect(insert.count > 5)
    for assumption in insert {
      #expect(
        assumed.state(assumption.question) == .answered,
        "\(evaluation.pack.questions[assumption.question].linkId)")
    }
  }

  /// A ban that is to be inserted is the whole ban, once.
  @Test func theBanOnTrainingIsWrittenOut() throws {
    for processing in ["yes", nil] {
      let (evaluation, findings) = try ReviewedExample.evaluated(
        "clinic", [("ai-processing", processing)])
      let amendment = try #require(draft("amendment", evaluation, findings))
      let text = amendment.blocks.map(\.text).joined(separator: "\n")
      #expect(!text.contains("[full ban]"))
      #expect(times("[open: full ban]", in: text) <= 1)
      if processing != nil {
        #expect(text.contains("to train a model"))
        #expect(times("(the Training Prohibition)", in: text) == 1)
      }
    }
  }

  /// What is listed as authorised is a company with a name, an agreement and a settled role.
  @Test(.enabled(if: TestPacks.real.phrase("sub-authorised") != nil))
  func noCompanyIsAuthorisedThatTheReportSaysToStop() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let data = ReportData(evaluation, findings, DraftSettings(matter: "clinic"))
    #expect(data.findings.contains { $0.id == "review.evaluation-no-agreement[london]" })
    let amendment = try #require(draft("amendment", evaluation, findings))
    func tables(_ blocks: [Block]) -> [Table] {
      blocks.flatMap { block -> [Table] in
        switch block {
        case .table(let table): [table]
        case .landscape(let inner): tables(inner)
        default: []
        }
      }
    }
    func words(_ cells: [[Run]]) -> [String] { cells.map { $0.map(\.text).joined() } }
    let list = try #require(
      tables(amendment.blocks).first { words($0.header).contains("Authorised") })
    let column = try #require(words(list.header).firstIndex(of: "Authorised"))
    for row in list.rows.map(words) {
      let isSound = row[0] == "Amazon Web Services EMEA SARL"
      #expect(row[column].hasPrefix(isSound ? "yes" : "no"), "\(row)")
    }
    #expect(list.rows.count == 3)
  }

  @Test func aSentenceGoesAlongWithItsWideTables() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let wide = amendment.wideBlocksGathered.blocks.compactMap { block -> [Block]? in
      if case .landscape(let inner) = block { return inner }
      return nil
    }
    let first = try #require(wide.first)
    #expect(first.count > 2)
    #expect(first[0].text.hasPrefix("Provision ") && first[1].text.hasPrefix("These tables show"))
  }

  /// A row of dashes would say that there is nothing.
  @Test func aTableThatNobodyHasFilledInIsItsBlank() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let blank = "processor's own purposes"
    #expect(amendment.blocks.contains { $0.runs.contains { $0.blank?.name == blank } })
    for case .table(let table) in amendment.blocks {
      #expect(!table.rows.joined().joined().contains { $0.blank?.name == blank })
    }
  }

  /// Our numbers mean nothing in another's paper, nor do the titles of our sections: a reference names a
  /// provision, or a subject.
  @Test(arguments: reviewed)
  func aReferenceNamesAProvisionOrASubject(_ example: String) throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(example)
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    #expect(!text.contains("the provisions of the Agreement on"))
    #expect(!text.contains("provides on “"))
    #expect(text.contains("what this DPA provides on a subject is all that the Agreement"))
    #expect(!text.contains("section 9"))
  }

  @Test func aClauseWithinAProvisionHasANumber() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("review-37signals-2023")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("must meet what this DPA provides on international transfers"))
    #expect(text.contains("Within the time stated in Provision 6(1) it shall supply"))
    #expect(
      amendment.blocks.contains { $0.text.hasPrefix("(1) The Processor shall make available") })
    // The numbers of the amendment's own sections run on.
    for case .paragraph(let paragraph) in amendment.blocks {
      #expect(paragraph.number.map { !$0.hasPrefix("6.") } ?? true)
    }
  }

  /// What inserted text calls by a word with a capital letter is defined beside it.
  @Test(arguments: reviewed)
  func whatIsInsertedIsDefined(_ example: String) throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(example)
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    for term in ["this DPA", "Effective Date", "Data Protection Laws", "Services"] {
      #expect(text.contains("\(term) means "), "\(term)")
    }
    #expect(!text.contains("the Main Agreement"))
    #expect(!text.contains("[kind of instrument]"))
    #expect(!text.contains("[addresses for notices]"))
  }

  /// A day that nobody knows is printed by no paper as if it were one.
  @Test func aDateThatStandsForADayIsNotPrintedAsOne() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let report = try #require(draft("gap-report", evaluation, findings))
    #expect(!amendment.blocks.contains { $0.text.contains("1 January 2023") })
    #expect(amendment.blocks.contains { $0.text.contains("of which a copy is attached") })
    let places = report.blocks.map(\.text).joined(separator: "\n")
      .split(separator: "1 January 2023", omittingEmptySubsequences: false).dropLast()
    #expect(!places.isEmpty)
    for place in places {
      // The evidence of a finding is the answer as it was given, after that on the day itself.
      #expect(
        place.hasSuffix("a day that is not known, counted here as ")
          || place.hasSuffix("Evidence: paper: day known: No; paper: date: "), "\(place.suffix(80))"
      )
    }
  }

  /// A blank is called after the value that is wanted; the person is led to what has to be answered
  /// first.
  @Test func aBlankBearsTheNameOfItsOwnValue() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("review-37signals-2023")
    let agreement = try #require(draft("agreement", evaluation, findings))
    let blank = try #require(
      agreement.blanks.first { $0.name == "controller: representative in the Union" })
    #expect(blank.waitsFor.map(\.linkId) == ["controller.country"])
    let amendment = try #require(draft("amendment", evaluation, findings))
    #expect(amendment.blanks.contains { $0.name == "sub-processors: time to object" })
    // A whole passage that hangs on an answer is called after that answer.
    #expect(amendment.blanks.contains { $0.name == "open: list of sub-processors" })
  }
}
