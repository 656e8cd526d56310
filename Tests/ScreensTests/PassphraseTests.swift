import Canvas
import TestSupport
import Testing

@testable import Screens

/// A matter that lies locked on the disk: opened, locked and closed from the screen.
@Suite struct PassphraseTests {
  private func locked() throws -> Sitting {
    var sitting = try Sitting(pack: SamplePack.make())
    sitting.send(.wantsPassphrase(path: "/matters/nordlicht.art28", readOnly: false))
    return sitting
  }

  /// At the questions of a matter that lies locked.
  private func open() throws -> Sitting {
    var sitting = try Sitting.atQuestions()
    guard let file = sitting.desk.shared.file else { throw Sitting.NoSuchDay() }
    var opening = Opening(
      path: file.path, title: file.title, pack: file.pack, entries: sitting.entries)
    opening.isLocked = true
    sitting.desk.shared.idleMinutes = 15
    sitting.send(.opened(opening))
    return sitting
  }

  @Test("what is typed is stars, and opens the matter whole")
  func typed() throws {
    var sitting = try locked()
    sitting.press("grüne Tür 7x<Backspace>")
    let text = sitting.frame.text
    #expect(text.contains("nordlicht.art28 is locked") && text.contains("> ***********"))
    #expect(!text.contains("> ************") && !text.contains("Tür"))
    sitting.press("<Enter>")
    #expect(
      sitting.effects.last
        == .unlock(path: "/matters/nordlicht.art28", readOnly: false, passphrase: "grüne Tür 7"))
    // A wrong one is said, and the field is empty for the next.
    sitting.send(.noted(Notice("That does not open it.", .error)))
    #expect(sitting.frame.text.contains("! That does not open it."))
    #expect(!sitting.frame.text.contains("> *"))
  }

  @Test("an empty passphrase is refused, and Esc leads home")
  func nothing() throws {
    var sitting = try locked()
    sitting.press("<Enter>")
    #expect(sitting.frame.text.contains("Type the passphrase first"))
    sitting.press("half<Esc>")
    #expect(sitting.desk.screen == .home)
  }

  @Test("a passphrase is typed twice before anything is locked")
  func twice() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Alt-V><Tab>l")
    #expect(sitting.frame.text.contains("Lock this matter with a passphrase"))
    sitting.press("one two three<Enter>one two tree<Enter>")
    #expect(sitting.frame.text.contains("The two are not the same"))
    #expect(!sitting.effects.contains(.lock(passphrase: "one two three")))
    sitting.press("one two three<Enter>one two three<Enter>")
    #expect(sitting.effects.last == .lock(passphrase: "one two three"))
  }

  @Test("the recovery key is shown once, over the question where one stopped")
  func recovery() throws {
    var sitting = try Sitting.atQuestions()
    guard let file = sitting.desk.shared.file else { return }
    var opening = Opening(
      path: file.path, title: file.title, pack: file.pack, entries: sitting.entries)
    opening.isLocked = true
    sitting.desk.shared.idleMinutes = 15
    sitting.send(.locked(opening, recovery: "7K2M-0000"))
    #expect(sitting.frame.text.contains("7K2M-0000"))
    // From now on it closes by itself, also where no key is pressed any more.
    #expect(sitting.effects.contains(.after(milliseconds: 15 * 60_000, .idle)))
    sitting.press("<Esc>")
    #expect(sitting.desk.screen == .interview)
    #expect(!sitting.frame.text.contains("7K2M-0000"))
  }

  @Test("each key puts off the moment at which a locked matter closes; a plain one never does")
  func idling() throws {
    var sitting = try open()
    let idle = Effect.after(milliseconds: 15 * 60_000, .idle)
    #expect(sitting.effects.last == idle)
    sitting.effects = []
    sitting.press("x")
    #expect(sitting.effects.contains(idle))
    sitting.effects = []
    sitting.send(.elapsed(.settle))
    #expect(!sitting.effects.contains(idle))
    var plain = try Sitting.atQuestions()
    plain.desk.shared.idleMinutes = 15
    plain.press("x")
    #expect(!plain.effects.contains(idle))
  }

  @Test("nobody at the keys: what was typed is kept, and nothing of the matter stays in view")
  func closed() throws {
    var sitting = try open()
    sitting.press("<Enter>Nordl")
    sitting.send(.elapsed(.idle))
    #expect(
      sitting.effects.contains {
        if case .saveDesk(let note) = $0 { note.drafts.values.contains("Nordl") } else { false }
      })
    #expect(sitting.effects.last == .closeLocked)
    sitting.desk.shared.notice = Notice("Kept for D-3: “Nordl”")
    sitting.desk.shared.beside.take(ReadingTests.shelf)
    sitting.send(.wantsPassphrase(path: "/matters/nordlicht.art28", readOnly: false))
    let text = sitting.frame.text
    #expect(!text.contains("Nordl") && !text.contains("山田"))
    #expect(sitting.desk.shared.file == nil && sitting.desk.shared.beside.shelf == nil)
  }

  @Test("what cannot be kept is not closed in silence")
  func unsaved() throws {
    var sitting = try open()
    sitting.trouble = MatterMessage("The disk is full.")
    sitting.press("<Enter>Nordl")
    sitting.send(.elapsed(.idle))
    #expect(!sitting.effects.contains(.closeLocked))
    #expect(sitting.desk.screen == .leaving)
  }

  @Test("line by line it is the same")
  func plain() throws {
    var sitting = try locked()
    #expect(plainPrompt(sitting.desk).first == "nordlicht.art28 is locked.")
    sitting.say("grüne Tür")
    #expect(
      sitting.effects.last
        == .unlock(path: "/matters/nordlicht.art28", readOnly: false, passphrase: "grüne Tür"))
  }
}
