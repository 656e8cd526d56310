import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// What a board reads in the report of the clinic case.
struct ReportTests {
  private let pack = TestPacks.real
  private let evaluation: Evaluation
  private let findings: FindingsResult
  private let data: ReportData

  init() throws {
    (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    data = ReportData(evaluation, findings, DraftSettings(matter: "clinic"))
  }

  private func finding(_ id: String) throws -> FindingEntry {
    try #require(data.findings.first { $0.id == id })
  }

  /// "Not in the paper" is said only where somebody looked and found nothing.
  @Test func whereItStandsIsNotMadeUp() throws {
    #expect(try finding("review.a-2-missing").place == "not in the paper")
    #expect(try finding("review.ch-1-vague").place == "not noted")
    #expect(try finding("review.logs-over-usual").place == "–")
  }

  @Test func everyFindingNamesWhatItRestsOn() throws {
    for entry in data.findings {
      #expect(!entry.sources.isEmpty, "\(entry.id)")
      #expect(entry.evidence != "no answer shows otherwise", "\(entry.id)")
    }
    // A row is called by its own name, once, and what was noted beside an answer is there.
    #expect(
      try finding("review.gap-no-training").evidence.hasSuffix(
        "holds: No; place or proof: nothing on training"))
    let clicked = try #require(data.findings.first { $0.id.hasPrefix("review.joint-clicked") })
    #expect(clicked.evidence.hasPrefix("company 1 (Mistral AI SAS): "))
  }

  /// What follows from a lighter finding does not stand under it.
  @Test func theWorstStandsFirst() throws {
    let causes = data.findings.filter { $0.finding.impliedBy == nil }.map(\.words.severity)
    #expect(causes == causes.sorted())
    for entry in data.findings {
      guard let cause = entry.finding.impliedBy else { continue }
      #expect(try finding(cause).words.severity <= entry.words.severity)
    }
    #expect(try finding("review.before-later-law").finding.impliedBy == nil)
  }

  /// What follows from another stands in the plan by its own grade.
  @Test func theActionPlanRunsByGrade() throws {
    // A paper of before the Commission's clauses of 2021: what follows from that is lighter.
    let (evaluation, findings) = try ReviewedExample.evaluated(
      "clinic", [("paper.date", "2021-06-01")])
    let data = ReportData(evaluation, findings, DraftSettings(matter: "clinic"))
    let grades = data.actions.map(\.words.severity)
    #expect(grades == grades.sorted())
    #expect(data.findings.map(\.words.severity) != grades, "nothing to sort")
    #expect(Set(data.actions.map(\.id)) == Set(data.findings.map(\.id)))
    let rows = try #require(data.tables[.actions])
    #expect(rows.map { $0[ActionColumn.id] } == data.actions.map { .text($0.id) })
  }

  /// What is missing is named without a row of colons.
  @Test func aClockThatIsNotKnownNamesWhatItIsWithout() throws {
    let words = data.facts[.chainLatest]
    #expect(words.hasPrefix("Not known, for want of “company 1 (Mistral AI SAS): "))
    #expect(words.hasSuffix(" and 1 more."))
  }

  @Test func aFewOfAKindAreEachToldInFullAndManyOnce() throws {
    let rows = try #require(data.tables[.findings])
    #expect(rows.count > 30)
    #expect(
      rows.allSatisfy {
        $0[FindingColumn.first] == .text("yes") && $0[FindingColumn.like] == $0[FindingColumn.id]
      })

