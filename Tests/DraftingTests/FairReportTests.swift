import Documents
import Findings
import FoundationEssentials
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// What the other side's counsel reads first: a report of another's paper says no more than the paper,
/// the grades and the law bear out.
@Suite struct FairReportTests {
  private static let pack = TestPacks.real
  private static let reviews = pack.examples.map(\.id).filter { $0.hasPrefix("review-") }

  private static func rows(_ table: String) -> [PackRow] {
    guard let number = pack.question(table), case .pack(let rows)? = pack.questions[number].rows
    else { return [] }
    return rows
  }

  private func data(_ id: String, _ changes: [(String, String?)] = []) throws -> ReportData {
    let (evaluation, findings) = try ReviewedExample.evaluated(id, changes)
    return ReportData(evaluation, findings, DraftSettings(matter: id))
  }

  private func said(_ entry: FindingEntry) -> String {
    let words = entry.words
    return [words.finding, words.consequence, words.remedy, words.look].joined(separator: " ")
  }

  // MARK: Quotations

  private static func plain(_ text: String) -> String {
    text.replacing("’", with: "'").replacing("“", with: "\"").replacing("”", with: "\"")
      .replacing("*", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // A line that ends within a word.
      .replacing("- ", with: "-")
  }

  private func quoted(_ text: String, after lead: String) -> [String] {
    text.split(separator: lead).dropFirst().compactMap { part in
      part.split(separator: "”").first.map(String.init)
    }
  }

  @Test("every quotation of every report stands in its paper", arguments: reviews)
  func quotations(_ id: String) throws {
    let paper = Self.plain(
      TestPacks.text("Tests/PapersTests/Papers/\(id.dropFirst("review-".count)).txt"))
    let example = try #require(Self.pack.examples.first { $0.id == id })
    var seen = 0
    for line in example.assignments where line.path.hasSuffix(".quote") {
      guard case .words(let words) = line.said else { continue }
      #expect(paper.contains(Self.plain(words)), "\(line.path): \(words)")
      seen += 1
    }
    #expect(seen > 15)
    var settings = DraftSettings(matter: id)
    settings.isLong = true
    let (evaluation, findings) = try ReviewedExample.evaluated(id)
    let report = try #require(draft("gap-report", evaluation, findings, settings))
    let text = report.blocks.map(\.text).joined(separator: "\n")
    let printed = quoted(text, after: "The paper's words: “")
    #expect(printed.count > 10)
    for words in printed { #expect(paper.contains(Self.plain(words)), "\(words)") }
  }

  // MARK: Standard clauses

  /// Each duty that standard clauses hold, graded so: it is not called missing, and the report says by
  /// which clause, and that it is so only where they apply.
  @Test("a duty that incorporated clauses carry is not missing, and the clause is named")
  func carried() throws {
    var seen = 0
    for (table, row) in Self.rows("duties").map({ ("duties", $0) })
      + Self.rows("clauses").map({ ("clauses", $0) })
    {
      for (code, attribute) in [("transfer-clauses", "in-914"), ("contract-clauses", "in-915")] {
        guard let clause = row.attributes[attribute]?.first, clause != "nowhere" else { continue }
        let cell = "\(table)[\(row.code)]"
        let data = try data(
          "clean-review",
          [
            ("\(cell).wording", "carried"), ("\(cell).carried-by", code),
            ("\(cell).quote", nil), ("\(cell).found-at", nil),
          ])
        let found = data.findings.filter { $0.id.contains("carried") }
        #expect(!data.findings.contains { $0.id.contains("missing") }, "\(cell)")
        seen += 1
        guard code == "transfer-clauses" else {
          #expect(found.isEmpty, "\(cell): the contract's own clauses reach all of it")
          continue
        }
        let entry = try #require(found.first, "\(cell)")
        #expect(entry.words.finding.contains("2021/914, Clause \(clause)"), "\(cell)")
        #expect(entry.words.finding.hasSuffix("where they apply."), "\(cell)")
        #expect(entry.words.consequence.contains("For all other processing"), "\(cell)")
        #expect(entry.words.consequence.contains("as in Module Two"), "\(cell)")
      }
    }
    #expect(seen > 30)
  }

  @Test("a duty that was graded missing beside clauses that hold it is told of both")
  func missingBeside() throws {
    for duty in ["D-5", "F-3", "G-2", "H-2"] {
      let data = try data(
        "clean-review",
        [
          ("duties[\(duty)].wording", "missing"), ("incorporated[transfers].taken-in", "yes"),
          ("incorporated[transfers].found-at", "section 11"),
        ])
      #expect(
        data.findings.contains { $0.id == "review.duties-beside-clauses[\(duty)]" }, "\(duty)")
    }
    let apart = try data(
      "clean-review",
      [("duties[F-4].wording", "missing"), ("incorporated[transfers].taken-in", "yes")])
    #expect(!apart.findings.contains { $0.id.contains("beside-clauses") })
  }

  // MARK: What a paper cannot show

  @Test("what happens in operation is neither proved nor disproved by a paper")
  func operation() throws {
    let rows = Self.rows("gaps").filter { $0.attributes["about"] == ["operation"] }
    #expect(rows.count > 3)
    for row in rows {
      for holds in ["yes", "no"] {
        let cell = "gaps[\(row.code)]"
        let data = try data(
          "clean-review", [("\(cell).holds", holds), ("\(cell).rests-on", "paper")])
        #expect(
          data.findings.map(\.id) == ["review.gap-not-shown[\(row.code)]"], "\(cell) \(holds)")
        let entry = try #require(data.findings.first)
        #expect(entry.words.finding.hasSuffix(": not shown by this paper."))
        #expect(entry.words.remedy.contains("Ask the vendor, or try it"))
        #expect(!entry.evidence.contains("holds: No"), "\(entry.evidence)")
      }
    }
  }

