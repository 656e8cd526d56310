import Documents
import Interview
import PackModel
import TestSupport
import Testing

/// What special rules ask for stands in the agreement where they are in play, and nowhere else.
struct SectorTests {
  private typealias Changes = [(String, Assignment.Said)]

  /// The headings of the annex, each with what brings it alone.
  private static let parts: [(heading: String, changes: [String: String])] = [
    (
      "Financial entities in the Union", ["special-rules": "dora", "dora-critical": "no"]
    ),
    (
      "Swiss banks, insurers and securities firms",
      ["special-rules": "finma", "finma-significant": "yes", "secrecy-kinds": "no-secrecy"]
    ),
    ("Secrecy", ["special-rules": "secrecy", "secrecy-kinds": "de-legal"]),
    ("Health care", ["special-rules": "statutory-health", "c5-evidence": "own"]),
    ("Health care", ["special-rules": "french-health"]),
    ("Essential and important entities", ["special-rules": "nis2"]),
    ("Switching", ["special-rules": "none-of-these", "cloud-service": "standard-cloud"]),
  ]

  private func changes(_ said: [String: String]) -> Changes {
    [("cloud-service", .words("no-cloud"))].filter { said[$0.0] == nil }
      + said.sorted { $0.key < $1.key }.map { ($0.key, .words($0.value)) }
  }

