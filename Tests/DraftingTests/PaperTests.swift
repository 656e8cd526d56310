import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// The papers beside the agreement: they say what the answers say, and judge nothing.
struct PaperTests {
  private let pack = TestPacks.real
  private static let papers = ["record-controller", "record-processor", "dpia", "privacy-notice"]

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.flatMap { block -> [Table] in
      if case .table(let table) = block { [table] } else { tables(block.children) }
    }
  }

  private func cells(_ table: Table) -> [[String]] {
    table.rows.map { $0.map { $0.map(\.text).joined() } }
  }

  @Test func theRecordsHoldEachItemOfTheLaw() throws {
    for (id, letters) in [("record-controller", "abcdefg"), ("record-processor", "abcd")] {
      let blocks = try ChangedCase("saas-processor", []).blocks(id)
      let all = tables(blocks)
      #expect(all.count == 1, "one table, so that the rows are one file")
      let first = Set(cells(try #require(all.first)).compactMap(\.first))
      #expect(first.subtracting(["–"]) == Set(letters.map { "(\($0))" }))
    }
  }

  @Test func theRecordNamesEachRecipientAndItsTransfer() throws {
    let changed = try ChangedCase("saas-processor", [])
    let rows = cells(try #require(tables(try changed.blocks("record-controller")).first))
    let recipients = rows.filter { $0[0] == "(d)" }.map { $0[2] }
    let transfers = rows.filter { $0[0] == "(e)" }.map { $0[2] }
    for name in ["OpenAI OpCo, LLC", "Pinecone Systems, Inc.", "Brightdesk Philippines Inc."] {
      #expect(recipients.contains { $0.hasPrefix(name) }, "\(recipients)")
      #expect(transfers.contains { $0.hasPrefix(name) }, "\(transfers)")
    }
  }

  @Test func whatIsNotAnsweredIsABlankAndWhatWasNotAskedAnOpenPoint() throws {
    let short = try ChangedCase("short-way", [])
    let record = try #require(
      draft("record-controller", short.evaluation, short.findings))
    #expect(record.blanks.contains { $0.name == "legal basis" })
    #expect(record.blocks.map(\.text).joined().contains("Nobody was asked for these"))
    let dpia = try #require(draft("dpia", short.evaluation, short.findings))
    #expect(!dpia.blanks.isEmpty)
  }

  /// No paper says that something is lawful, low or settled.
  @Test func nothingIsSaidToComply() throws {
    let judging = [
      "complies", "compliant", "is lawful", "are lawful", "acceptable", "low risk", "no risk",
      "sufficient", "adequate protection", "is necessary and", "has been carried out",
    ]
    for example in pack.examples where example.id != pack.clean {
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      let evaluation = assigning.evaluation
      let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
      let findings = examine(evaluation, asOf: asOf)
      for id in Self.papers {
        let document = try #require(draft(id, evaluation, findings))
        // Findings and answers speak for themselves: only the paper's own words are looked at.
        let own = document.blocks.flatMap(\.runs).filter { $0.provenance.question == nil }
          .map { $0.text.lowercased() }
        for words in judging {
          #expect(
            !own.contains { $0.contains(words) && !$0.contains("whether") }, "\(id): \(words)")
        }
      }
    }
  }

  @Test func eachRiskHasAMeasureWithItsPlaceOrSaysThatThereIsNone() throws {
    let changed = try ChangedCase("saas-processor", [])
    let agreement = try #require(draft("agreement", changed.evaluation, changed.findings))
    let known = Set(agreement.passages.compactMap(\.number))
    let risks = try #require(
      tables(try changed.blocks("dpia")).first { table in
        table.header.first?.first?.text == "Risk to people"
      })
    #expect(risks.rows.count > 10)
    for row in cells(risks) {
      #expect(row[3] == "to be judged")
      let places = row[2].matches(of: /section ([0-9A-Z]+(\.[0-9]+)?)/).map { $0.output.1 }
      let hasPlace = !places.isEmpty || row[2].contains("Annex ") || row[2].contains("none in")
      #expect(hasPlace, "\(row)")
      for place in places { #expect(known.contains(String(place)), "\(place) in \(row)") }
    }
  }

  @Test func aMeasureThatIsNotAgreedIsNotInTheDraft() throws {
    let without = try ChangedCase("saas-processor", [("human-review", .words("no"))])
    #expect(try without.text("dpia").contains("review by a human: not in the draft"))
    let with = try ChangedCase("saas-processor", [("human-review", .words("yes"))])
    #expect(try with.text("dpia").contains("review by a human: section E."))
  }

  @Test func theAssessmentNamesTheStepsThatItCannotTake() throws {
    let text = try ChangedCase("clean", []).text("dpia")
    for step in ["Art. 35(2)", "Art. 35(9)", "Art. 35(11)", "Art. 36", "GDPR, Art. 35(7)"] {
      #expect(text.contains(step), "\(step)")
    }
    #expect(text.contains("the assessment is not made"))
  }

  @Test func linesOfATextAreToldApartInACell() throws {
    let changed = try ChangedCase("clean", [("purposes", .words("first end\nsecond end"))])
    let rows = cells(try #require(tables(try changed.blocks("record-controller")).first))
    #expect(rows.first { $0[1] == "Purposes" }?[2] == "first end; second end")
  }

  @Test func theyAreWrittenOnlyWhereTheirLawApplies() throws {
    let words = ["records", "dpia", "notice", "terms"]
    let clean = wantedDocuments(Sheets.clean(pack), with: words)
    #expect(Set(Self.papers + ["terms-compared"]).isSubset(of: clean))
    #expect(Set(Self.papers).isDisjoint(with: wantedDocuments(Sheets.clean(pack))))
    let texas = wantedDocuments(Sheets.evaluation(pack, ["laws": "tdpsa"]), with: words)
    #expect(Set(Self.papers).isDisjoint(with: texas))
  }

  @Test func theCoverSaysHowToGetThemAndWhatIsNotDrafted() throws {
    func cover(_ changed: ChangedCase) throws -> String {
      try #require(draft("agreement", changed.evaluation, changed.findings)).cover.map(\.text)
        .joined(separator: "\n")
    }
    let clean = try ChangedCase("clean", [])
    for case let word? in pack.documents.map(\.with) where word != "memo" && word != "tia" {
      #expect(try cover(clean).contains("\(word): "), "\(word)")
    }
    #expect(try !cover(clean).contains("business associate"))
    let health = try ChangedCase(
      "clean", [("laws", .words("gdpr, tdpsa")), ("phi", .words("yes"))])
    #expect(try cover(health).contains("Not drafted: the business associate agreement."))
  }
}

/// A paper that is read names the places of the contract's clauses.
struct ContractPlaceTests {
  private let pack = TinyPack.pack(
    [TinyPack.question("wanted", "boolean")],
    agreement: """
      # Text {#text}

      ::: clause text.always

      It binds.
      :::

      ::: clause text.wanted
      when: wanted is answered with yes

      It is wanted.
      :::

      """,
    files: [
      "pack.yaml": """
      id: tiny
      version: 1.0.0
      title: A tiny pack
      journeys:
        - {id: whole, title: All of it, steps: [only]}
      documents:
        - {id: agreement, role: contract, title: Agreement}
        - {id: note, role: memo, title: Note, with: note}

      """,
      "documents/note/1.md": """
      # Note {#note}

      ::: clause note.places

      One stands in {{ref text.always}}, the other in {{ref text.wanted}}; see {{ref text}}.
      :::

      """,
    ])

  @Test(arguments: [("yes", "section 1.2"), ("no", "not in the draft")])
  func theyAreNamedOrSaidNotToBeThere(_ wanted: String, _ place: String) throws {
    let evaluation = Sheets.evaluation(pack, [("wanted", .words(wanted))])
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let note = try #require(draft("note", evaluation, examine(evaluation, asOf: asOf)))
    let text = note.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("One stands in section 1.1, the other in \(place); see section 1."))
    // No link leads to a place in another file.
    #expect(
      note.blocks.flatMap(\.runs).allSatisfy { run in
        if case .reference = run.kind { false } else { true }
      })
  }
}
