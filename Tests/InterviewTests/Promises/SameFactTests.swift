import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// A fact that a check tells and that sets two promises at odds is told once.
struct SameFactTests {
  private func findings(_ answers: KeyValuePairs<String, String>) -> [Finding] {
    let pack = TestPacks.real
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take(answers.map { Assignment(path: $0.key, said: .words($0.value)) })
    #expect(assigning.refused.isEmpty, "\(assigning.refused)")
    return examine(assigning.evaluation, asOf: CalendarDate.first).findings(pack)
  }

  /// Of equals the check leads, in the words of its author.
  @Test func whatTheProviderKeepsLongerIsToldByTheCheck() throws {
    let found = findings([
      "models[chat].log-kept": "30 day", "provider-logs": "30 day",
      "stores[logs].kept-rule": "fixed-time", "stores[logs].kept-for": "7 day",
    ])
    let pairs = found.filter { $0.id.contains("+models.logs[") }
    #expect(!pairs.isEmpty, "\(found.map(\.id))")
    #expect(pairs.allSatisfy { $0.impliedBy == "deletion.logs-broken" })
    #expect(found.first { $0.id == "deletion.logs-broken" }?.impliedBy == nil)
  }

  /// The heavier one leads, row by row.
  @Test func aRegionThatIsTooWideIsToldWithThePromise() throws {
    let found = findings([
      "route-steps[inference].location": "de", "route-steps[inference].bound": "yes",
      "models[chat].model-region": "EU Data Boundary",
    ])
    let wide = try #require(
      found.first { $0.id == "transfers.model-region-wide[chat]" }, "\(found.map(\.id))")
    #expect(wide.impliedBy == "promises.place.residency.run+models.run[chat]")
  }
}