  @Test(arguments: parts.indices)
  func aPartStandsOnlyWhereItIsInPlay(_ index: Int) throws {
    let part = Self.parts[index]
    let changed = try ChangedCase("clean", changes(part.changes))
    #expect(changed.refused.isEmpty, "\(part.heading): \(changed.refused)")
    let lines = try changed.blocks("agreement").map(\.text)
    #expect(lines.contains { $0.hasSuffix("Special rules") }, "\(part.heading): no annex")
    for heading in Set(Self.parts.map(\.heading)) {
      #expect(
        lines.contains(heading) == (heading == part.heading), "\(part.changes): \(heading)")
    }
  }

  @Test func withoutSpecialRulesThereIsNoAnnexAndNothingIsAsked() throws {
    let changed = try ChangedCase("clean", changes(["special-rules": "none-of-these"]))
    #expect(try !changed.text("agreement").contains("Special rules"))
    for id in [
      "dora-critical", "service-levels", "incident-help", "threat-led-tests", "finma-significant",
      "client-data-place", "exit-transition", "secrecy-kinds", "secrecy-chain", "c5-evidence",
      "c5-until", "german-establishment", "social-data", "hospital-law", "hds-certificate",
      "hds-until", "hds-contact", "switch-data", "switch-exempt", "us-states", "us-special",
    ] {
      let question = try #require(TestPacks.real.question(id))
      let reading = changed.evaluation.effective.reading(.question(question))
      #expect(reading == .absent, "\(id): \(reading)")
    }
  }

  @Test func whatIsNotAnsweredIsABlankAndNoClause() throws {
    let secrecy = try ChangedCase(
      "clean", changes(["special-rules": "secrecy"]) + [("secrecy-kinds", .open)])
    let text = try secrecy.text("agreement")
    #expect(text.contains("under [law on secrecy]"))
    #expect(!text.contains("acknowledges, that under"))
    let critical = try ChangedCase(
      "clean", changes(["special-rules": "dora"]) + [("dora-critical", .open)])
    let open = try critical.text("agreement")
    #expect(open.contains("open: critical or important function"))
    #expect(!open.contains("lead overseer"))
    let attested = try ChangedCase(
      "clean", changes(["special-rules": "statutory-health", "c5-evidence": "nobody-yet"]))
    #expect(try attested.text("agreement").contains("open: C5 attestation"))
    #expect(attested.found.contains("sectors.c5-missing"))
  }

  @Test func thePenaltiesNamedAreThoseOfTheLawsThatWereTicked() throws {
    let words = [
      "de-legal": "section 203(4) of the German Criminal Code",
      "ch-professions": "Article 321 of the Swiss Criminal Code, auxiliary",
      "austria": "section 121 of the Austrian Criminal Code, those",
      "france": "Article 226-13 of the French Criminal Code, those",
    ]
    for (kind, penalty) in words {
      let changed = try ChangedCase(
        "clean", changes(["special-rules": "secrecy", "secrecy-kinds": kind]))
      let text = try changed.text("agreement")
      for (other, said) in words {
        #expect(text.contains(said) == (other == kind), "\(kind): \(said)")
      }
      // The commitment reaches people and companies, and section 5 leads to it.
      #expect(text.contains("bind that person to secrecy in text form"), "\(kind): \(penalty)")
      #expect(text.contains("so on down the chain"), "\(kind)")
      #expect(text.contains("subject to a statutory duty of secrecy"), "\(kind)")
      #expect(text.contains("comparable to German law") == (kind == "de-legal"), "\(kind)")
    }
  }

  @Test func whatACriticalFunctionNeedsIsNotAskedOfEveryProvider() throws {
    let further = [
      "precise quantitative", "unrestricted rights of access", "change to its subcontracting",
    ]
    for (answer, isDue) in [("yes", true), ("no", false)] {
      let changed = try ChangedCase(
        "clean",
        changes([
          "special-rules": "dora", "dora-critical": answer, "incident-help": "free",
          "service-levels": "Schedule 2, version of 2 November 2026",
        ]))
      let text = try changed.text("agreement")
      for words in further { #expect(text.contains(words) == isDue, "\(answer): \(words)") }
      #expect(text.contains("register of information"), "\(answer)")
      #expect(text.contains("report on it, at no additional cost."), "\(answer)")
    }
  }

  @Test func anInsurerWithoutASignificantOutsourcingHasNoPartOfItsOwn() throws {
    let changed = try ChangedCase(
      "clean",
      changes([
        "special-rules": "finma", "finma-significant": "no", "secrecy-kinds": "no-secrecy",
      ]))
    #expect(try !changed.text("agreement").contains("Special rules"))
  }

  @Test func theRightToSwitchStandsAboveTheTermsOnTheEnd() throws {
    for kind in ["standard-cloud", "custom-cloud"] {
      let changed = try ChangedCase(
        "clean",
        changes([
          "cloud-service": kind, "duration": "until-notice", "term-notice": "3 month",
          "deletion-usual": "no", "choose-within": "14 day", "return-within": "60 day",
        ]))
      let text = try changed.text("agreement")
      #expect(text.contains("prevail over them wherever they go further for the Controller"))
      #expect(
        text.contains("shall charge nothing for switching") == (kind == "standard-cloud"),
        "\(kind)")
      let expected: Set = [
        "sectors.switch-notice-long", "sectors.switch-retrieval-short",
        "sectors.switch-return-long",
      ]
      #expect(changed.found.isSuperset(of: expected), "\(kind): \(changed.found.sorted())")
    }
  }

  @Test func furtherStatesStandInTheTableOneByOne() throws {
    let base: [String: String] = ["laws": "gdpr, tdpsa", "us-special": "neither-rule"]
    let two = try ChangedCase(
      "clean", changes(base.merging(["us-states": "delaware, utah"]) { $1 }))
    #expect(try two.rows("agreement", of: "Delaware").count == 1)
    #expect(try two.rows("agreement", of: "Utah").count == 1)
    #expect(try two.rows("agreement", of: "Oregon").isEmpty)
    #expect(try !two.text("agreement").contains("28 CFR"))
    let none = try ChangedCase(
      "clean", changes(base.merging(["us-states": "no-further-state"]) { $1 }))
    #expect(try !none.text("agreement").contains("US State Privacy Law"))
    #expect(try !none.text("agreement").contains("No further state"))
  }

  /// A bank has clients, a hospital patients as well; each is told what binds it, not what might.
  @Test func aRecitalFitsWhoSigns() throws {
    let bank = try ChangedCase("swiss-bank", []).text("agreement")
    #expect(bank.contains("the fact that a person is or was a client, and"))
    #expect(!bank.contains("client or patient"))
    let hospital = try ChangedCase("hospital-group", []).text("agreement")
    #expect(hospital.contains("is or was a client or patient, and"))
    #expect(hospital.contains("The Controller is bound by section 393 of Book V"))
    #expect(!hospital.contains("or is a health insurance fund"))
    #expect(hospital.contains("that can be ported include all exportable data. They are:"))
  }
}
