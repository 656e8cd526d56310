import Interview
import PackModel
import Testing

/// Beside the Commission's clauses stands what they leave open, and nothing is found missing that
/// the draft has.
struct OfficialClausesTests {
  private func official(_ more: [(String, Assignment.Said)] = []) throws -> ChangedCase {
    try ChangedCase(
      "clean",
      [
        ("standard-clauses", .words("yes")), ("docking", .words("no")),
        ("authorisation", .words("general")), ("sub-usual", .words("yes")),
      ] + more)
  }

  @Test func anObjectionHasATimeAndAConsequence() throws {
    let text = try official().text("agreement")
    #expect(text.contains("taken in option 2 (general written authorisation)"))
    #expect(text.contains("may object to the change until the Sub-processor has access"))
    #expect(text.contains("nor while an objection has not been settled"))
    #expect(text.contains("look for a solution in good faith for 30 days"))
    #expect(text.contains("refund the fees paid in advance"))
    #expect(text.contains("It shall state in it the name, address and contact person"))
  }

  @Test func noObjectionIsNeededWhereEachCompanyIsAuthorised() throws {
    let text = try official([("authorisation", .words("specific"))]).text("agreement")
    #expect(text.contains("taken in option 1 (prior specific authorisation)"))
    #expect(!text.contains("look for a solution in good faith"))
  }

  /// What the clauses settle themselves, and the draft prints nowhere, is not asked.
  @Test func whatTheClausesSettleIsNotAsked() throws {
    let refused = try official([
      ("notice-channel", .words("page-only")), ("sub-usual", .words("no")),
      ("bound-people", .list(["employees"])),
    ])
    #expect(!refused.found.contains("confidentiality.employees-only"))
    let text = try refused.text("agreement")
    #expect(!text.contains("on a web page to"))
    #expect(!text.contains("bound-people") && !text.contains("[people bound"))
  }

  /// A full ban on training covers what is derived; only a ban that stops short of it is a finding.
  @Test func aFullBanReachesWhatIsDerived() throws {
    let full = try ChangedCase("clean", [("ban-full", .words("yes"))])
    #expect(try full.text("agreement").contains("Embeddings, statistics, and data that has been"))
    #expect(!full.found.contains("training.derived-open"))
    let short = try ChangedCase(
      "clean", [("ban-full", .words("no")), ("ban-derived", .words("no"))])
    #expect(short.found.contains("training.derived-open"))
  }
}
