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
  /// Packs as they lie in the file, for the time when it can't be read any more.
  let packsAtHand = Mutex<[EnclosureRecord]>([])

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

  /// All entries summed up: as of opening, and after each own entry. See `reload()`. Where the
  /// opening of the matter was undone (see `isClosed`), it stands here all the same.
  package var sheet: AnswerSheet { standing.withLock(\.sheet.reopened) }

  /// Whether the journal adds up to a matter without a pack; `reopen` mends that.
  package var isClosed: Bool { standing.withLock(\.sheet.isClosed) }

  /// The last entry that `sheet` counts.
  package var head: MatterHead { standing.withLock(\.head) }

  /// Whether the file at its path is still the one that was opened.
  var isInPlace: Bool { identity != nil && place.identity == identity }

  /// Others may open a file at this path: there is none any more, or another one.
  func releaseMark() { mark?.release() }

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
    let head = head
    let fresh = try perform { database in
      guard try self.holds(head, in: database) else {
        throw MatterError(.movedAway, path: self.path, kept: .entries(head.number))
      }
      return try MatterFile.replay(database, path: self.path)
    }
    standing.withLock { $0 = fresh }
    return sheet
  }

  /// Names the pack and the journey of a closed matter again. The entry is on disk when this returns;
  /// nil where nothing is to be mended.
  ///
  /// - Throws: as `append`.
  @discardableResult
  package func reopen(when: String, by: String, why: String) throws(MatterError) -> Entry? {
    let closed = standing.withLock(\.sheet)
    guard closed.isClosed else { return nil }
    let (changes, reverses) = closed.reopening(after: try entries())
    let entry = Entry(
      number: closed.head + 1, when: when, by: by, why: why, changes: changes, reverses: reverses)
    try append(entry)
    return entry
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
    guard isInPlace else { throw MatterError(.movedAway, path: path, kept: kept) }
    try perform(kept: kept) { database in
      var after = self.standing.withLock(\.self)
      try database.inTransaction(.immediate) {
        guard try self.holds(after.head, in: database) else {
          throw MatterError(.movedAway, path: self.path, kept: kept)
        }
        try body(database, &after)
        return .commit
      }
      self.standing.withLock { $0 = after }
    }
  }

  /// Whether the journal that lies in the file now has this head, or had it: a file can be
  /// overwritten with another matter and stay the same file.
  func holds(_ head: MatterHead, in database: Database) throws -> Bool {
    guard head.number > 0 else { return true }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT link_hash FROM entry WHERE number = ?"),
      arguments: [head.number])
    return row?.bytes(0) == head.link.bytes
  }
}
