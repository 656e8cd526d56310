import Interview
import PackModel
import TestSupport
import Testing

/// Answers from a file come to the same as if everything were evaluated after each of them.
struct AssigningTests {
  @Test(arguments: 0..<16) func anyListComesToWhatItComesToOneByOne(_ seed: UInt64) {
    var list = RandomAssignments(TestPacks.mini, seed: seed)
    compare(list.take(60), evaluate(TestPacks.mini, AnswerSheet()), renames: seed % 2 == 0)
  }

  @Test(arguments: 0..<6) func soItDoesOnTopOfOtherAnswers(_ seed: UInt64) {
    var walk = RandomWalk(TestPacks.mini, seed: 300 + seed)
    for _ in 0..<120 { walk.step() }
    var list = RandomAssignments(TestPacks.mini, seed: seed)
    compare(list.take(40), walk.evaluation, renames: seed % 2 == 1)
  }

  @Test(arguments: 0..<2) func soItDoesInTheShippedPack(_ seed: UInt64) {
    var list = RandomAssignments(TestPacks.real, seed: 900 + seed)
    let base =
      seed % 2 == 0 ? evaluate(TestPacks.real, AnswerSheet()) : Sheets.clean(TestPacks.real)
    compare(list.take(50), base, renames: seed % 3 == 0)
  }

  @Test(arguments: 0..<16) func soDoColumnsThatReadThemselvesAndChains(_ seed: UInt64) {
    var list = RandomAssignments(Self.tangled, seed: 500 + seed)
    compare(list.take(50), evaluate(Self.tangled, AnswerSheet()), renames: seed % 2 == 0)
  }

  /// Each is asked because of the one before: more than is followed one by one.
  @Test(arguments: 0..<3) func soDoLongChainsOfConditions(_ seed: UInt64) {
    var list = RandomAssignments(Self.deep, seed: 700 + seed)
    let yes = (0..<140).map { Assignment(path: "q\($0)", said: .words("yes")) }
    compare(yes + list.take(30), evaluate(Self.deep, AnswerSheet()), renames: true)
  }

  private static let deep = TinyPack.pack(
    (0..<140).map { number in
      let condition = number > 0 ? "enableWhen: q\(number - 1) is yes" : "required: true"
      return TinyPack.question(
        "q\(number)", number % 7 == 6 ? "choice" : "boolean", condition,
        number % 7 == 6
          ? "answerOption: [{code: \"yes\", display: Yea}, {code: \"no\", display: Nay, enableWhen: q\(number - 3) is no}]"
          : "market: Usual.")
    })

  /// What is compared is worth it: the lists meet what can be refused.
  @Test func theListsMeetEveryRefusal() {
    var kinds: Set<AnswerError.Kind> = []
    for (pack, first) in [(Self.tangled, 500), (TestPacks.mini, 0)] as [(Pack, UInt64)] {
      for seed in first..<first + 16 {
        var list = RandomAssignments(pack, seed: seed)
        var assigning = Assigning(evaluate(pack, AnswerSheet()))
        assigning.take(list.take(60))
        kinds.formUnion(assigning.refused.map(\.error.kind))
      }
    }
    for kind: AnswerError.Kind in [
      .constraint, .ring, .notAnOption, .exclusive, .notARow, .unknownRow, .unknownQuestion,
      .notATable, .wrongUnit, .empty,
    ] {
      #expect(kinds.contains(kind), "\(kind) is never met")
    }
  }

  private func compare(
    _ assignments: [Assignment], _ base: Evaluation, renames: Bool,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let today = CalendarDate(iso: "2026-11-21")
    var whole = Assigning(base, today: today, renames: renames)
    var single = OneByOne(base, today: today, renames: renames)
    // In two parts: what is taken later stands on what was taken before.
    let half = assignments.count / 2
    for part in [Array(assignments.prefix(half)), Array(assignments.dropFirst(half))] {
      whole.take(part)
      single.take(part)
    }
    #expect(whole.refused == single.refused, sourceLocation: location)
    #expect(whole.changes == single.changes, sourceLocation: location)
    #expect(whole.evaluation.sheet == single.evaluation.sheet, sourceLocation: location)
    #expect(
      whole.evaluation.allAnswers() == single.evaluation.allAnswers(), sourceLocation: location)
  }

  /// Conditions within rows, along rows and from row to row; a column that adds itself up.
  private static let tangled = TinyPack.pack([
    TinyPack.question(
      "ticks", "checks", "answerOption:", "  - {code: x, display: X}",
      "  - {code: y, display: Y}", "  - {code: none-of-them, display: None, exclusive: true}"),
    TinyPack.question("gate", "boolean"),
    TinyPack.question(
      "limit", "quantity", "unit: percent",
      "constraint: {require: \"limit >= 20 %\", human: Too little.}"),
    TinyPack.question(
      "pick", "choice", "answerOption:",
      "  - {code: many, display: Many, enableWhen: count of rows >= 2}",
      "  - {code: rich, display: Rich, enableWhen: any rows where share > 50 %}",
      "  - {code: free, display: Free}"),
    TinyPack.question(
      "rows", "table", "repeats: true", "item:",
      "  - {linkId: name, type: string, text: Name, shortText: name}",
      "  - linkId: share", "    type: quantity", "    unit: percent", "    text: Share",
      "    shortText: share",
      "    constraint: [{require: sum of rows.share <= limit, human: Too much.}]",
      "  - {linkId: above, type: choice, rowsOf: [rows], text: Above, shortText: above}",
      "  - linkId: hours", "    type: quantity", "    unit: hour", "    text: Hours",
      "    shortText: hours",
      "    enableWhen: gate is yes and not (name is answered and name mentions \"none\")",
      "  - linkId: more", "    type: quantity", "    unit: hour", "    text: More",
      "    shortText: more",
      "    constraint: [{require: more <= clock, human: More than the clock.}]",
      "  - linkId: higher", "    type: boolean", "    text: Higher", "    shortText: higher",
      "    enableWhen: above.hours > 5 hour",
      "calculated:",
      "  - {id: clock, shortText: clock, value: sum of hours along above}"),
    TinyPack.question(
      "end", "boolean", "enableWhen: \"every rows where clock > 1 hour or higher is yes\""),
  ])
}
