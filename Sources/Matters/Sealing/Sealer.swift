import CSodium
import PlainText

/// Turns what a matter says into what its file holds, and back. It knows bytes and what they are
/// bound to, and no tables: where the bytes lie is others' business.
final class Sealer: Sendable {
  /// The matter's: 16 random bytes that stand in everything that is sealed.
  let matter: [UInt8]
  /// From which all others follow.
  let key: SecretBytes
  private let entries: SecretBytes
  private let enclosures: SecretBytes
  private let names: SecretBytes
  private let beside: SecretBytes

  /// - Parameters:
  ///   - matter: its id, 16 bytes.
  ///   - key: its key, 32 bytes.
  init(matter: [UInt8], key: SecretBytes) {
    self.matter = matter
    self.key = key
    (entries, enclosures) = (key.subkey(1), key.subkey(2))
    (names, beside) = (key.subkey(3), key.subkey(4))
  }

  // MARK: Entries

  /// An entry's payload, with the link that the chain of an open matter has there.
  func seal(_ payload: [UInt8], link: Fingerprint, entry number: Int) -> [UInt8] {
    var plain = link.bytes
    plain.reserveCapacity(32 + payload.count + 512)
    plain += payload
    Padding.pad(&plain)
    return Sealed.bytes(of: plain, key: entries, bound: bound(1, Sealer.bytes(of: number)))
  }

  /// - Returns: nil where it was altered, or is another entry's or another matter's.
  func openEntry(_ sealed: [UInt8], number: Int) -> (payload: [UInt8], link: Fingerprint)? {
    guard
      var plain = Sealed.opened(sealed, key: entries, bound: bound(1, Sealer.bytes(of: number))),
      Padding.unpad(&plain), plain.count >= 32,
      let link = Fingerprint(bytes: Array(plain.prefix(32)))
    else { return nil }
    plain.removeFirst(32)
    return (plain, link)
  }

  // MARK: What lies beside the journal

  func sealBeside(_ plain: [UInt8]) -> [UInt8] {
    var plain = plain
    Padding.pad(&plain)
    return Sealed.bytes(of: plain, key: beside, bound: bound(4, []))
  }

  func openBeside(_ sealed: [UInt8]) -> [UInt8]? {
    guard var plain = Sealed.opened(sealed, key: beside, bound: bound(4, [])),
      Padding.unpad(&plain)
    else { return nil }
    return plain
  }

  // MARK: Enclosures

  /// Under which name something lies: the same for the same, and it says nothing.
  func name(of kind: String, _ name: String) -> String {
    names.derived(Array("\(kind)\u{0}\(name)".utf8)).bytes.hexadecimal
  }

  /// As a stream, in parts of 64 KiB.
  func sealEnclosure(_ plain: [UInt8], named name: String) -> [UInt8] {
    var plain = plain
    Padding.pad(&plain)
    return SealedStream.bytes(of: plain, key: enclosures, bound: bound(2, Array(name.utf8)))
  }

  func openEnclosure(_ sealed: [UInt8], named name: String) -> [UInt8]? {
    guard
      var plain = SealedStream.opened(
        sealed, key: enclosures, bound: bound(2, Array(name.utf8)), isWhole: true),
      Padding.unpad(&plain)
    else { return nil }
    return plain
  }

  /// What the first part says, where the rest was not fetched; with its padding where it is all.
  func openBeginning(of sealed: [UInt8], named name: String) -> [UInt8]? {
    SealedStream.opened(
      sealed, key: enclosures, bound: bound(2, Array(name.utf8)), isWhole: false)
  }

  private func bound(_ purpose: UInt8, _ place: [UInt8]) -> [UInt8] { matter + [purpose] + place }

  /// 64 bits, big-endian.
  private static func bytes(of number: Int) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
