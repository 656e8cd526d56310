import FoundationEssentials
import GRDB
import Interview
import PlainText

/// An entry as its row stores it.
struct EntryRecord {
  let number: Int
  let payload: [UInt8]
  let payloadHash: Fingerprint?
  let link: Fingerprint?

  static let columns = "SELECT number, payload, payload_hash, link_hash FROM entry"

  /// - Returns: nil where the row has no number or no bytes.
  init?(_ row: Row) {
    guard let number = Int.fromDatabaseValue(row[0]), let payload = row.bytes(1) else {
      return nil
    }
    self.number = number
    self.payload = payload
    payloadHash = row.bytes(2).flatMap(Fingerprint.init(bytes:))
    link = row.bytes(3).flatMap(Fingerprint.init(bytes:))
  }

  /// The entry, where its bytes are those that its hash was taken of.
  func entry() throws(Damage.Fault) -> Entry {
    guard Fingerprint(of: payload) == payloadHash else { throw .altered(entry: number) }
    do {
      return try Payload.entry(number: number, from: payload)
    } catch {
      throw .unreadable(entry: number, error.what)
    }
  }

  /// The entry, where it is whole and its link follows `head`.
  func entry(after head: MatterHead) throws(Damage.Fault) -> Entry {
    guard number == head.number + 1 else { throw .missing(entry: head.number + 1) }
    let entry = try entry()
    guard let payloadHash, link == head.link.link(to: number, payload: payloadHash) else {
      throw .unlinked(entry: number)
    }
    return entry
  }
}

extension Damage.Fault: Error {}

extension Row {
  /// The bytes of a column; nil where it holds something else, as in a damaged file.
  func bytes(_ index: Int) -> [UInt8]? {
    let value: DatabaseValue = self[index]
    if case .blob(let data) = value.storage { return data.withUnsafeBytes { [UInt8]($0) } }
    return nil
  }

  func text(_ index: Int) -> String? {
    let value: DatabaseValue = self[index]
    if case .string(let text) = value.storage { return text }
    return nil
  }
}
