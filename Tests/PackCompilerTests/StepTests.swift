import PackCompiler
import PackModel
import TestSupport
import Testing

/// A step asks in the order in which its file names the questions, its own and others'.
struct StepTests {
  /// The pack of FORMAT.md with something put into the step on help.
  private func help(_ old: String, _ new: String) -> SourceFiles {
    let path = "how-to-fill-out/2-help.yaml"
    let text = String(decoding: TestPacks.miniSources.files[path] ?? [], as: UTF8.self)
    return TestPacks.mini(with: [path: text.replacing(old, with: new)])
  }

  @Test("questions on one page keep their ids and the place of the first")
  func aPageGivesNoName() throws {
    let pack = TestPacks.compiled(
      help("\nitem:\n", "\npages:\n  - {linkId: terms, text: Terms, of: [notice, cost]}\nitem:\n"))
    let page = try #require(pack.question("terms"))
    let step = try #require(pack.steps.first { $0.id == "help" })
    #expect(pack.questions[page].isPage)
    #expect(pack.questions[page].children.map { pack.questions[$0].linkId } == ["notice", "cost"])
    #expect(
      step.items.map { pack.questions[$0].linkId }
        == ["authorisation", "terms", "subprocessors", "rights"])
    #expect(pack.questions[pack.question("cost") ?? 0].shortText == "cost of help")
  }

  @Test("a page that names no question of its step, and a proposal of another type, are faults")
  func faultsOfPagesAndProposals() {
    for (old, new, words) in [
      (
        "\nitem:\n", "\npages:\n  - {linkId: terms, text: Terms, of: [notise]}\nitem:\n", "notise"
      ),
      (
        "    shortText: cost of help\n",
        "    shortText: cost of help\n    proposal: {from: notice}\n",
        "is no answer to cost, a choice"
      ),
      (
        "    shortText: cost of help\n",
        "    shortText: cost of help\n    proposal: {when: notice is open}\n",
        "does not say what it comes from"
      ),
    ] {
      guard case .failure(let failure) = compile(help(old, new)) else {
        Issue.record("no fault: \(new)")
        continue
      }
      #expect(failure.diagnostics.contains { $0.message.contains(words) }, "\(words)")
    }
  }

  @Test func questionsOfOtherStepsComeAtTheirPlaces() throws {
    let pack = TestPacks.compiled(
      TinyPack.sources(
        ["a", "b", "c", "d"].map { TinyPack.question($0, "string") },
        files: [
          "pack.yaml": """
          id: tiny
          version: 1.0.0
          title: A tiny pack
          journeys:
            - {id: whole, title: All of it, steps: [only]}
            - {id: other, title: The other way, steps: [review]}
          documents:
            - {id: agreement, role: contract, title: Agreement}

          """,
          "steps/review.yaml": "step: review\ntitle: Review\nitem:\n"
            + TinyPack.question("first", "string") + "  - ask: d\n  - ask: a\n"
            + TinyPack.question("middle", "string") + "  - ask: c\n  - ask: b\n",
        ]))
    let step = try #require(pack.steps.first { $0.id == "review" })
    #expect(
      step.items.map { pack.questions[$0].linkId } == ["first", "d", "a", "middle", "c", "b"])
  }
}
