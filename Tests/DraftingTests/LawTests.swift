import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What the pack and its documents say of the law.
struct LawTests {
  private let pack = TestPacks.real
  private let asOf = CalendarDate(year: 2026, month: 11, day: 21)

  private func cases() -> [(String, Evaluation)] {
    pack.examples.map { example in
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      return (example.id, assigning.evaluation)
    }
  }

  @Test func everyErratumIsThereOnce() {
    let numbers = pack.coverage.compactMap { item in
      item.id.hasPrefix("erratum-") ? Int(item.id.dropFirst("erratum-".count)) : nil
    }
    #expect(numbers == Array(1...75))
  }

  @Test func noDocumentOfACaseSaysWhatIsWrong() throws {
    let asOf = try #require(asOf)
    #expect(pack.contents.background.denials.count > 50)
    for (id, evaluation) in cases() {
      let findings = examine(evaluation, asOf: asOf)
      for template in pack.documents {
        let document = try #require(draft(template.id, evaluation, findings))
        for block in document.cover + document.blocks {
          for text in texts(block) {
            let wrong = wrongSayings(in: text.words, of: text.clauses)
            #expect(wrong.isEmpty, "\(id), \(template.id): \(wrong) in \(text.words)")
          }
        }
      }
    }
  }

  @Test func noGoldenOfACaseSaysWhatIsWrong() throws {
    let asOf = try #require(WholeCase.asOf)
    for example in WholeCase.all {
      let evaluation = example.evaluation(pack)
      let findings = examine(evaluation, asOf: asOf)
      for id in WholeCase.documents {
        guard id != "deviation-memo" || !evaluation.shortfalls().isEmpty else { continue }
        // A line of a file names no clause, so the clauses that may say it lend it their words.
        let document = try #require(draft(id, evaluation, findings))
        let drafted = (document.cover + document.blocks).flatMap(texts)
        for line in TestPacks.text("\(example.folder)/\(id).md").split(separator: "\n") {
          let words = String(line.filter { !"*\\".contains($0) })
          guard !wrongSayings(in: words, of: []).isEmpty else { continue }
          let clauses = drafted.filter { words.contains($0.words) }.flatMap(\.clauses)
          let wrong = wrongSayings(in: words, of: Set(clauses))
          #expect(wrong.isEmpty, "\(example.name)/\(id).md: \(wrong) in \(line)")
        }
      }
    }
  }

  /// What published guides say wrongly, planted where it would stand: none may get through.
  @Test(arguments: [
    "The processor's duties follow from Tex. Bus. & Com. Code § 541.105.",
    "The contract follows Conn. Gen. Stat. § 42-520.",
    "The contract follows C.R.S. § 6-1-1305(4).",
    "Automated decisions are governed by 11 CCR § 7030.",
    "SB 24-205 applies to the system.",
    "Under Art. 28(10) GDPR the Processor is liable for its Sub-processors.",
    "The Garante fined OpenAI EUR 15 million.",
    "A breach of Art. 28 GDPR costs up to EUR 20 million.",
    "The request is answered under Art. 17 within one month.",
  ])
  func aPlantedErrorIsFound(_ sentence: String) throws {
    #expect(!wrongSayings(in: sentence, of: []).isEmpty)
    // Beside a true citation, and in a clause that may not say it.
    #expect(!wrongSayings(in: "GDPR, Art. 28(3)(h): \(sentence)", of: ["audit.right"]).isEmpty)
  }

