import Matters
import Synchronization

/// The keys of locked matters that were opened in this run, and how a person is asked for more. Keys lie
/// in memory of their own; passphrases are not kept.
package final class Keyring: Sendable {
  /// What somebody is asked for a passphrase for.
  package struct Asked: Sendable {
    /// The locked matter, or the folder whose library opens it.
    package let path: String
    /// Whether it opens every matter of the folder.
    package let isLibrary: Bool
    /// Why what was typed last does not open it; nil the first time.
    package let fault: MatterError?
  }

  private struct Held {
    var matters: [[UInt8]: LockKey] = [:]
    var libraries: [Library: LibraryKey] = [:]
    var mayAsk = true
  }

  private let held = Mutex(Held())
  private let ask: @Sendable (Asked) -> Passphrase?

  /// How often somebody is asked for one matter.
  private static let mostTries = 3

  /// - Parameter ask: asks for a passphrase, or a recovery key in its place; nil where nobody answers.
  package init(ask: @escaping @Sendable (Asked) -> Passphrase? = { _ in nil }) { self.ask = ask }

  /// From here on nobody is asked: a screen has the terminal, and asks itself.
  package func stopAsking() { held.withLock { $0.mayAsk = false } }

  /// Forgets every key: what is locked wants its passphrase again.
  package func forgetAll() {
    held.withLock { held in
      held.matters = [:]
      held.libraries = [:]
    }
  }

  /// What opens a locked matter: known already, or asked for.
  ///
  /// - Throws: `.locked` where nobody answers; `.wrongPassphrase`, `.mistypedRecovery` after three tries;
  ///   `.lockTooDear`.
  package func key(of lock: Lock, at path: String) throws(MatterError) -> LockKey {
    if let key = held.withLock({ $0.matters[lock.id] }) { return key }
    let library = LibraryFile.around(path).first { lock.isOpened(by: $0.library) }
    if let library, let key = held.withLock({ $0.libraries[library.library] }),
      let opened = lock.open(.library(key))
    {
      return keep(opened, of: lock)
    }
    var fault: MatterError?
    for _ in 0..<Keyring.mostTries {
      let asked = Asked(
        path: library?.folder ?? path, isLibrary: library != nil, fault: fault)
      guard held.withLock(\.mayAsk), let typed = ask(asked) else {
        throw fault ?? MatterError(.locked, path: path, kept: .untouched)
      }
      do throws(MatterError) {
        return try open(lock, at: path, library?.library, with: typed)
      } catch {
        guard error.kind == .wrongPassphrase || error.kind == .mistypedRecovery else { throw error }
        fault = error
      }
    }
    throw fault ?? MatterError(.locked, path: path, kept: .untouched)
  }

  /// Asks for what opens a matter, before a screen takes the terminal. Nothing is done for an open one.
  ///
  /// - Throws: as `key(of:at:)`; as `MatterFile.open`.
  package func ask(for matter: String) throws(MatterError) {
    if let lock = try MatterFile.lock(at: matter) { _ = try key(of: lock, at: matter) }
  }

  /// Opens a locked matter with what somebody typed, so that it can be opened as any other from here
  /// on. It takes some tenths of a second. Nothing is done for an open one.
  ///
  /// - Throws: `.wrongPassphrase`, `.mistypedRecovery`, `.lockTooDear`; as `MatterFile.open`.
  package func unlock(_ matter: String, with typed: Passphrase) throws(MatterError) {
    guard let lock = try MatterFile.lock(at: matter) else { return }
    let library = LibraryFile.around(matter).first { lock.isOpened(by: $0.library) }
    _ = try open(lock, at: matter, library?.library, with: typed)
  }

  /// What opens a library: known already, or asked for.
  ///
  /// - Throws: as `key(of:at:)`.
  func key(of file: LibraryFile) throws(MatterError) -> (key: LibraryKey, way: Int?) {
    guard file.library.lock.isBearable else {
      throw MatterError(.lockTooDear, path: file.path, kept: .untouched)
    }
    if let key = held.withLock({ $0.libraries[file.library] }) { return (key, nil) }
    var fault: MatterError?
    for _ in 0..<Keyring.mostTries {
      let asked = Asked(path: file.folder, isLibrary: true, fault: fault)
      guard held.withLock(\.mayAsk), let typed = ask(asked) else { break }
      do throws(MatterError) {
        for credential in try Keyring.credentials(typed, at: file.path) {
          guard let opened = file.library.open(with: credential) else { continue }
          held.withLock { $0.libraries[file.library] = opened.key }
          return opened
        }
        fault = MatterError(.wrongPassphrase, path: file.path, kept: .untouched)
      } catch {
        fault = error
      }
    }
    throw fault ?? MatterError(.locked, path: file.path, kept: .untouched)
  }

  /// Holds the key of a library that was made now.
  func hold(_ key: LibraryKey, of library: Library) {
    held.withLock { $0.libraries[library] = key }
  }

  private func open(
    _ lock: Lock, at path: String, _ library: Library?, with typed: Passphrase
  ) throws(MatterError) -> LockKey {
    guard lock.isBearable, library?.lock.isBearable != false else {
      throw MatterError(.lockTooDear, path: path, kept: .untouched)
    }
    for credential in try Keyring.credentials(typed, at: path) {
      if let library, let (key, _) = library.open(with: credential),
        let opened = lock.open(.library(key))
      {
        held.withLock { $0.libraries[library] = key }
        return keep(opened, of: lock)
      }
      if let opened = lock.open(credential) { return keep(opened, of: lock) }
    }
    throw MatterError(.wrongPassphrase, path: path, kept: .untouched)
  }

  /// What a typed text may be: a recovery key where it has its form, and a passphrase.
  private static func credentials(
    _ typed: Passphrase, at path: String
  ) throws(MatterError) -> [Credential] {
    switch RecoveryKey.reading(typed) {
    case .key(let key): [.recovery(key), .passphrase(typed)]
    case .mistyped: throw MatterError(.mistypedRecovery, path: path, kept: .untouched)
    case .none: [.passphrase(typed)]
    }
  }

  private func keep(_ key: LockKey, of lock: Lock) -> LockKey {
    held.withLock { $0.matters[lock.id] = key }
    return key
  }
}
