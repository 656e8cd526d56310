import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// What the first page of the gap report recommends, by the rule that it prints.
@Suite struct RecommendationTests {
  private func data(
    _ id: String, _ changes: [(String, String?)] = [], accepting reasons: [String: String] = [:]
  ) throws -> ReportData {
    var (evaluation, findings) = try ReviewedExample.evaluated(id, changes)
    var settings = DraftSettings(matter: id)
    for (finding, reason) in reasons.sorted(by: { $0.key < $1.key }) {
      var sheet = evaluation.sheet
      let number = sheet.head + 1
      sheet.apply(
        Entry(
          number: number, when: "2026-11-20T10:00:00Z", by: "Mara Lind", why: nil,
          changes: sheet.following(
            finding, FollowUp(owner: "Board", status: .accepted, reason: reason))))
      settings.signers[number] = DraftSettings.Signer(by: "Mara Lind", when: "2026-11-20T10:00:00Z")
      (evaluation, findings) = try ReviewedExample.examined(
        evaluate(evaluation.pack, sheet))
    }
    return ReportData(evaluation, findings, settings)
  }

  private func recommended(_ data: ReportData) -> String? { data.recommendation.chosen?.id }

  private func text(_ data: ReportData) throws -> String {
    let document = try #require(TestPacks.real.document(.report))
    return data.draft(document).blocks.map(\.text).joined(separator: "\n")
  }

  @Test("the rule and what follows from it stand on the first page, once")
  func theRuleIsPrinted() throws {
    let data = try data("clinic")
    let text = try text(data)
    #expect(text.contains("Recommended: \(data.facts[.decision])"))
    for reason in data.recommendation.reasons { #expect(text.contains(reason.rule)) }
    let rows = try #require(data.tables[.decision])
    #expect(rows.contains { $0[DecisionColumn.holds] == .text("yes") })
  }

  @Test("a critical finding is for the management, and an accepted one is named and left aside")
  func acceptedRisks() throws {
    let changes = [("duties[D-2].wording", "missing"), ("duties[D-2].flaw", nil)]
    let missing = try data("clean-review", changes)
    #expect(missing.findings.contains { $0.id == "review.d-2-missing" })
    #expect(recommended(missing) == "escalate")

    let accepted = try data(
      "clean-review", changes, accepting: ["review.d-2-missing": "the vendor has one company only"])
    let rule = missing.recommendation.reasons.first { $0.holds }?.rule
    #expect(accepted.recommendation.chosen?.rule != rule)
    let text = try text(accepted)
    #expect(text.contains("Risks that were accepted"))
    #expect(text.contains("accepted: the vendor has one company only"))
    #expect(text.contains("Mara Lind, 20 November 2026"))
    let numbered = try #require(accepted.tables[.headlines]).filter {
      $0[HeadlineColumn.number] != .value(.number(0))
    }
    #expect(
      numbered.allSatisfy { $0[HeadlineColumn.status] != .text("accepted") }
        && numbered.count < (accepted.tables[.headlines] ?? []).count)
  }

  @Test("what nobody assessed never leads to a signature")
  func notAssessedIsNotSound() throws {
    for duty in ["A-1", "D-2", "H-2"] {
      let data = try data("clean-review", [("duties[\(duty)].wording", nil)])
      #expect(recommended(data) == "escalate", "\(duty)")
    }
  }

  @Test("a paper that lacks three rows is not mended by words")
  func threeRowsMissing() throws {
    let data = try data(
      "clean-review",
      ["A-1", "A-2", "A-3", "G-1", "G-2", "G-3", "H-1", "H-2"].map {
        ("duties[\($0)].wording", "missing")
      })
    #expect(recommended(data) == "do-not-sign")
  }

  @Test("where nobody was named a role and a day are proposed, and marked so")
  func proposals() throws {
    let data = try data("clinic")
    for row in try #require(data.tables[.actions]) {
      guard case .value(.text(let owner))? = row[ActionColumn.owner],
        case .value(.text(let due))? = row[ActionColumn.due]
      else {
        Issue.record("an action without words")
        continue
      }
      #expect(owner.hasSuffix("(proposed)") && due.hasSuffix("(proposed)"), "\(owner), \(due)")
    }
    let critical = try #require(data.tables[.actions]?.first)
    #expect(critical[ActionColumn.due] == .text("5 December 2026 (proposed)"))
    guard case .value(.text(let who))? = data.tables[.headlines]?.first?[HeadlineColumn.who] else {
      Issue.record("a headline without words")
      return
    }
    #expect(who.hasSuffix(", 5 December 2026 (both proposed)") && !who.contains("(proposed)"))
  }

  @Test("a draft of one's own has no decision and no proposals")
  func ownDraft() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(
      "clean-review", [("paper-kind", "our-draft")])
    let data = ReportData(evaluation, findings, DraftSettings())
    #expect(data.recommendation.reasons.isEmpty)
    #expect(try !text(data).contains("Recommended:"))
    #expect(try !text(data).contains("(proposed)"))
  }

  @Test("a row says how many of its duties have which grade")
  func countsPerRow() throws {
    let data = try data("review-bonterms-1-0")
    let row = try #require(
      data.tables[.matrix]?.first { $0[MatrixColumn.row] == .text("(d)") })
    #expect(row[MatrixColumn.count] == .text("1 present, 4 vague, 1 not assessed of 6"))
    let picture = try #require(data.pictures[.matrix])
    #expect(picture.description.contains("1 present, 4 vague, 1 not assessed of 6"))
  }

  @Test("what is known of the vendor under review stands before all other facts")
  func theVendorFirst() throws {
    let data = try data(
      "clinic", [("processor.name", "Mistral AI SAS"), ("services-name", "La Plateforme")])
    let providers = data.review.facts.map(\.provider)
    #expect(providers.first == "Mistral")
    let last = try #require(providers.lastIndex(of: "Mistral"))
    #expect(providers[...last].allSatisfy { $0 == "Mistral" })
  }

  @Test("the numbers of the paper stand beside the reader's own limits")
  func theNumbers() throws {
    let text = try text(
      data("review-bonterms-1-0", [("limits.notice", "45 day")]))
    #expect(text.contains("Notice of a new sub-processor 30 days in numbers 45 days"))
  }

  @Test("the long form has what the short one leaves out")
  func theLongForm() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("review-bonterms-1-0")
    var settings = DraftSettings()
    let short = try #require(draft("gap-report", evaluation, findings, settings))
    settings.isLong = true
    let long = try #require(draft("gap-report", evaluation, findings, settings))
    func headings(_ document: Document) -> [String] {
      document.blocks.compactMap { block in
        if case .heading(let heading) = block { heading.anchor } else { nil }
      }
    }
    let more = Set(headings(long)).subtracting(headings(short))
    #expect(more == ["gap-lesser", "gap-closing"])
  }
}
