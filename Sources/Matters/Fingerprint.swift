import Crypto

/// A SHA-256.
package struct Fingerprint: Hashable, Sendable {
  /// Always 32.
  package let bytes: [UInt8]

  /// Of these bytes.
  package init(of content: [UInt8]) {
    bytes = SHA256.hash(data: content).withUnsafeBytes { [UInt8]($0) }
  }

  /// - Returns: nil where there are not 32.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// - Returns: nil where it is not 64 lower-case hexadecimal digits.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.map { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    let known = digits.compactMap(\.self)
    guard digits.count == 64, known.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { known[$0] << 4 | known[$0 + 1] }
  }

  /// Lower-case hexadecimal.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// What the first entry follows.
  static let origin = Fingerprint(unchecked: [UInt8](repeating: 0, count: 32))

  /// The link of an entry: SHA-256 of the link before it, its number (64 bits, big-endian) and the
  /// SHA-256 of its payload. The payload itself does not enter, so it can later be sealed or struck
  /// out while the chain still holds.
  func link(to number: Int, payload: Fingerprint) -> Fingerprint {
    var content = bytes
    content.reserveCapacity(72)
    for shift in stride(from: 56, through: 0, by: -8) {
      content.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    content.append(contentsOf: payload.bytes)
    return Fingerprint(of: content)
  }

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}
