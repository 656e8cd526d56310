/// What went wrong with a matter file, where, and what is safe all the same. `message` says it in
/// prose.
package struct MatterError: Error, Hashable, Sendable {
  package let kind: Kind
  /// The file that was meant, as it was found; of a symbolic link, what it leads to.
  package let path: String
  package let kept: Kept

  package init(_ kind: Kind, path: String, kept: Kept) {
    self.kind = kind
    self.path = path
    self.kept = kept
  }

  package enum Kind: Hashable, Sendable {
    case notFound
    /// A symbolic link that leads nowhere or in a circle.
    case brokenLink
    /// A file of that name exists, and nothing is ever overwritten.
    case exists
    case isFolder
    /// The folder that should hold it does not exist.
    case noFolder
    /// A pipe, a device or a socket.
    case noPlainFile
    /// In bytes, of the name or of the whole path.
    case nameTooLong(limit: Int)
    case notAMatter(Nature)
    /// Made by a newer version of the program: the number of its format.
    case newerFormat(Int)
    case damaged(Damage)
    case diskFull
    case readOnlyPlace
    case noPermission
    /// Open for writing somewhere else; nil where it cannot be known by whom.
    case openElsewhere(Holder?)
    /// Another process held the file for longer than a save takes.
    case busy
    /// The journal has other entries than the caller expects.
    case headMoved(expected: Int, found: Int)
    case tooLarge(bytes: Int, limit: Int)
    /// The place knows no locks, as some network file systems.
    case noLocks
    /// What stands in the place of its lock file is no lock.
    case lockBlocked
    /// While it was open, the file was moved, removed or replaced, or overwritten with another.
    case movedAway
    /// A save was cut off, and it cannot be rolled back in a place that is read-only.
    case unfinishedSave
    /// What stands in the place of a file that SQLite keeps beside it is no file; its path.
    case journalBlocked(String)
    /// The same as `.unfinishedSave`, of another name of the same file.
    case unfinishedUnder(String)
    /// The file has more than one name (hard links).
    case severalNames
    /// It was opened for reading.
    case openForReading
    /// The caller's entry breaks a rule of the format; which.
    case refused(Refusal)
    /// It is no export of a matter, or not a whole one; what is wrong, and at which byte.
    case notAnExport(String, offset: Int)
    /// It is locked, and nobody gave what opens it.
    case locked
    case wrongPassphrase
    /// What was typed has the form of a recovery key, and a check sign says that it is none.
    case mistypedRecovery
    /// A file from anyone asks for more work than is done for one passphrase.
    case lockTooDear
    case lockRefused(LockFault)
    /// It is to be locked, and is so.
    case isLocked
    /// It is to be unlocked, and is open.
    case isOpen
    /// The system or SQLite failed otherwise: SQLite's extended result code, or 0, and its words.
    case storage(code: Int, String)
  }

  /// What a file is that is no matter.
  package enum Nature: Hashable, Sendable {
    case empty
    case text
    /// An SQLite database of another program.
    case otherDatabase
    /// An export, which `import` reads.
    case export
    case other
  }

  package enum Refusal: Hashable, Sendable {
    /// `when` is not RFC 3339 in UTC to the second.
    case time(String)
    /// An id or a name is empty or has control characters.
    case name(String)
    /// The entry adopts a pack whose sources are neither in the matter nor enclosed.
    case packMissing(String)
    /// The entry leaves the matter without its pack or its journey.
    case closing
  }

  package enum Kept: Hashable, Sendable {
    /// No file was made.
    case nothingMade
    /// The file is as it was.
    case untouched
    /// All entries up to this one are in the file; the one at hand is not.
    case entries(Int)
  }
}
