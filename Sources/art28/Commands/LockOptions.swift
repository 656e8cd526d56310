import ArgumentParser
import Casework
import Matters

/// How a matter is locked that is made now.
struct LockOptions: ParsableArguments {
  @Flag(
    help: """
      Sealed with a passphrase, which is asked for; in a library, with the library's.
      """)
  var locked = false
  @Flag(help: "With --locked, a passphrase of its own also in a library.") var own = false

  /// What opens it; nil where it is not to be locked.
  func made(for matter: String, by locking: Locking) throws -> Locking.Made? {
    guard locked else {
      if own { throw Outcome.usage("--own says how a matter is locked: give --locked too.") }
      return nil
    }
    return try Self.made(for: matter, own: own, by: locking)
  }

  static func made(for matter: String, own: Bool, by locking: Locking) throws -> Locking.Made {
    if !own, let library = Locking.library(around: matter) {
      return try locking.lock(.library(library))
    }
    return try locking.lock(.own(try Asking.newPassphrase()))
  }

  /// Says the recovery key, the only time.
  static func say(_ recovery: RecoveryKey?) {
    guard let recovery else { return }
    Console.say("Recovery key, shown this once:")
    Console.say("  \(recovery.words)")
    Console.say(
      "Write it down and keep it apart from the file. It opens what the passphrase opens; without "
        + "both nobody can.")
  }
}
