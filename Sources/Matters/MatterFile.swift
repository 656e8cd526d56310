import GRDB
import Interview
import Synchronization

/// An open matter: the only reader and writer of a `.art28` file. `Documentation/MatterFile.md`
/// describes the file.
///
/// Every call is synchronous, and one that writes returns when the disk has it. Calls may come from
/// any thread; they are run one after the other.
package final class MatterFile: Sendable {
  /// Absolute, with symbolic links resolved.
  package let path: String
  package let access: Access

  let place: Place
  let queue: DatabaseQueue
  private let identity: FileIdentity?
  private let mark: WritingMark?
  private let standing: Mutex<Standing>

  /// What the journal adds up to, as far as this process has seen it.
  struct Standing {
    var sheet = AnswerSheet()
    var head = MatterHead.start
    /// The entries as they were read on opening, until somebody has asked for them.
    var entries: [Entry] = []
  }

  init(
    place: Place, access: Access, queue: DatabaseQueue, mark: WritingMark?, standing: Standing
  ) {
    path = place.path
    self.place = place
    self.access = access
    self.queue = queue
    self.mark = mark
    identity = place.identity
    self.standing = Mutex(standing)
  }

  deinit { close() }

  /// All entries summed up: as of opening, and after each own entry. See `reload()`.
  package var sheet: AnswerSheet { standing.withLock(\.sheet) }

  /// The last entry that `sheet` counts.
  package var head: MatterHead { standing.withLock(\.head) }

  func handOverEntries() -> [Entry] {
    standing.withLock { standing in
      defer { standing.entries = [] }
      return standing.entries
    }
  }

  /// Nothing is pending: what was accepted is on disk. Others may write from here on. It can be
  /// called twice; every other call throws afterwards.
  package func close() {
    try? queue.close()
    mark?.release()
  }

  /// Reads what others have added since.
  ///
  /// - Throws: `.damaged`, `.busy`, `.movedAway`, `.storage`.
  @discardableResult
  package func reload() throws(MatterError) -> AnswerSheet {
    let fresh = try perform { database in try MatterFile.replay(database, path: self.path) }
    standing.withLock { $0 = fresh }
    return fresh.sheet
  }

  func perform<T>(
    kept: MatterError.Kept = .untouched, _ body: (Database) throws -> T
  ) throws(MatterError) -> T {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      throw MatterError(error, path: path, kept: kept)
    }
  }

  /// Runs `body` in a transaction that starts out as a writer, and puts down its new standing when
  /// the disk has it. Where anything fails, the file is as before.
  ///
  /// - Throws: `.openForReading`, `.movedAway`, `.diskFull`, `.busy`, what `body` throws, …
  func write(_ body: (Database, inout Standing) throws -> Void) throws(MatterError) {
    let kept = MatterError.Kept.entries(head.number)
    guard access.canWrite else { throw MatterError(.openForReading, path: path, kept: kept) }
    guard let identity, place.identity == identity else {
      throw MatterError(.movedAway, path: path, kept: kept)
    }
    try perform(kept: kept) { database in
      var after = self.standing.withLock(\.self)
      try database.inTransaction(.immediate) {
        try body(database, &after)
        return .commit
      }
      self.standing.withLock { $0 = after }
    }
  }
}