    let (few, many) = ([["a"], ["a"], ["a"]], Array(repeating: ["b"], count: 4))
    #expect(FindingRows.tellers(few + many + [["c"]]) == [0, 1, 2, 3, 3, 3, 3, 7])
  }

  @Test func aRowsGradeNamesTheAnswersOfItsOwnDuties() throws {
    let row = try #require(findings.matrix.rows.first { $0.article == .a })
    #expect(row.contract.sources.map(\.path) == ["duties[A-2].wording"])
  }

  /// A region that is pinned for one model proves neither the instructions nor the exception; a
  /// runbook for breaches proves one of five kinds of help; and both bear no date.
  @Test func inOperationIsOnlyWhatDatedEvidenceProves() throws {
    let rows = findings.matrix.rows
    let pinned = try #require(rows.first { $0.article == .a })
    #expect(pinned.mechanism.level == .undated)
    func shown(_ row: Matrix.Row) -> [String] {
      row.duties.filter { $0.mechanism != .notAssessed }.map { pack.obligations[$0.obligation].id }
    }
    #expect(shown(pinned) == ["A-2"])
    let runbook = try #require(rows.first { $0.article == .f })
    #expect(shown(runbook) == ["F-2"])
    #expect(rows.first { $0.article == .b }?.mechanism.level == .operation)
    #expect(try finding("review.mechanism-undated[a]").words.severity == .minor)
    #expect(try finding("review.mechanism-part[f]").words.finding.contains("F-2"))

    let dated = try ReviewedExample.evaluated(
      "clinic", [("clauses[f].proof-date", "2026-03-01")]
    ).1.matrix.rows.first { $0.article == .f }
    #expect(dated?.mechanism.level == .part)
    #expect(dated.map { $0.duties.filter { $0.mechanism == .operation }.count } == 1)
  }

  /// Four hospitals and dictated diagnoses.
  @Test func healthDataIsSeen() throws {
    #expect(try finding("review.special-unread").words.finding.contains("health"))
    let export = try #require(
      data.findings.first { $0.id.hasPrefix("review.evaluation-no-agreement") })
    #expect(export.words.severity == .critical)
    #expect(export.words.remedy.contains("Art. 33(1) and (5)"))
    #expect(export.words.remedy.contains("Art. 34"))
  }

  /// One fact, one finding.
  @Test func anOldPaperIsOneFinding() {
    let old = data.findings.filter { $0.id.hasPrefix("review.before-") }
    // What is of AI is told apart, beneath it.
    #expect(old.map(\.id).sorted() == ["review.before-ai-law", "review.before-later-law"])
    #expect(old.filter { $0.finding.impliedBy == nil }.map(\.id) == ["review.before-later-law"])
    let ids = Set(data.findings.map(\.id))
    #expect(ids.contains("review.h-2-vague") && !ids.contains("review.gap-audit"))
    #expect(ids.contains("review.a-2-missing") && !ids.contains("review.gap-places"))
  }

  /// The stack of contracts begins with the one that is tested, and a day that nobody knows is not
  /// printed as one.
  @Test func theStackBeginsAtTheController() throws {
    let report = try #require(
      draft("gap-report", evaluation, findings, DraftSettings(matter: "clinic")))
    let text = report.blocks.map(\.text).joined(separator: "\n")
    let first = try #require(text.ranges(of: "the paper under review").first)
    let second = try #require(text.ranges(of: "standard terms, plan unknown").first)
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.contains("a day that is not known"))
    #expect(!text.contains("Dated | 1 January 2023"))
  }

  @Test func evidenceSaysWhatItIsAndWhereItLies() throws {
    let item = try #require(data.review.evidence.first { $0.article == .a })
    #expect(item.what?.value == .text("region pinned to eu-central-1"))
    #expect(item.location?.value == .text("configuration of the gateway"))
  }

  /// An agreement that nobody drafted lends the report no authorities.
  @Test func theAuthoritiesAreThoseReliedOn() {
    let ids = Set(data.authorities.map(\.id))
    #expect(ids.isSuperset(of: ["gdpr-28-3-a", "gdpr-83-4"]))
    #expect(!ids.contains("gdpr-4-2"))
  }

  @Test func aSummaryNamesEachCheckOnce() throws {
    let headlines = try #require(data.tables[.headlines])
    let checks = Set(data.findings.map(\.finding.result.check))
    #expect(headlines.count == checks.count)
    let unknown = headlines.compactMap { row -> String? in
      guard case .value(.text(let title))? = row[HeadlineColumn.title],
        title.hasPrefix("Nobody knows whether")
      else { return nil }
      return title
    }
    #expect(unknown.count == 1 && unknown[0].hasSuffix(" And 1 more of this kind."))
  }

  /// In the report's tables a word says what is missing; a clause to be pasted keeps its blanks.
  @Test func cellsSayWhatIsMissing() throws {
    var settings = DraftSettings(matter: "clinic")
    settings.isLong = true
    let report = try #require(draft("gap-report", evaluation, findings, settings))
    func cells(_ block: Block) -> [[Run]] {
      switch block {
      case .table(let table): table.rows.flatMap { $0 }
      case .landscape(let inner): inner.flatMap(cells)
      default: []
      }
    }
    let texts = report.blocks.flatMap(cells).map { $0.map(\.text).joined() }
    #expect(texts.contains("not answered") && texts.contains("not known"))
    #expect(report.blanks.contains { $0.name == "geographic scope" })
  }
}
