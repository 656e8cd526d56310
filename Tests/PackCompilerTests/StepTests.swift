import PackCompiler
import PackModel
import TestSupport
import Testing

/// A step asks in the order in which its file names the questions, its own and others'.
struct StepTests {
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
