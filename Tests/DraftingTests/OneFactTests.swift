import Interview
import PackModel
import TestSupport
import Testing

/// One fact is one finding, and a finding says only what this matter shows.
struct OneFactTests {
  /// Logs are kept for thirty days where the draft says seven: for every model, and for the
  /// provider's own purposes.
  @Test func logsThatAreKeptTooLongAreFoundOnce() throws {
    let found = try ChangedCase("copilot-rollout", []).found
    let onLogs = found.filter { id in
      [
        "deletion.logs-broken", "ai.endpoint-logs-long", "own-purposes.longer-than-logs",
        "ai.zero-retention-unset",
      ].contains { id.hasPrefix($0) }
    }
    #expect(onLogs == ["deletion.logs-broken"])
    // Where the draft has no time that is broken, each is told by itself.
    let apart = try ChangedCase(
      "copilot-rollout", [("stores[logs].kept-for", .words("90 day"))]
    ).found
    #expect(apart.contains { $0.hasPrefix("ai.endpoint-logs-long") })
    #expect(apart.contains { $0.hasPrefix("ai.zero-retention-unset") })
  }

  /// Nobody warrants by clause 14 of clauses that are not there.
  @Test func anAssessmentIsMissedWhereASafeguardOfArticle46Stands() throws {
    let rollout = try ChangedCase("copilot-rollout", []).found
    #expect(!rollout.contains("transfers.tia-missing"))
    let clauses = try ChangedCase(
      "clean",
      [
        ("third-country", .words("yes")), ("processor.country", .words("in")),
        ("processor-place", .words("in")), ("mechanism-confirmed", .words("yes")),
        ("tia-done", .words("no")),
      ]
    ).found
    #expect(clauses.contains("transfers.tia-missing"))
  }

  /// An arrangement that is signed may still lack what Art. 26 asks for.
  @Test func theArrangementIsReadForItsContents() throws {
    #expect(try ChangedCase("joint-proxy", []).found.contains("roles.arrangement-thin"))
    let read = try ChangedCase(
      "joint-proxy", [("joint-contents", .list(["informs", "answers", "essence"]))]
    ).found
    #expect(!read.contains("roles.arrangement-thin"))
  }

  /// Reviewers are missed where somebody reviews: by the memo and by the report, or by neither.
  @Test func reviewersAreMissedWhereThereAreSome() throws {
    let none = try ChangedCase("swiss-controller", [])
    #expect(none.evaluation.shortfalls().isEmpty)
    #expect(!none.found.contains("confidentiality.reviewers-left-out"))
    let some = try ChangedCase("swiss-controller", [("human-access", .words("at-discretion"))])
    #expect(!some.evaluation.shortfalls().isEmpty)
    #expect(some.found.contains("confidentiality.reviewers-left-out"))
  }

  /// What is transcribed and translated is done by models that the list names.
  @Test func aFeatureHasItsModel() throws {
    let whole = try ChangedCase("swiss-bank", []).found
    #expect(whole.isDisjoint(with: ["ai.feature-speech", "ai.feature-translation"]))
    let part = try ChangedCase(
      "swiss-bank", [("models[m3]", .removeRow), ("models[m4]", .removeRow)]
    ).found
    #expect(part.isSuperset(of: ["ai.feature-speech", "ai.feature-translation"]))
    let fewer = try ChangedCase(
      "swiss-bank", [("features", .words("search in product documents"))]
    ).found
    #expect(fewer.contains { $0.hasPrefix("chain.service-outside-features") })
  }
}
