import FoundationEssentials
import GRDB
import PlainText

/// A row of the blob table of a locked matter. It says that something of about this size lies there.
struct SealedEnclosure {
  /// By a keyed hash of what it is called.
  let name: String
  /// Of `bytes`, so that anybody can tell whether they are whole.
  let hash: Fingerprint
  let bytes: [UInt8]

  /// In the column that says of an open matter's rows what they are.
  static let kind = "sealed"

  /// What an enclosure is, as it stands sealed before its bytes.
  struct Head {
    var kind: String
    var name: String
    var title: String
    var hash: Fingerprint
  }

  /// - Returns: nil where a column holds what it cannot.
  init?(_ row: Row) {
    guard row.text(0) == SealedEnclosure.kind, let name = row.text(1), row.bytes(2) == [],
      let hash = row.bytes(3).flatMap(Fingerprint.init(bytes:)), let bytes = row.bytes(4)
    else { return nil }
    (self.name, self.hash, self.bytes) = (name, hash, bytes)
  }

  init(name: String, hash: Fingerprint, bytes: [UInt8]) {
    (self.name, self.hash, self.bytes) = (name, hash, bytes)
  }

  /// - Parameter stored: its bytes as an open matter would hold them.
  init(_ record: EnclosureRecord, stored: [UInt8], _ sealer: Sealer) {
    name = sealer.name(of: record.kind, record.name)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("kind", record.kind)
      writer.member("name", record.name)
      writer.member("title", record.title)
      writer.member("hash", record.hash.hexadecimal)
    }
    let size = writer.bytes.count
    let plain = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: size >> $0) }
    bytes = sealer.sealEnclosure(plain + writer.bytes + stored, named: name)
    hash = Fingerprint(of: bytes)
  }

  var columns: StatementArguments {
    [SealedEnclosure.kind, name, Data(), Data(hash.bytes), Data(bytes)]
  }

  /// Whether its bytes are those of its hash.
  var isWhole: Bool { Fingerprint(of: bytes) == hash }

  /// - Returns: nil where it was altered, or lies under another's name.
  func opened(_ sealer: Sealer) -> EnclosureRecord? {
    guard isWhole, let plain = sealer.openEnclosure(bytes, named: name),
      let (head, rest) = SealedEnclosure.head(of: plain),
      sealer.name(of: head.kind, head.name) == name
    else { return nil }
    return EnclosureRecord(
      kind: head.kind, name: head.name, title: head.title, hash: head.hash, stored: Array(rest))
  }

  /// What lies in a matter, without reading all of it.
  ///
  /// - Throws: `Damage.Fault` where something was altered.
  static func heads(in database: Database, _ sealer: Sealer) throws -> [Head] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT name, substr(bytes, 1, \(SealedStream.beginning)) FROM blob")
    return try rows.map { row in
      let name = row.text(0) ?? ""
      if let beginning = row.bytes(1),
        let plain = sealer.openBeginning(of: beginning, named: name),
        let (head, _) = head(of: plain)
      {
        return head
      }
      // Its name is longer than the first part.
      let row = try Row.fetchOne(
        database, sql: EnclosureRecord.columns + " WHERE name = ?", arguments: [name])
      guard let record = row.flatMap({ EnclosureRecord($0, sealer) }) else {
        throw Damage.Fault.enclosure(name)
      }
      return Head(kind: record.kind, name: record.name, title: record.title, hash: record.hash)
    }
  }

  private static func head(of plain: [UInt8]) -> (Head, ArraySlice<UInt8>)? {
    guard plain.count >= 4 else { return nil }
    let size = plain.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard plain.count >= 4 + size else { return nil }
    var reader = JSONReader(Array(plain[4..<(4 + size)]))
    guard let head = try? reader.enclosureHead() else { return nil }
    return (head, plain[(4 + size)...])
  }
}

extension JSONReader {
  fileprivate mutating func enclosureHead() throws(JSONFault) -> SealedEnclosure.Head {
    var (kind, name, title, hash): (String?, String?, String?, Fingerprint?)
    try object { (reader, member) throws(JSONFault) in
      switch member {
      case "kind": kind = try reader.string()
      case "name": name = try reader.string()
      case "title": title = try reader.string()
      case "hash": hash = Fingerprint(hexadecimal: try reader.string())
      default: throw reader.fault("a member that this version does not know: \(member)")
      }
    }
    try end()
    guard let kind, let name, let title, let hash else { throw fault("no whole head") }
    return SealedEnclosure.Head(kind: kind, name: name, title: title, hash: hash)
  }
}
