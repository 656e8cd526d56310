import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// Several reviews beside each other, and two versions of one paper.
@Suite struct BesideTests {
  private func side(_ id: String, _ changes: [(String, String?)] = []) throws -> ReviewSide {
    let (evaluation, findings) = try ReviewedExample.evaluated(id, changes)
    return ReviewSide(id, evaluation, findings, DraftSettings(matter: id))
  }

  private func tables(_ document: Document) -> [Table] {
    document.blocks.flatMap { block -> [Block] in
      if case .landscape(let inner) = block { inner } else { [block] }
    }.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  private func words(_ row: [[Run]]) -> [String] { row.map(\.text) }

  @Test("each row stands once, what differs before what does not, with grade, figure and place")
  func vendors() throws {
    let sides = try ["review-37signals-2023", "review-common-paper-1-0"].map { try side($0) }
    let document = ReviewsBeside(sides, DraftSettings()).document
    let found = tables(document)
    #expect(found.count == 3)
    let (apart, alike) = (found[1].rows.map(words), found[2].rows.map(words))
    #expect(apart.allSatisfy { $0[1] != $0[3] } && alike.allSatisfy { $0[1] == $0[3] })
    let all = Set(sides.flatMap { $0.rows.map(\.id) })
    #expect(apart.count + alike.count == all.count && all.count > 40)
    let notice = try #require(apart.first { $0[0] == "Days of notice before a new sub-processor" })
    #expect(notice[1] == "Words only" && notice[3] == "10 business days", "\(notice)")
    let liability = try #require(apart.first { $0[0] == "Full liability for sub-processors" })
    #expect(liability[1].contains("by standard clauses"), "\(liability)")
    #expect(liability[3].contains("vague – Conditional"), "\(liability)")
    #expect(liability[4].contains("section 2.6(d)"), "\(liability)")
    let security = try #require(apart.first { $0[0].hasPrefix("(c)") })
    #expect(security[3] == "? not assessed", "what nobody graded is no grade")
  }

  @Test("three stand beside each other, and each has its column in the picture")
  func three() throws {
    let ids = ["review-37signals-2023", "review-common-paper-1-0", "review-bonterms-1-0"]
    let document = ReviewsBeside(try ids.map { try side($0) }, DraftSettings()).document
    let picture = try #require(
      document.blocks.lazy.compactMap { block -> Picture? in
        if case .picture(let picture) = block { picture } else { nil }
      }.first)
    guard case .grid(let grid) = picture.shape else {
      Issue.record("no grid")
      return
    }
    #expect(grid.columns == ids && grid.rows.count == 10)
    #expect(grid.rows.allSatisfy { $0.cells.count == 3 })
  }

  @Test("of two versions each row says what became of it")
  func versions() throws {
    let before = try side("review-bonterms-1-0")
    let after = try side(
      "review-bonterms-1-0",
      [
        ("duties[D-3].wording", "present"), ("duties[D-3].flaw", nil),
        ("duties[H-1].wording", "missing"), ("duties[F-1].wording", nil),
        ("gaps[changes].holds", "no"), ("duties[D-4].quote", "the same as those set out here"),
      ])
    let compared = ReviewVersions(before: before, after: after, DraftSettings())
    func change(_ text: String) -> ReviewVersions.Change? {
      compared.lines.first { $0.text == text }?.change
    }
    #expect(change("A real chance to object") == .better)
    #expect(change("All information that shows compliance") == .worse)
    #expect(change("Help with security") == .gone)
    let changes = "The vendor cannot change the paper, its annexes or linked policies alone"
    #expect(change(changes) == .new)
    #expect(change("The same duties downstream") == .otherWords)
    #expect(change("Duration") == .same)
    let findings = tables(compared.document)[1].rows.map(words)
    #expect(findings.contains { $0[1] == "none" && $0[2] == "major" })
    #expect(findings.contains { $0[2] == "gone" })
  }
}
