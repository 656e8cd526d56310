import CSodium

/// A key of 256 random bits that is printed once and kept on paper, for the day when nobody knows the
/// passphrase any more. As it cannot be guessed, it is not derived.
package struct RecoveryKey: Sendable {
  let bytes: SecretBytes

  /// A new one.
  package init() { bytes = SecretBytes(random: 32) }

  init(_ bytes: SecretBytes) { self.bytes = bytes }

  /// What a typed text is.
  package enum Reading: Sendable {
    case key(RecoveryKey)
    /// It has the form, and its check signs say that something in it is wrong.
    case mistyped
    case none
  }

  /// Digits and capital letters that are not mistaken for one another (Crockford's base 32).
  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  /// 256 bits are 51.2 signs; the 24 bits that follow are the check.
  private static let count = 56

  /// Fourteen groups of four signs; the last 24 bits are the beginning of the SHA-256 of the others.
  package var words: String {
    var content = bytes.bytes
    content += Self.check(bytes)
    defer { content.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) } }
    var (letters, store, held): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for byte in content {
      store = store << 8 | UInt32(byte)
      held += 8
      while held >= 5 {
        held -= 5
        if !letters.isEmpty, letters.count % 5 == 4 { letters.append(UInt8(ascii: "-")) }
        letters.append(Self.signs[Int(store >> held & 31)])
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Reads one that was typed where a passphrase is asked for: groups, spaces and small letters do not
  /// matter, O is 0, I and L are 1.
  package static func reading(_ typed: Passphrase) -> Reading {
    typed.bytes.withBytes { bytes in
      var values: [UInt32] = []
      values.reserveCapacity(count)
      defer { values.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) } }
      for byte in UnsafeBufferPointer(start: bytes, count: typed.bytes.count)
      where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
        guard let value = value(of: byte), values.count < count else { return .none }
        values.append(value)
      }
      guard values.count == count else { return .none }
      var typedCheck: [UInt8] = []
      let key = SecretBytes(count: 32) { out in
        var (place, store, held): (Int, UInt32, UInt32) = (0, 0, 0)
        for value in values {
          store = store << 5 | value
          held += 5
          guard held >= 8 else { continue }
          held -= 8
          let byte = UInt8(truncatingIfNeeded: store >> held)
          if place < 32 { out[place] = byte } else { typedCheck.append(byte) }
          place += 1
        }
      }
      return typedCheck == check(key) ? .key(RecoveryKey(key)) : .mistyped
    }
  }

  private static func check(_ key: SecretBytes) -> [UInt8] {
    let purpose = Array("art28 recovery".utf8)
    var (state, hash) = (crypto_hash_sha256_state(), [UInt8](repeating: 0, count: 32))
    crypto_hash_sha256_init(&state)
    crypto_hash_sha256_update(&state, purpose, UInt64(purpose.count))
    _ = key.withBytes { crypto_hash_sha256_update(&state, $0, UInt64(key.count)) }
    crypto_hash_sha256_final(&state, &hash)
    return Array(hash.prefix(3))
  }

  private static func value(of byte: UInt8) -> UInt32? {
    let capital = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    switch capital {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    default: return signs.firstIndex(of: capital).map(UInt32.init)
    }
  }
}
