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
  init?(_ row: Row) {
    guard let kind = row.text(0), let name = row.text(1), let title = row.bytes(2),
      let hash = row.bytes(3).flatMap(Fingerprint.init(bytes:)), let stored = row.bytes(4)
    else { return nil }
    self.init(kind: kind, name: name, title: title, hash: hash, stored: stored)
  }

  /// - Parameter stored: its bytes as they lie in the file.
  init(kind: String, name: String, title: [UInt8], hash: Fingerprint, stored: [UInt8]) {
    (self.kind, self.name, self.hash) = (kind, name, hash)
    bytes = kind == EnclosureRecord.pack ? EnclosureRecord.unpacked(stored) : stored
    self.title = String(decoding: title, as: UTF8.self)
  }

  static let pack = "pack"
  static let paper = "paper"

  /// Whether this version knows what it is.
  var isKnown: Bool { kind == EnclosureRecord.pack || kind == EnclosureRecord.paper }

  /// Whether its bytes are those of its hash, and of its name where that is one too.
  var isWhole: Bool {
    Fingerprint(of: bytes) == hash && (kind != EnclosureRecord.paper || name == hash.hexadecimal)
  }

  /// Every one that is a record.
  static func all(in database: Database) throws -> [EnclosureRecord] {
    try Row.fetchAll(database, sql: columns + " ORDER BY kind, name")
      .compactMap(EnclosureRecord.init)
  }

  static func fetch(
    _ kind: String, _ name: String, from database: Database
  ) throws -> EnclosureRecord? {
    try Row.fetchOne(
      database.cachedStatement(sql: columns + " WHERE kind = ? AND name = ?"),
      arguments: [kind, name]
    ).flatMap(EnclosureRecord.init)
  }

  /// Puts it in where nothing lies under its name, in the form that the file's version knows.
  func insert(into database: Database) throws {
    let packs = try kind == EnclosureRecord.pack && Schema.knowsStreams(database)
    let stored = packs ? EnclosureRecord.packed(bytes) : bytes
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO blob (kind, name, title, hash, bytes) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [kind, name, Data(title.utf8), Data(hash.bytes), Data(stored)])
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
