import CSodium
@_spi(_Unicode) import Swift

/// What a person types to open a locked matter: any text that is not empty.
///
/// It counts in normalisation form C, so that “é” is the same from every keyboard and from every
/// clipboard; that form is the same in every version of Unicode. Nothing else is changed: spaces and
/// capital letters count.
package struct Passphrase: Sendable {
  /// UTF-8.
  let bytes: SecretBytes
  /// Whether whoever has the file could find it by trying.
  package let isWeak: Bool

  /// In bytes, as it is typed.
  package static let longest = 65_536

  /// - Parameter typed: UTF-8; it is overwritten with zeros.
  /// - Returns: nil where there is nothing, too much, or no text.
  package init?(_ typed: inout [UInt8]) {
    defer { typed.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) } }
    guard !typed.isEmpty, typed.count <= Passphrase.longest else { return nil }
    // A text of the standard library leaves copies in memory, so it is made only where it must be.
    if typed.allSatisfy({ $0 < 0x80 }) {
      isWeak = Passphrase.isWeak(typed.count, distinct: Set(typed).count)
      bytes = SecretBytes(typed)
      return
    }
    guard let text = String(validating: typed, as: UTF8.self) else { return nil }
    var composed: [UInt8] = []
    // No text grows more (Unicode's stability policy), so that no copy is left elsewhere.
    composed.reserveCapacity(3 * typed.count)
    for scalar in text._nfc { composed.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    isWeak = Passphrase.isWeak(text.count, distinct: Set(text).count)
    bytes = SecretBytes(composed)
    composed.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }

  /// Of a text that is in memory anyway.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)
    self.init(&bytes)
  }

  private static func isWeak(_ count: Int, distinct: Int) -> Bool { count < 12 || distinct < 6 }

  /// Whether two are the same.
  package func isSame(as other: Passphrase) -> Bool {
    guard bytes.count == other.bytes.count else { return false }
    return bytes.withBytes { own in
      other.bytes.withBytes { sodium_memcmp(own, $0, bytes.count) == 0 }
    }
  }
}
