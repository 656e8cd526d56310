import Canvas
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

@testable import Screens

/// One truth about what is open, what is warned of and what lies on the disk.
struct TruthTests {
  /// A matter with one company whose place nobody has given.
  private func withCompany() throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter><Ctrl-G>9<Enter>+Azure<Enter><Esc><pause>")
    return sitting
  }

  // MARK: What is open

  @Test func aCellThatLeavesABlankIsCountedListedAndReached() throws {
    var sitting = try withCompany()
    let file = try #require(sitting.desk.shared.file)
    let country = try #require(file.pack.question("subprocessors.country"))
    let cell = try #require(OpenCount(file).slots.first { $0.question == country })
    #expect(file.name(file.key(cell)) == "Azure: place")
    // The row is not complete.
    #expect(sitting.frame.text.contains("1  ?  Azure"))
    sitting.press("<Alt-V>2")
    #expect(sitting.frame.text.contains("Azure: place"))
    // The key to what is open leads into the cell, and on to the next one.
    sitting.press("<Esc><Ctrl-G>8<Enter><Alt-N>")
    #expect(sitting.desk.interview.slot == cell)
    sitting.press("<Alt-N>")
    #expect(sitting.desk.interview.slot?.row == cell.row)
    #expect(sitting.desk.interview.slot != cell)
  }

  @Test func theReportCountsWhatTheScreensCount() throws {
    let sitting = try withCompany()
    let file = try #require(sitting.desk.shared.file)
    let open = file.evaluation.openAnswers().filter { $0.state != .notApplicable }
    #expect(open.count == OpenCount(file).all)
    #expect(file.evaluation.openTally() == OpenCount(file).tally)
    #expect(OpenCount(file).tally.needed > 0)
    #expect(OpenCount(file).tally.needed < OpenCount(file).all)
  }

  @Test func theShortWayCountsItsOwnQuestionsOnly() throws {
    var sitting = try Sitting.atQuestions(journey: "short")
    sitting.press("<pause>")
    let file = try #require(sitting.desk.shared.file)
    #expect(file.evaluation.openTally().all == file.route.open)
    #expect(file.evaluation.openBeyondTheShortWay() > 0)
  }

  @Test func theDraftSaysWhichBlanksWaitForWhat() throws {
    var sitting = try Sitting.atQuestions(journey: "short")
    sitting.press("<Ctrl-R>")
    #expect(sitting.frame.text(row: 1).contains("are not asked for on this way."))
    sitting.press("<Esc><Alt-J><Ctrl-R>")
    #expect(sitting.frame.text(row: 1).contains("open answers fill them."))
  }

  // MARK: Warnings

  @Test func nothingIsWarnedOfBeforeItIsReached() throws {
    var files = SamplePack.sources
    // It fails as soon as a law is ticked, and is shown at the question behind.
    files["checks/notice.yaml"] = files["checks/notice.yaml"]?
      .replacing("pass: notice >= 14 day", with: "pass: not (laws includes gdpr)")
      .replacing("{notice: 30 day}", with: "{laws: uk-gdpr}")
      .replacing("{notice: 5 day}", with: "{laws: gdpr}")
      .replacing("unknown: [notice]", with: "unknown: [laws]")
      .replacing("at: [notice]", with: "at: [authorisation]")
      .replacing("Notice of {{notice}} leaves", with: "That law leaves")
    files["examples/whole/answers.yaml"] = files["examples/whole/answers.yaml"]?
      .replacing("laws: gdpr", with: "laws: uk-gdpr")
    let pack = TestPacks.compiled(SourceFiles(files.mapValues { Array($0.utf8) }))
    var sitting = try Sitting(pack: pack)
    sitting.open(journey: "draft")
    sitting.press("<Ctrl-G>5<Enter>1<pause>")
    #expect(sitting.desk.interview.settled.warningCount == 0)
    sitting.press("<Enter><Ctrl-G>3<Enter><pause><Alt-W>")
    #expect(sitting.frame.text.contains("There is no warning."))
    sitting.press("<Ctrl-G>6<Enter><pause>")
    #expect(sitting.desk.interview.settled.warningCount == 1)
    #expect(sitting.desk.interview.settled.warnings.count == 1)
  }

  @Test func anAnswerThatPutsAnotherBelowTheLawSaysSoAtOnce() throws {
    let old = "suggestion: {value: \"no\", kind: MARKET, because: Most business offers exclude it.}"
    var files = SamplePack.sources
    let path = try #require(files.first { $0.value.contains(old) }?.key)
    files[path] = files[path]?.replacing(
      old,
      with: old + "\n    deviation:\n      when: training is yes and laws includes gdpr\n"
        + "      authority: [gdpr-28-3]\n      says: The data is for the controller alone.")
    let pack = TestPacks.compiled(SourceFiles(files.mapValues { Array($0.utf8) }))
    var sitting = try Sitting(pack: pack)
    sitting.open(journey: "draft")
    sitting.press("<Ctrl-G>4<Enter>y<Enter>")
    #expect(sitting.answer("training") == .value(.boolean(true)))
    // While it is ticked, at the question that does it.
    sitting.press("<Ctrl-G>5<Enter>1<pause>")
    #expect(
      sitting.desk.interview.settled.warnings.contains {
        $0.contains("“training” goes below the law (GDPR, Art. 28(3))")
      })
    sitting.press("<Enter>")
    #expect(sitting.frame.text.contains("Training now goes below the law"))
    // The key leads there, where Enter asks why.
    sitting.press("<Alt-W><pause>")
    #expect(sitting.desk.interview.page.owner == pack.question("training"))
    #expect(sitting.frame.text.contains("Below the law (GDPR, Art. 28(3))"))
    sitting.press("<Enter>We pay less<Enter><pause>")
    #expect(sitting.desk.shared.file?.unreasoned.isEmpty == true)
  }

  // MARK: Tables with rows of the pack

  @Test func fiveRowsOfATableStayInView() throws {
    var files = SamplePack.sources
    let path = "how-to-fill-out/2-chain.yaml"
    let rows = (1...9).map { "      - {code: r\($0), text: Row \($0)}" }
    let options = (1...9).map {
      "{code: o\($0), display: Grade \($0) of some length for this cell}"
    }
    files[path] = files[path]?
      .replacing("      - {code: access, text: Access}", with: rows.joined(separator: "\n"))
      .replacing(
        "      - {code: delete, text: Erasure, enableWhen: laws includes gdpr}\n", with: ""
      )
      .replacing(
        "{linkId: channel, type: string, text: Through whom, shortText: channel}",
        with: "{linkId: grade, type: choice, text: How is it, shortText: grade, answerOption: "
          + "[\(options.joined(separator: ", "))]}")
    files["examples/whole/answers.yaml"] =
      try #require(files["examples/whole/answers.yaml"])
      .split(separator: "\n").filter { !$0.contains("rights[") }.joined(separator: "\n")
      + "\n"
      + (1...9).map { "rights[r\($0)].limit: 1 month\nrights[r\($0)].grade: o1" }
      .joined(separator: "\n")
    let pack = TestPacks.compiled(SourceFiles(files.mapValues { Array($0.utf8) }))
    var sitting = try Sitting(pack: pack)
    sitting.open(journey: "draft")
    sitting.press("<Ctrl-G>9<Enter><pause>")
    for _ in 0..<17 {
      let text = sitting.frame.text
      #expect((1...9).count { text.contains("Row \($0)") } >= 5)
      sitting.press("<Tab><pause>")
    }
  }

  // MARK: Files and ways

  @Test func filesThatAreOlderThanTheAnswersAreNamed() throws {
    var sitting = try withCompany()
    let head = sitting.entries.count
    sitting.send(.papers([WrittenPaper(path: "/m documents/agreement.docx", head: head)]))
    #expect(!sitting.desk.summary.contains { $0.contains("Older") })
    sitting.press("<Ctrl-G>2<Enter>Answering<Tab>")
    #expect(sitting.desk.summary.contains("Older than your answers: agreement.docx."))
    sitting.press("<Alt-V><Tab>")
    #expect(sitting.frame.text.contains("Older than your answers: agreement.docx."))
  }

  @Test func anotherWayIsNamedAndNeverTakenUnasked() throws {
    var sitting = try Sitting(pack: SamplePack.withReview())
    sitting.open(journey: "review")
    sitting.press("<Alt-J>")
    #expect(sitting.sheet.setting(.journey) == "review")
    #expect(sitting.frame.text.contains("Which way?"))
    sitting.press("<Esc>")
    #expect(sitting.sheet.setting(.journey) == "review")
    sitting.press("<Alt-J>1<Enter>")
    #expect(sitting.sheet.setting(.journey) == "draft")
    #expect(sitting.frame.text.contains("Now: How to Fill Out. Alt-J leads back."))
    sitting.press("<Alt-J>3<Enter>")
    #expect(sitting.sheet.setting(.journey) == "review")
  }
}
