import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What the pack and its documents say of the law.
struct LawTests {
  private let pack = TestPacks.real
  private let asOf = CalendarDate(year: 2026, month: 11, day: 21)

  private func cases() -> [(String, Evaluation)] {
    pack.examples.map { example in
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      return (example.id, assigning.evaluation)
    }
  }

  @Test func everyErratumIsThereOnce() {
    let numbers = pack.coverage.compactMap { item in
      item.id.hasPrefix("erratum-") ? Int(item.id.dropFirst("erratum-".count)) : nil
    }
    #expect(numbers == Array(1...75))
  }

  @Test func noDocumentOfACaseSaysWhatIsWrong() throws {
    let asOf = try #require(asOf)
    let background = pack.contents.background
    #expect(background.denials.count > 50)
    for (id, evaluation) in cases() {
      let findings = examine(evaluation, asOf: asOf)
      for template in pack.documents {
        let document = try #require(draft(template.id, evaluation, findings))
        for block in document.cover + document.blocks {
          for text in texts(block) {
            for denial in background.denials where denial.isSaid(in: text) {
              let right = denial.mentioned.contains { mention in
                pack.authority(mention).map { text.contains($0.citation) } ?? true
              }
              #expect(right, "\(id), \(template.id): “\(denial.words)” in \(text)")
            }
          }
        }
      }
    }
  }

  /// A paragraph, an item, a cell: a text by itself.
  private func texts(_ block: Block) -> [String] {
    switch block {
    case .list(let list): list.items.flatMap(\.blocks).flatMap(texts)
    case .table(let table):
      (table.header + table.rows.flatMap { $0 }).map { $0.map(\.text).joined() }
    case .landscape(let blocks): blocks.flatMap(texts)
    default: [block.text]
    }
  }

  @Test func aDeniedNumberIsNotFoundInALongerOne() {
    let denial = Denial(item: "x", words: "541.105", mentioned: [])
    #expect(denial.isSaid(in: "Tex. Bus. & Com. Code § 541.105"))
    #expect(!denial.isSaid(in: "§ 541.1051 and 1541.105"))
    let both = Denial(item: "x", words: "28(10) + liable", mentioned: [])
    #expect(both.isSaid(in: "Liable under Art. 28(10)."))
    #expect(!both.isSaid(in: "Art. 28(10)."))
  }

  @Test func sourcesNameNoStateThatIsNotInPlay() throws {
    let asOf = try #require(asOf)
    for (id, evaluation) in cases() {
      guard let laws = pack.question("laws"),
        case .value(.checks(let ticks)) = evaluation.effective.reading(.question(laws))
      else { continue }
      let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
      let sources = document.blocks.map(\.text).joined(separator: "\n")
      for (code, mark) in [
        ("ccpa", "Cal. Civ. Code"), ("ccpa", "11 CCR"), ("cpa", "C.R.S. § 6-1-13"),
        ("tdpsa", "Tex. Bus."), ("ctdpa", "Conn. Gen. Stat."), ("vcdpa", "Va. Code"),
      ] where !ticks.contains(.code(code)) {
        #expect(!sources.contains(mark), "\(id) cites \(mark) without \(code)")
      }
    }
  }

  @Test func everyAuthorityHasASourceAndADay() {
    for authority in pack.authorities {
      #expect(!authority.source.isEmpty, "\(authority.id) has no source")
      #expect(authority.asOf.year == 2026, "\(authority.id) was looked at long ago")
    }
  }

  @Test func aDraftThatMissesADutyIsBarredUntilTheReasonIsGiven() throws {
    let asOf = try #require(asOf)
    let clean = Sheets.clean(pack)
    let empty = evaluate(pack, AnswerSheet())
    func obstacles(_ evaluation: Evaluation) throws -> [FinalObstacle] {
      let findings = examine(evaluation, asOf: asOf)
      let document = try #require(draft("agreement", evaluation, findings))
      return finalObstacles(document, evaluation, findings)
    }
    #expect(try obstacles(clean).isEmpty)
    #expect(
      try obstacles(empty).contains {
        if case .blank = $0 { return true }
        return false
      })
  }

  @Test func aChoiceBelowTheLawStandsInTheMemoWithItsReason() throws {
    let asOf = try #require(asOf)
    var assigning = Assigning(Sheets.clean(pack))
    assigning.take([
      Assignment(
        path: "instruction-places", said: .words("anywhere"), note: "The board decided so.")
    ])
    #expect(assigning.refused.isEmpty)
    let evaluation = assigning.evaluation
    let findings = examine(evaluation, asOf: asOf)
    let agreement = try #require(draft("agreement", evaluation, findings))
    #expect(finalObstacles(agreement, evaluation, findings).isEmpty)
    let memo = try #require(draft("deviation-memo", evaluation, findings))
    let text = memo.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("The board decided so."))
    #expect(text.contains("GDPR, Art. 28(3)(a)"))
    #expect(wantedDocuments(evaluation).contains("deviation-memo") == false)
    #expect(wantedDocuments(evaluation, with: ["memo"]).contains("deviation-memo"))
  }

  @Test func referencesThatFollowOneAnotherAreGathered() throws {
    let asOf = try #require(asOf)
    for (id, evaluation) in cases() {
      let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
      let text = document.blocks.map(\.text).joined(separator: "\n")
      #expect(!text.contains("one time "), "\(id)")
      let pattern = /section [0-9.]+ and section [0-9.]+/
      #expect(text.firstMatch(of: pattern) == nil, "\(id)")
    }
  }
}
