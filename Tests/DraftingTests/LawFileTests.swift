import PackModel
import TestSupport
import Testing

/// The law file says what was read, when, and of which date.
struct LawFileTests {
  private let pack = TestPacks.real

  @Test func everyAuthoritySaysWhatWasReadOfIt() {
    let words: Set<Authority.Confidence> = [.primary, .official, .secondHand, .unread, .disputed]
    for authority in pack.authorities {
      #expect(words.contains(authority.confidence), "\(authority.id)")
      #expect(!authority.source.isEmpty, "\(authority.id)")
    }
  }

  /// A note, a quotation or a report is no text.
  @Test func whatIsSecondHandIsCalledSo() {
    let hearsay = [
      "a note in", "from knowledge", "reports of", "the section was not opened",
      "the judgment was not opened", "the text was not opened",
    ]
    for authority in pack.authorities where authority.confidence == .primary {
      #expect(
        !hearsay.contains { authority.source.contains($0) },
        "\(authority.id): \(authority.source)")
    }
    #expect(pack.authority("edpb-gl-01-2025")?.mustBeVerified == true)
    #expect(pack.authority("gdpr-28-3")?.mustBeVerified == false)
  }

  @Test(arguments: [
    "edpb-gl-02-2024", "c-203-22", "c-683-21", "uk-gdpr-12a", "uk-gdpr-22a", "uk-dpa-164a",
    "scc-2021-914-recital-7", "edpb-op-15-2026", "eu-2026-179", "fadp-60", "fadp-61",
    "omnibus-iv",
  ])
  func whatWasMissingIsThere(_ id: String) throws {
    let authority = try #require(pack.authority(id))
    #expect(authority.dated != nil, "\(id)")
  }

  @Test func noPaperThatIsSignedSaysVerify() throws {
    for name in ["saas-processor", "swiss-controller", "copilot-rollout"] {
      let text = try ChangedCase(name, []).text("agreement")
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("|") }
      #expect(!lines.contains { $0.contains("(verify)") }, "\(name)")
    }
  }
}
