import Interview
import PackModel
import Testing

/// Where not only the Controller decides, or not only the Processor is engaged.
struct OtherControllersTests {
  /// For joint matters no clause asks for instructions of one of the two alone.
  @Test func jointMattersFollowTheirArrangement() throws {
    let joint = try ChangedCase("joint-proxy", []).text("agreement")
    #expect(joint.contains("takes the place of instructions there, and nowhere else"))
    #expect(joint.contains("shows as taken by both together"))
    #expect(joint.contains("provides otherwise, every other decision on purposes"))
    #expect(joint.contains("each Party shall keep the record of a controller"))
    let alone = try ChangedCase("clean", []).text("agreement")
    #expect(!alone.contains("takes the place of instructions"))
  }

  /// The ban on other companies does not bar those that the Controller engages itself.
  @Test func theControllersOwnCompaniesGetWhatItInstructs() throws {
    let words = "only on a documented instruction of the Controller; with one"
    #expect(try ChangedCase("copilot-rollout", []).text("agreement").contains(words))
    #expect(try !ChangedCase("joint-proxy", []).text("agreement").contains(words))
  }

  /// A legal basis of Art. 6 alone does not carry health data in prompts that are reviewed.
  @Test func anOwnPurposeNamesItsExceptionForSpecialCategories() throws {
    let check = "own-purposes.special-exception[abuse]"
    let relies = "For Sensitive Personal Data the Processor relies as controller"
    let none = try ChangedCase("copilot-rollout", [])
    #expect(none.found.contains(check))
    #expect(try !none.text("agreement").contains(relies))
    let named = try ChangedCase(
      "copilot-rollout", [("own-purposes[abuse].own-exception", .words("legal-claims"))])
    #expect(!named.found.contains(check))
    #expect(try named.text("agreement").contains(relies))
  }

  /// What carries a transfer to a sub-processor falls on the same day as what carries the parties'.
  @Test func theFallbackOfASubProcessorWantsAnAssessment() throws {
    #expect(try ChangedCase("copilot-rollout", []).found.contains("transfers.tia-fallback"))
    #expect(try !ChangedCase("joint-proxy", []).found.contains("transfers.tia-fallback"))
  }

  /// A full ban reaches what is derived, so nothing says that it stops there.
  @Test func aFullBanDoesNotStopAtDerivedData() throws {
    for example in ["copilot-rollout", "joint-proxy"] {
      #expect(try !ChangedCase(example, []).found.contains("training.derived-open"), "\(example)")
    }
  }
}
