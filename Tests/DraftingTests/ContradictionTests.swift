import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What one place of a draft says holds at every other, whatever was answered.
struct ContradictionTests {
  private let pack = TestPacks.real

  /// A clause as it is printed: its words, and the clauses and sections that it refers to.
  private struct Printed {
    var text = ""
    var references: Set<String> = []
  }

  private struct Draft {
    let document: Document
    let clauses: [String: Printed]
    let refused: [RefusedAssignment]
  }

  /// The clean case with these changes, one after the other.
  private func drafted(
    _ changes: [(String, String)], none: [String] = [], refuses: Bool = false
  ) throws -> Draft {
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take(none.map { Assignment(path: $0, said: .none) })
    assigning.take(changes.map { Assignment(path: $0.0, said: .words($0.1)) })
    #expect(refuses || assigning.refused.isEmpty, "\(assigning.refused)")
    let evaluation = assigning.evaluation
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
    var clauses: [String: Printed] = [:]
    for block in document.blocks {
      for run in block.runs {
        guard let clause = run.provenance.clause else { continue }
        clauses[clause, default: Printed()].text += run.text
        if case .reference(let anchor) = run.kind {
          clauses[clause, default: Printed()].references.insert(anchor)
        }
      }
    }
    return Draft(document: document, clauses: clauses, refused: assigning.refused)
  }

  // MARK: Deletion, choice and return

  /// The clauses that set out the choice, the return and the day from which deletion runs.
  private let timeline: Set<String> = [
    "deletion.choice", "deletion.usual", "deletion.choose", "deletion.default-delete",
    "deletion.default-return", "deletion.return", "deletion.from", "eu.end",
  ]

