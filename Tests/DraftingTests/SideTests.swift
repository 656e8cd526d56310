import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// The contract is worded for the side that drafts it where the law leaves room, and for either side
/// it holds what Art. 28 asks for.
struct SideTests {
  private func sided(
    _ example: String, _ side: Assignment.Said, _ more: [(String, Assignment.Said)] = []
  ) throws -> ChangedCase {
    try ChangedCase(example, more + [("side", side)])
  }

  private func cover(_ sided: ChangedCase) throws -> String {
    let document = try #require(draft("agreement", sided.evaluation, sided.findings))
    return document.cover.map(\.text).joined(separator: "\n")
  }

  @Test(arguments: ["clean", "saas-processor", "joint-proxy", "swiss-controller", "plain"])
  func everyDutyIsMetFromEitherSide(_ example: String) throws {
    for official in [false, true] where !official || example == "clean" {
      let more: [(String, Assignment.Said)] =
        official ? [("standard-clauses", .words("yes")), ("docking", .words("no"))] : []
      let controller = try sided(example, .words("controller"), more).findings.coverage
      let processor = try sided(example, .words("processor"), more).findings.coverage
      #expect(!controller.isEmpty, "\(example)")
      #expect(controller.map(\.status) == processor.map(\.status), "\(example), \(official)")
      #expect(controller.map(\.clauses) == processor.map(\.clauses), "\(example), \(official)")
    }
  }

  @Test func theProcessorsPaperSaysWhatItCanBeAskedFor() throws {
    let words = "taking into account the nature of the processing and the information available"
    let controller = try sided("clean", .words("controller")).text("agreement")
    #expect(!controller.contains(words))
    for side in ["processor", "consultant-processor"] {
      let text = try sided("clean", .words(side)).text("agreement")
      #expect(text.ranges(of: words).count == 5, "\(side)")
      #expect(text.contains("object to the change, stating its reasons, within"))
    }
  }

  /// Reports may come first, never instead.
  @Test(arguments: ["yes", "no"]) func anAuditRemainsWhateverTheReportsSay(_ usual: String) throws {
    for (side, words) in [
      ("controller", "the Controller may take them into account"),
      ("processor", "the Controller shall consider them first"),
    ] {
      var more: [(String, Assignment.Said)] = [("audit-usual", .words(usual))]
      if usual == "no" { more.append(("reports-first", .words("yes"))) }
      let text = try sided("clean", .words(side), more).text("agreement")
      #expect(text.contains(words), "\(side)")
      #expect(
        text.lowercased().contains(
          "they never replace an audit or inspection that the controller still considers necessary")
      )
    }
  }

  /// What help costs is the processor's proposal until the parties have chosen their terms.
  @Test func whatHelpCostsFollowsTheTicksOnceThereAreAny() throws {
    let paid = "The Processor may ask for its reasonable and documented cost of assistance"
    let free = "Each Party bears its own cost of assistance"
    for (side, ticks, expected) in [
      ("controller", Assignment.Said.open, [false, false]),
      ("processor", .open, [true, false]),
      ("processor", .words("records"), [false, true]),
      ("controller", .words("assist-cost"), [true, false]),
      ("controller", .none, [false, false]),
    ] {
      let text = try sided("clean", .words(side), [("usual-terms", ticks)]).text("agreement")
      #expect([text.contains(paid), text.contains(free)] == expected, "\(side), \(ticks)")
      if expected[0] {
        #expect(text.contains("Nothing is payable for the information that shows compliance"))
        #expect(text.contains("No assistance may be withheld or delayed because of its cost."))
      }
    }
  }

  @Test func theCoverSheetSaysWhatTheSideChanged() throws {
    let processor = try cover(sided("saas-processor", .words("processor")))
    for words in [
      "This draft is worded for the Processor.", "nature of the processing",
      "states its reasons", "within three months", "They do not take the place of an audit",
      "The limit of liability covers the indemnity", "may be asked for",
    ] {
      #expect(processor.contains(words), "\(words)")
    }
    #expect(try !cover(sided("saas-processor", .words("controller"))).contains("worded for"))
  }

  /// Without a side the text is that of the controller, and nobody is asked for one before it is read.
  @Test func withoutASideNothingWaits() throws {
    let none = try sided("clean", .open)
    let controller = try sided("clean", .words("controller"))
    #expect(try none.text("agreement") == controller.text("agreement"))
  }

  /// What the program suggests to a party is at least acceptable to it by its own playbook.
  @Test(arguments: ["controller", "processor"])
  func whatIsSuggestedIsNoReasonToLeaveTheTable(_ side: String) throws {
    let pack = TestPacks.real
    let evaluation = try sided(
      "clean", .words(side), [("audit-usual", .words("no")), ("deletion-usual", .words("no"))]
    ).evaluation
    var looked = 0
    for term in pack.playbook {
      guard let suggestion = evaluation.suggestion(for: term.question) else { continue }
      let linkId = pack.questions[term.question].linkId
      let taken = evaluation.after(
        evaluation.sheet.setting(AnswerKey(linkId), to: .value(suggestion.value)))
      guard let stands = Negotiation.of(term.question, taken) else { continue }
      looked += 1
      #expect(
        stands.position == .preferred || stands.position == .acceptable, "\(side): \(linkId)")
    }
    #expect(looked >= 6)
  }
}
