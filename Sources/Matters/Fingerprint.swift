import CSodium
import PlainText

/// A SHA-256.
package struct Fingerprint: Hashable, Sendable {
  /// Four times eight of its bytes, as they lie in memory: a journal is checked by thousands of them.
  private let words: SIMD4<UInt64>

  /// Always 32.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { [UInt8]($0) } }

  /// Of these bytes.
  package init(of content: [UInt8]) {
    var hash = SIMD4<UInt64>.zero
    withUnsafeMutablePointer(to: &hash) { hash in
      hash.withMemoryRebound(to: UInt8.self, capacity: 32) { bytes in
        _ = crypto_hash_sha256(bytes, content, UInt64(content.count))
      }
    }
    words = hash
  }

  /// - Returns: nil where there are not 32.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    words = bytes.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  /// - Returns: nil where it is not 64 lower-case hexadecimal digits.
  package init?(hexadecimal text: String) {
    guard let bytes = [UInt8](hexadecimal: text) else { return nil }
    self.init(bytes: bytes)
  }

  /// Lower-case hexadecimal.
  package var hexadecimal: String { bytes.hexadecimal }

  /// What the first entry follows.
  static let origin = Fingerprint(words: .zero)

  /// The link of an entry: SHA-256 of the link before it, its number (64 bits, big-endian) and the
  /// SHA-256 of its payload. The payload itself does not enter, so it can later be sealed or struck
  /// out while the chain still holds.
  package func link(to number: Int, payload: Fingerprint) -> Fingerprint {
    var content = bytes
    content.reserveCapacity(72)
    for shift in stride(from: 56, through: 0, by: -8) {
      content.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    content.append(contentsOf: payload.bytes)
    return Fingerprint(of: content)
  }

  private init(words: SIMD4<UInt64>) { self.words = words }
}
