import ArgumentParser
import Casework
import Interview
import Matters

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last act of a matter.")

  @Argument(help: "The matter file.") var matter: String
  @OptionGroup var person: PersonOptions

  func run() throws { try ChangesSaid.run(matter, person.name) { try $0.undo() } }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was taken back last.")

  @Argument(help: "The matter file.") var matter: String
  @OptionGroup var person: PersonOptions

  func run() throws { try ChangesSaid.run(matter, person.name) { try $0.redo() } }
}

/// Says what an act changed that reverses another.
private enum ChangesSaid {
  static func run(
    _ matter: String, _ by: String, _ reverse: (MatterSession) throws -> Entry
  ) throws {
    let session = try MatterSession.open(matter, by: by, at: .here)
    defer { session.file.close() }
    let changes = try reverse(session).changes
    let evaluation = session.evaluation
    for change in changes.prefix(12) { Console.say(ChangeWords.line(change, evaluation)) }
    if changes.count > 12 { Console.say("and \(changes.count - 12) more changes.") }
  }
}
