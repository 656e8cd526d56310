import Testing

@testable import Documents
@testable import Publishing

@Suite struct WideBlocksTests {
  private let inner = [Block.table(Table(header: [[Run("One")]], rows: [[[Run("1")]]]))]
  private var wide: Block { .landscape(inner) }

  @Test func aHeadingGoesAlongWithTheWidePage() throws {
    let heading = Sample.section("4", "plan", "Action plan")
    let lead = Sample.body([Run("What is to be done:")])
    let before = Sample.body([Run("Something else.")])
    let gathered = WideBlocks.gathered([before, heading, lead, wide, before])
    #expect(gathered.count == 3)
    guard case .landscape(let inner) = gathered[1] else {
      Issue.record("no wide page: \(gathered)")
      return
    }
    #expect(Array(inner.prefix(2)) == [heading, lead] && inner.count == 3)
    // What leads to nothing stays where it is.
    #expect(WideBlocks.gathered([heading, before, wide]) == [heading, before, wide])
  }

  @Test func aClauseGoesAlongWithItsTables() {
    let heading = Sample.section("B", "annex-b", "Sub-processors")
    let clause = Sample.clause("B.5", "companies", [Run("These tables show the chain.")])
    let before = Sample.body([Run("Something else.")])
    #expect(
      WideBlocks.gathered([before, heading, clause, wide]) == [
        before, .landscape([heading, clause] + inner),
      ])
  }

  @Test func aLineInBoldGoesAlongLikeAHeading() {
    func title(_ style: Paragraph.Style) -> Block {
      .paragraph(
        Paragraph(number: nil, anchor: nil, style: style, runs: [Run("Provision 1", strong: true)]))
    }
    let before = Sample.body([Run("Something else.")])
    #expect(
      WideBlocks.gathered([before, title(.continued), wide]) == [
        before, .landscape([title(.body)] + inner),
      ])
  }

  @Test(.enabled { await Tools.typstIsHere() }) func anAnnexMayBeginOnAWidePage() async throws {
    var document = Sample.document(standing: .final)
    document.blocks = [
      Sample.body([Run("Words.")]),
      .heading(
        Heading(
          level: 1, numbering: .annex, number: "Annex A", anchor: "a", runs: [Run("Tables")])),
      wide,
    ]
    let publication = try await Tools.publisher().publish(document, as: .pdf)
    #expect(publication.remarks.isEmpty, "\(publication.remarks)")
  }
}
