import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// What an amendment puts into another's paper.
struct InsertionTests {
  private func text(_ value: Value?) -> String {
    guard case .text(let text)? = value else { return "" }
    return text
  }

  @Test func aPassageIsNamedOnceHoweverItIsWritten() {
    let gathered = Insertion.gathered([
      (1, "roles", "Schedule 1, part B", []), (2, "roles", nil, []),
      (3, "deletion", "schedule 1,  Part B ", []), (4, "roles", nil, []), (5, "roles", "", []),
      (6, "deletion", "", []), (7, "roles", "", []),
    ])
    #expect(gathered.map(\.clauses) == [[1, 3], [2, 4], [5, 7], [6]])
    #expect(gathered.map(\.replaces) == ["Schedule 1, part B", nil, "", ""])
  }

  /// Read literally, of two replacements of one passage the second would remove the first.
  @Test(arguments: [
    "review-37signals-2023", "review-bonterms-1-0", "review-common-paper-1-0", "clinic",
  ])
  func noPassageIsReplacedTwice(_ example: String) throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(example)
    let data = ReportData(evaluation, findings, DraftSettings(matter: example))
    let rows = try #require(data.tables["insertions"])
    #expect(rows.count > 5)
    #expect(rows.map { $0["number"] } == (1...rows.count).map { .number($0) })
    let headings = rows.map { row in "\(text(row["title"])) – \(text(row["replaces"]))".lowercased()
    }
    #expect(Set(headings).count == headings.count, "\(headings)")
    let passages = rows.map { text($0["replaces"]).lowercased() }.filter {
      $0.hasPrefix("in place of ")
        && $0 != "in place of what the agreement provides on this subject"
    }
    #expect(Set(passages).count == passages.count, "\(passages)")
    let clauses = rows.flatMap { row -> [Tick] in
      guard case .checks(let clauses)? = row["clauses"] else { return [] }
      return clauses
    }
    #expect(Set(clauses) == Set(data.findings.compactMap(\.clause).map { .code($0) }))
    #expect(Set(clauses).count == clauses.count)
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

  /// Our numbers mean nothing in another's paper, and what did not go there cannot be referred to.
  @Test func aReferenceNamesAProvisionOrThePaperItself() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("review-37signals-2023")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("the provisions of the Agreement on “International transfers”"))
    #expect(text.contains("in accordance with Provisions 6 to 10"))
    #expect(!text.contains("the provision on"))
    #expect(!text.contains("section 9"))
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