  // MARK: What is law, and what is a suggestion

  @Test("silence as consent is marked as guidance and a rule of this test, with its doubt")
  func silence() throws {
    let data = try data(
      "clean-review", [("duties[D-3].wording", "vague"), ("duties[D-3].flaw", "deemed")])
    let entry = try #require(data.findings.first { $0.id == "review.duties-deemed[D-3]" })
    #expect(data.findings.map(\.id) == ["review.duties-deemed[D-3]"])
    #expect(entry.words.severity == .minor && entry.words.norm.hasPrefix("GUIDANCE"))
    #expect(entry.words.consequence.contains("a rule of this test, not by the law"))
  }

  private static let habits = [
    "usual", "customary", "market practice", "market standard", "standard practice", "commonly",
    "typical", "habit", "as a rule", "most vendors", "nearly all",
  ]

  /// No check, no norm and no text of the report says as a fact what others do.
  @Test("what others agree on is never stated as a fact")
  func habits() {
    var texts: [(String, String)] = []
    for check in Self.pack.checks where check.id.hasPrefix("review.") {
      for inlines in [check.finding, check.consequence, check.remedy, check.look] {
        texts.append((check.id, words(inlines)))
      }
      if let norm = check.norm.flatMap({ Self.pack.norm($0) }) {
        texts.append((norm.id, norm.says))
      }
    }
    for spoken in Self.pack.contents.spokenTexts where spoken.id.hasPrefix("gap.") {
      texts.append((spoken.id, spoken.text))
    }
    #expect(texts.count > 1400)
    for (id, text) in texts {
      for habit in Self.habits {
        #expect(!text.lowercased().contains(habit), "\(id): \(habit): \(text)")
      }
    }
  }

