import Documents
import Drafting
import Interview
import PackModel
import TestSupport
import Testing

/// No paper authorises a company with which there is no agreement, that nobody has named, or whose
/// role is not settled.
struct AuthorisedTests {
  private static let name = "Exemple Modèles SAS"

  private func authorised(_ changes: [(String, Assignment.Said)]) throws -> String {
    let changed = try ChangedCase("clean", changes)
    let rows = try changed.rows("agreement", of: Self.name)
    return try #require(rows.compactMap { $0["Authorised"] }.first)
  }

  @Test func aCompanyIsAuthorisedOnlyWithAnAgreement() throws {
    #expect(try authorised([]) == "yes")
    let agreement = "subprocessors[a].dpa-in-place"
    let role = "subprocessors[a].sub-role"
    for said in ["missing", "not-needed"] {
      #expect(try authorised([(agreement, .words(said))]).hasPrefix("no, not before"), "\(said)")
    }
    #expect(try authorised([(role, .words("dont-know"))]).hasPrefix("no, not before"))
    #expect(
      try authorised([(role, .words("own-controller")), (agreement, .words("not-needed"))])
        == "no, for information")
    for said: Assignment.Said in [.open, .unknown(note: nil)] {
      #expect(try authorised([(agreement, said)]) == "[company 1: agreement in place]")
      #expect(try authorised([(role, said)]) == "[company 1: role]")
    }
  }

  @Test func aCompanyWithoutANameIsNotAuthorised() throws {
    let changed = try ChangedCase("clean", [("subprocessors[a].name", .unknown(note: nil))])
    let rows = try changed.rows("agreement", of: "[company 1: name]")
    #expect(rows.compactMap { $0["Authorised"] } == ["no, not before it is named"])
  }

  @Test(arguments: [
    [("standard-clauses", "no"), ("authorisation", "general")],
    [("standard-clauses", "no"), ("authorisation", "specific")],
    [("standard-clauses", "yes"), ("authorisation", "general")],
    [("standard-clauses", "yes"), ("authorisation", "specific")],
  ])
  func theAuthorisationReachesNoFurtherThanThatColumn(_ form: [(String, String)]) throws {
    let changed = try ChangedCase(
      "clean",
      form.map { ($0.0, .words($0.1)) } + [("subprocessors[a].dpa-in-place", .words("missing"))])
    let text = try changed.text("agreement")
    #expect(text.contains("shown as authorised in Annex B"))
    #expect(!text.contains("listed in the role of processor"))
    #expect(!text.contains("list is that of Annex B"))
    #expect(changed.found.contains("chain.no-agreement[a]"))
  }

  @Test func anAmendmentDoesNotAuthoriseWhatTheReportSaysToStop() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let amendment = try #require(draft("amendment", evaluation, findings))
    let text = amendment.blocks.map(\.text).joined(separator: "\n")
    #expect(!text.contains("until its role is settled"))
    #expect(!text.contains("covers those listed"))
    let london = text.split(separator: "\n").filter { $0.contains("Evaluation service in London") }
    #expect(!london.isEmpty)
    #expect(london.contains { $0.contains("not before an agreement with it is in place") })
  }
}
