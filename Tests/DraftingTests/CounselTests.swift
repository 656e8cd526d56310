import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What the other side's counsel would strike out of a contract, or miss in it.
struct CounselTests {
  private let pack = TestPacks.real

  private func text(
    _ changes: [(String, Assignment.Said)] = [], of example: String = "clean"
  ) throws -> String {
    try ChangedCase(example, changes).text("agreement")
  }

  /// Where keys are destroyed, data that lies outside them, such as files of staff, goes as well.
  @Test func whatNoKeyProtectsIsDeletedToo() throws {
    let words = "Live data that these keys do not protect"
    let own: [(String, Assignment.Said)] = [("deletion-usual", .words("no"))]
    #expect(try text(own + [("live-method", .words("keys"))]).contains(words))
    #expect(try !text(own + [("live-method", .words("overwrite"))]).contains(words))
  }

  // MARK: Liability

  private let capped: [(String, Assignment.Said)] = [
    ("liability-cap", .words("amount")), ("cap-amount", .words("500000 EUR")),
    ("cap-period", .words("year")), ("data-cap", .words("no")),
    ("indemnity", .words("claims")), ("indemnity-for", .words("for-breach")),
  ]

  private func limited(_ outside: Assignment.Said) throws -> String {
    let changed = try ChangedCase("clean", capped + [("cap-carve-outs", outside)])
    let document = try #require(draft("agreement", changed.evaluation, changed.findings))
    return document.blocks.flatMap(\.runs).filter { $0.provenance.clause == "liability.covers" }
      .map(\.text).joined()
  }

  /// What a cap covers is said, so that nobody has to argue it out of “each Party's liability”.
  @Test func whatIsCappedIsSaid() throws {
    let all = try limited(.none)
    for words in ["liability for Sub-processors", "recourse", "each indemnity"] {
      #expect(all.contains(words), "\(all)")
    }
    for (tick, words) in [
      ("sub-liability", "Sub-processors"), ("recourse", "recourse"),
      ("indemnities", "indemnity"),
    ] {
      let some = try limited(.words(tick))
      #expect(!some.contains(words), "\(tick): \(some)")
      #expect(some.contains("damages"), "\(tick)")
    }
    #expect(try limited(.open).isEmpty)
    let uncapped = try text([("liability-cap", .words("uncapped"))])
    #expect(!uncapped.contains("what is limited is every claim"))
  }

  /// A word that a cap is counted by is defined where it is used, and only there.
  @Test func aTermIsDefinedWhereItIsUsed() throws {
    func terms(_ changes: [(String, Assignment.Said)]) throws -> Set<String> {
      let changed = try ChangedCase("clean", changes)
      let document = try #require(draft("agreement", changed.evaluation, changed.findings))
      return Set(
        document.blocks.flatMap { block -> [String] in
          guard case .table(let table) = block, table.header.first?.map(\.text) == ["Term"]
          else { return [] }
          return table.rows.compactMap { $0.first?.map(\.text).joined() }
        })
    }
    #expect(try terms(capped).isSuperset(of: ["contract year", "business day", "live data"]))
    let whole = capped.map { $0.0 == "cap-period" ? ($0.0, Assignment.Said.words("whole")) : $0 }
    #expect(try !terms(whole).contains("contract year"))
  }

  // MARK: Rank

  /// The contract is not undone by a later paper, by the vendor's own terms or by a click.
  @Test(arguments: ["addendum-master", "addendum-order", "addendum-online", "standalone"])
  func noOtherPaperTakesFromIt(_ instrument: String) throws {
    let text = try text([("instrument", .words(instrument))])
    for words in [
      "every other agreement between the Parties, whether made before or after it",
      "those accepted online included", "names the provision of this DPA that it changes",
    ] {
      #expect(text.contains(words), "\(instrument): \(words)")
    }
  }

  @Test func itIsReadInTheLightOfTheLaw() throws {
    #expect(try text().contains("to the detriment of the fundamental rights and freedoms"))
  }

  // MARK: Both parties

