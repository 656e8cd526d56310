import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What the disk has not is said, asked about, and saved elsewhere; nothing that was typed is lost.
@Suite struct KeepingTests {
  private static let full = MatterMessage("The disk is full.")
  private static let gone = MatterMessage("The file is gone.", .gone)
  private let name = AnswerKey("controller.name")

  private func saved(_ sitting: Sitting) -> [DeskNote] {
    sitting.effects.compactMap { if case .saveDesk(let note) = $0 { note } else { nil } }
  }

  /// The refused answer stands in the first field.
  private func refused() throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    sitting.trouble = Self.full
    sitting.press("<Enter>Nordlicht GmbH<Enter>")
    return sitting
  }

  /// An answer given on the way from the review, or behind which the way ends, is kept as an answer,
  /// and not as half-filled text besides.
  @Test(arguments: [
    "<Alt-V><Down><Down><Down><Enter>Kundenfragen<Tab>", "<Ctrl-G>board<Enter>B. Lee<Enter>",
  ])
  func whatWasAcceptedIsNoHalfFilledText(_ keys: String) throws {
    var sitting = try Sitting.atQuestions()
    sitting.press(keys)
    #expect(sitting.entries.count == 2)
    #expect(sitting.desk.screen == .review)
    sitting.send(.elapsed(.keep))
    #expect(saved(sitting).last?.drafts == [:])
  }

  // MARK: Undo

  @Test func theOpeningOfAMatterIsNotUndone() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-Z>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.desk.shared.notice?.text == "There is nothing to undo.")
    var plain = try Sitting.atQuestions(plainSize)
    plain.say("undo", "redo", "", "Nordlicht", "undo", "undo", "undo")
    #expect(plain.sheet.setting(.journey) == "draft")
    #expect(plain.entries.count == 3)
  }

  // MARK: Leaving

  @Test func leavingNamesWhatIsNotSavedAndAsks() throws {
    var sitting = try refused()
    #expect(sitting.desk.shared.file?.saved == "not saved")
    sitting.press("<Ctrl-Q>")
    #expect(sitting.desk.screen == .leaving)
    #expect(!sitting.effects.contains(.quit(0)))
    #expect(sitting.desk.keyTable.conflicts == [])
    let text = sitting.frame.snapshot
    #expect(text.contains("1 thing is not saved."))
    #expect(text.contains("controller: legal name: Nordlicht GmbH"))
    #expect(text.contains("The disk is full."))
    sitting.press("<Esc>")
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.frame.text.contains("Nordlicht GmbH"))
    sitting.press("<Ctrl-Q><End><Enter>")
    #expect(sitting.effects.last == .quit(0))
    #expect(sitting.desk.unsaved?.lines.count == 1)
    #expect(!sitting.desk.summary.contains("Nothing was changed in this sitting."))
  }

  @Test func plainAsksToo() throws {
    var sitting = try Sitting.atQuestions(plainSize)
    sitting.trouble = Self.full
    sitting.say("", "Nordlicht GmbH", "quit")
    let prompt = plainPrompt(sitting.desk)
    #expect(prompt.contains("1 thing is not saved."))
    #expect(prompt.contains("controller: legal name: Nordlicht GmbH"))
    #expect(prompt.contains { $0.hasPrefix("elsewhere: ") })
    #expect(!sitting.effects.contains(.quit(0)))
    sitting.say("stay")
    #expect(sitting.desk.screen == .interview)
    sitting.say("quit", "elsewhere other")
    #expect(
      sitting.effects.contains { effect in
        if case .saveElsewhere("/matters/other", _, _) = effect { true } else { false }
      })
    sitting.say("back", "leave")
    #expect(sitting.effects.last == .quit(0))
  }

  @Test func whenThereIsRoomAgainTheNextSaveMakesItTrue() throws {
    for keys in ["<Ctrl-S>", "<Ctrl-Q>", "<Enter>"] {
      var sitting = try refused()
      sitting.trouble = nil
      sitting.press(keys)
      #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")), "\(keys)")
      #expect(sitting.desk.unsaved == nil)
      #expect(sitting.desk.shared.file?.saved.hasPrefix("saved") == true)
      #expect(sitting.desk.shared.file?.drafts == [:])
      #expect(sitting.effects.contains(.quit(0)) == (keys == "<Ctrl-Q>"))
      #expect(sitting.desk.summary.contains("1 change in this sitting, all saved."))
      // Nothing of it is left on the desk as if it were half-filled.
      sitting.press("<Ctrl-S>")
      #expect(saved(sitting).last?.drafts == [:])
    }
  }

  @Test func typedTextThatIsNotOnDiskIsNamed() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordl")
    sitting.trouble = Self.full
    sitting.send(.elapsed(.keep))
    #expect(sitting.desk.shared.file?.saved == "not saved")
    #expect(sitting.desk.shared.notice == Notice("The disk is full.", .error))
    sitting.press("<Ctrl-Q>")
    #expect(sitting.frame.snapshot.contains("controller: legal name: typed"))
    sitting.trouble = nil
    sitting.press("2")
    #expect(sitting.effects.contains(.quit(0)))
    #expect(sitting.desk.unsaved == nil)
    #expect(sitting.desk.summary.contains("No answer was changed in this sitting."))
    #expect(sitting.desk.summary.last == "Typed and not accepted yet: controller: legal name.")
  }

  @Test func whatWasTypedInsteadIsWhatCounts() throws {
    var sitting = try refused()
    sitting.press("<Ctrl-U>Other")
    sitting.trouble = nil
    sitting.press("<Ctrl-Q>")
    #expect(sitting.answer("controller.name") == nil)
    #expect(saved(sitting).last?.drafts == [name: "Other"])
    #expect(sitting.effects.last == .quit(0))
  }

  @Test func aMatterWhoseFileIsGoneIsNotSaved() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter>")
    sitting.trouble = Self.gone
    sitting.press("<Ctrl-Q>")
    #expect(sitting.desk.screen == .leaving)
    #expect(sitting.frame.snapshot.contains("The matter itself (2 entries)"))
    sitting.press("<Ctrl-C><Ctrl-C>")
    #expect(sitting.effects.last == .quit(130))
  }

  @Test func readingLosesNothingAndIsNotAskedAbout() throws {
    var sitting = try Sitting.atQuestions()
    sitting.trouble = MatterMessage("It is open for reading only.")
    sitting.press("<Tab><Tab><Ctrl-Q>")
    #expect(sitting.effects.last == .quit(0))
    #expect(sitting.desk.unsaved == nil)
    #expect(sitting.desk.summary.last == "Nothing was changed in this sitting.")
  }

  @Test func anotherMatterWaitsUntilThisOneIsSaved() throws {
    var sitting = try refused()
    sitting.press("<Ctrl-S>")
    #expect(sitting.desk.screen == .leaving)
    sitting.press("<Esc>")
    sitting.send(.turnTo(.home))
    sitting.send(.home(.pick(0)))
    #expect(!sitting.effects.contains { if case .openMatter = $0 { true } else { false } })
    #expect(sitting.desk.screen == .leaving)
    sitting.press("<End><Enter>")
    #expect(sitting.effects.contains { if case .openMatter = $0 { true } else { false } })
  }

  @Test func toldToEndItTriesOnceMore() throws {
    var sitting = try refused()
    sitting.trouble = nil
    sitting.send(.hungUp)
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(sitting.desk.unsaved == nil)
  }

  // MARK: Elsewhere

  private func elsewhere(_ sitting: inout Sitting, entries: [Entry], drafts: [AnswerKey: String]) {
    sitting.trouble = nil
    sitting.entries = entries
    sitting.send(
      .movedTo(
        Opening(
          path: "/other/n.art28", title: "n", pack: sitting.pack, entries: entries,
          desk: DeskNote(drafts: drafts))))
  }

  @Test func theSittingGoesOnInTheOtherFile() throws {
    var sitting = try refused()
    sitting.press("<Ctrl-S>1<Enter>")
    #expect(sitting.desk.shared.notice?.text == "Write a path first; Esc goes back.")
    sitting.press("/other/n.art28<Enter>")
    let note = DeskNote(place: name, drafts: [name: "Nordlicht GmbH"])
    #expect(
      sitting.effects.contains(
        .saveElsewhere(path: "/other/n.art28", entries: sitting.entries, note)))
    elsewhere(&sitting, entries: sitting.entries, drafts: note.drafts)
    // What was accepted is accepted there.
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(sitting.desk.shared.file?.drafts == [:])
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.desk.shared.file?.path == "/other/n.art28")
    #expect(sitting.desk.shared.notice?.text.hasPrefix("Saved as “/other/n.art28”.") == true)
    #expect(sitting.desk.unsaved == nil)
    #expect(sitting.desk.summary.last == "1 change in this sitting, all saved.")
    #expect(!sitting.effects.contains(.quit(0)))
  }

  @Test func whoWantedToLeaveLeavesThen() throws {
    var sitting = try refused()
    sitting.press("<Ctrl-Q>1/other/n.art28<Enter>")
    elsewhere(&sitting, entries: sitting.entries, drafts: [:])
    #expect(sitting.effects.last == .quit(0))
    #expect(sitting.desk.unsaved == nil)
  }

  @Test func whatOthersAnsweredMeanwhileIsNotOverwritten() throws {
    var sitting = try Sitting.atQuestions()
    sitting.trouble = MatterMessage("It was changed elsewhere.", .behind)
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-S>")
    #expect(sitting.desk.leaving.choices.contains(.reload))
    sitting.press("3")
    #expect(sitting.effects.last == .reload)
    let theirs = Entry(
      number: 2, when: "2026-11-21T11:00:00Z", by: "B. Lee", why: nil,
      changes: [.set(name, from: nil, to: .value(.text("Świt")))])
    let entries = sitting.entries + [theirs]
    sitting.trouble = nil
    sitting.entries = entries
    sitting.send(
      .reloaded(
        Opening(
          path: "/matters/nordlicht.art28", title: "n", pack: sitting.pack, entries: entries)))
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.answer("controller.name") == .value(.text("Świt")))
    #expect(sitting.frame.text.contains("> Nordlicht GmbH"))
    #expect(saved(sitting).last?.drafts == [name: "Nordlicht GmbH"])
    #expect(sitting.desk.unsaved == nil)
  }

  // MARK: Text that is typed

  @Test func aDraftSurvivesARefusal() throws {
    var sitting = try Sitting(pack: SamplePack.make())
    sitting.open(note: DeskNote(place: name, drafts: [name: "half"]))
    sitting.refusal = "It was changed elsewhere."
    sitting.press("<Enter>")
    #expect(sitting.desk.shared.file?.drafts == [name: "half"])
    sitting.send(.elapsed(.keep))
    #expect(saved(sitting).last?.drafts == [name: "half"])
  }

  @Test func aNoteThatIsRefusedStaysInItsLine() throws {
    var sitting = try Sitting.atQuestions()
    sitting.refusal = "The disk is full."
    sitting.press("<Ctrl-G>3<Enter><Alt-M>ask Brigitte<Enter>")
    #expect(sitting.frame.text.contains("> ask Brigitte"))
    sitting.press("<Enter>")
    #expect(sitting.sheet.remark(AnswerKey("signed")) == "ask Brigitte")
    #expect(sitting.desk.shared.file?.drafts == [:])
    for keys in ["<Alt-L>see the list<Enter>", "<Alt-X>one only<Enter>"] {
      var other = try Sitting.atQuestions()
      other.refusal = "The disk is full."
      other.press("<Ctrl-G>6<Enter>\(keys)<Enter>")
      #expect(other.answer("authorisation") != nil, "\(keys)")
    }
  }

  @Test func pastedRowsThatAreRefusedAreStillThere() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>8<Enter><paste:Name\tPlace\nAzure\tIreland\nTickethaus UG\tNowhere>")
    sitting.refusal = "The disk is full."
    sitting.press("<Enter>")
    #expect(sitting.frame.text.contains("Tickethaus UG"))
    #expect(sitting.desk.shared.file?.drafts == [:])
    sitting.press("<Ctrl-Q>")
    #expect(sitting.effects.contains(.quit(0)))
    #expect(sitting.sheet.rows(of: "subprocessors").count == 2)
    #expect(sitting.desk.shared.file?.drafts.count == 1)
  }

  @Test func aHalfTypedNoteIsKeptAndOfferedAgain() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter><Alt-M>ask Brig")
    #expect(sitting.effects.last == .within(milliseconds: 250, .keep))
    sitting.send(.elapsed(.keep))
    let drafts = try #require(saved(sitting).last?.drafts)
    #expect(drafts.values.contains("ask Brig"))
    var again = try Sitting(pack: SamplePack.make())
    again.open(note: DeskNote(place: AnswerKey("signed"), drafts: drafts))
    again.press("<Alt-M>")
    #expect(again.frame.text.contains("> ask Brig"))
    again.press("itte<Enter>")
    #expect(again.sheet.remark(AnswerKey("signed")) == "ask Brigitte")
    #expect(again.desk.shared.file?.drafts == [:])
    // Left as it was, it is gone.
    sitting.press("<Esc>")
    sitting.send(.elapsed(.keep))
    #expect(saved(sitting).last?.drafts == [:])
  }

  @Test func typedTextIsKeptOverTheListOfKeysToo() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordl<Ctrl-G>")
    #expect(sitting.desk.screen == .goTo)
    sitting.send(.elapsed(.keep))
    #expect(saved(sitting).last?.drafts == [name: "Nordl"])
  }

  @Test func anAcceptedAnswerIsNoHalfFilledText() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Alt-V><Ctrl-Q>")
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(saved(sitting).last?.drafts == [:])
  }

  // MARK: Pauses

  /// When the text of somebody who types ten keys a second is put on the desk, in milliseconds: 300 after
  /// a key at the latest, and once for three of them.
  @Test func typingWithoutAPauseIsKeptAllTheSame() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>")
    var pauses = Pauses<Int>()
    var kept: [Int] = []
    for now in stride(from: 0, through: 6000, by: 50) {
      for pause in pauses.take(at: now) {
        if pause == .keep { kept.append(now) }
        sitting.send(.elapsed(pause))
      }
      guard now % 100 == 0, now <= 1000 else { continue }
      let before = sitting.effects.count
      sitting.press("x")
      for effect in sitting.effects.dropFirst(before) {
        switch effect {
        case .after(let milliseconds, let pause): pauses.wait(for: pause, until: now + milliseconds)
        case .within(let milliseconds, let pause):
          pauses.wait(for: pause, atMostUntil: now + milliseconds)
        default: break
        }
      }
    }
    #expect(kept == [250, 550, 850, 1150])
    #expect(pauses.next == nil)
    #expect(saved(sitting).map { $0.drafts[name]?.count ?? 0 } == [3, 6, 9, 11])
  }

  @Test func aPauseThatIsPutOffComesOnce() {
    var pauses = Pauses<Int>()
    pauses.wait(for: .settle, until: 150)
    pauses.wait(for: .settle, until: 300)
    pauses.wait(for: .keep, atMostUntil: 1000)
    pauses.wait(for: .keep, atMostUntil: 1200)
    #expect(pauses.next == 300)
    #expect(pauses.take(at: 200) == [])
    #expect(pauses.take(at: 300) == [.settle])
    #expect(pauses.next == 1000)
    #expect(pauses.take(at: 5000) == [.keep])
    #expect(pauses.next == nil)
  }
}
