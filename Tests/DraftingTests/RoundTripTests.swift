import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// The paper tested again with the provisions in it.
struct RoundTripTests {
  private typealias Cells = [String: [String]]

  private func rows(_ example: String, _ changes: [(String, String?)] = []) throws -> Cells {
    let (evaluation, findings) = try ReviewedExample.evaluated(example, changes)
    let data = ReportData(evaluation, findings, DraftSettings(matter: example))
    let columns: [RoundTripColumn] = [.before, .after, .provision, .blanks]
    return Dictionary(
      uniqueKeysWithValues: (data.tables[.roundTrip] ?? []).map { row in
        (text(row[RoundTripColumn.obligation]), columns.map { text(row[$0]) })
      })
  }

  private func text(_ cell: ReportCell?) -> String {
    guard case .value(.text(let text))? = cell else { return "" }
    return text
  }

  /// What a provision brings without a blank is present, what waits for a number is not assessed, and
  /// what nobody has graded stays so.
  @Test func aDutyIsPresentOnlyWhereItsProvisionIsWhole() throws {
    let clinic = try rows("clinic")
    let audits = try #require(clinic["H-2"])
    #expect(audits.prefix(2) == ["vague", "present"])
    #expect(!audits[2].isEmpty && audits[3].isEmpty)
    let report = try #require(clinic["F-2"])
    #expect(report.prefix(2) == ["vague", "not assessed"])
    #expect(report[3].contains("security incidents: hours to report"))
    // A ban on training is a part of the purposes; nobody has graded the rest of them.
    for duty in ["F-4", "CH-4"] {
      #expect(clinic[duty] == ["not assessed", "not assessed", "", ""], "\(duty)")
    }
    let told = try rows("clinic", [("limits.breach", "24 hour")])
    #expect(told["F-2"]?.prefix(2) == ["vague", "present"])
  }

  /// Sound duties are not said to come from a provision, and nothing gets worse.
  @Test(arguments: ["clinic", "review-37signals-2023", "review-bonterms-1-0"])
  func nothingIsClaimedThatWasSoundBefore(_ example: String) throws {
    for (duty, cells) in try rows(example) {
      if cells[0] == "present" { #expect(cells[1...] == ["present", "", ""], "\(duty)") }
      if cells[2].isEmpty { #expect(cells[0] == cells[1], "\(duty)") }
    }
  }

  @Test func ourOwnDraftIsNotAmended() throws {
    #expect(try rows("clinic", [("paper-kind", "our-draft")]).isEmpty)
  }
}
