import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What the review of a whole paper costs at the keyboard.
@Suite struct ReviewWalkTests {
  @Test(
    "all rows, duties, gaps and figures with report and changes: 250 keys and 400 characters at most",
    arguments: [
      ("bonterms-1-0.txt", "review-bonterms-1-0", Size(columns: 80, rows: 24)),
      ("common-paper-1-0.txt", "review-common-paper-1-0", Size(columns: 100, rows: 30)),
    ])
  func theWholeReview(file: String, example: String, size: Size) async throws {
    let pack = TestPacks.real
    let answers = try #require(pack.examples.first { $0.id == example })
    let paper = try await PaperAtHand(file, pack: pack)
    var walk = try ReviewWalk(size, paper: paper, example: answers, pack: pack)
    walk.run()
    #expect(walk.lost == [])
    // As it was measured first: 146 and 157 actions, 130 and 129 characters.
    #expect(walk.actions <= 250 && walk.characters <= 400, "\(walk.actions), \(walk.characters)")
    #expect(
      walk.sitting.effects.contains(
        .writeRedline(terms: ["Sub-processor": "Subprocessor"])))
    #expect(
      walk.sitting.effects.contains { if case .publish = $0 { true } else { false } })
    // What was meant is what was kept: every grade, reason and number of the example.
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(answers.assignments)
    let rows = ReadingRow.rows(try #require(walk.sitting.desk.shared.file))
    #expect(rows.count > 35)
    for row in rows {
      for part in [.grade, .flaw, .value] as [Review.Part] {
        guard let key = row.key(part, pack),
          case .value(let value)? = assigning.evaluation.sheet[key]
        else { continue }
        #expect(walk.sitting.sheet[key] == .value(value), "\(key.path)")
      }
      if let key = row.key(.quotation, pack),
        case .value(.text(let words))? = walk.sitting.sheet[key]
      {
        #expect(walk.sitting.sheet.source(of: key) != nil, "\(key.path): \(words)")
      }
    }
  }
}
