import Interview
import PackModel
import TestSupport
import Testing

/// What the AI annex says is true of each system by itself, and stays true as dates pass.
struct SystemTests {
  private static func agreement(_ changes: [(String, Assignment.Said)]) throws -> String {
    let changed = try ChangedCase("clean", changes)
    #expect(changed.refused.isEmpty, "\(changed.refused)")
    return try changed.text("agreement")
  }

  // MARK: The AI Act

  /// Whose system it is follows from who made it, under whose name, and for a rebranded or changed
  /// one from its class; the other system of the same contract is not touched by it.
  @Test(arguments: [
    ("processors-product", "not-high-risk", "the Processor"),
    ("controllers-own", "not-high-risk", "the Controller"),
    ("rebranded", "not-high-risk", "the Processor"), ("rebranded", "annex-iii", "the Controller"),
    ("changed", "annex-i", "the Controller"),
    ("third-party", "not-high-risk", "its maker, a third party"),
  ])
  func aSystemHasItsOwnProvider(_ made: String, _ kind: String, _ provider: String) throws {
    let changed = try ChangedCase(
      "copilot-rollout",
      [
        ("systems[chatbot].system-made", .words(made)),
        ("systems[chatbot].system-class", .words(kind)),
      ])
    #expect(changed.refused.isEmpty)
    let rows = try changed.rows("agreement", of: "chatbot for service questions")
    #expect(rows.map { $0["Provider"] } == [provider])
    #expect(rows.map { $0["Deployer"] } == ["the Controller"])
    let copilot = try changed.rows("agreement", of: "Microsoft 365 Copilot")
    #expect(copilot.map { $0["Provider"] } == ["the Processor"])
  }

  @Test func whatACustomerBuildsOnACloudIsItsOwnSystem() throws {
    let found = try ChangedCase("copilot-rollout", []).found
    #expect(found.contains("ai.system-controllers[chatbot]"))
    #expect(!found.contains("ai.system-controllers[copilot]"))
    #expect(found.contains("ai.staff-germany"))
    #expect(found.contains("ai.damages-standard-terms"))
  }

  @Test func aDeployerHasDutiesWhereASystemIsHighRisk() throws {
    let duties = ["suspend the use", "inform the employees' representatives"]
    let plain = try Self.agreement([])
    let high = try Self.agreement([("systems[desk].system-class", .words("annex-iii"))])
    for duty in duties {
      #expect(!plain.contains(duty))
      #expect(high.contains(duty))
    }
  }

  /// The paper may be signed before or after 2 December 2026.
  @Test func noWordsGoStaleOnTheSecondOfDecember() throws {
    let text = try Self.agreement([("systems[desk].system-does", .list(["talks", "makes"]))])
    #expect(text.contains("Article 50(2) of the AI Act"))
    for stale in ["due by 2 December 2026", "from 2 December 2026 also", "will apply"] {
      #expect(!text.contains(stale), "\(stale)")
    }
  }

  /// A clause is a duty or nothing.
  @Test func noSentenceOnlyServesARule() throws {
    for example in ["clean", "saas-processor", "copilot-rollout"] {
      let text = try ChangedCase(example, []).text("agreement")
      for words in ["This serves ", "This also serves ", "into account."] {
        let about = text.split(separator: "\n").filter { $0.contains(words) && $0.contains("AI") }
        #expect(about.isEmpty, "\(example): \(about)")
      }
    }
  }

  // MARK: Agents

  private static func tool(_ acts: String) -> [(String, Assignment.Said)] {
    [
      ("nature", .list(["infer", "call-tools"])), ("tools[t1].tool", .words("order search")),
      ("tools[t1].operator", .words("Example Holding GmbH")),
      ("tools[t1].tool-data", .words("order number")), ("tools[t1].tool-acts", .words(acts)),
      ("tools[t1].tool-credentials", .words("of-user")), ("tool-log", .words("yes")),
    ]
  }

  /// Who only reads needs no approval and no stop; who acts leaves neither open unseen.
  @Test func approvalAndStopAreAskedWhereToolsAct() throws {
    for (acts, isAsked) in [("reads", false), ("writes", true), ("sends", true)] {
      let text = try Self.agreement(Self.tool(acts))
      #expect(text.contains("tool 1: approval]") == isAsked, "\(acts)")
      #expect(text.contains("stop of the agent]") == isAsked, "\(acts)")
      #expect(text.contains("The Processor shall hold no credentials"), "\(acts)")
    }
  }

  // MARK: A penalty, the papers, the settings

  /// Under German law a penalty in standard terms needs fault and does not add up what is one breach.
  @Test(arguments: ["per-run", "per-month", "per-person"])
  func aPenaltyFitsItsLaw(_ unit: String) throws {
    let german = try Self.agreement([("damages-count", .words(unit))])
    #expect(german.contains("is a contractual penalty. It is due only for a breach for which"))
    #expect(german.contains("one decision, one setting or one error"))
    #expect(german.contains("section 348 HGB does not"))
    let irish = try Self.agreement([
      ("damages-count", .words(unit)), ("dpa-law", .words("law-ie")),
    ])
    #expect(!irish.contains("HGB"))
    #expect(irish.contains("EUR 10,000"))
  }

  @Test func theUsualPapersHoldTheModelsDocumentation() throws {
    let usual: [(String, Assignment.Said)] = [("audit-usual", .words("yes"))]
    #expect(try Self.agreement(usual).contains("documentation of each model"))
    let other = try Self.agreement(usual + [("ai-processing", .words("no"))])
    #expect(!other.contains("documentation of each model"))
    #expect(other.contains("the results of their tests."))
  }

  /// Logs set to 90 days are no leave to keep them for longer than the agreement's own table says.
  @Test func aSettingPermitsNothing() throws {
    let text = try Self.agreement([("models[m2].log-kept", .words("90 day"))])
    #expect(text.contains("This table shows settings and permits nothing."))
    #expect(text.contains("the Processor shall correct it before Personal Data is processed"))
  }
}
