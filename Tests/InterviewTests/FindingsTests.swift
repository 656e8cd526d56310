import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// Unknown is never a pass.
struct FindingsTests {
  private static let day: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 11, day: 21) else {
      preconditionFailure("21 November 2026 is a day")
    }
    return day
  }()

  private func results(_ id: String, _ evaluation: Evaluation) -> [CheckResult] {
    let number = evaluation.pack.check(id)
    return examine(evaluation, asOf: Self.day).checks.filter { $0.check == number }
  }

  @Test func theShippedChecksProveThemselves() {
    let faults = prove(TestPacks.real, asOf: Self.day)
    #expect(
      faults.isEmpty, "\(faults.map { "\($0.check): \($0.message)" }.joined(separator: "\n"))")
  }

  /// pack-sample's break 5.
  @Test func aCheckOverATableThatNobodyFilledIsOneThatWasNotMade() {
    let found = results("chain.breach-clock", evaluate(TestPacks.mini, AnswerSheet()))
    #expect(found.count == 1)
    #expect(found.first?.outcome == .notAssessed([AnswerKey("subprocessors")]))
    let none = Sheets.evaluation(TestPacks.mini, [("subprocessors", .none)])
    #expect(results("chain.breach-clock", none).map(\.outcome) == [.notApplicable])
  }

  /// pack-sample's break 4.
  @Test func aCheckOnWhatIsNotAskedDoesNotApply() {
    let specific = Sheets.evaluation(TestPacks.mini, ["authorisation": "specific"])
    #expect(results("sub.notice-short", specific).map(\.outcome) == [.notApplicable])
    let notApplicable = Sheets.evaluation(
      TestPacks.mini,
      [("authorisation", .words("general")), ("notice", .notApplicable(reason: "r"))])
    #expect(results("sub.notice-short", notApplicable).map(\.outcome) == [.notApplicable])
  }

  @Test(arguments: [Assignment.Said.unknown(note: nil), .parked(note: nil), .open])
  func aCheckOnWhatIsNotKnownIsNotAssessed(_ said: Assignment.Said) {
    let evaluation = Sheets.evaluation(
      TestPacks.mini, [("authorisation", .words("general")), ("notice", said)])
    #expect(
      results("sub.notice-short", evaluation).map(\.outcome)
        == [.notAssessed([AnswerKey("notice")])])
  }

  /// For every check of the shipped pack: with all that it reads unknown it does not pass, unless
  /// it asks after states or the draft, which are known.
  @Test func noCheckPassesOnWhatIsUnknown() {
    let pack = TestPacks.real
    let clean = Sheets.clean(pack)
    for (number, check) in pack.checks.enumerated() where !readsStates(check.pass) {
      var assigning = Assigning(clean, renames: false)
      for question in questions(check.pass, pack) {
        let model = pack.questions[question]
        guard model.kind != .group, model.kind != .display else { continue }
        if let table = pack.table(of: question) {
          for row in clean.effective.table(table)?.rows ?? [] {
            assigning.take(
              Assignment(
                path: "\(pack.questions[table].linkId)[\(row)].\(model.name)",
                said: .unknown(note: nil)))
          }
        } else {
          assigning.take(Assignment(path: model.linkId, said: .unknown(note: nil)))
        }
      }
      let results = examine(assigning.evaluation, asOf: Self.day).checks.filter {
        $0.check == number
      }
      #expect(!results.contains { $0.outcome == .passed }, "\(check.id)")
    }
  }

  /// On an empty sheet nothing is found and nothing is called good.
  @Test func anEmptyMatterHasNoFindingsAndCoversNothing() {
    let pack = TestPacks.real
    let evaluation = evaluate(pack, AnswerSheet())
    let found = examine(evaluation, asOf: Self.day)
    #expect(found.failed(pack).isEmpty)
    for result in found.checks where result.outcome == .passed {
      #expect(readsStates(pack.checks[result.check].pass), "\(pack.checks[result.check].id)")
    }
  }

  /// A clause with a blank in it covers nothing.
  @Test func aBlankAnywhereInAClauseLeavesItsDutyOpen() {
    let files = [
      "obligations.yaml":
        "- {id: D-1, row: d, says: Duty., authority: [law], severity: major, contract: true}\n"
    ]
    let items = [
      TinyPack.question("who", "string"),
      TinyPack.question(
        "how", "choice", "answerOption:",
        "  - {code: open-words, display: Way, says: \"the way of {{who}}\"}"),
      TinyPack.question("what", "boolean"),
    ]
    let phrases = "- {id: words, on: what, say: {\"yes\": \"all of {{who}}\", \"no\": nothing}}\n"
    for text in ["{{who}}", "{{how}}", "{{phrase words}}", "**{{who}}**", "- one\n- {{who}}"] {
      let pack = TinyPack.pack(
        items,
        agreement:
          "# Text {#text}\n\n::: clause one\nsatisfies: D-1\n\nText of it.\n\n\(text)\n:::\n",
        files: files.merging(["phrases.yaml": phrases]) { a, _ in a })
      let open = Sheets.evaluation(pack, ["how": "open-words", "what": "yes"])
      #expect(examine(open, asOf: Self.day).coverage.map(\.status) == [.open], "\(text)")
      let whole = Sheets.evaluation(pack, ["how": "open-words", "what": "yes", "who": "x"])
      #expect(examine(whole, asOf: Self.day).coverage.map(\.status) == [.covered], "\(text)")
    }
  }

  // MARK: What a check reads

  private func readsStates(_ expression: Expression) -> Bool {
    var found = false
    expression.visit { part in
      switch part {
      case .answered, .open, .none, .drafted, .draftedRow: found = true
      default: break
      }
    }
    return found
  }

  /// The questions that an expression rests on, through calculated values.
  private func questions(_ expression: Expression, _ pack: Pack) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = expression.members
    var seen: Set<Member> = []
    while let member = waiting.popLast() {
      guard seen.insert(member).inserted else { continue }
      switch member {
      case .question(let number): found.insert(number)
      case .calculated(let number):
        switch pack.calculated[number].rule {
        case .value(let inner): waiting += inner.members
        case .decide(_, let inputs): waiting += inputs.flatMap(\.members)
        }
      }
    }
    return found
  }
}
