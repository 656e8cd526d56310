import Casework
import Matters
import Screens

extension EffectRunner {
  /// Opens a locked matter with what was typed, some tenths of a second later.
  func unlock(_ path: String, readOnly: Bool, _ typed: String) -> Message {
    guard let passphrase = Passphrase(typed) else { return EffectRunner.noPassphrase }
    do {
      try Workplace.here.keys.unlock(Files.absolute(path), with: passphrase)
    } catch {
      return .noted(Notice(error.message, .error))
    }
    return open(path, readOnly: readOnly)
  }

  /// Puts a locked matter into the place of the open one, and goes on in it. Where that fails, the open
  /// one is as it was.
  func lock(_ typed: String) -> Message {
    guard let session else { return .noted(Notice("No matter is open.", .error)) }
    guard case .writing = session.file.access else {
      return .noted(Notice("This matter is open for reading only, and stays as it is.", .error))
    }
    guard let passphrase = Passphrase(typed) else { return EffectRunner.noPassphrase }
    let path = session.file.path
    do {
      let locking = Locking(by: who, at: .here)
      let made = try locking.lock(.own(passphrase))
      leave()
      try locking.lock(path, made, to: nil)
      do throws(MatterError) {
        try Workplace.here.keys.unlock(path, with: passphrase)
      } catch {
        throw Outcome(error)
      }
      let message = open(path)
      guard case .opened(var opening) = message else { return message }
      if passphrase.isWeak {
        opening.remark =
          "This passphrase is weak: whoever gets the file can find it by trying. art28 passphrase change puts another in its place."
      }
      return .locked(opening, recovery: made.recovery?.words ?? "")
    } catch {
      let words = (error as? Outcome)?.lines.joined(separator: " ") ?? "\(error)"
      let message = open(path)
      guard case .opened(var opening) = message else { return message }
      opening.remark = "It is not locked: \(words)"
      return .opened(opening)
    }
  }

  /// Closes the matter; what opens it is forgotten.
  func closeLocked() -> Message {
    let path = session?.file.path ?? ""
    var readOnly = false
    if case .reading = session?.file.access { readOnly = true }
    leave()
    Workplace.here.keys.forgetAll()
    return .wantsPassphrase(path: path, readOnly: readOnly)
  }

  private static let noPassphrase = Message.noted(
    Notice("That cannot be a passphrase: there is nothing in it, or too much.", .error))
}
