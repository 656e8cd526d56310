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

  /// What the row says: the payload of the entry, and the link of the chain there; of a locked matter,
  /// the link that it would have open.
  struct Content {
    let payload: [UInt8]
    let link: Fingerprint?
  }

  /// - Returns: nil where it is sealed, and not for this place or with this key.
  func content(_ sealer: Sealer?) -> Content? {
    guard let sealer else { return Content(payload: payload, link: link) }
    return sealer.openEntry(payload, number: number).map {
      Content(payload: $0.payload, link: $0.link)
    }
  }

  /// Whether it follows, as far as can be said without reading it.
  ///
  /// - Parameter stored: the link before it; nil where that is not known.
  func check(after stored: Fingerprint?) throws(Damage.Fault) {
    guard let payloadHash, Fingerprint(of: payload) == payloadHash else {
      throw .altered(entry: number)
    }
    guard let stored else { return }
    guard link == stored.link(to: number, payload: payloadHash) else {
      throw .unlinked(entry: number)
    }
  }

  /// The entry, where its bytes are those that its hash was taken of.
  func entry(_ sealer: Sealer?) throws(Damage.Fault) -> Entry {
    try entry(in: try wholeContent(sealer))
  }

  /// The entry, where it is whole and follows, and the chain up to it.
  func entry(
    after chain: Chain, _ sealer: Sealer?
  ) throws(Damage.Fault) -> (entry: Entry, chain: Chain) {
    guard number == chain.head.number + 1 else { throw .missing(entry: chain.head.number + 1) }
    let content = try wholeContent(sealer)
    let entry = try entry(in: content)
    guard let payloadHash, link == chain.stored.link(to: number, payload: payloadHash) else {
      throw .unlinked(entry: number)
    }
    guard let link, sealer != nil else {
      return (entry, Chain(number: number, link: link ?? chain.stored))
    }
    let own = chain.head.link.link(to: number, payload: Fingerprint(of: content.payload))
    guard content.link == own else { throw .unlinked(entry: number) }
    return (entry, Chain(head: MatterHead(number: number, link: own), stored: link))
  }

  private func wholeContent(_ sealer: Sealer?) throws(Damage.Fault) -> Content {
    guard Fingerprint(of: payload) == payloadHash, let content = content(sealer) else {
      throw .altered(entry: number)
    }
    return content
  }

  private func entry(in content: Content) throws(Damage.Fault) -> Entry {
    do {
      return try Payload.entry(number: number, from: content.payload)
    } catch {
      throw .unreadable(entry: number, error.what)
    }
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
