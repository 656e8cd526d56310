import Interview
import Matters

/// Locks matters, opens them for good, and makes libraries of folders.
package struct Locking {
  private let by: String
  private let place: Workplace

  package init(by: String, at place: Workplace) { (self.by, self.place) = (by, place) }

  /// What opens a matter that is to be locked.
  package enum Means {
    /// A passphrase of its own, and a recovery key that is printed.
    case own(Passphrase)
    /// The library of its folder, or of one above.
    case library(String)
  }

  /// What came of locking.
  package struct Made {
    package let lock: NewLock
    /// To be printed, once; nil where the library has one.
    package let recovery: RecoveryKey?
  }

  /// What is said wherever a plain file was given up.
  package static let whatStays =
    "The plain file is gone from its folder. What a disk keeps of deleted files, a backup, a snapshot, "
    + "or a copy that was sent or synchronised may still hold it."

  /// What is said of a passphrase that is weak.
  package static let weakness =
    "This passphrase is weak: whoever gets the file can find it by trying."

  /// The folder whose library would open a matter at this path; nil where there is none.
  package static func library(around matter: String) -> String? {
    LibraryFile.around(matter).first?.folder
  }

  /// The same of this folder alone.
  package static func library(in folder: String) -> String? { LibraryFile(in: folder)?.folder }

  /// What the file of a library's key is called.
  package static let libraryName = LibraryFile.name

  /// A lock for a matter that is made or locked now. It takes some tenths of a second.
  ///
  /// - Throws: an `Outcome` where a library is not opened, or there is not enough memory.
  package func lock(_ means: Means) throws -> Made {
    switch means {
    case .own(let passphrase):
      let recovery = RecoveryKey()
      return Made(
        lock: try Self.told { () throws(LockFault) in
          try NewLock(opening: [.passphrase(passphrase), .recovery(recovery)])
        }, recovery: recovery)
    case .library(let folder):
      guard let file = LibraryFile(in: folder) else { throw Self.noLibrary(folder) }
      let key = try Self.outcome { () throws(MatterError) in try place.keys.key(of: file).key }
      return Made(
        lock: try Self.told { () throws(LockFault) in
          try NewLock(opening: file.library.ways(key))
        }, recovery: nil)
    }
  }

  /// Whether a matter is locked.
  ///
  /// - Throws: an `Outcome` where it is none.
  package static func isLocked(_ matter: String) throws -> Bool {
    try outcome { () throws(MatterError) in try MatterFile.lock(at: matter) } != nil
  }

  /// Puts a locked matter into the place of an open one, or at another path.
  ///
  /// - Throws: an `Outcome`; the open one is then as before.
  package func lock(_ matter: String, _ made: Made, to other: String?) throws {
    try Self.outcome { () throws(MatterError) in
      try MatterFile.rewrite(
        at: matter, by: MatterSession.holder(by, place), locked: made.lock, to: other,
        keys: place.keys.key)
    }
  }

  /// Puts an open matter into the place of a locked one, or at another path.
  ///
  /// - Throws: an `Outcome`; the locked one is then as before.
  package func unlock(_ matter: String, to other: String?) throws {
    try Self.outcome { () throws(MatterError) in
      try MatterFile.rewrite(
        at: matter, by: MatterSession.holder(by, place), locked: nil, to: other,
        keys: place.keys.key)
    }
  }

  /// Makes a folder a library.
  ///
  /// - Returns: the recovery key of all its matters, to be printed once.
  /// - Throws: an `Outcome` where it is one already, or its file cannot be written.
  package func makeLibrary(_ folder: String, _ passphrase: Passphrase) throws -> RecoveryKey {
    let path = LibraryFile.path(in: folder)
    guard !Files.exists(path) else {
      throw Outcome.file("“\(path)” is there already; a key is never overwritten.")
    }
    let (library, key, recovery) = try Self.told { () throws(LockFault) in
      try Library.make(passphrase)
    }
    try LibraryFile(folder: folder, library: library).write()
    place.keys.hold(key, of: library)
    return recovery
  }

  static func noLibrary(_ folder: String) -> Outcome {
    Outcome.file(
      "“\(folder)” is no library: there is no \(LibraryFile.name) in it that can be read.",
      "To make it one: art28 lock FOLDER")
  }

  static func outcome<T>(_ body: () throws(MatterError) -> T) throws -> T {
    do throws(MatterError) { return try body() } catch { throw Outcome(error) }
  }

  static func told<T>(_ body: () throws(LockFault) -> T) throws -> T {
    do throws(LockFault) { return try body() } catch { throw Outcome.file(error.message) }
  }
}