  /// What a text says that is wrong: not where its clause may say so, nor where an authority that
  /// is a correct mention stands beside what it is about, as lists of authorities have it, nor
  /// where it repeats what a text that may say so says.
  private func wrongSayings(in text: String, of clauses: Set<String>) -> [String] {
    pack.contents.background.denials.filter { denial in
      guard denial.isSaid(in: text), clauses.isDisjoint(with: denial.mentioned) else {
        return false
      }
      let isRepeated = pack.contents.spokenTexts.contains {
        denial.mentioned.contains($0.id) && pack.authority($0.id) == nil
          && denial.isSaid(in: $0.text) && text.contains($0.text)
      }
      guard !isRepeated else { return false }
      return !denial.mentioned.contains { mention in
        guard let authority = pack.authority(mention), text.contains(authority.citation) else {
          return false
        }
        return text.contains(authority.title) || text.contains(authority.says)
      }
    }.map(\.words)
  }

  /// A text by itself, with the clauses that it comes from.
  private struct Text {
    let words: String
    let clauses: Set<String>

    init(_ runs: [Run]) {
      self.init(words: runs.map(\.text).joined(), runs)
    }

    init(words: String, _ runs: [Run] = []) {
      self.words = words
      clauses = Set(runs.compactMap(\.provenance.clause))
    }
  }

  /// A paragraph, an item, a row of a table: a text by itself.
  private func texts(_ block: Block) -> [Text] {
    switch block {
    case .list(let list): list.items.flatMap(\.blocks).flatMap(texts)
    case .table(let table):
      table.rows.map { row in
        let words = row.map { $0.map(\.text).joined() }.joined(separator: " | ")
        return Text(words: words, row.flatMap { $0 })
      }
    case .landscape(let blocks): blocks.flatMap(texts)
    case .paragraph(let paragraph): [Text(paragraph.runs)]
    default: [Text(words: block.text)]
    }
  }

  @Test func aDeniedNumberIsNotFoundInALongerOne() {
    let denial = Denial(item: "x", words: "541.105", mentioned: [])
    #expect(denial.isSaid(in: "Tex. Bus. & Com. Code § 541.105"))
    #expect(!denial.isSaid(in: "§ 541.1051 and 1541.105"))
    let both = Denial(item: "x", words: "28(10) + liable", mentioned: [])
    #expect(both.isSaid(in: "Liable under Art. 28(10)."))
    #expect(!both.isSaid(in: "Art. 28(10)."))
  }

  @Test func sourcesNameNoStateThatIsNotInPlay() throws {
    let asOf = try #require(asOf)
    for (id, evaluation) in cases() {
      guard let laws = pack.question("laws"),
        case .value(.checks(let ticks)) = evaluation.effective.reading(.question(laws))
      else { continue }
      let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
      let sources = (document.cover + document.blocks).map(\.text).joined(separator: "\n")
      for (code, mark) in [
        ("ccpa", "Cal. Civ. Code"), ("ccpa", "11 CCR"), ("cpa", "C.R.S. § 6-1-13"),
        ("tdpsa", "Tex. Bus."), ("ctdpa", "Conn. Gen. Stat."), ("vcdpa", "Va. Code"),
      ] where !ticks.contains(.code(code)) {
        #expect(!sources.contains(mark), "\(id) cites \(mark) without \(code)")
      }
    }
  }

