import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// The one sentence that a report begins with never says more than was looked at.
struct VerdictTests {
  private func verdict(_ evaluation: Evaluation) throws -> String {
    let findings = examine(evaluation, asOf: DraftWalkTests.day)
    return ReportData(evaluation, findings, DraftSettings()).facts[.verdict]
  }

  private let pack = TinyPack.pack(
    [
      TinyPack.question("price", "money"),
      TinyPack.question("limit", "money"),
    ],
    files: [
      "checks/one.yaml": """
      - id: price
        kind: MARKET
        severity: minor
        authority: [law]
        pass: price <= limit
        finding: The price is too high.
        consequence: It is paid.
        remedy: Ask for less.
        examples:
          pass: [{set: {price: 1 EUR, limit: 2 EUR}}]
          fail: [{set: {price: 2 EUR, limit: 1 EUR}}]
          notAssessed: [{unknown: [price]}]

      """
    ])

  @Test func itNeverCallsGoodWhatWasNotLookedAt() throws {
    #expect(
      try verdict(evaluate(pack, AnswerSheet()))
        == "Not ready for signature: 2 answers are still open.")
    #expect(
      try verdict(Sheets.evaluation(pack, ["price": "1 EUR", "limit": "2 EUR"]))
        == "Ready for review by counsel: every question was answered, and no check failed.")
    #expect(
      try verdict(Sheets.evaluation(pack, ["price": "3 EUR", "limit": "2 EUR"]))
        == "Ready for review by counsel: every question was answered, and 1 lesser finding remains."
    )
    // Two currencies: everything is answered, and nothing could be compared.
    #expect(
      try verdict(Sheets.evaluation(pack, ["price": "1 USD", "limit": "2 EUR"]))
        == "Not ready for signature: 1 check could not be made.")
  }
}
