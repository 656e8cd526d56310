import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// A case of the real pack with changes: its documents, and what the checks find in it.
struct ChangedCase {
  let evaluation: Evaluation
  let findings: FindingsResult
  /// What fails, by the checks' ids, with the row's where there is one.
  let found: Set<String>
  /// Changes that are not accepted.
  let refused: [String]

  private static let clean = Sheets.clean(TestPacks.real)

  init(_ example: String, _ changes: [(String, Assignment.Said)]) throws {
    let pack = TestPacks.real
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    if example == pack.clean {
      assigning = Assigning(Self.clean, renames: false)
    } else {
      assigning.take(try #require(pack.examples.first { $0.id == example }).assignments)
      try #require(assigning.refused.isEmpty, "\(example): \(assigning.refused)")
    }
    assigning.take(changes.map { Assignment(path: $0.0, said: $0.1) })
    evaluation = assigning.evaluation
    refused = assigning.refused.map(\.path)
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    findings = examine(evaluation, asOf: asOf)
    found = Set(findings.findings(pack).map(\.id))
  }

  func blocks(_ document: String, isLong: Bool = false) throws -> [Block] {
    var settings = DraftSettings()
    settings.isLong = isLong
    return try #require(draft(document, evaluation, findings, settings)).blocks
  }

  func text(_ document: String, isLong: Bool = false) throws -> String {
    try blocks(document, isLong: isLong).map(\.text).joined(separator: "\n")
  }

  /// The rows of all tables whose first cell says this, each as the words of its columns.
  func rows(_ document: String, of name: String) throws -> [[String: String]] {
    try blocks(document).flatMap(Self.tables).flatMap { table -> [[String: String]] in
      let header = table.header.map(Self.words)
      return table.rows.map { $0.map(Self.words) }.filter { $0.first == name }.map { cells in
        Dictionary(zip(header, cells)) { first, _ in first }
      }
    }
  }

  /// What was decided, by the calculated value's id.
  func decided(_ id: String, row: Int? = nil) throws -> Reading {
    let number = try #require(TestPacks.real.calculated(id))
    return evaluation.effective.reading(.calculated(number), row: row)
  }

  private static func words(_ runs: [Run]) -> String { runs.map(\.text).joined() }

  private static func tables(_ block: Block) -> [Table] {
    switch block {
    case .table(let table): [table]
    case .landscape(let inner): inner.flatMap(tables)
    default: []
    }
  }
}
