import Documents
import Findings
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// Nothing that is signed says that a point is open, that nobody knows it, or that something was
/// done without leave.
struct UnsettledTests {
  private let pack = TestPacks.real

  private func drafted(_ id: String, _ evaluation: Evaluation) throws -> Document {
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return try #require(draft(id, evaluation, examine(evaluation, asOf: asOf)))
  }

  // MARK: The rule

  private let open = TinyPack.pack(
    [
      TinyPack.question(
        "basis", "choice",
        """
        answerOption:
          - {code: named, display: The named one, says: a named basis}
          - {code: nobody, display: Nobody knows it, unsettled: true}
        """)
    ],
    agreement: """
      # Text {#text}

      ::: clause text.case
      case: basis named

      There is a basis.
      :::

      ::: clause text.plain

      It rests on {{basis}}, {{phrase kind}}.
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
        - {id: gap-report, role: report, title: Report}

      """,
      "phrases.yaml": "- {id: kind, on: basis, say: {named: known, nobody: missing}}\n",
      "documents/gap-report/1.md":
        "# Report {#report}\n\nIt rests on {{basis}}, {{phrase kind}}.\n",
    ])

  @Test func whatIsNotSettledIsABlankWhereItWouldBeSigned() throws {
    let evaluation = Sheets.evaluation(open, ["basis": "nobody"])
    let agreement = try drafted("agreement", evaluation)
    let text = agreement.blocks.map(\.text).joined(separator: "\n")
    for words in ["Nobody knows", "There is", "missing", "named"] {
      #expect(!text.contains(words), "\(text)")
    }
    #expect(Set(agreement.blanks.map(\.name)) == ["basis", "open: basis"])
    #expect(agreement.blanks.allSatisfy { $0.waitsFor.map(\.linkId) == ["basis"] })
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    #expect(
      finalObstacles(agreement, evaluation, examine(evaluation, asOf: asOf)).count
        == agreement.blanks.count)
  }

  @Test func conditionsAndReportsReadItAsItIs() throws {
    let evaluation = Sheets.evaluation(open, ["basis": "nobody"])
    let question = try #require(open.question("basis"))
    #expect(evaluation.effective.reading(.question(question)) == .value(.code("nobody")))
    #expect(evaluation.state(question) == .answered)
    let report = try drafted("gap-report", evaluation)
    #expect(
      report.blocks.map(\.text).contains { $0.contains("It rests on Nobody knows it, missing.") })
    let settled = try drafted("agreement", Sheets.evaluation(open, ["basis": "named"]))
    #expect(settled.blanks.isEmpty)
    #expect(
      settled.blocks.map(\.text).contains { $0.contains("It rests on a named basis, known.") })
  }

  @Test func theExampleOfThePageHasABlankForIt() throws {
    var assigning = Assigning(Sheets.clean(TestPacks.mini), renames: false)
    assigning.take([Assignment(path: "cost", said: .words("undecided"))])
    #expect(assigning.refused.isEmpty)
    let agreement = try drafted("agreement", assigning.evaluation)
    #expect(agreement.blanks.map(\.name) == ["open: cost of help"])
  }

  // MARK: The whole pack

  /// What a text may say that is not to be signed.
  private static let confessing = [
    "yet to", "to be settled", "not settled", "don't know", "do not know", "not known", "unknown",
    "not yet", "to be set", "to be decided", "undecided", "unclear", "not named by", "until its",
    "has not been made", "was unlawful", "were unlawful",
  ]

  private func confessions(_ text: String) -> [String] {
    let text = text.lowercased().replacing("’", with: "'")
    return Self.confessing.filter { text.contains($0) }
  }

  @Test func noTextThatCanBeSignedConfesses() {
    let signed = SignedText(pack)
    #expect(signed.texts.count > 1500)
    for (place, text) in signed.texts {
      #expect(confessions(text).isEmpty, "\(place): \(text)")
    }
  }

  /// Every case, as it is and with each point in turn that can be said not to be settled.
  @Test func noDraftConfessesWhateverIsNotSettled() throws {
    for example in pack.examples {
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      try expectNoConfession(assigning.evaluation, example.id)
      var all = assigning.evaluation
      for (number, model) in pack.questions.enumerated() {
        guard let option = model.options.first(where: \.unsettled) else { continue }
        let table = pack.table(of: number).map { all.effective.table($0)?.rows.indices ?? 0..<0 }
        let keys = table.map { $0.map { all.key(number, row: $0) } } ?? [all.key(number)]
        for key in keys {
          all = all.after(all.sheet.setting(key, to: .value(.code(option.code))))
        }
      }
      try expectNoConfession(all, "\(example.id), nothing settled")
    }
  }

  @Test(arguments: 0..<4) func noDraftOfARandomSheetConfesses(_ seed: UInt64) throws {
    var walk = RandomWalk(pack, seed: 700 + seed)
    walk.fill()
    try expectNoConfession(walk.evaluation, "filled \(seed)")
    for _ in 0..<40 { walk.step() }
    try expectNoConfession(walk.evaluation, "filled \(seed) and changed")
  }

  private func expectNoConfession(_ evaluation: Evaluation, _ place: String) throws {
    let own = evaluation.sheet.answers.values.flatMap(ownWords).sorted { $0.count > $1.count }
    for id in ["agreement", "amendment"] {
      let document = try drafted(id, evaluation)
      for passage in document.blocks.flatMap(\.lines) {
        var text = passage.filter { $0.blank == nil }.map(\.text).joined()
        for words in own { text = text.replacing(words, with: "…") }
        #expect(confessions(text).isEmpty, "\(place), \(id): \(text)")
      }
    }
  }

  /// What somebody wrote, line by line, as it is printed.
  private func ownWords(_ answer: Answer) -> [String] {
    switch answer {
    case .value(.text(let text)):
      text.split(whereSeparator: \.isNewline).map(String.init)
        + [text.split(whereSeparator: \.isNewline).joined(separator: " ")]
    case .value(.choice(.other(let text))): [text]
    case .value(.checks(let ticks)):
      ticks.compactMap { tick in
        if case .other(let text) = tick { return text }
        return nil
      }
    default: []
    }
  }

  // MARK: The past

  @Test(arguments: ["yes", "no"]) func thePastIsNotRecorded(_ covered: String) throws {
    var assigning = Assigning(Sheets.clean(pack), renames: false)
    assigning.take([
      Assignment(path: "stage", said: .words("live")),
      Assignment(path: "data-flows-since", said: .words("2025-02-03")),
      Assignment(path: "covered-now", said: .words(covered)),
    ])
    #expect(assigning.refused.isEmpty, "\(assigning.refused)")
    let evaluation = assigning.evaluation
    let document = try drafted("agreement", evaluation)
    let text = (document.cover + document.blocks).map(\.text).joined(separator: "\n")
    #expect(!text.contains("3 February 2025"))
    #expect(!text.contains("responsibility for that time"))
    #expect(
      text.contains("takes the place of what the Parties agreed before") == (covered == "yes"))
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let found = Set(
      examine(evaluation, asOf: asOf).findings(pack).map { pack.checks[$0.result.check].id })
    #expect(found.contains("opening.flows-unsigned") == (covered == "no"))
    #expect(found.contains("opening.past-not-healed") == (covered == "no"))
  }
}

extension Block {
  /// Its sentences, items and cells, each as its runs.
  fileprivate var lines: [[Run]] {
    switch self {
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.lines) }
    case .table(let table): table.header + table.rows.flatMap { $0 }
    case .landscape(let inner): inner.flatMap(\.lines)
    default: [runs]
    }
  }
}
