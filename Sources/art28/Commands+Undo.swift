import ArgumentParser
import Interview
import Matters
import PackModel

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last act of a matter.")

  @Argument(help: "The matter file.") var matter: String
  @OptionGroup var person: PersonOptions

  func run() throws {
    try Reversal.run(matter, person.name) { sheet in
      sheet.undoable.last.map { .undo($0) }
    }
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was taken back last.")

  @Argument(help: "The matter file.") var matter: String
  @OptionGroup var person: PersonOptions

  func run() throws {
    try Reversal.run(matter, person.name) { sheet in
      sheet.redoable.last.map { .redo($0) }
    }
  }
}

/// Undo and redo are acts of their own: nothing is ever taken out of the journal.
enum Reversal {
  static func run(
    _ matter: String, _ by: String, _ choose: (AnswerSheet) -> Entry.Reverse?
  ) throws {
    let session = try MatterSession.open(matter, by: by)
    defer { session.file.close() }
    let sheet = session.file.sheet
    guard let reverse = choose(sheet) else {
      throw Outcome.found("There is nothing to undo or to do again.")
    }
    do throws(MatterError) {
      let changes: [Change]
      switch reverse {
      case .undo(let number):
        changes = try session.file.entry(number).map { sheet.inverse(of: $0) } ?? []
      case .redo(let number): changes = try session.file.entry(number)?.changes ?? []
      }
      let entry = try session.append(changes, reverses: reverse)
      let evaluation = session.evaluation
      for change in entry.changes.prefix(12) { Console.say(ChangeWords.line(change, evaluation)) }
      if entry.changes.count > 12 { Console.say("and \(entry.changes.count - 12) more changes.") }
      session.keepSummary()
    } catch {
      throw Outcome(error)
    }
  }
}
