import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// `{{QUESTION or norm ID}}`: the text that a second paragraph for "the usual" would be.
struct DefaultTests {
  /// Each clause with a default stands before the two paragraphs that it is short for.
  private let pack = TinyPack.pack(
    [
      TinyPack.question("formal", "boolean"),
      TinyPack.question("usual", "boolean", "enableWhen: formal is yes"),
      TinyPack.question("time", "quantity", "unit: day", "enableWhen: usual is no"),
      TinyPack.question(
        "way", "choice", "enableWhen: usual is no",
        """
        answerOption:
          - {code: letter, display: Letter, says: a letter}
          - {code: mail, display: Mail, says: an e-mail}
        """),
    ],
    agreement: """
      # Text {#text}

      ::: clause text.default

      It is said within {{time or norm time-limit}} by {{way or mail}}.
      :::

      ::: clause text.twins

      ::: when usual is answered with yes
      It is said within {{norm time-limit}} by an e-mail.
      :::

      ::: when usual is not answered with yes
      It is said within {{time}} by {{way}}.
      :::
      :::

      """,
    files: [
      "norms.yaml": """
      - {id: time-limit, value: 30 day, kind: MARKET, authority: [law], asOf: 2026-01-01, says: "A month is usual."}

      """
    ])

  private func evaluation(_ answers: [(String, Answer?)]) -> Evaluation {
    answers.reduce(evaluate(pack, AnswerSheet())) { evaluation, answer in
      evaluation.after(evaluation.sheet.setting(AnswerKey(answer.0), to: answer.1))
    }
  }

  private func runs(_ clause: String, _ evaluation: Evaluation) throws -> [Run] {
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let document = try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
    return document.blocks.flatMap(\.runs).filter { $0.provenance.clause == clause }
  }

  private static let states: [Answer?] = [
    nil, .unknown, .parked, .notApplicable("no reason"), .value(.boolean(true)),
    .value(.boolean(false)),
  ]

  @Test func inEveryStateItReadsAsTheTwoParagraphsWould() throws {
    let week: Answer = .value(.quantity(Quantity(7, .day)))
    let letter: Answer = .value(.code("letter"))
    var texts: Set<String> = []
    for formal in Self.states {
      for usual in Self.states {
        for time in [nil, .unknown, .parked, .notApplicable("no reason"), week] {
          for way in [nil, letter] {
            let evaluation = evaluation([
              ("formal", formal), ("usual", usual), ("time", time), ("way", way),
            ])
            let clause = try #require(pack.clause("text.default"))
            let twins = try #require(pack.clause("text.twins"))
            let runs = try runs("text.default", evaluation)
            let expected = try self.runs("text.twins", evaluation)
            #expect(runs.map(\.text).joined() == expected.map(\.text).joined())
            #expect(runs.compactMap(\.blank) == expected.compactMap(\.blank))
            #expect(evaluation.isWhole(clause) == evaluation.isWhole(twins))
            texts.insert(runs.map(\.text).joined())
          }
        }
      }
    }
    #expect(texts.contains("It is said within 30 days by an e-mail."))
    #expect(texts.contains("It is said within 7 days by a letter."))
    #expect(texts.contains("It is said within [time] by [way]."))
  }

  @Test func whatWasNotChosenIsNoDefault() throws {
    let left = evaluation([("formal", .value(.boolean(false)))])
    let bare = try runs("text.default", left)
    #expect(bare.map(\.text).joined().hasPrefix("It is said within "))
    #expect(!bare.map(\.text).joined().contains("30 days") && bare.allSatisfy { $0.blank == nil })
    let open = try runs("text.default", evaluation([("formal", .value(.boolean(true)))]))
    let blanks = open.compactMap(\.blank)
    #expect(blanks.map(\.name) == ["time", "way"])
    #expect(blanks.allSatisfy { $0.waitsFor.map(\.linkId) == ["usual"] })
  }

  @Test func theWordsRememberTheirNormAndTheAnswerThatChoseIt() throws {
    let usual = evaluation([
      ("formal", .value(.boolean(true))), ("usual", .value(.boolean(true))),
    ])
    let run = try #require(
      try runs("text.default", usual).first { $0.text == "30 days" })
    #expect(run.provenance.question == "usual")
    #expect(run.provenance.rule == "time-limit")
    let lines = usual.explanation(of: run.provenance).lines
    #expect(lines.contains("rule time-limit: A month is usual."))
    #expect(lines.contains { $0.lowercased().hasPrefix("answer usual: yes") })
    #expect(lines.contains("  asked: What is usual?"))
  }
}