  /// Nothing makes deletion due before the choice is made and what is returned is returned: wherever
  /// deletion is due at the end, its time runs from the day that the timeline names.
  @Test(arguments: ["yes", "no"], ["delete", "return-first"])
  func nothingIsToBeDeletedBeforeItIsReturned(_ usual: String, _ end: String) throws {
    let lawSets = ["gdpr", "gdpr, uk-gdpr, fadp, ccpa, cpa, tdpsa, ctdpa, vcdpa"]
    for (laws, alike) in lawSets.flatMap({ laws in ["yes", "no"].map { (laws, $0) } }) {
      for (official, kept) in [("no", "while-needed"), ("no", "fixed-time"), ("yes", "fixed-time")]
      {
        var changes = [
          ("laws", laws), ("standard-clauses", official), ("deletion-usual", usual),
          ("stores-alike", alike), ("stores[prompts].kept-rule", kept),
        ]
        if official == "yes" { changes.append(("docking", "no")) }
        if usual == "no" {
          changes += [
            ("end-default", end), ("choose-within", "60 day"), ("return-within", "45 day"),
            ("delete-live", "10 day"), ("delete-backups", "20 day"),
          ]
        }
        let place = "\(changes)"
        let draft = try drafted(changes)
        for (id, clause) in draft.clauses where !timeline.contains(id) {
          let isAtTheEnd = ["end of the Services", "Services end"].contains {
            clause.text.contains($0)
          }
          guard isAtTheEnd, clause.text.lowercased().contains("delet") else { continue }
          #expect(
            !clause.references.isDisjoint(
              with: ["deletion.from", "deletion", "eu-clauses", "eu.end"]),
            "\(place): \(id): \(clause.text)")
        }
        for id in ["deletion.live", "deletion.backups"] where official == "no" {
          #expect(
            draft.clauses[id]?.references.contains("deletion.from") == true, "\(place): \(id)")
        }
        #expect(draft.clauses["deletion.from"] != nil || official == "yes", "\(place)")
        let problems = DocumentLint(draft.document).problems
        #expect(problems.isEmpty, "\(place): \(problems.prefix(5))")
      }
    }
  }

  // MARK: Who may read

  private let accesses: [[(String, String)]] = [
    [("ai-usual", "yes"), ("human-access", "defined-paths")],
    [("ai-usual", "yes"), ("human-access", "nobody")],
    [("ai-usual", "no"), ("human-access", "nobody")],
    [("ai-usual", "no"), ("human-access", "defined-paths"), ("access-paths", "incident")],
    [("ai-usual", "no"), ("human-access", "defined-paths"), ("access-paths", "support, incident")],
  ]

  /// The limits on human access except whoever the table of own purposes lets see the data.
  @Test func whoSeesDataForAnOwnPurposeMayReadIt() throws {
    for access in accesses {
      for purpose in ["abuse-monitoring", "safety-review", "service-security", "statistics"] {
        let draft = try drafted(access + [("own-purposes[abuse].purpose", purpose)])
        let limit = draft.clauses["ai.human-paths"] ?? draft.clauses["ai.human-nobody"]
        #expect(limit?.references.contains("scope.own-purposes") == true, "\(access), \(purpose)")
      }
      let draft = try drafted([("safety-use", "not-at-all")] + access, none: ["own-purposes"])
      let limit = draft.clauses["ai.human-paths"] ?? draft.clauses["ai.human-nobody"]
      #expect(limit?.text.isEmpty == false)
      #expect(limit?.references.contains("scope.no-own-purposes") == false, "\(access)")
      #expect(draft.clauses["scope.own-purposes"] == nil)
    }
  }

  @Test func whoMustReviewOutputsMayReadThem() throws {
    for access in accesses {
      let draft = try drafted(
        access + [
          ("automated-decisions", "supports"), ("decisions-made", "refunds"),
          ("human-review", "yes"),
        ])
      let limit = draft.clauses["ai.human-paths"] ?? draft.clauses["ai.human-nobody"]
      #expect(draft.clauses["ai.review"] != nil)
      #expect(limit?.references.contains("ai.review") == true, "\(access)")
    }
  }

  /// A monitoring that is switched off is no own purpose, and nothing that it flags is read.
  @Test func whatIsSwitchedOffIsNotAllowedElsewhere() throws {
    let refused = try drafted([("safety-use", "not-at-all")], refuses: true)
    #expect(refused.refused.map(\.path) == ["safety-use"])
    let later = try drafted([
      ("own-purposes[abuse].purpose", "billing"), ("safety-use", "not-at-all"),
      ("own-purposes[abuse].purpose", "abuse-monitoring"),
    ])
    #expect(later.clauses["ai.safety-none"]?.text.contains("monitor abuse") != true)
    #expect(later.document.blanks.contains { $0.waitsFor.map(\.linkId) == ["safety-use"] })
    let off = try drafted([
      ("ai-usual", "no"), ("human-access", "defined-paths"), ("access-paths", "flagged, support"),
      ("own-purposes[abuse].purpose", "billing"), ("safety-use", "not-at-all"),
    ])
    #expect(off.clauses["ai.safety-none"] != nil)
    #expect(off.clauses["ai.human-paths"]?.text.contains("flagged") == false)
  }

  /// Where feedback or a separate instrument makes the provider a controller, the closed list of its
  /// own purposes says no otherwise.
  @Test func anExceptionFromTheOwnPurposesIsOneOpenly() throws {
    let feedback = try drafted([("ban-full", "no"), ("feedback-use", "carved-out")])
    #expect(
      feedback.clauses["ai.feedback-out"]?.references.contains("scope.own-purposes") == true)
    let instrument = try drafted([("training", "by-separate-instrument")])
    #expect(
      instrument.clauses["ai.training-instrument"]?.references.contains("scope.own-purposes")
        == true)
  }

  // MARK: What counts is printed

  /// A clause that the answers bring, and that meets its duties, stands in the text: a sentence of it
  /// does not go because something else in it does not apply.
  @Test func everyClauseThatCountsIsPrinted() throws {
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let agreement = try #require(pack.document("agreement"))
    for example in pack.examples {
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      let evaluation = assigning.evaluation
      let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
      let printed = Set(
        (document.cover + document.blocks).flatMap(\.runs).compactMap(\.provenance.clause))
      for (number, clause) in pack.clauses.enumerated()
      where clause.document == agreement && evaluation.decisions[number] == .included {
        let isSaid = clause.blocks.contains { block in
          guard case .paragraph(let inlines) = block else { return false }
          guard case .text(let text)? = inlines.last else { return true }
          return text.last != ":"
        }
        #expect(!isSaid || printed.contains(clause.id), "\(example.id): \(clause.id)")
      }
    }
  }

  // MARK: Several laws

  private static let lawSets: [[String]] = {
    let laws = ["gdpr", "uk-gdpr", "fadp", "ccpa"]
    return (1..<16).map { bits in
      laws.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
    }
  }()

  /// A court is foreign where its country's law is none that the draft lets bind the Processor, and
  /// each law in play says itself when data may go there.
  @Test(arguments: lawSets) func noCourtIsForeignWhoseLawCounts(_ laws: [String]) throws {
    let draft = try drafted([("laws", laws.joined(separator: ", "))])
    let binding = try #require(draft.clauses["instructions.law-exception"])
    let orders = try #require(draft.clauses["instructions.orders"])
    #expect(orders.references == ["instructions.law-exception"])
    #expect(!orders.text.contains("Third Country"))
    for (law, name, ground) in [
      ("gdpr", "Member State", "Chapter V of the GDPR"),
      ("uk-gdpr", "United Kingdom", "Chapter V of the UK GDPR"),
      ("fadp", "Swi", "Article 16 or 17"),
    ] {
      #expect(binding.text.contains(name) == laws.contains(law), "\(laws): \(binding.text)")
      #expect(orders.text.contains(ground) == laws.contains(law), "\(laws): \(orders.text)")
    }
    #expect(
      binding.text.contains("United States") == (laws.contains("ccpa") && laws.count > 1))
    // Of several laws each counts where its own regime applies.
    #expect(
      binding.text.contains("so far as")
        == (laws.filter { ["gdpr", "uk-gdpr", "fadp"].contains($0) }.count > 1))
  }

  /// What must be flagged is every infringement of data protection law, not only of the act named.
  @Test(arguments: lawSets) func theFlagReachesEveryProvisionOnDataProtection(
    _ laws: [String]
  ) throws {
    let draft = try drafted([("laws", laws.joined(separator: ", "))])
    let definition = try #require(draft.clauses["definitions.own"])
    let flag = try #require(draft.clauses["instructions.flag"])
    for (law, home) in [
      ("gdpr", "Member State"), ("uk-gdpr", "United Kingdom"), ("fadp", "Switzerland"),
    ] {
      for clause in [definition, flag] {
        #expect(clause.text.contains(home) == laws.contains(law), "\(laws): \(clause.text)")
      }
    }
    for clause in [definition, flag] { #expect(clause.text.contains("data protection provision")) }
  }
}
