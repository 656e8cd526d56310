import Canvas
import Interview
import PackModel

/// What has happened, in the words of the screens.
package enum Message: Hashable, Sendable {
  // From the terminal, on every screen.
  case resized(Size)
  case clicked(Point)
  case wheel(Int)
  /// Ctrl-C; the second one leaves.
  case interrupted
  case leave
  case suspend
  case resumed
  /// The terminal is gone, or the system ends the program: what is half-filled is kept.
  case hungUp
  case saveNow
  case undo
  case redo
  /// The sheet of open questions for a colleague, out and back in.
  case writeSheet, readSheet
  /// Help, and where help is shown the list of keys.
  case help
  case closed
  case turnTo(Screen)
  /// A key that means nothing here.
  case ignored
  /// A line that means nothing here.
  case notUnderstood(String)

  // Of one screen.
  case person(LineMessage)
  case home(HomeMessage)
  case interview(InterviewMessage)
  case review(ReviewMessage)
  case usual(UsualMessage)
  case finish(FinishMessage)
  case goTo(FindMessage)
  case search(FindMessage)
  case draft(DraftMessage)
  case reader(ReaderMessage)
  /// To the next of what was found last, or with -1 the one before.
  case nextHit(Int)
  case keys(ScrollMessage)
  case dashboard(DashboardMessage)

  case leaving(LeavingMessage)
  case final(FinalMessage)
  case intake(IntakeMessage)
  case reading(ReadingMessage)
  case settling(SettlingMessage)
  case proposals(ProposalsMessage)
  case passphrase(PassphraseMessage)

  // Replies to effects.
  case elapsed(Pause)
  /// What a pause has brought.
  indirect case workedOut(PauseResult)
  /// Kept, and when: "14:32".
  case appended(Entry, at: String)
  case refused(Act, MatterMessage)
  case opened(Opening)
  /// The same matter in another file.
  case movedTo(Opening)
  /// The same matter with what others have added.
  case reloaded(Opening)
  case notOpened(MatterMessage)
  /// A locked matter wants its passphrase.
  case wantsPassphrase(path: String, readOnly: Bool)
  /// The matter is locked on disk, and open here; with the key that was made for the day when the
  /// passphrase is lost.
  case locked(Opening, recovery: String)
  /// The text back from the editor, nil where it stays as it was, and what to know of it.
  case edited(String?, AnswerKey, remark: String? = nil)
  case published(PublishReport)
  case finalCopy(FinalReport)
  /// The documents of the open matter that lie on the disk.
  case papers([WrittenPaper])
  /// What verifying says of the final copy, a sentence each.
  case verified([String])
  case noted(Notice)
  /// The text of a sheet that came back, the name of its file, and what to know of how it was read.
  case sheet(String, String, remark: String? = nil)
  /// The papers of the matter as they were read.
  case shelf(Shelf)
  /// What was found in them.
  case foundOnShelf(ShelfSearch)
  /// What is worth a look in them, list by list.
  case watchedOnShelf([ShelfSearch])
  /// Another person's matter over the same paper.
  case secondRead(SecondMatter)
  /// What the paper under review calls our terms.
  case terms([ShelfTerm])
  /// A paper that is to come in has been read.
  case paperRead
  /// The tables of a list.
  case tableRead(TableRead)
  /// What home shows: the pack of which new matters are made, nil where there is none; whether there
  /// is a sample; matters of late.
  case catalogue(Pack?, hasSample: Bool, [RecentMatter])
  /// What the disk has now, and "saved 14:32".
  case saved(DeskNote, String)
  case notSaved(DeskNote, MatterMessage)
  /// What was refused was tried again: now the half-filled texts.
  case keepDesk
  /// All that can be saved is saved: what was asked for follows, or the question whether it shall.
  case goOn
}

/// What happens to a line that is being typed, with what ends it.
package enum LineMessage: Hashable, Sendable {
  case text(TextMessage)
  case done
}

/// What happens to text that is being typed.
package enum TextMessage: Hashable, Sendable {
  case typed(String)
  case pasted(String)
  case move(CaretMotion)
  case delete(CaretMotion)
  case undo
  case redo
  /// Puts something else in its place, as one step of undo.
  case replaced(String)
}

/// How a list or a page moves.
package enum ScrollMessage: Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last
}

/// A pause that was waited for.
package enum Pause: Hashable, Sendable {
  /// Nothing was typed for a moment: errors, warnings, counts, help and preview are brought up.
  case settle
  /// A while after the first key that is not on disk: half-filled text is kept.
  case keep
  /// Nobody was at the keys for long: a locked matter is closed.
  case idle

  /// How long nothing is typed before it settles, in milliseconds.
  static let settling = 150
  /// How long what is typed waits to be kept, in milliseconds: 300 with the time that a disk takes.
  static let keeping = 250
}