  @Test func theControllersOwnDutiesAreNamed() throws {
    let text = try text()
    for words in [
      "within 72 hours of becoming aware of it", "Article 34(1)", "Article 33(5)",
      "Where a personal data breach at the Controller", "the advice of its data protection officer",
      "the views of data subjects", "Article 82(2)", "Each Party shall be able to demonstrate",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test(arguments: ["yes", "no"]) func aSuspensionDoesNotLastForEver(_ usual: String) throws {
    var changes: [(String, Assignment.Said)] = [("term-usual", .words(usual))]
    if usual == "no" {
      changes += [
        ("cure-period", .words("20 day")), ("termination-rights", .words("suspended")),
        ("survival", .words("s-deletion")),
      ]
    }
    #expect(try text(changes).contains("within one month of the suspension"))
  }

  /// One question, one clause for each tick.
  @Test func theUsualTermsAreThoseThatWereTicked() throws {
    let question = try #require(pack.question("usual-terms"))
    let words = [
      "change-of-law": "makes this DPA insufficient",
      "affiliates": "companies of the Controller's group use the Services",
      "accession": "a further company may join this DPA",
      "no-admission": "no acknowledgement of fault", "attempts": "scans of ports",
      "audit-secrecy": "What a Party learns of the other's business",
      "records": "for three years after the year", "assist-cost": "documented cost of assistance",
      "self-service": "with the functions of the Services is an instruction",
      "mutual-indemnity": "The Controller shall indemnify the Processor",
      "assignment": "Neither Party may transfer this DPA",
      "counterparts": "may be signed in counterparts",
    ]
    #expect(Set(words.keys) == Set(pack.questions[question].options.map(\.code)))
    for tick in words.keys {
      let text = try text([("usual-terms", .words(tick))])
      for (code, clause) in words {
        #expect(text.contains(clause) == (code == tick), "\(tick): \(code)")
      }
    }
    // In place of the Commission's clauses stand no terms of our own on the same subjects.
    let official = try text([
      ("standard-clauses", .words("yes")), ("docking", .words("no")),
      ("usual-terms", .words("change-of-law, assist-cost, accession, self-service, assignment")),
    ])
    #expect(official.contains("makes this DPA insufficient"))
    for code in ["assist-cost", "accession", "self-service"] {
      #expect(!official.contains(words[code] ?? ""), "\(code)")
    }
  }

  // MARK: Laws by their sections

  /// Where a law is, its section is: a reader in London or Denver looks the right up.
  @Test func aRightNamesTheSectionItComesFrom() throws {
    let laws = "gdpr, uk-gdpr, cpa, tdpsa, ctdpa, vcdpa"
    let changed = try ChangedCase(
      "clean", [("laws", .words(laws)), ("automated-decisions", .words("supports"))])
    let homes = try changed.rows("agreement", of: "Access").compactMap {
      $0["Arising under"]
    }
    let home = try #require(homes.first)
    for words in [
      "GDPR, Article 15", "UK GDPR, Article 15", "C.R.S. § 6-1-1306",
      "Tex. Bus. & Com. Code § 541.051", "Conn. Gen. Stat. § 42-518", "Va. Code § 59.1-577",
    ] {
      #expect(home.contains(words), "\(home)")
    }
    let text = try changed.text("agreement")
    #expect(text.contains("UK GDPR, Articles 22A to 22D"))
    #expect(text.contains("section 164A of the Data Protection Act 2018"))
  }

  // MARK: What nobody would sign

  /// A standard is what the program of the vendor meets, and not a measure that it is said to ask for.
  @Test func aStandardIsHeldToWhatItAsksFor() throws {
    for (standard, words) in [
      ("iso-27001", "information security management system that meets ISO/IEC 27001:2022"),
      ("nist-csf", "outcomes of the NIST Cybersecurity Framework 2.0"),
      ("BSI C5, type 2", "comply with this standard: BSI C5, type 2."),
    ] {
      #expect(try text([("security-standard", .words(standard))]).contains(words), "\(standard)")
    }
  }

  @Test func nobodyStandsForOrAssures() {
    for (place, text) in SignedText(pack).texts {
      for words in [
        "stands for this", "assures the Processor", "also assures", "declares that",
        "reached without authority", "be gone when",
      ] {
        #expect(!text.contains(words), "\(place): \(text)")
      }
    }
  }

  /// Reviewers are spoken of where somebody may review.
  @Test func nobodyIsBoundWhoDoesNotExist() throws {
    let words = "This also applies to persons who review Prompts or Outputs."
    let none: [(String, Assignment.Said)] = [
      ("safety-use", .words("not-at-all")), ("own-purposes", .none),
      ("human-access", .words("nobody")),
    ]
    #expect(try !text(none).contains(words))
    #expect(try text([("human-access", .words("defined-paths"))]).contains(words))
  }

  /// For joint decisions people turn to either party.
  @Test func aRequestOnAJointDecisionIsAnsweredByWhoeverGetsIt() throws {
    let joint = try text(of: "joint-proxy")
    #expect(joint.contains("may be made to either Party"))
    #expect(joint.contains("the arrangement of the joint controllers settles who notifies"))
    #expect(try !text(of: "swiss-controller").contains("may be made to either Party"))
  }

  // MARK: The annexes

  @Test func sensitiveDataIsPartOfTheDataThatIsListed() throws {
    let special: [(String, Assignment.Said)] = [
      ("has-special", .words("yes")), ("special-kinds", .words("health")),
    ]
    #expect(try text(special).contains("It includes the Sensitive Personal Data named in"))
    let plain = try text([("has-special", .words("no"))])
    #expect(!plain.contains("It includes the Sensitive Personal Data"))
    #expect(plain.contains("It shall use such data for nothing but the purposes"))
  }

  /// One time for a backup while the Services run: that of the table where there is one.
  @Test func aBackupHasOneTime() throws {
    let listed = try text([("data-kinds", .words("prompts, backups"))])
    #expect(listed.contains("sets for backups during the term"))
    let unlisted = try text([("data-kinds", .words("prompts"))])
    #expect(!unlisted.contains("sets for backups during the term"))
    #expect(unlisted.contains("which shall not be longer than"))
  }

  @Test func whatExistsOnlyByBeingStoredHasATime() throws {
    for (rule, isFound) in [("not-stored", true), ("while-needed", false)] {
      let changed = try ChangedCase(
        "clean",
        [
          ("data-kinds", .words("prompts, evaluation-sets")),
          ("stores[evaluation-sets].kept-rule", .words(rule)),
        ])
      #expect(
        changed.found.contains("deletion.lasting-unstored[evaluation-sets]") == isFound, "\(rule)")
    }
  }

  /// No table says that measures are kept which the list above does not name.
  @Test func noMeasureIsNamedThatNobodyPromised() throws {
    let text = try text([("measures-technical", .words("mfa"))])
    #expect(text.contains("multi-factor authentication"))
    for words in [
      "redundant systems", "encryption of Personal Data at rest", "scans for vulnerabilities",
    ] {
      #expect(!text.contains(words), "\(words)")
    }
  }

  /// Who works for the controller itself is named as that, and is no Sub-processor.
  @Test func whomTheControllerEngagesIsNotThoughtForgotten() throws {
    let text = try text(of: "copilot-rollout")
    #expect(text.contains("Langfuse Cloud (EU), Germany: traces of the chatbot"))
    #expect(try !self.text(of: "swiss-controller").contains("The Controller itself engages"))
  }

  /// A term speaks of no company, purpose or Transfer that this contract does not have.
  @Test func nothingIsSpokenOfThatIsNotThere() throws {
    let hospital = try text(of: "hospital-group")
    #expect(!hospital.contains("listed as controllers in their own right"))
    #expect(hospital.contains("No Transfer is instructed under this DPA"))
    #expect(!hospital.contains("no Transfer takes place under this DPA"))
    #expect(hospital.contains("neither look for such data nor evaluate it"))
    #expect(!hospital.contains("remove it from what it keeps for one"))
  }

  /// The exception for controllers in their own right stands where one is listed.
  @Test func aListedControllerIsExcepted() throws {
    let listed = try text(
      [("subprocessors[host].sub-role", .words("own-controller"))], of: "hospital-group")
    #expect(listed.contains("Except to those listed as controllers in their own right"))
  }

  /// Where places are fixed is said once, and referred to.
  @Test func fixedPlacesAreToldOnce() throws {
    let text = try text(of: "swiss-bank")
    #expect(text.contains("fixes the place."))
    #expect(!text.contains("takes place only at the place stated there"))
    #expect(!text.contains("only the place stated there is allowed"))
  }

  /// No turnover does not mean no fine: the fixed amounts stand in the summary.
  @Test func theSummaryTellsOfFinesWithoutATurnover() throws {
    let report = try ChangedCase("swiss-bank", []).text("gap-report")
    #expect(report.contains("the upper limit of a fine is at least EUR 10,000,000"))
  }
}
