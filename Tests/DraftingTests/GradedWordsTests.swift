import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// A finding of the self-test says what was graded, ticked and quoted, and no more.
struct GradedWordsTests {
  private static let pack = TestPacks.real
  private static let day: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 11, day: 21) else {
      preconditionFailure("21 November 2026 is a day")
    }
    return day
  }()
  /// What is often wrong, and was printed as if somebody had found it.
  private static let asserting = [
    "summary of a third party", "report of a third party", "silence counts", "stop using",
    "on request only", "leaves out places", "any country", "blanket", "applicable law", "dispute",
    "misuse", "determined by the customer", "performance of the services", "as needed",
    "whatever the customer", "vendor's own terms", "third party", "standard retention",
    "backup rotation", "comparable", "substantially similar", "general cap", "first tier",
    "extra cost", "paid work", "confirmed", "attributable", "competitors", "prohibitive",
    "so wide", "warranties", "term of another paper", "blurred", "used up by a report",
    "softened", "conditional", "narrowed", "too general", "without a procedure",
  ]
  private static let reasons = [
    "softened": "softened", "conditional": "conditional", "narrowed": "narrowed",
    "too-general": "too general", "blanket": "a blanket permission",
    "no-procedure": "without a procedure",
  ]

  private static func rows(_ table: String) -> [PackRow] {
    guard let number = pack.question(table), case .pack(let rows)? = pack.questions[number].rows
    else { return [] }
    return rows
  }

  /// The rows of a table that are graded themselves; the others take their grade from the duties.
  private static func graded(_ table: String) -> [PackRow] {
    let duties = Set(rows("duties").compactMap { $0.attributes["of"]?.first })
    return rows(table).filter { table != "clauses" || !duties.contains($0.code) }
  }

  private func entries(_ changes: [(String, String?)]) throws -> [FindingEntry] {
    let (evaluation, findings) = try ReviewedExample.evaluated("clean-review", changes)
    return ReportData(evaluation, findings, DraftSettings(matter: "clean")).findings
  }

  /// The findings in words alone, which are made sooner, each with the clause that closes it.
  private func words(_ changes: [(String, String?)]) throws -> [(FindingWords, closes: String?)] {
    let (evaluation, findings) = try ReviewedExample.evaluated("clean-review", changes)
    return findings.failed(Self.pack).map {
      (FindingWords($0, evaluation, Self.day), $0.closes(Self.pack))
    }
  }

  private func quoted(_ text: String) -> [Substring] {
    text.split(separator: "“").dropFirst().compactMap { $0.split(separator: "”").first }
  }

  private func hasANumberOfTime(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { " ,.;:".contains($0) })
    return zip(words, words.dropFirst()).contains { number, unit in
      Int(number) != nil && ["hour", "hours", "day", "days", "months"].contains(String(unit))
    }
  }

  /// Every row and every duty, vague or missing, with no reason and no quotation.
  @Test(arguments: ["clauses", "duties"])
  func aGradeAloneSaysNothingOfTheWords(_ table: String) throws {
    for row in Self.graded(table) {
      for grade in ["vague", "missing"] {
        let cell = "\(table)[\(row.code)]"
        let found = try entries([
          ("\(cell).wording", grade), ("\(cell).flaw", nil), ("\(cell).quote", nil),
          ("\(cell).found-at", nil),
        ])
        #expect(!found.isEmpty, "\(cell) \(grade)")
        for entry in found {
          let says = "\(entry.words.finding) \(entry.words.consequence)"
          for phrase in Self.asserting {
            #expect(!says.lowercased().contains(phrase), "\(entry.id): \(phrase)")
            #expect(!entry.evidence.lowercased().contains(phrase), "\(entry.id): \(phrase)")
          }
          let all = "\(says) \(entry.words.remedy) \(entry.evidence) \(entry.place)"
          #expect(!all.contains("“") && !all.contains("”"), "\(entry.id): \(all)")
          #expect(!hasANumberOfTime(says), "\(entry.id): \(says)")
        }
      }
    }
  }

  /// Once ticked, a reason is named, and the words are the paper's own. What words close has a clause.
  @Test(arguments: ["clauses", "duties"])
  func theReasonAndTheQuotationAreNamed(_ table: String) throws {
    let quotation = "the words of section 9"
    for row in Self.graded(table) {
      let cell = "\(table)[\(row.code)]"
      for (code, reason) in Self.reasons {
        let found = try words([
          ("\(cell).wording", "vague"), ("\(cell).flaw", code), ("\(cell).quote", quotation),
        ])
        let end = " – \(reason). The paper's words: “\(quotation)”."
        #expect(found.count { $0.0.finding.hasSuffix(end) } == 1, "\(cell) \(code)")
        for (words, closes) in found {
          let all = "\(words.finding) \(words.consequence) \(words.remedy)"
          #expect(quoted(all).allSatisfy { $0 == quotation }, "\(words.id)")
          #expect(closes != nil, "\(words.id)")
        }
      }
    }
  }

  /// What has no single duty in the text is told once; as soon as one is there, each by itself.
  @Test func aRowOfWhichEveryDutyIsMissingIsToldOnce() throws {
    for row in Self.rows("clauses") {
      let duties = Self.rows("duties").filter { $0.attributes["of"]?.first == row.code }
      guard let first = duties.first else { continue }
      let missing = duties.map { ("duties[\($0.code)].wording", String?.some("missing")) }
      let found = try entries(missing)
      #expect(found.map(\.id) == ["review.\(row.code)-missing"], "\(row.code)")
      #expect(found.first?.place == "not in the paper")
      let one = try entries(missing.dropFirst() + [("duties[\(first.code)].wording", "present")])
      #expect(one.count == duties.count - 1, "\(row.code): \(one.map(\.id))")
    }
  }

  /// The grade of a row is that of its duties, and is asked for nowhere.
  @Test func aRowFollowsFromItsDuties() throws {
    for (grades, level): ([String?], Matrix.Grade.Level) in [
      (["present", "present", "present"], .present), (["present", "vague", "present"], .vague),
      (["present", "missing", "present"], .vague), (["missing", "missing", "missing"], .missing),
      (["present", "elsewhere", "present"], .elsewhere),
      (["elsewhere", "missing", nil], .vague), (["present", nil, "present"], .notAssessed),
    ] {
      let changes = zip(["A-1", "A-2", "A-3"], grades).map { ("duties[\($0)].wording", $1) }
      let (evaluation, findings) = try ReviewedExample.evaluated("clean-review", changes)
      let row = try #require(findings.matrix.rows.first { $0.article == .a })
      #expect(row.contract.level == level, "\(grades)")
      let asked = evaluation.openAnswers().map(\.key.path)
      #expect(!asked.contains { $0.hasPrefix("clauses[a].wording") })
    }
  }

  @Test func severalReasonsAreNamedTogether() throws {
    let found = try entries([
      ("duties[H-1].wording", "vague"), ("duties[H-1].flaw", "narrowed, too-general"),
      ("duties[H-1].quote", "a report."),
    ])
    #expect(
      found.map(\.words.finding) == [
        "All information that shows compliance: graded vague – narrowed and too general. The paper's words: “a report.”"
      ])
  }

  /// A clause that permits what the duty should bar is no lighter than one that is merely soft, and
  /// silence under a sound limit is no heavier.
  @Test(arguments: ["A-1", "A-2", "A-3", "D-1", "D-3"])
  func aBlanketPermissionWeighs(_ duty: String) throws {
    func severities(_ changes: [(String, String?)]) throws -> [Severity] {
      try entries(changes).map(\.words.severity)
    }
    let wording = "duties[\(duty)].wording"
    let flaw = "duties[\(duty)].flaw"
    let blanket = try severities([(wording, "vague"), (flaw, "blanket")])
    let worst: Severity = duty == "D-3" ? .major : .critical
    #expect(blanket == [worst])
    #expect(try severities([(wording, "vague"), (flaw, "softened, blanket")]) == [worst])
    #expect(
      try severities([(wording, "vague"), (flaw, "softened")]) == [duty == "D-3" ? .minor : .major])
    if ["A-2", "A-3"].contains(duty) {
      #expect(try severities([(wording, "missing")]) == [.major])
      #expect(
        try severities([(wording, "missing"), ("duties[A-1].wording", "missing")]) == [
          .critical, .critical,
        ])
    }
  }

  /// That the paper names no number does not silence what was found in its words.
  @Test func aDutyWithoutANumberIsStillVague() throws {
    for (duty, figure, words) in [
      ("D-2", "notice", "notice-no-number"), ("F-2", "breach", "breach-no-number"),
      ("D-3", "objection", "objection-no-number"), ("G-2", "backups", "backups-no-number"),
      ("G-1", "deletion", "deletion-no-number"),
    ] {
      let found = try entries([
        ("duties[\(duty)].wording", "vague"), ("duties[\(duty)].flaw", "narrowed"),
        ("figures[\(figure)].stated", "words"),
      ])
      let vague = "review.\(duty.lowercased())-vague"
      #expect(found.contains { $0.id == vague }, "\(duty)")
      let number = try #require(found.first { $0.id == "review.\(words)" })
      #expect(number.finding.impliedBy == vague)
    }
  }

  /// No is the answer to the whole sentence of a gap; the finding says no more than that.
  @Test func aGapThatDoesNotHoldIsItsSentenceDenied() throws {
    for row in Self.rows("gaps") {
      // Whether a report uses up the audit is asked where the duty itself was not graded.
      let ungraded: [(String, String?)] =
        row.code == "audit" ? [("duties[H-2].wording", nil)] : []
      let special: [(String, String?)] =
        ["special", "secrecy"].contains(row.code)
        ? [
          ("has-special", "yes"), ("special-kinds", "health"), ("professional-secrecy", "yes"),
          ("gaps[special].holds", "yes"), ("gaps[special].shown-by", "Annex 1"),
          ("gaps[secrecy].holds", "yes"), ("gaps[secrecy].shown-by", "Annex 2"),
        ] : []
      let found = try entries(
        ungraded + special + [
          ("gaps[\(row.code)].holds", "no"), ("gaps[\(row.code)].shown-by", nil),
          ("gaps[\(row.code)].other-paper", nil),
        ])
      let entry = try #require(
        found.first { $0.id == "review.gap-\(row.code)" }, "gaps[\(row.code)]")
      let says = "\(entry.words.finding) \(entry.words.consequence)"
      #expect(!says.contains("“"), "\(says)")
      #expect(!says.contains("or blurred") && !says.contains("used up by a report"), "\(says)")
      guard row.attributes["about"] == ["paper"] else { continue }
      let elsewhere = try entries(
        ungraded + special + [
          ("gaps[\(row.code)].holds", "no"),
          ("gaps[\(row.code)].other-paper", "Service Terms, 4"),
        ])
      #expect(elsewhere.map(\.id) == ["review.gap-elsewhere[\(row.code)]"])
      #expect(elsewhere.first?.words.finding.contains("Service Terms, 4") == true)
      #expect(elsewhere.first?.words.severity == .note)
    }
  }

  /// Over every check of the self-test, in each of its own failing examples: what stands between
  /// quotation marks is an answer, and nobody speaks of a whole paper who was asked of one duty.
  @Test func onlyAnswersAreQuoted() throws {
    var seen = 0
    for (number, check) in Self.pack.checks.enumerated() where check.id.hasPrefix("review.") {
      for example in Self.pack.proofs(of: number) where example.outcome == .fail {
        let id = try #require(example.clean)
        let changed = try ReviewedExample.evaluated(id).0
        var assigning = Assigning(changed, renames: false)
        assigning.take(example.changes)
        let evaluation = assigning.evaluation
        let answers = evaluation.sheet.answers.values.compactMap { answer -> String? in
          if case .value(.text(let text)) = answer { return text }
          return nil
        }
        let results = examine(evaluation, asOf: Self.day).failed(Self.pack)
        for result in results where result.check == number {
          let words = FindingWords(result, evaluation, Self.day)
          let all = "\(words.finding) \(words.consequence) \(words.remedy)"
          for phrase in ["nothing in the paper", "nobody decided", "was not read here"] {
            #expect(!all.lowercased().contains(phrase), "\(check.id): \(phrase)")
          }
          for quotation in quoted(all) {
            #expect(answers.contains(String(quotation)), "\(check.id): “\(quotation)”")
          }
          seen += 1
        }
      }
    }
    #expect(seen > 150)
  }

  /// A risk that was accepted has been decided: it is told with its reason, and not as still to be
  /// decided.
  @Test func anAcceptedRiskIsNotToBeDecidedFirst() throws {
    let (evaluation, findings) = try ReviewedExample.evaluated("clinic")
    let id = "review.a-2-missing"
    let changes =
      evaluation.sheet.changing(.followUp(finding: id, field: "status"), to: "accepted")
      + evaluation.sheet.changing(
        .followUp(finding: id, field: "reason"), to: "one region only, by contract")
    let accepted = evaluation.after(changes)
    let report = try #require(draft("gap-report", accepted, findings))
    let blocks = report.blocks
    func rows(under title: String) -> [[String]] {
      guard let at = blocks.firstIndex(where: { $0.text == title }),
        let table = blocks[at...].lazy.compactMap({ block -> Table? in
          if case .table(let table) = block { return table }
          return nil
        }).first
      else { return [] }
      return table.rows.map { $0.map { $0.map(\.text).joined() } }
    }
    let finding = "The paper does not put transfers under instruction."
    #expect(!rows(under: "What must be decided first").contains { $0.contains(finding) })
    let taken = rows(under: "Risks that were accepted")
    #expect(taken.count == 1 && taken[0].contains(finding))
    #expect(taken.first?.contains("accepted: one region only, by contract") == true)
  }
}
