import Casework
import Glibc
import Matters
import PlainText
import Synchronization

/// Asks for passphrases: in scripts a line of the descriptor that `ART28_PASSPHRASE_FD` names, else the
/// person at the terminal, whatever standard input and output are.
enum Asking {
  private static let variable = "ART28_PASSPHRASE_FD"
  private static let lines = Mutex<[Passphrase]>([])

  /// Whether a script gives passphrases.
  static var isScripted: Bool { Person.environment(variable) != nil }

  /// What opens a locked matter; nil where nobody answers, or answers with nothing.
  static func passphrase(for asked: Keyring.Asked) -> Passphrase? {
    if isScripted {
      // A script is not asked twice.
      return asked.fault == nil ? line(0) : nil
    }
    if let fault = asked.fault { Console.complain(fault.message) }
    let name = Files.name(of: asked.path)
    return HiddenLine.read(
      asked.isLibrary
        ? "Passphrase for the library “\(name)”: " : "Passphrase for “\(name)”: ")
  }

  /// A new passphrase, typed twice.
  ///
  /// - Parameter isSecond: whether a script gives the present one in the line before.
  /// - Throws: an `Outcome` where nobody gives one.
  static func newPassphrase(isSecond: Bool = false) throws -> Passphrase {
    let passphrase = try given(isSecond: isSecond)
    if passphrase.isWeak {
      Console.complain(
        "\(Locking.weakness) Five words that have nothing to do with one another are better, and "
          + "easier to keep in mind.")
    }
    return passphrase
  }

  private static func given(isSecond: Bool) throws -> Passphrase {
    if isScripted {
      if let line = line(isSecond ? 1 : 0) { return line }
      throw Outcome.file(
        "\(variable) gave no \(isSecond ? "second line with the new passphrase" : "passphrase").",
        "An empty one is refused.")
    }
    for _ in 0..<3 {
      guard let first = HiddenLine.read("New passphrase: ") else { break }
      guard let second = HiddenLine.read("The same again: ") else { break }
      if first.isSame(as: second) { return first }
      Console.complain("The two are not the same.")
    }
    throw Outcome.file(
      "No passphrase was given; an empty one is refused.",
      "Type it where there is a terminal, or in scripts let \(variable) name an open descriptor.")
  }

  private static func line(_ number: Int) -> Passphrase? {
    guard let file = Person.environment(variable).flatMap({ Int32($0) }),
      fcntl(file, F_GETFD) >= 0
    else {
      Console.complain("\(variable) names no open descriptor.")
      return nil
    }
    // Nobody who is started has it too.
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return lines.withLock { lines in
      while lines.count <= number {
        var bytes = HiddenLine.bytes(from: file)
        guard let passphrase = Passphrase(&bytes) else { return nil }
        lines.append(passphrase)
      }
      return lines[number]
    }
  }
}
