import Interview
import PackModel
import TestSupport
import Testing

/// What the pack says of the law as it stood at the end of November 2026.
struct DatedFactTests {
  private let pack = TestPacks.real

  private func brazil(_ laws: [String]) throws -> ChangedCase {
    try ChangedCase(
      "clean",
      [
        ("laws", .list(laws)), ("processor.country", .words("br")),
        ("processor-place", .words("br")), ("third-country", .words("yes")),
        ("adequacy-covers", .words("yes")), ("mechanism-confirmed", .words("yes")),
      ])
  }

  @Test func brazilIsAdequateUnderTheRegulation() throws {
    let changed = try brazil(["gdpr"])
    #expect(try changed.decided("mechanism") == .value(.code("adequacy")))
    #expect(try changed.decided("tia-due") == .value(.boolean(false)))
    let text = try changed.text("agreement")
    #expect(text.contains("rests on an adequacy decision under Article 45 GDPR"))
    #expect(!text.contains("Module Two"))
    #expect(pack.authority("eu-2026-179")?.citation.contains("(EU) 2026/179") == true)
  }

  /// An adequacy decision of the Commission says nothing on data under British or Swiss law.
  @Test func brazilIsNotAdequateUnderBritishOrSwissLaw() throws {
    let changed = try brazil(["gdpr", "uk-gdpr", "fadp"])
    #expect(try changed.decided("route-eu") == .value(.code("adequacy")))
    #expect(try changed.decided("route-uk") == .value(.code("uk-clauses")))
    #expect(try changed.decided("route-ch") == .value(.code("ch-clauses")))
    let sub = try ChangedCase(
      "clean",
      [
        ("laws", .list(["gdpr", "fadp"])), ("subprocessors[a].seat", .words("jp")),
        ("subprocessors[a].country", .words("jp")),
      ])
    #expect(
      try sub.decided("subprocessors.sub-route", row: 0) == .value(.code("local")))
  }

  @Test func theTimeToAnswerIsThatOfEachLaw() throws {
    let both = try ChangedCase("clean", [("laws", .list(["gdpr", "uk-gdpr"]))]).text("agreement")
    #expect(!both.contains("of the GDPR and of the UK GDPR that time"))
    #expect(both.contains("Under Article 12(3) of the GDPR that time is one month"))
    #expect(both.contains("Under Articles 12(3) and 12A of the UK GDPR"))
    #expect(both.contains("applicable time period"))
    let british = try ChangedCase("clean", [("laws", .list(["uk-gdpr"]))]).text("agreement")
    #expect(!british.contains("Under Article 12(3) of the GDPR that time"))
    let european = try ChangedCase("clean", []).text("agreement")
    #expect(!european.contains("applicable time period"))
  }

  @Test func aDraftIsCalledADraft() throws {
    let guidelines = try #require(pack.authority("edpb-gl-01-2025"))
    #expect(guidelines.status.hasPrefix("draft"))
    #expect(guidelines.citation.contains("consultation"))
    let seal = try #require(pack.authority("europrivacy"))
    #expect(!seal.says.contains("no tool for transfers"))
    #expect(seal.says.contains("46(2)(f)"))
  }

  @Test func whatRestsOnANoteIsNotCalledCertain() {
    for authority in pack.authorities
    where authority.source.hasPrefix("a note in a public repository")
      && !authority.source.contains("wording")
    {
      #expect(authority.confidence != .high, "\(authority.id)")
    }
  }
}
