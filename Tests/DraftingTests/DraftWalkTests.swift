import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// Documents of random walks: whatever the answers are, they read as documents.
struct DraftWalkTests {
  static let day: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 11, day: 21) else {
      preconditionFailure("21 November 2026 is a day")
    }
    return day
  }()

  private func expectClean(_ evaluation: Evaluation, _ walk: String) throws {
    let findings = examine(evaluation, asOf: Self.day)
    for document in evaluation.pack.documents {
      let drafted = try #require(draft(document.id, evaluation, findings))
      let problems = DocumentLint(drafted).problems
      let some = Array(Set(problems)).sorted().prefix(12).joined(separator: "\n")
      #expect(problems.isEmpty, "\(walk), \(document.id):\n\(some)")
    }
  }

  @Test func nobodyAnsweredAnything() throws {
    for pack in [TestPacks.mini, TestPacks.real] {
      try expectClean(evaluate(pack, AnswerSheet()), "empty")
    }
  }

  @Test func theCleanCases() throws {
    for pack in [TestPacks.mini, TestPacks.real] {
      let evaluation = Sheets.clean(pack)
      try expectClean(evaluation, "clean")
      let findings = examine(evaluation, asOf: Self.day)
      let agreement = try #require(draft("agreement", evaluation, findings))
      #expect(agreement.blanks.isEmpty, "\(agreement.blanks.map(\.name).joined(separator: "\n"))")
    }
  }

  @Test(arguments: 0..<5) func theMiniPackFilledIn(_ seed: UInt64) throws {
    var walk = RandomWalk(TestPacks.mini, seed: seed)
    for _ in 0..<8 {
      for _ in 0..<12 { walk.step() }
      try expectClean(walk.evaluation, "mini \(seed)")
      walk.fill()
      try expectClean(walk.evaluation, "mini \(seed), filled in")
    }
  }

  @Test(arguments: 0..<3) func theShippedPackHalfFilledIn(_ seed: UInt64) throws {
    var walk = RandomWalk(TestPacks.real, seed: seed)
    for _ in 0..<4 {
      for _ in 0..<60 { walk.step() }
      try expectClean(walk.evaluation, "half \(seed)")
    }
  }

  @Test(arguments: 0..<3) func theShippedPackFilledIn(_ seed: UInt64) throws {
    var walk = RandomWalk(TestPacks.real, seed: 200 + seed)
    walk.fill()
    try expectClean(walk.evaluation, "filled \(seed)")
    for _ in 0..<30 { walk.step() }
    try expectClean(walk.evaluation, "filled \(seed) and changed")
  }

  // MARK: Provenance

  @Test(arguments: 0..<3) func everyAnswerThatIsReadStandsThereWithItsOrigin(_ seed: UInt64) throws
  {
    for pack in [TestPacks.mini, TestPacks.real] {
      var walk = RandomWalk(pack, seed: 300 + seed)
      walk.fill()
      try expectAnswers(walk.evaluation)
    }
  }

  @Test func theCleanCasesSayWhatWasAnswered() throws {
    for pack in [TestPacks.mini, TestPacks.real] { try expectAnswers(Sheets.clean(pack)) }
  }

  private func expectAnswers(_ evaluation: Evaluation) throws {
    let document = try #require(
      draft("agreement", evaluation, examine(evaluation, asOf: Self.day)))
    var printed: [Origin: String] = [:]
    for run in (document.cover + document.blocks).flatMap(\.runs) {
      guard let question = run.provenance.question else { continue }
      let origin = Origin(
        clause: run.provenance.clause, linkId: question, row: run.provenance.row)
      printed[origin, default: ""] += run.text
    }
    let reading = PrintedAnswers(evaluation, "agreement")
    #expect(!reading.answers.isEmpty)
    for (origin, text) in reading.answers {
      let found = printed[origin] ?? ""
      #expect(found.contains(text), "\(origin): “\(text)” is not in “\(found.prefix(200))”")
    }
    // Each run that prints an answer knows the entry that set it.
    for run in document.blocks.flatMap(\.runs) where run.blank == nil {
      guard let question = run.provenance.question, run.provenance.rule == nil else { continue }
      let key = AnswerKey(question, row: run.provenance.row)
      guard evaluation.sheet[key] != nil else { continue }
      #expect(run.provenance.entry == evaluation.sheet.origins[key], "\(question): \(run.text)")
    }
  }

  // MARK: Branches

  /// A branch that is left and taken again gives the same document, but for the number of the entry
  /// that chose it.
  @Test func aBranchAbandonedAndTakenAgainGivesTheSameDocument() throws {
    for pack in [TestPacks.mini, TestPacks.real] {
      var walk = RandomWalk(pack, seed: 11)
      walk.act(changes(of: Sheets.clean(pack).sheet))
      let before = try agreement(walk.evaluation)
      for (number, question) in pack.questions.enumerated() where pack.table(of: number) == nil {
        let key = AnswerKey(question.linkId)
        guard let answer = walk.sheet[key], other(answer, question) != nil else { continue }
        walk.act(walk.sheet.setting(key, to: other(answer, question)))
        walk.act(walk.sheet.setting(key, to: answer))
        guard number % 6 == 0 || pack.questions.count < 50 else { continue }
        #expect(try agreement(walk.evaluation) == before, "\(question.linkId)")
      }
      #expect(try agreement(walk.evaluation) == before)
    }
  }

  @Test func undoneAndDoneAgainGivesTheSameDocument() throws {
    var walk = RandomWalk(TestPacks.real, seed: 12)
    walk.act(changes(of: Sheets.clean(TestPacks.real).sheet))
    for _ in 0..<20 { walk.step() }
    let before = try agreement(walk.evaluation)
    let undoable = walk.sheet.undoable.count
    for _ in 1..<undoable { walk.undo() }
    for _ in 1..<undoable { walk.redo() }
    #expect(try agreement(walk.evaluation) == before)
  }

  private func agreement(_ evaluation: Evaluation) throws -> Document {
    let document = try #require(
      draft("agreement", evaluation, examine(evaluation, asOf: Self.day)))
    return document.withoutEntries
  }

  /// All of a sheet as the changes of one act.
  private func changes(of sheet: AnswerSheet) -> [Change] {
    var changes: [Change] = []
    for (table, rows) in sheet.rows.sorted(by: { $0.key < $1.key }) {
      for (at, row) in rows.enumerated() {
        changes.append(.addRow(table: table, row: row, at: at))
      }
    }
    for (key, answer) in sheet.answers.sorted(by: { $0.key < $1.key }) {
      changes.append(.set(key, from: nil, to: answer))
    }
    return changes
  }

  private func other(_ answer: Answer, _ question: Question) -> Answer? {
    switch answer {
    case .value(.boolean(let bool)): .value(.boolean(!bool))
    case .value(.choice(let tick)):
      question.options.map { Tick.code($0.code) }.first { $0 != tick }.map { .value(.choice($0)) }
    case .value(.checks(let ticks)): ticks.isEmpty ? nil : .value(.checks([]))
    default: nil
    }
  }

  // MARK: Hostile text

  @Test func hostileTextStandsAsItWasWritten() throws {
    let hostile = "<b>&amp;</b> **x** {{controller.name}} [blank] =1+1 \u{1B}[31m \u{202E}abc | \\"
    let evaluation = Sheets.evaluation(
      TestPacks.mini,
      [
        ("controller.name", .words(hostile)), ("processor.name", .words("B")),
        ("authorisation", .words("general")),
      ])
    let document = try #require(
      draft("agreement", evaluation, examine(evaluation, asOf: Self.day)))
    let runs = document.blocks.flatMap(\.runs).filter {
      $0.provenance.question == "controller.name"
    }
    #expect(!runs.isEmpty && runs.allSatisfy { $0.text == hostile && $0.kind == .text })
    #expect(document.title.contains { $0.text == hostile })
  }
}

