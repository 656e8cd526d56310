import Matters

/// What opens one locked matter, or the library of a folder, and how that is changed. Entries, chain and
/// documents stay as they are.
package final class Passphrases {
  private enum Subject {
    case matter(MatterFile)
    case library(LibraryFile, LibraryKey)
  }

  private var subject: Subject
  /// By which way it came open in this run.
  private let way: Int?

  /// Opens it; somebody is asked for what opens it.
  ///
  /// - Parameter path: a locked matter, or a folder with a library.
  /// - Throws: an `Outcome` where it is neither, or is not opened.
  package init(of path: String, by: String, at place: Workplace) throws {
    if Files.isFolder(path) {
      guard let file = LibraryFile(in: path) else { throw Locking.noLibrary(path) }
      let (key, way) = try Locking.outcome { () throws(MatterError) in
        try place.keys.key(of: file)
      }
      (subject, self.way) = (.library(file, key), way)
      return
    }
    var way: Int?
    let file = try Locking.outcome { () throws(MatterError) in
      try MatterFile.open(at: path, by: MatterSession.holder(by, place)) {
        (lock, path) throws(MatterError) in
        let key = try place.keys.key(of: lock, at: path)
        way = key.way
        return key
      }
    }
    guard file.isLocked else {
      file.close()
      throw Outcome.file("“\(path)” is not locked.", "To lock it: art28 lock MATTER")
    }
    (subject, self.way) = (.matter(file), way)
  }

  package func close() { if case .matter(let file) = subject { file.close() } }

  /// A line for each way to open it.
  package func lines() throws -> [String] {
    try lock().ways.map { one in
      let kind =
        switch one.kind {
        case .passphrase: "passphrase"
        case .recovery: "recovery key"
        case .library: "library"
        }
      return "\(one.number)  \(kind)" + (one.number == way ? ", used now" : "")
    }
  }

  /// Puts a passphrase into the place of the one that was used; where a recovery key or a library was,
  /// it is added.
  ///
  /// - Returns: whether it took another's place.
  package func change(to passphrase: Passphrase) throws -> Bool {
    let used = try lock().ways.first { $0.number == way && $0.kind == .passphrase }?.number
    try edit { (lock, key) throws(LockFault) in
      try lock.add(.passphrase(passphrase), protecting: key, at: used)
    }
    return used != nil
  }

  package func add(_ passphrase: Passphrase) throws {
    try edit { (lock, key) throws(LockFault) in
      try lock.add(.passphrase(passphrase), protecting: key)
    }
  }

  /// - Parameter number: of the way, as `lines` names it.
  package func remove(_ number: Int) throws {
    try edit { (lock, _) throws(LockFault) in try lock.remove(number) }
  }

  /// Makes a new recovery key; the one before opens nothing any more.
  package func renewRecovery() throws -> RecoveryKey {
    guard case .matter = subject else {
      throw Outcome.usage(
        "The recovery key of a library stands in each of its matters, and is made once.",
        "Name a matter: it gets a recovery key of its own.")
    }
    let recovery = RecoveryKey()
    try edit { (lock, key) throws(LockFault) in
      lock.removeRecovery()
      try lock.add(.recovery(recovery), protecting: key)
    }
    return recovery
  }

  private func lock() throws -> Lock {
    switch subject {
    case .library(let file, _): return file.library.lock
    case .matter(let file):
      guard let lock = try Locking.outcome({ () throws(MatterError) in try file.lock() }) else {
        throw Outcome.file("“\(file.path)” is not locked.")
      }
      return lock
    }
  }

  private func edit(_ change: (inout Lock, SecretBytes) throws(LockFault) -> Void) throws {
    switch subject {
    case .matter(let file):
      try Locking.outcome { () throws(MatterError) in try file.changeLock(change) }
    case .library(var file, let key):
      try Locking.told { () throws(LockFault) in try file.library.change(key, change) }
      try file.write()
      subject = .library(file, key)
    }
  }
}