  private func words(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let inner), .emphasis(let inner): words(inner)
      case .placeholder, .reference, .cite, .phrase: "…"
      }
    }.joined()
  }

  // MARK: Words of AI

  private static let ofAI = [
    "prompts", " prompt ", " model", "embedding", "inference", "training", "tuned", "telemetry",
    " ai ", "ingest", "infer,",
  ]

  /// Every check of the self-test in each of its failing examples, with a service that uses no AI.
  @Test("a report on a service without AI has no words of it")
  func withoutAI() throws {
    var seen = 0
    for (number, check) in Self.pack.checks.enumerated() where check.id.hasPrefix("review.") {
      for example in Self.pack.proofs(of: number) where example.outcome == .fail {
        let id = try #require(example.clean)
        var assigning = Assigning(try ReviewedExample.evaluated(id).0, renames: false)
        assigning.take(example.changes + [Assignment(path: "ai-processing", said: .words("no"))])
        let evaluation = assigning.evaluation
        let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
        for result in examine(evaluation, asOf: day).failed(Self.pack) where result.check == number
        {
          let words = FindingWords(result, evaluation, day)
          // The sentence of a check's own row may be about AI where the example answers it so.
          let said = [words.consequence, words.remedy, words.look, words.authority]
            .joined(separator: " ").lowercased()
          for word in Self.ofAI { #expect(!said.contains(word), "\(words.id): \(word): \(said)") }
          seen += 1
        }
      }
    }
    #expect(seen > 120)
    for id in Self.reviews {
      let data = try data(id)
      for entry in data.findings {
        for word in Self.ofAI {
          #expect(!said(entry).lowercased().contains(word), "\(entry.id): \(word)")
        }
      }
    }
  }

  // MARK: What is done

  @Test("an amendment that only adds is not said to take words out")
  func nothingIsStruck() {
    for check in Self.pack.checks where check.id.hasPrefix("review.") {
      let remedy = words(check.remedy).lowercased()
      for word in ["struck", "strike", "deleted from the paper", "clause below"] {
        #expect(!remedy.contains(word), "\(check.id): \(remedy)")
      }
    }
  }

  @Test("below the reason that decides none is reached", arguments: reviews)
  func notReached(_ id: String) throws {
    let rows = try #require(try data(id).tables[.decision])
    let holds = rows.compactMap { row -> String? in
      if case .value(.text(let text))? = row[DecisionColumn.holds] { text } else { nil }
    }
    let at = try #require(holds.firstIndex(of: "yes"))
    #expect(holds[..<at].allSatisfy { $0 == "no" })
    #expect(holds[(at + 1)...].allSatisfy { $0 == "not reached" })
  }

  @Test("a review has one verdict, which is its recommendation", arguments: reviews)
  func oneVerdict(_ id: String) throws {
    let (evaluation, findings) = try ReviewedExample.evaluated(id)
    let report = try #require(
      draft("gap-report", evaluation, findings, DraftSettings(matter: id)))
    let text = report.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("Recommended: "))
    for verdict in ["Not fit ", "Not ready "] { #expect(!text.contains(verdict)) }
  }

  @Test("the place that was given for a gap is its place")
  func placeOfAGap() throws {
    let data = try data(
      "clean-review", [("gaps[changes].holds", "no"), ("gaps[changes].shown-by", "section 14")])
    let entry = try #require(data.findings.first { $0.id == "review.gap-changes" })
    #expect(entry.place == "section 14")
  }

  @Test("business days are printed as such, and counted for the comparison")
  func businessDays() throws {
    let data = try data(
      "clean-review",
      [("figures[objection].stated", "number"), ("figures[objection].number", "10 business-day")])
    let entry = try #require(data.findings.first { $0.id == "review.objection-under-usual" })
    #expect(entry.words.finding.contains("10 business days"), "\(entry.words.finding)")
    #expect(!data.findings.contains { $0.id == "review.objection-short" })
    let enough = try self.data(
      "clean-review",
      [("figures[objection].stated", "number"), ("figures[objection].number", "11 business-day")])
    #expect(!enough.findings.contains { $0.id == "review.objection-under-usual" })
  }

  /// The first page is for who decides: no name of the program's own, no quotation, and what follows
  /// from each reason.
  @Test("the five reasons are in plain words", arguments: reviews)
  func firstPage(_ id: String) throws {
    let rows = try #require(try data(id).tables[.headlines])
    for row in rows {
      guard case .value(.text(let brief))? = row[HeadlineColumn.brief],
        case .value(.text(let why))? = row[HeadlineColumn.consequence]
      else {
        Issue.record("a reason without words")
        continue
      }
      #expect(!brief.contains("“") && !why.isEmpty)
      #expect(brief.firstMatch(of: /\b[A-H]-\d|CH-\d/) == nil, "\(brief)")
    }
  }
}