extension Document {
  /// Without the numbers of the entries that set its answers.
  var withoutEntries: Document {
    func plain(_ runs: [Run]) -> [Run] {
      runs.map { run in
        var run = run
        run.provenance.entry = nil
        return run
      }
    }
    func plain(_ block: Block) -> Block {
      switch block {
      case .heading(var heading):
        heading.runs = plain(heading.runs)
        return .heading(heading)
      case .paragraph(var paragraph):
        paragraph.runs = plain(paragraph.runs)
        return .paragraph(paragraph)
      case .list(var list):
        for at in list.items.indices {
          list.items[at].blocks = list.items[at].blocks.map { plain($0) }
        }
        return .list(list)
      case .table(let table):
        return .table(
          Table(
            header: table.header.map { plain($0) },
            rows: table.rows.map { row in row.map { plain($0) } }))
      case .signatures(let parties):
        return .signatures(
          parties.map { party in
            Signature(
              party: plain(party.party),
              lines: party.lines.map { line in
                Signature.Line(
                  label: line.label, runs: plain(line.runs), startsPerson: line.startsPerson)
              })
          })
      case .contents(let entries):
        return .contents(
          entries.map { entry in
            var entry = entry
            entry.runs = plain(entry.runs)
            return entry
          })
      case .picture: return block
      case .landscape(let blocks): return .landscape(blocks.map { plain($0) })
      }
    }
    var document = self
    document.title = plain(title)
    document.cover = cover.map { plain($0) }
    document.blocks = blocks.map { plain($0) }
    return document
  }
}
