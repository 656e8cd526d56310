import Interview
import PackModel
import TestSupport
import Testing

/// A transfer under each law by itself: its finding of adequacy by name, a mechanism that fits it,
/// and what is said where a seat, a parent or a promised place tells against the rest.
struct TransferLawTests {
  private let pack = TestPacks.real
  private static let company = "Exemple Modèles SAS"

  private func company(_ country: String, _ more: [(String, Assignment.Said)] = []) throws
    -> ChangedCase
  {
    try ChangedCase(
      "clean",
      [
        ("third-country", .words("yes")), ("subprocessors[a].seat", .words(country)),
        ("subprocessors[a].country", .words(country)),
      ] + more)
  }

  private func mechanism(_ changed: ChangedCase) throws -> String {
    try #require(
      changed.rows("agreement", of: Self.company).compactMap { $0["Transfer mechanism"] }.first)
  }

  /// No country is adequate without the finding that makes it so, and none has one that is not.
  @Test func everyFindingOfAdequacyHasItsName() throws {
    let seat = try #require(pack.question("processor.country"))
    for option in pack.questions[seat].options {
      for (law, decision, homes) in [
        ("place", "eu-decision", ["uk", "ch", "adequate", "us"]),
        ("uk", "uk-decision", ["adequate", "us"]), ("ch", "ch-decision", ["adequate", "us"]),
      ] {
        let status = try #require(option.attributes[law]?.first, "\(option.code)")
        let named = option.attributes[decision]?.first
        #expect((named != nil) == homes.contains(status), "\(option.code), \(law)")
        if let named, law == "place" {
          #expect(named.contains("Decision") && named.contains(" of "), "\(option.code): \(named)")
          let entry = try #require(option.attributes["eu-authority"]?.first, "\(option.code)")
          let authority = try #require(pack.authorities.first { $0.id == entry }, "\(entry)")
          #expect(!authority.source.isEmpty && authority.dated != nil, "\(entry)")
        }
      }
    }
  }

  @Test func adequacyIsPrintedByNumberAndDate() throws {
    for (country, words) in [
      ("jp", "(EU) 2019/419 of 23 January 2019 for Japan"),
      ("gb", "(EU) 2025/2574 of 19 December 2025 for the United Kingdom"),
      ("br", "(EU) 2026/179 of 26 January 2026 for Brazil"),
      ("nz", "2013/65/EU of 19 December 2012 for New Zealand"),
    ] {
      #expect(try mechanism(company(country)).contains(words), "\(country)")
      let party = try ChangedCase(
        "clean",
        [
          ("processor.country", .words(country)), ("processor-place", .words(country)),
          ("third-country", .words("yes")), ("adequacy-covers", .words("yes")),
          ("mechanism-confirmed", .words("yes")),
        ])
      #expect(try party.text("agreement").contains(words), "\(country)")
    }
  }

  /// Japan: the Commission has found it adequate, the Federal Council has not.
  @Test func eachLawHasItsOwnMechanism() throws {
    let laws: (String, Assignment.Said) = ("laws", .list(["gdpr", "fadp"]))
    let bare = try company("jp", [laws, ("subprocessors[a].sub-mechanism", .list(["scc-3"]))])
    #expect(bare.found.contains("chain.mechanism-ch[a]"))
    #expect(!bare.found.contains("chain.mechanism-eu[a]"))
    let words = try mechanism(bare)
    #expect(words.contains("GDPR: Commission Implementing Decision (EU) 2019/419"))
    #expect(!words.contains("Annex 1"))
    let adapted = try company(
      "jp", [laws, ("subprocessors[a].sub-mechanism", .list(["scc-3", "ch-clauses"]))])
    #expect(!adapted.found.contains("chain.mechanism-ch[a]"))
    let text = try adapted.text("agreement")
    #expect(text.contains("(the Swiss adaptations)"))
    #expect(text.contains("Federal Data Protection and Information Commissioner"))
    #expect(try !company("jp").text("agreement").contains("Swiss adaptations"))
  }

  @Test func aFrameworkOfASubProcessorNeedsAFallback() throws {
    let alone = try company("us", [("subprocessors[a].sub-mechanism", .list(["dpf"]))])
    #expect(alone.found.isSuperset(of: ["chain.dpf-no-fallback[a]", "transfers.dpf-contested"]))
    let backed = try company("us", [("subprocessors[a].sub-mechanism", .list(["dpf", "scc-3"]))])
    #expect(!backed.found.contains("chain.dpf-no-fallback[a]"))
    #expect(backed.found.contains("transfers.dpf-contested"))
    #expect(try backed.text("agreement").contains("Without such a fallback the Transfer shall end"))
    #expect(
      try mechanism(backed)
        == "EU-U.S. Data Privacy Framework and Module Three of the Standard Contractual Clauses")
  }

  /// The column of the mechanism has a blank of the mechanism, whatever it waits for.
  @Test func aBlankMechanismIsNamedAsOne() throws {
    let open = try ChangedCase("clean", [("subprocessors[a].seat", .unknown(note: nil))])
    #expect(try mechanism(open) == "[company 1: transfer mechanism]")
  }

  @Test func aParentAbroadIsANoteAndNoTransfer() throws {
    let changed = try ChangedCase(
      "clean",
      [("subprocessors[a].parent", .words("us")), ("processor-parent", .words("us"))])
    #expect(
      changed.found.isSuperset(of: [
        "chain.parent-outside[a]", "transfers.processor-parent-outside",
      ]))
    #expect(try changed.decided("data-leaves") == .value(.boolean(false)))
    #expect(try changed.text("agreement").contains("No Transfer is instructed"))
    #expect(try changed.text("gap-report").contains("CLOUD Act"))
    #expect(try changed.text("gap-report").contains("EDPB Guidelines 02/2024"))
  }

  @Test func aDeskAbroadIsNotPassedOver() throws {
    let changed = try ChangedCase("clean", [("subprocessors[a].reached-from", .words("in"))])
    #expect(changed.found.contains("chain.reached-from-outside[a]"))
    #expect(try changed.decided("data-leaves") == .value(.boolean(true)))
    let text = try changed.text("agreement")
    #expect(!text.contains("No Transfer is instructed"))
    #expect(text.contains("is also reached from another country"))
  }

  /// Where nothing is kept or reviewed to monitor abuse, its place need not be promised.
  @Test func abuseThatIsNotMonitoredHasNoPlace() throws {
    let open = ("route-steps[abuse].bound", Assignment.Said.words("no"))
    let watched = try ChangedCase("clean", [open])
    #expect(watched.found.contains("transfers.abuse-logs-not-fixed"))
    let unwatched = try ChangedCase(
      "clean", [("own-purposes[abuse]", .removeRow), open, ("safety-use", .words("not-at-all"))])
    #expect(!unwatched.found.contains("transfers.abuse-logs-not-fixed"))
    #expect(try watched.text("agreement").contains("Abuse logs and abuse review"))
    #expect(try !unwatched.text("agreement").contains("Abuse logs and abuse review"))
  }

  /// Annex D finds mechanisms for parties and companies: a step has to be at one of their places.
  @Test func aStepAbroadIsSomebodys() throws {
    func found(_ laws: String, _ place: String) throws -> Bool {
      try ChangedCase(
        "clean",
        [
          ("laws", .words(laws)), ("third-country", .words("yes")),
          ("route-steps[storage].location", .words(place)),
        ]
      ).found.contains("transfers.step-without-mechanism[storage]")
    }
    #expect(try found("gdpr, fadp", "be"))
    #expect(try !found("gdpr", "be"))
    #expect(try found("gdpr", "jp"))
  }

  /// A processor in a third country with purposes of its own is a controller there for these.
  @Test func purposesOfItsOwnAbroadHaveModuleOne() throws {
    let abroad: [(String, Assignment.Said)] = [
      ("processor.country", .words("in")), ("processor-place", .words("in")),
      ("third-country", .words("yes")), ("mechanism-confirmed", .words("yes")),
    ]
    let own = try ChangedCase("clean", abroad)
    #expect(try own.decided("own-module") == .value(.boolean(true)))
    #expect(!own.found.contains("transfers.own-purposes-uncovered"))
    #expect(try own.text("agreement").contains("Module One (controller to controller)"))
    #expect(try own.text("agreement").contains("Annex I.A these roles take the place"))
    #expect(!own.found.contains { $0.hasPrefix("promises.transfer.transfers.module+") })
    let none = try ChangedCase("clean", abroad + [("own-purposes", .none)])
    #expect(try !none.text("agreement").contains("Module One"))
    let rules = try ChangedCase(
      "clean",
      abroad + [("mechanism-confirmed", .words("no")), ("mechanism-override", .words("bcr"))])
    #expect(rules.found.contains("transfers.own-purposes-uncovered"))
  }

  @Test func anImporterUnderTheRegulationIsSaid() throws {
    let changed = try ChangedCase("saas-processor", [])
    #expect(changed.found.contains("transfers.importer-under-gdpr"))
    #expect(try changed.text("gap-report").contains("recital 7"))
  }

  @Test(arguments: [
    ("hosting", "storage"), ("vector-store", "storage"), ("model", "inference"),
    ("observability", "logs"), ("moderation", "abuse"), ("support", "support"),
  ])
  func aPromisedPlaceIsHeldAgainstTheList(_ tier: String, _ step: String) throws {
    for (place, isBroken) in [("de", false), ("pl", true), ("us", true)] {
      let changed = try ChangedCase(
        "clean",
        [
          ("subprocessors[a].tier", .words(tier)), ("subprocessors[a].country", .words(place)),
          ("route-steps[\(step)].location", .words("de")),
          ("route-steps[\(step)].bound", .words("yes")),
        ])
      let ids = [
        "storage": "promises.place.residency.store+companies.store[a]",
        "inference": "promises.place.residency.run+companies.run[a]",
        "logs": "promises.place.residency.logs+companies.logs[a]",
        "support": "promises.place.residency.support+companies.support[a]",
      ]
      let id = ids[step] ?? "chain.place-\(step)[a]"
      #expect(changed.found.contains(id) == isBroken, "\(tier), \(place): \(changed.found)")
    }
  }

  /// Section 11.1 makes no exception from Chapter V, and none that section 3 contradicts.
  @Test func noTransferIsOutsideTheLaw() throws {
    let text = try company("us").text("agreement")
    #expect(!text.contains("sole exception"))
    #expect(text.contains("shall meet at every stage the conditions"))
  }

  @Test func swissLawIsCitedByItsArticles() throws {
    let changed = try ChangedCase(
      "swiss-controller", [("dpa-law", .words("law-ch")), ("controller.dpo", .words("Urs Muster"))])
    let text = try changed.text("agreement")
    #expect(text.contains("Data protection officer or adviser: Urs Muster"))
    for words in ["FADP, Article 25.", "30 days from receipt", "Article 8 of the FADP"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Article 15. FADP. "))
    // The processor sits in Germany; whether the Regulation binds the Swiss controller is open.
    #expect(text.contains("As far as the GDPR binds the Controller, that time is one month"))
    #expect(text.contains("As far as the GDPR binds it, it shall notify"))
    #expect(text.contains("Transfer mechanism between the Parties, Switzerland"))
    let report = try changed.text("gap-report")
    #expect(report.contains("CHF 250,000"))
    #expect(changed.found.contains("misc.law-swiss") && !changed.found.contains("misc.law-outside"))
    #expect(!report.contains("Choose a Member State's law"))
    // What adequacy carries is no gap in what was recorded.
    #expect(report.contains("the same; there is nothing to choose"))
    for authority in pack.authorities where authority.id.hasPrefix("fadp") {
      #expect(authority.source.contains("fedlex.admin.ch"), "\(authority.id)")
    }
  }
}
