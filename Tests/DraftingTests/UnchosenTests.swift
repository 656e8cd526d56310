import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What nobody chose or knows is neither promised nor denied.
struct UnchosenTests {
  private let pack = TestPacks.real

  /// The clean case with these changes: the agreement's text, and the checks that find something.
  private func written(
    _ changes: [(String, Assignment.Said)]
  ) throws -> (text: String, found: Set<String>, evaluation: Evaluation) {
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take(changes.map { Assignment(path: $0.0, said: $0.1) })
    #expect(assigning.refused.isEmpty, "\(assigning.refused)")
    let evaluation = assigning.evaluation
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let findings = examine(evaluation, asOf: asOf)
    let document = try #require(draft("agreement", evaluation, findings))
    let found = findings.findings(pack).map { pack.checks[$0.result.check].id }
    return (document.blocks.map(\.text).joined(separator: "\n"), Set(found), evaluation)
  }

  private let ownSuppliers: [(String, Assignment.Said)] = ["a", "b", "c", "d"].map {
    ("subprocessors[\($0)].engaged-by", .words("controller"))
  }

  @Test func anExceptionThatNobodySettledIsNotAssured() throws {
    let settled = try written([])
    #expect(settled.text.contains("also warrants that an exception"))
    let open = try written([("special-exception", .words("not-settled"))])
    #expect(!open.text.contains("also warrants that an exception"))
    #expect(open.text.contains("[exception for special categories]"))
    #expect(open.found.contains("annex-a.special-exception"))
  }

  @Test func aListOfTheControllersOwnSuppliersSaysNothingOfSubProcessors() throws {
    let open = try written(ownSuppliers + [("processor-subs", .unknown(note: nil))])
    #expect(!open.text.contains("engages no Sub-processor"))
    #expect(open.text.contains("the Sub-processors are: "))
    #expect(open.found.contains("sub.list-names-nobody"))
    let none = try written(ownSuppliers + [("processor-subs", .words("nobody"))])
    #expect(none.text.contains("engages no Sub-processor"))
    #expect(!none.found.contains("sub.list-names-nobody"))
  }

  @Test func aTermThatWasChosenIsNotAmendedInOurOwnDraft() throws {
    let master = try written([("cap-interplay", .words("master"))])
    #expect(master.found.contains("liability.master-cap"))
    #expect(wantedDocuments(master.evaluation).contains("amendment") == false)
    let check = try #require(pack.checks.first { $0.id == "liability.master-cap" })
    #expect(check.closes == nil)
  }
}
