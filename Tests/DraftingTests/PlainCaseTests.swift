import Interview
import PackModel
import Testing

/// What counsel of the other side found in the plain case, and in a test of a signed paper.
struct PlainCaseTests {
  /// A record with a time of its own is not kept three years as well, and what only runs out
  /// needs no certificate.
  @Test func oneTimeForEachRecord() throws {
    let text = try ChangedCase("plain", []).text("agreement")
    #expect(text.contains("save those for which this DPA states another time"))
    #expect(text.contains("The record shall be kept for 12 months"))
    #expect(text.contains("has ended needs no certificate"))
  }

  /// The finding shows the answer that it rests on.
  @Test func whoHasAccessIsTheEvidence() throws {
    let check = "confidentiality.employees-only"
    let alone = try ChangedCase("plain", [])
    #expect(alone.found.contains(check))
    let more = try ChangedCase("plain", [("bound-people", .list(["employees", "freelancers"]))])
    #expect(!more.found.contains(check))
    // A minor finding is told in full in the long form.
    let report = try alone.text("gap-report", isLong: true)
    #expect(report.contains("people with access: Employees"))
    #expect(!report.contains("Evidence: standard clauses"))
  }

  /// No check of a signed paper waits for an answer that a test of it never asks.
  @Test func aTestOfAPaperWaitsForNothingThatItDoesNotAsk() throws {
    let report = try ChangedCase("clinic", []).text("gap-report")
    #expect(report.contains("vague at best"))
    #expect(report.contains("Abuse logs and abuse review: place"))
  }
}
