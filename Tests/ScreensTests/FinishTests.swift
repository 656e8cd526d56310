import Canvas
import TestSupport
import Testing

@testable import Screens

/// The page that writes documents, and asks about those that are there already.
@Suite struct FinishTests {
  static let held = [
    HeldFile(
      name: "agreement.docx",
      says: "is there already, and is not what art28 wrote there last; it is left as it is.",
      newName: "agreement 2.docx", mayGiveWay: true),
    HeldFile(
      name: "agreement.pdf", says: "is a key; a key is never overwritten.",
      newName: "agreement 2.pdf", mayGiveWay: false),
    HeldFile(
      name: "gap-report.docx",
      says: "is a final copy that was published before; it is not overwritten.",
      newName: "gap-report 3.docx", mayGiveWay: true),
  ]

  /// At the question what becomes of three files.
  private func asked() throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab><Enter>")
    sitting.send(
      .published(PublishReport(written: ["gap-report.pdf"], missing: [], held: Self.held)))
    return sitting
  }

  private func placing(_ sitting: Sitting) -> [String: Placing]? {
    guard case .publish(let publication)? = sitting.effects.last else { return nil }
    return publication.placing
  }

  @Test func spaceChoosesAFormat() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab>")
    let before = sitting.desk.finish.formats
    sitting.press(" ")
    #expect(sitting.desk.finish.formats != before)
    sitting.press(" ")
    #expect(sitting.desk.finish.formats == before)
  }

  @Test func eachFileIsAskedAbout() throws {
    var sitting = try asked()
    #expect(sitting.desk.finish.isAsking)
    sitting.press(" <Down> <Down>  <Enter>")
    #expect(placing(sitting) == ["agreement.docx": .replaced])
    // A key may not be replaced: after the new name comes leaving it.
    sitting.send(.published(PublishReport(written: ["agreement.docx"], missing: [])))
    let text = sitting.frame.text
    #expect(text.contains("+ gap-report.pdf") && text.contains("+ agreement.docx"))
    #expect(text.contains("Left as they were:") && text.contains("- gap-report.docx"))
  }

  @Test func oneKeySaysItForAll() throws {
    var sitting = try asked()
    sitting.press("<Enter>")
    #expect(
      placing(sitting) == [
        "agreement.docx": .renamed("agreement 2.docx"),
        "agreement.pdf": .renamed("agreement 2.pdf"),
        "gap-report.docx": .renamed("gap-report 3.docx"),
      ])
    sitting = try asked()
    sitting.press("o<Enter>")
    #expect(
      placing(sitting) == [
        "agreement.docx": .replaced, "agreement.pdf": .renamed("agreement 2.pdf"),
        "gap-report.docx": .replaced,
      ])
    for keys in ["l<Enter>", "<Esc>"] {
      sitting = try asked()
      let count = sitting.effects.count
      sitting.press(keys)
      #expect(sitting.effects.count == count && !sitting.desk.finish.isAsking)
    }
  }

  /// Whoever has gone elsewhere meanwhile is told, and finds the question there.
  @Test func theQuestionWaits() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab><Enter><Esc>")
    sitting.send(.published(PublishReport(written: [], missing: [], held: Self.held)))
    #expect(sitting.desk.shared.notice?.text.contains("3 files not written") == true)
    sitting.press("<Ctrl-G>finish<Enter>")
    #expect(sitting.frame.text.contains("agreement 2.docx"))
    // Of another matter nothing is asked.
    sitting.open("Another")
    sitting.press("<Ctrl-G>finish<Enter>")
    #expect(!sitting.desk.finish.isAsking)
  }

  @Test func lineByLineItIsTheSame() throws {
    var sitting = try Sitting.atQuestions(plainSize)
    sitting.say("finish", "write")
    sitting.send(.published(PublishReport(written: [], missing: [], held: Self.held)))
    let prompt = plainPrompt(sitting.desk)
    #expect(
      prompt.contains { $0.hasPrefix("1 agreement.docx - new name: “agreement 2.docx”. “agree") })
    #expect(prompt.contains { $0.contains("is a key; a key is never overwritten") })
    sitting.say("leave", "1", "write")
    #expect(placing(sitting) == ["agreement.docx": .renamed("agreement 2.docx")])
  }

  // MARK: Papers beside

  /// A pack that has papers for the asking: two by one word, one that is not for this matter.
  private static let beside = TinyPack.pack(
    [TinyPack.question("name", "string"), TinyPack.question("abroad", "boolean")],
    agreement: """
      # Sum {#sum .plain}

      ::: clause sum.table
      plain: yes

      | Term | Agreed | Place |
      |---|---|---|
      | Name | {{name}} | {{ref text.name}} |
      :::

      # Text {#text}

      ::: clause text.name

      It is called {{name}}.
      :::

      """,
    files: [
      "pack.yaml": """
      id: tiny
      version: 1.0.0
      title: A tiny pack
      journeys:
        - {id: draft, title: All of it, steps: [only]}
      documents:
        - {id: agreement, role: contract, title: Agreement}
        - {id: record-one, role: memo, title: One, with: records}
        - {id: record-two, role: memo, title: Two, with: records}
        - {id: letter, role: memo, title: Letter, with: letter, when: abroad is yes}

      """,
      "documents/record-one/1.md": "# One {#one}\n\nOne.\n",
      "documents/record-two/1.md": "# Two {#two}\n\nTwo.\n",
      "documents/letter/1.md": "# Letter {#letter}\n\nLetter.\n",
    ])

  private func atBeside(_ size: Size = Size(columns: 80, rows: 24)) throws -> Sitting {
    var sitting = try Sitting(size, pack: Self.beside)
    sitting.open()
    return sitting
  }

  private func publication(_ sitting: Sitting) -> Publication? {
    guard case .publish(let publication)? = sitting.effects.last else { return nil }
    return publication
  }

  @Test func papersBesideAreChosenByTheirWord() throws {
    var sitting = try atBeside()
    sitting.press("<Ctrl-G>finish<Enter>")
    let text = sitting.frame.text
    #expect(text.contains("[ ] 7 records: record one and record two"))
    #expect(!text.contains("letter"))
    sitting.press("7<Enter>")
    #expect(publication(sitting)?.documents == ["agreement", "record-one", "record-two"])
    #expect(publication(sitting)?.formats == [.docx, .pdf])
  }

  @Test func rowsNeedAPaperBeside() throws {
    var sitting = try atBeside()
    sitting.press("<Ctrl-G>finish<Enter>456")
    #expect(sitting.desk.finish.formats == [.xlsx])
    sitting.press("<Enter>")
    #expect(publication(sitting) == nil)
    #expect(sitting.desk.shared.notice?.text.contains("choose one of these too") == true)
    sitting.press("7<Enter>")
    #expect(publication(sitting)?.documents.contains("record-one") == true)
  }

  @Test func lineByLineThePapersAreThereToo() throws {
    var sitting = try atBeside(plainSize)
    sitting.say("finish")
    #expect(plainPrompt(sitting.desk).contains("7. records: record one and record two"))
    sitting.say("7")
    #expect(
      plainPrompt(sitting.desk).contains("7. records: record one and record two (chosen)"))
  }

  /// The draft opens where the answer binds, not where a table sums it up.
  @Test func theSummaryIsNotTheSentenceOfAQuestion() throws {
    var sitting = try atBeside()
    sitting.press("<Ctrl-R>")
    #expect(sitting.desk.screen == .draft)
    let sentence = sitting.desk.draft.sentences[sitting.desk.draft.cursor]
    #expect(sentence.text == "It is called [name].")
  }
}
