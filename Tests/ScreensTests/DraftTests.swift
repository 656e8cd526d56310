import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// The draft on the screen: from a question to its sentence, and back from any sentence.
@Suite struct DraftTests {
  @Test func itOpensAtTheSentenceThatTheQuestionWrites() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter><Ctrl-R>")
    #expect(sitting.desk.screen == .draft)
    let sentence = sitting.desk.draft.sentences[sitting.desk.draft.cursor]
    #expect(sentence.text == "It is signed on [signing date].")
  }

  @Test func enterGoesFromASentenceToItsQuestionAndEscapeBack() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-G>7<Enter><Ctrl-R><Home>")
    for _ in 0..<20 where !hand(sitting).contains("Nordlicht") { sitting.press("<Down>") }
    #expect(hand(sitting).hasPrefix("This agreement binds Nordlicht GmbH"))
    sitting.press("<Enter>")
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.desk.interview.slot?.question == sitting.pack.question("controller.name"))
    sitting.press("<Ctrl-R><Esc>")
    #expect(sitting.desk.screen == .interview)
  }

  @Test func everySentenceWithABlankLeadsToAQuestionThatFillsIt() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter>1<Enter><Ctrl-R>")
    for sentence in sitting.desk.draft.sentences
    where sentence.pieces.contains(where: { $0.style.role == .blank }) {
      let file = try #require(sitting.desk.shared.file)
      #expect(!sentence.origins(in: file).isEmpty, "\(sentence.text)")
    }
  }

  @Test func aClauseThatNobodyFilledInLeadsToTheQuestionThatDecidesIt() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-G>6<Enter>2<Enter><Ctrl-R><End>")
    let file = try #require(sitting.desk.shared.file)
    let specific = try #require(
      sitting.desk.draft.sentences.first { $0.clause == "sub.specific" })
    let places = specific.origins(in: file).map(\.slot.question)
    #expect(places.first == sitting.pack.question("controller.name"))
  }

  @Test func whatWasFoundIsGoneThroughByKey() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Alt-/>binds<Down><Enter>")
    #expect(sitting.desk.shared.hits.count > 1)
    let first = sitting.desk.shared.hit
    sitting.press("n")
    #expect(sitting.desk.shared.hit != first)
    sitting.press("<Alt-,>")
    #expect(sitting.desk.shared.hit == first)
  }

  @Test func undoInTheDraftIsSeenInTheDraft() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-R>")
    #expect(sitting.desk.draft.sentences.contains { $0.text.contains("Nordlicht") })
    sitting.press("<Ctrl-Z>")
    #expect(!sitting.desk.draft.sentences.contains { $0.text.contains("Nordlicht") })
    #expect(sitting.desk.shared.notice?.text == "Undone: controller: legal name: Nordlicht GmbH")
  }

  private func hand(_ sitting: Sitting) -> String {
    let draft = sitting.desk.draft
    return draft.sentences.indices.contains(draft.cursor) ? draft.sentences[draft.cursor].text : ""
  }
}
