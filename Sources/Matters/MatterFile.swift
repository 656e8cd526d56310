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

  let place: MatterPath
  private let queue: DatabaseQueue
  private let identity: FileIdentity?
  private let mark: WritingMark?
  /// What a locked matter is sealed with; nil of an open one.
  let sealer: Sealer?
  private let standing: Mutex<Standing>
  private let heldPacks = Mutex<[EnclosureRecord]>([])
  /// The standing to which `rollBack` leads; nil where nothing is held together.
  private let standingBefore = Mutex<Standing?>(nil)

  init(
    place: MatterPath, access: Access, queue: DatabaseQueue, mark: WritingMark?,
    sealer: Sealer?, standing: Standing
  ) {
    path = place.path
    self.place = place
    self.access = access
    self.queue = queue
    self.mark = mark
    self.sealer = sealer
    identity = place.identity
    self.standing = Mutex(standing)
  }

  deinit { close() }

  /// All entries summed up: as of opening, and after each own entry. See `reload()`. Where the
  /// opening of the matter was undone (see `isClosed`), it stands here all the same.
  package var sheet: AnswerSheet { standing.withLock(\.sheet.reopened) }

  /// Whether the journal adds up to a matter without a pack; `reopen` mends that.
  package var isClosed: Bool { standing.withLock(\.sheet.isClosed) }

  /// The sheet without the mending.
  var closedSheet: AnswerSheet { standing.withLock(\.sheet) }

  /// The last entry that `sheet` counts.
  package var head: MatterHead { standing.withLock(\.head) }

  /// The same, with the link as the file has it.
  var storedHead: MatterHead { standing.withLock(\.chain.storedHead) }

  /// What opens a locked matter, as it was read or written last; nil of an open one.
  var heldLock: Lock? { standing.withLock(\.beside?.lock) }

  /// Whether it is locked on the disk.
  package var isLocked: Bool { sealer != nil }

  /// Whether the file at its path is still the one that was opened.
  var isInPlace: Bool { identity != nil && place.identity == identity }

  /// Others may open a file at this path: there is none any more, or another one.
  func releaseMark() { mark?.release() }

  /// Packs as they lay in the file, for the time when it can't be read any more.
  var packsAtHand: [EnclosureRecord] {
    get { heldPacks.withLock(\.self) }
    set { heldPacks.withLock { $0 = newValue } }
  }

  /// The entries as they were read on opening; none the second time.
  func handOverEntries() -> [Entry] {
    standing.withLock { standing in
      defer { standing.entries = [] }
      return standing.entries
    }
  }

  /// Nothing is pending: what was accepted is on disk. Others may write from here on. It can be
  /// called twice; every other call throws afterwards.
  package func close() {
    closeConnection()
    mark?.release()
  }

  /// Leaves the file to itself, and the mark where it is.
  func closeConnection() { try? queue.close() }

  /// Reads what others have added since.
  ///
  /// - Throws: `.damaged`, `.busy`, `.movedAway`, `.storage`.
  @discardableResult
  package func reload() throws(MatterError) -> AnswerSheet {
    let head = storedHead
    let fresh = try perform { database in
      guard try self.holds(head, in: database) else {
        throw MatterError(.movedAway, path: self.path, kept: .entries(head.number))
      }
      return try Standing(of: database, self.sealer, path: self.path)
    }
    standing.withLock { $0 = fresh }
    return sheet
  }

  /// Reads on the connection, all of it as of one moment: rows of a locked matter belong together.
  ///
  /// - Throws: what `body` throws, as a `MatterError`.
  func perform<T>(_ body: (Database) throws -> T) throws(MatterError) -> T {
    try run(kept: .untouched) { database in try database.atOneMoment { try body(database) } }
  }

  private func run<T>(
    kept: MatterError.Kept, _ body: (Database) throws -> T
  ) throws(MatterError) -> T {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch let fault as Damage.Fault {
      throw damaged(fault, whole: head.number)
    } catch {
      throw MatterError(error, path: path, kept: kept)
    }
  }

  /// Runs `body` in a transaction that starts out as a writer, and puts down its new standing when
  /// the disk has it. Where anything fails, the file is as before.
  ///
  /// - Parameters:
  ///   - stands: says whether the file has it all already; then nothing is written, and not even its
  ///     time of change is another.
  ///   - isNew: whether there is no table yet.
  /// - Throws: `.openForReading` or why it is, `.movedAway`, `.diskFull`, `.busy`, what `body`
  ///   throws, …
  func write(
    unless stands: ((Database) throws -> Bool)? = nil, isNew: Bool = false,
    _ body: (inout MatterTransaction) throws -> Void
  ) throws(MatterError) {
    let kept = MatterError.Kept.entries(head.number)
    if let obstacle = access.obstacle { throw MatterError(obstacle, path: path, kept: kept) }
    guard isInPlace else { throw MatterError(.movedAway, path: path, kept: kept) }
    try run(kept: kept) { database in
      let before = self.standing.withLock(\.self)
      var transaction = MatterTransaction(
        database, before, self.sealer, path: self.path, kept: kept)
      func expectThisMatter() throws {
        guard try self.holds(before.chain.storedHead, in: database) else {
          throw MatterError(.movedAway, path: self.path, kept: kept)
        }
      }
      if let stands {
        let isThere = try database.atOneMoment {
          try expectThisMatter()
          return try stands(database)
        }
        if isThere { return }
      }
      func add() throws -> Database.TransactionCompletion {
        try expectThisMatter()
        if !isNew { try transaction.begin() }
        try body(&transaction)
        try transaction.finish()
        return .commit
      }
      if database.isInsideTransaction {
        try database.inSavepoint(add)
      } else {
        try database.inTransaction(.immediate, add)
      }
      self.standing.withLock { $0 = transaction.standing }
    }
  }

  // MARK: Several acts as one

  /// What is added from here on is on disk together, at `commit`, or not at all. Others read meanwhile
  /// what stood before, and cannot write.
  ///
  /// - Throws: `.openForReading`, `.busy`, `.movedAway`, `.storage`.
  package func begin() throws(MatterError) {
    let before = standing.withLock(\.self)
    let kept = MatterError.Kept.entries(before.head.number)
    if let obstacle = access.obstacle { throw MatterError(obstacle, path: path, kept: kept) }
    try run(kept: kept) { try $0.beginTransaction(.immediate) }
    standingBefore.withLock { $0 = before }
  }

  /// - Throws: as `append`; then it is rolled back.
  package func commit() throws(MatterError) {
    let number = standingBefore.withLock { $0?.head.number } ?? head.number
    do {
      try run(kept: .entries(number)) { try $0.commit() }
      standingBefore.withLock { $0 = nil }
    } catch {
      rollBack()
      throw error
    }
  }

  /// Forgets all that was added since `begin`; nothing where that is over.
  package func rollBack() {
    guard let before = standingBefore.withLock({ $0.take() }) else { return }
    standing.withLock { $0 = before }
    try? run(kept: .untouched) { if $0.isInsideTransaction { try $0.rollback() } }
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
