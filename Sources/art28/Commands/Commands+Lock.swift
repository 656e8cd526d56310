import ArgumentParser
import Casework
import Matters

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Seal a matter, or a folder of matters, with a passphrase.",
    discussion: """
      A locked matter shows nobody its answers, names, notes, titles and papers; anybody can still \
      check its order (verify). The passphrase is asked for at the terminal, or read from the \
      descriptor that ART28_PASSPHRASE_FD names, one line. A recovery key is shown once.

      A folder becomes a library: one passphrase for all its matters, in \(Locking.libraryName) beside \
      them, and one recovery key. What is locked in it later uses it too, unless --own is given.

      Locking writes a new file in the place of the plain one. What a disk keeps of deleted files, a \
      backup or a snapshot may still hold that. Documents that were written are not locked.
      """)

  @Argument(help: "The matter file, or a folder of matters.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp("Write the locked matter here; the plain one stays.", valueName: "matter"))
  var out: String?
  @Flag(help: "A passphrase of its own also in a library.") var own = false
  @OptionGroup var person: PersonOptions

  func run() throws {
    let locking = Locking(by: person.name, at: .here)
    guard Files.isFolder(matter) else {
      guard try !Locking.isLocked(matter) else {
        throw Outcome(MatterError(.isLocked, path: matter, kept: .untouched))
      }
      let made = try LockOptions.made(for: out ?? matter, own: own, by: locking)
      try locking.lock(matter, made, to: out)
      Console.say(out.map { "Locked copy: \($0)." } ?? "Locked \(matter).")
      LockOptions.say(made.recovery)
      if out == nil { Console.say(Locking.whatStays) }
      return
    }
    guard out == nil, !own else {
      throw Outcome.usage("A folder is locked as it stands, with one passphrase for all of it.")
    }
    try lockAll(by: locking)
  }

  private func lockAll(by locking: Locking) throws {
    if Locking.library(in: matter) == nil {
      let recovery = try locking.makeLibrary(matter, try Asking.newPassphrase())
      Console.say("\(matter) is a library now; its key is in \(Locking.libraryName).")
      LockOptions.say(recovery)
    }
    try LockedFolder.each(matter, isLocked: false) { path in
      try locking.lock(path, try locking.lock(.library(matter)), to: nil)
      Console.say("Locked \(path).")
    }
    Console.say(Locking.whatStays)
  }
}

struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Open a locked matter, or a folder of them, for good.",
    discussion: """
      The matter is written anew, and needs no passphrase from then on. To work on a locked matter \
      this is not needed: every command asks for its passphrase.
      """)

  @Argument(help: "The locked matter, or a folder of matters.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp("Write the open matter here; the locked one stays.", valueName: "matter"))
  var out: String?
  @OptionGroup var person: PersonOptions

  func run() throws {
    let locking = Locking(by: person.name, at: .here)
    guard Files.isFolder(matter) else {
      try locking.unlock(matter, to: out)
      return Console.say(out.map { "Open copy: \($0)." } ?? "Unlocked \(matter).")
    }
    guard out == nil else { throw Outcome.usage("A folder is unlocked as it stands.") }
    try LockedFolder.each(matter, isLocked: true) { path in
      try locking.unlock(path, to: nil)
      Console.say("Unlocked \(path).")
    }
  }
}

/// The matters of a folder, one after the other.
enum LockedFolder {
  /// Does something with every matter that is locked, or that is not; what fails keeps none from the
  /// others.
  static func each(_ folder: String, isLocked: Bool, _ body: (String) throws -> Void) throws {
    var failed = 0
    for path in Files.matters(in: folder) {
      do {
        if try Locking.isLocked(path) == isLocked { try body(path) }
      } catch let outcome as Outcome {
        for line in outcome.lines { Console.complain(line) }
        failed += 1
      }
    }
    if failed > 0 {
      throw Outcome.file(
        failed == 1 ? "1 matter stays as it was." : "\(failed) matters stay as they were.")
    }
  }
}
