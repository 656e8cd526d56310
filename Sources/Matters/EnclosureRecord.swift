import Compression
import FoundationEssentials
import GRDB
import PlainText

/// A row of the blob table.
struct EnclosureRecord: Equatable {
  let kind: String
  /// A pack's own hash; a paper's SHA-256.
  let name: String
  /// A paper's name.
  let title: String
  /// Of `bytes`.
  let hash: Fingerprint
  /// As they were handed in; the sources of a pack lie in the file as a zlib stream.
  let bytes: [UInt8]

  static let columns = "SELECT kind, name, title, hash, bytes FROM blob"

  init(_ enclosure: Enclosure) {
    switch enclosure {
    case .pack(let sources):
      (kind, name, title) = (EnclosureRecord.pack, sources.hash, "")
      bytes = Archive.bytes(of: sources)
      hash = Fingerprint(of: bytes)
    case .paper(let paper):
      hash = paper.fingerprint
      (kind, name, title, bytes) = (
        EnclosureRecord.paper, hash.hexadecimal, paper.name, paper.bytes
      )
    }
  }

  /// - Returns: nil where a column holds what it cannot.
  private init?(_ row: Row) {
    guard let kind = row.text(0), let name = row.text(1), let title = row.bytes(2),
      let hash = row.bytes(3).flatMap(Fingerprint.init(bytes:)), let stored = row.bytes(4)
    else { return nil }
    self.init(
      kind: kind, name: name, title: String(decoding: title, as: UTF8.self), hash: hash,
      stored: stored)
  }

  /// - Returns: nil where a column holds what it cannot, or what is sealed was altered.
  init?(_ row: Row, _ sealer: Sealer?) {
    guard let sealer else {
      self.init(row)
      return
    }
    guard let sealed = SealedEnclosure(row), let record = sealed.opened(sealer) else { return nil }
    self = record
  }

  /// - Parameter stored: its bytes as they lie in an open file.
  init(kind: String, name: String, title: String, hash: Fingerprint, stored: [UInt8]) {
    (self.kind, self.name, self.title, self.hash) = (kind, name, title, hash)
    bytes = kind == EnclosureRecord.pack ? EnclosureRecord.unpacked(stored) : stored
  }

  static let pack = "pack"
  static let paper = "paper"

  /// Whether this version knows what it is.
  var isKnown: Bool { kind == EnclosureRecord.pack || kind == EnclosureRecord.paper }

  /// Whether its bytes are those of its hash, and of its name where that is one too.
  var isWhole: Bool {
    Fingerprint(of: bytes) == hash && (kind != EnclosureRecord.paper || name == hash.hexadecimal)
  }

  /// Hands over every row, in the order of their kinds and names, with the name it has in the file.
  static func each<T>(
    in database: Database, _ sealer: Sealer?,
    _ body: (_ name: String, EnclosureRecord?) throws -> T
  ) throws -> [T] {
    var found: [(record: EnclosureRecord?, made: T)] = []
    let rows = try Row.fetchCursor(database, sql: columns + " ORDER BY kind, name")
    while let row = try rows.next() {
      let record = EnclosureRecord(row, sealer)
      found.append((record, try body(record?.name ?? row.text(1) ?? "", record)))
    }
    guard sealer != nil else { return found.map(\.made) }
    return found.sorted {
      ($0.record?.place ?? []).lexicographicallyPrecedes($1.record?.place ?? [])
    }
    .map(\.made)
  }

  /// By which SQLite orders them.
  private var place: [UInt8] { Array("\(kind)\u{0}\(name)".utf8) }

  /// Every one that is a record.
  static func all(in database: Database, _ sealer: Sealer?) throws -> [EnclosureRecord] {
    try each(in: database, sealer) { $1 }.compactMap(\.self)
  }

  static func fetch(
    _ kind: String, _ name: String, from database: Database, _ sealer: Sealer?
  ) throws -> EnclosureRecord? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: columns + " WHERE kind = ? AND name = ?"),
        arguments: address(kind, name, sealer))
    else { return nil }
    if let record = EnclosureRecord(row, sealer) { return record }
    // Something lies there, and it is not that.
    guard sealer == nil else { throw Damage.Fault.enclosure(name) }
    return nil
  }

  /// Whether something lies under this name.
  static func holds(
    _ kind: String, _ name: String, in database: Database, _ sealer: Sealer?
  ) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM blob WHERE kind = ? AND name = ?)"),
      arguments: address(kind, name, sealer)) == true
  }

  /// The names of all of a kind, sorted.
  static func names(
    of kind: String, in database: Database, _ sealer: Sealer?
  ) throws -> [String] {
    guard let sealer else {
      return try Row.fetchAll(
        database, sql: "SELECT name FROM blob WHERE kind = ? ORDER BY name", arguments: [kind]
      ).compactMap { $0.text(0) }
    }
    return try SealedEnclosure.heads(in: database, sealer).filter { $0.kind == kind }
      .map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func address(
    _ kind: String, _ name: String, _ sealer: Sealer?
  ) -> StatementArguments {
    sealer.map { [SealedEnclosure.kind, $0.name(of: kind, name)] } ?? [kind, name]
  }

  /// Puts it in where nothing lies under its name, in the form that the file's version knows.
  func insert(into database: Database, _ sealer: Sealer?) throws {
    let packs = try kind == EnclosureRecord.pack && Schema.knowsStreams(database)
    let stored = packs ? EnclosureRecord.packed(bytes) : bytes
    let arguments: StatementArguments
    if let sealer {
      // What lies there is not sealed anew for nothing.
      if try EnclosureRecord.holds(kind, name, in: database, sealer) { return }
      arguments = SealedEnclosure(self, stored: stored, sealer).columns
    } else {
      arguments = [kind, name, Data(title.utf8), Data(hash.bytes), Data(stored)]
    }
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO blob (kind, name, title, hash, bytes) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: arguments)
  }

  /// The first byte of every zlib stream that zlib writes; canonical JSON begins with a bracket.
  private static let streamMark: UInt8 = 0x78

  /// As a zlib stream, where that is shorter.
  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    guard let stream = Deflate.packed(bytes, as: .zlib), stream.count < bytes.count else {
      return bytes
    }
    return stream
  }

  /// What a stream holds; as they are, bytes that are none, which their hash then tells.
  private static func unpacked(_ stored: [UInt8]) -> [UInt8] {
    guard stored.first == streamMark else { return stored }
    return Deflate.unpacked(stored, as: .zlib, atMost: MatterFile.largestEnclosure) ?? stored
  }
}
