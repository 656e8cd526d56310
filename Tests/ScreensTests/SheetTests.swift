import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// A sheet for a colleague, out and back in.
@Suite struct SheetTests {
  @Test func itHoldsWhatIsOpenAndNothingElse() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-G>6<Enter>1<Enter>")
    let file = try #require(sitting.desk.shared.file)
    let text = try #require(QuestionSheet.text(file.evaluation, title: file.title))
    #expect(!text.contains("== controller.name =="))
    #expect(text.contains("== controller.country ==\n"))
    #expect(text.contains("== rights[access].limit ==\n"))
    #expect(text.contains("Usual (MARKET): 30 days"))
    #expect(QuestionSheet.answers(in: text).isEmpty)
  }

  @Test func whatAColleagueWroteIsTakenAsOneAct() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V>s")
    guard case .writeSheet(let sheet)? = sitting.effects.last else {
      Issue.record("no sheet is written")
      return
    }
    let filled =
      sheet
      .replacing(
        "legal name?\n(As it stands in the commercial register.)\nAnswer:",
        with: "legal name?\nAnswer: Åse & Søn ApS"
      )
      .replacing(
        "signed?\n(The day of the last signature.)\nWrite a date, such as 1 March 2026.\nAnswer:",
        with: "signed?\r\nAnswer:\r\n  21 November 2026\r\n")
    sitting.send(.sheet(filled, "questions.txt"))
    #expect(sitting.entries.count == 2)
    #expect(sitting.answer("controller.name") == .value(.text("Åse & Søn ApS")))
    #expect(sitting.answer("signed") != nil)
    #expect(sitting.desk.shared.notice?.text == "2 answers taken from “questions.txt”.")
    sitting.press("<Ctrl-Z>")
    #expect(sitting.answer("controller.name") == nil)
  }

  @Test func aRefusedAnswerIsNamedAndLosesNoOther() throws {
    var sitting = try Sitting.atQuestions()
    sitting.send(
      .sheet(
        "== signed ==\nAnswer: soon\n== purpose ==\nAnswer:\nOne.\n\nTwo.\n\n== laws ==\nAnswer: ?\n",
        "s"))
    #expect(sitting.answer("purpose") == .value(.text("One.\n\nTwo.")))
    #expect(sitting.answer("laws") == .unknown)
    #expect(sitting.answer("signed") == nil)
    #expect(sitting.desk.shared.notice?.text.contains("1 answer refused: signed:") == true)
  }

  @Test func aSheetThatComesBackQuotedInALetterIsRead() throws {
    let quoted = """
      Dear colleague, my answers are below.

      > == signed ==
      > signed: When was it signed?
      > Answer:
      21 November 2026
      >
      > > == purpose ==
      > > Answer: One.
      > > Two.
      >
      > -- The next step --
      """
    #expect(
      QuestionSheet.answers(in: quoted).map(\.path) == ["signed", "purpose"])
    #expect(
      QuestionSheet.answers(in: quoted).map(\.said) == [
        .words("21 November 2026"), .words("One.\nTwo."),
      ])
    let own = "== purpose ==\nAnswer:\n> 250 people\n"
    #expect(
      QuestionSheet.answers(in: own).map(\.said) == [.words("> 250 people")])
  }

  @Test func whatIsWrittenInTheWrongPlaceIsTold() {
    let back = QuestionSheet.returned(
      """
      == laws ==
      Write all that apply:
        [x] GDPR
      Answer:
      == purpose ==
      Answer: one
      == purpose ==
      Answer: two
      == signed ==
      ☑ soon
      == title ==
      Answer: kept
      --
      Anna Weber
      """)
    #expect(back.answers.map(\.path) == ["title"])
    #expect(back.answers.first?.said == .words("kept"))
    #expect(back.troubles.map(\.path) == ["laws", "purpose", "signed"])
  }

  @Test func aSheetIsOfWhatIsChosenAndHasNoNotes() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>8<Enter>+Azure<Enter>irel<Enter><Enter><Enter>")
    let file = try #require(sitting.desk.shared.file)
    let contact = AnswerKey("subprocessors.country", row: "r1")
    var answers = file.sheet
    answers.apply(
      Entry(
        number: 9, when: "", by: "", why: nil,
        changes: answers.remarking(contact, "for counsel only")))
    let noted = evaluate(file.pack, answers)
    let sheet = try #require(QuestionSheet(noted, title: "T", asking: .these([contact])))
    #expect(sheet.items.map(\.path) == ["subprocessors[r1].country"])
    #expect(sheet.text.contains("(Azure)"))
    #expect(sheet.text.contains("So far: Ireland."))
    #expect(!sheet.text.contains("for counsel only"))
    #expect(sheet.text.hasSuffix("== end of the sheet ==\n"))
  }

  @Test func spaceChoosesWhatTheSheetAsks() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V>  s")
    guard case .writeSheet(let sheet)? = sitting.effects.last else {
      Issue.record("no sheet is written")
      return
    }
    #expect(sheet.split(separator: "\n").count { $0.hasPrefix("== ") } == 3)
  }

  @Test func allRefusalsAreListedAndKeptAsTyped() throws {
    var sitting = try Sitting.atQuestions()
    sitting.send(
      .sheet("== signed ==\nAnswer: soon\n== controller.name ==\nAnswer: TBD\n", "s.txt"))
    let text = sitting.frame.text
    #expect(text.contains("0 answers taken, 2 refused"))
    #expect(text.contains("is no answer"))
    #expect(sitting.desk.shared.file?.drafts[AnswerKey("signed")] == "soon")
  }

  @Test func aSheetWithoutAnswersIsSaidToBeOne() throws {
    var sitting = try Sitting.atQuestions()
    sitting.send(.sheet("Sorry, I am on leave.", "s.txt"))
    #expect(sitting.entries.count == 1)
    #expect(sitting.desk.shared.notice?.text.hasPrefix("No answer was found in “s.txt”.") == true)
  }

  /// Every label that a sheet of the shipped pack offers is taken when it comes back.
  @Test func whatASheetPrintsItTakes() throws {
    let pack = TestPacks.real
    let empty = evaluate(pack, AnswerSheet())
    for (number, question) in pack.questions.enumerated() where !question.options.isEmpty {
      for option in question.options {
        let sheet = "== \(question.linkId) ==\n\(question.text)\nAnswer:\n  \(option.display)\n\n"
        guard case .words(let words)? = QuestionSheet.answers(in: sheet).first?.said else {
          Issue.record("\(question.linkId): nothing is read of “\(option.display)”")
          continue
        }
        let value: Value =
          question.kind == .checks ? .checks([.code(option.code)]) : .code(option.code)
        #expect(try empty.read(words, for: number) == value, "\(question.linkId): \(words)")
      }
    }
  }

  @Test func anyTextIsReadWithoutHarm() {
    var chance = Chance(seed: 7)
    let parts = ["== ", " ==", "Answer:", "\n", "signed", "\r\n", "-- a --", "?", "山"]
    for _ in 0..<300 {
      let text = (0..<chance.below(30)).map { _ in parts[chance.below(parts.count)] }.joined()
      for answer in QuestionSheet.answers(in: text) { #expect(!answer.path.isEmpty) }
    }
  }
}
