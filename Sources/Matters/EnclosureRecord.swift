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
  let hash: Fingerprint
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
      let hash = row.bytes(3).flatMap(Fingerprint.init(bytes:)), let bytes = row.bytes(4)
    else { return nil }
    (self.kind, self.name, self.hash, self.bytes) = (kind, name, hash, bytes)
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

  static func fetch(
    _ kind: String, _ name: String, from database: Database
  ) throws -> EnclosureRecord? {
    try Row.fetchOne(
      database.cachedStatement(sql: columns + " WHERE kind = ? AND name = ?"),
      arguments: [kind, name]
    ).flatMap(EnclosureRecord.init)
  }

  func insert(into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO blob (kind, name, title, hash, bytes) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [kind, name, Data(title.utf8), Data(hash.bytes), Data(bytes)])
  }
}
