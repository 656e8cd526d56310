import PackModel
import TestSupport
import Testing

/// The law by the command line.
struct LawCommandTests {
  @Test func theTableInTheDocumentationIsTheOneThatThePackMakes() throws {
    let place = try Place()
    let made = try Program.run("coverage", "--from", "law", "--markdown", in: place)
    #expect(made.code == 0, "\(made)")
    let kept = TestPacks.text("Documentation/Law.md")
    let start = try #require(kept.ranges(of: "\n## ").first?.lowerBound)
    #expect(
      kept[start...] == made.said,
      "run: (sed '/^## /,$d' Documentation/Law.md; art28 coverage --from law --markdown)")
  }

  @Test func authoritiesSayWhereTheyAreUsedAndWhatIsOld() throws {
    let place = try Place()
    let all = try Program.run("authorities", "--as-of", "2026-11-21", in: place)
    #expect(all.code == 0)
    #expect(all.said.contains("GDPR, Art. 28(3)(a)"))
    #expect(all.said.contains("clause: instructions.only"))
    #expect(all.said.contains("(verify)"))
    #expect(all.said.contains("text of 27 April 2016; looked at 21 November 2026"))
    let fresh = try Program.run(
      "authorities", "--stale", "3650", "--as-of", "2026-11-30", in: place)
    #expect(fresh.lines.count == 1, "\(fresh)")
    #expect(fresh.code == 0)
    let stale = try Program.run(
      "authorities", "--stale", "90", "--as-of", "2027-06-01", in: place)
    #expect(stale.lines.count > 500)
    #expect(stale.code == 1, "what is due is said to a calendar too")
    #expect(stale.said.contains("norm sub-notice: "))
    #expect(stale.said.contains("fact "))
    let usage = try Program.run("authorities", "--stale", "-3", in: place)
    #expect(usage.code == 2)
  }

  @Test func aChoiceBelowTheLawWantsItsReasonOnTheCommandLine() throws {
    let place = try Place()
    _ = try Program.run("new", "a.art28", in: place)
    let bare = try Program.run(
      "answer", "a.art28", "--set", "instruction-places=anywhere", "--set",
      "services-name=Helpdesk", in: place)
    #expect(bare.code == 1)
    #expect(bare.said.contains("1 answer kept"))
    #expect(bare.complaint.contains("below the law"))
    #expect(bare.complaint.contains("GDPR, Art. 28(3)(a)"))
    let reasoned = try Program.run(
      "answer", "a.art28", "--set", "instruction-places=anywhere", "--note", "The board decided",
      in: place)
    #expect(reasoned.code == 0, "\(reasoned)")
    let shown = try Program.run("show", "a.art28", in: place)
    #expect(shown.said.contains("[The board decided]"))
    let memo = try Program.run("draft", "a.art28", "--with", "memo", in: place)
    #expect(memo.said.contains("deviation-memo.md"))
    let wrong = try Program.run("draft", "a.art28", "--with", "poem", in: place)
    #expect(wrong.code == 2)
  }

  /// What the tests keep beside the answers is what a user gets.
  @Test(arguments: WholeCase.all.filter { ["copilot-rollout", "short-way"].contains($0.name) })
  func theProgramWritesTheDocumentsOfAWholeCase(_ example: WholeCase) throws {
    let place = try Place()
    let matter = "\(example.name).art28"
    let answers = "\(TestPacks.root)/\(example.folder)/answers.yaml"
    try Program.run(
      "new", matter, "--from", answers, "--journey", example.journey, in: place
    ).expectSuccess()
    try Program.run("draft", matter, "--as-of", "2026-11-21", in: place).expectSuccess()
    try Program.run("report", matter, "--as-of", "2026-11-21", in: place).expectSuccess()
    for file in ["agreement.md", "gap-report.md"] {
      let kept = TestPacks.text("\(example.folder)/\(file)")
      #expect(try place.text(of: file) == kept, "\(example.name): \(file)")
    }
  }

  @Test func aDutyIsLeftOutWithAReason() throws {
    let place = try Place()
    _ = try Program.run("new", "a.art28", in: place)
    let bare = try Program.run("answer", "a.art28", "--duty", "F-1", in: place)
    #expect(bare.code == 2)
    let kept = try Program.run(
      "answer", "a.art28", "--duty", "F-1", "--note", "Stands in the order form", in: place)
    #expect(kept.code == 0, "\(kept)")
    let unknown = try Program.run("answer", "a.art28", "--duty", "F-9", "--note", "x", in: place)
    #expect(unknown.code == 2)
  }
}