  @Test func ridersStandInTheCasesThatNeedThemAndInNoOther() throws {
    let asOf = try #require(WholeCase.asOf)
    let riders: [(name: String, words: [String], cases: Set<String>)] = [
      ("United Kingdom", ["UK Addendum", "UK GDPR"], ["saas-processor"]),
      ("California", ["CCPA", "California"], ["saas-processor", "us-vendor"]),
      ("Colorado", ["Colorado"], ["saas-processor", "us-vendor"]),
      ("Texas", ["Texas Data Privacy"], ["saas-processor", "us-vendor"]),
      ("Connecticut", ["Connecticut"], ["saas-processor"]),
      ("Virginia", ["Virginia"], ["us-vendor"]),
      ("Switzerland", ["FADP", "Swiss law"], ["swiss-controller", "swiss-bank"]),
      ("Secrecy", ["Protected Secrets"], ["swiss-bank", "hospital-group"]),
      ("Swiss supervision", ["FINMA"], ["swiss-bank"]),
      ("Health care", ["SGB V"], ["hospital-group"]),
      ("Essential entities", ["2022/2555"], ["hospital-group"]),
      ("Japan", ["Japan"], ["japanese-processor"]),
    ]
    for example in WholeCase.all {
      let evaluation = example.evaluation(pack)
      let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
      let text = document.blocks.map(\.text).joined(separator: "\n")
      for rider in riders {
        for words in rider.words {
          #expect(
            text.contains(words) == rider.cases.contains(example.name),
            "\(example.name), \(rider.name): “\(words)”")
        }
      }
    }
  }

  /// Eight hundred people and EUR 50 million: the amounts count, as 2 % and 4 % stay below them.
  @Test func theExposureOfTheRolloutIsTheAmountAndNotTheShare() throws {
    let asOf = try #require(WholeCase.asOf)
    let example = try #require(WholeCase.all.first { $0.name == "copilot-rollout" })
    let evaluation = example.evaluation(pack)
    for (id, millions) in [("exposure-83-4", 10), ("exposure-83-5", 20)] {
      let number = try #require(pack.calculated(id))
      let limit = Value.money(Money(minor: millions * 100_000_000, currency: "EUR"))
      #expect(evaluation.effective.reading(.calculated(number)) == .value(limit), "\(id)")
    }
    let report = try #require(draft("gap-report", evaluation, examine(evaluation, asOf: asOf)))
    let text = report.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("Art. 83(4)"))
    for words in ["EUR 50,000,000", "EUR 10,000,000", "EUR 20,000,000"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func everyAuthorityHasASourceAndADay() {
    for authority in pack.authorities {
      #expect(!authority.source.isEmpty, "\(authority.id) has no source")
      #expect(authority.asOf.year == 2026, "\(authority.id) was looked at long ago")
    }
  }

  @Test func aDraftThatMissesADutyIsBarredUntilTheReasonIsGiven() throws {
    let asOf = try #require(asOf)
    let clean = Sheets.clean(pack)
    let empty = evaluate(pack, AnswerSheet())
    func obstacles(_ evaluation: Evaluation) throws -> [FinalObstacle] {
      let findings = examine(evaluation, asOf: asOf)
      let document = try #require(draft("agreement", evaluation, findings))
      return finalObstacles(document, evaluation, findings)
    }
    #expect(try obstacles(clean).isEmpty)
    #expect(
      try obstacles(empty).contains {
        if case .blank = $0 { return true }
        return false
      })
  }

  @Test func aChoiceBelowTheLawStandsInTheMemoWithItsReason() throws {
    let asOf = try #require(asOf)
    var assigning = Assigning(Sheets.clean(pack))
    assigning.take([
      Assignment(
        path: "instruction-places", said: .words("anywhere"), note: "The board decided so.")
    ])
    #expect(assigning.refused.isEmpty)
    let evaluation = assigning.evaluation
    let findings = examine(evaluation, asOf: asOf)
    let agreement = try #require(draft("agreement", evaluation, findings))
    #expect(finalObstacles(agreement, evaluation, findings).isEmpty)
    let memo = try #require(draft("deviation-memo", evaluation, findings))
    let text = memo.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("The board decided so."))
    #expect(text.contains("GDPR, Art. 28(3)(a)"))
    #expect(wantedDocuments(evaluation).contains("deviation-memo") == false)
    #expect(wantedDocuments(evaluation, with: ["memo"]).contains("deviation-memo"))
  }

  @Test func referencesThatFollowOneAnotherAreGathered() throws {
    let asOf = try #require(asOf)
    for (id, evaluation) in cases() {
      let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
      let text = document.blocks.map(\.text).joined(separator: "\n")
      #expect(!text.contains("one time "), "\(id)")
      let pattern = /section [0-9.]+ and section [0-9.]+/
      #expect(text.firstMatch(of: pattern) == nil, "\(id)")
    }
  }
}
