import CSodium

/// XChaCha20-Poly1305 with a random nonce before it, as it lies in files: nonce (24 bytes), text, tag
/// (16 bytes).
enum Sealed {
  private static let nonce = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tag = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  /// How many bytes it has more than what it holds.
  static let surplus = nonce + tag

  /// - Parameters:
  ///   - key: of 32 bytes.
  ///   - bound: what it belongs to; it opens with the same only.
  static func bytes(of plain: [UInt8], key: SecretBytes, bound: [UInt8]) -> [UInt8] {
    plain.withUnsafeBufferPointer { seal($0, key: key, bound: bound) }
  }

  /// The same of what is a key itself.
  static func bytes(of secret: SecretBytes, key: SecretBytes, bound: [UInt8]) -> [UInt8] {
    secret.withBytes {
      seal(UnsafeBufferPointer(start: $0, count: secret.count), key: key, bound: bound)
    }
  }

  private static func seal(
    _ plain: UnsafeBufferPointer<UInt8>, key: SecretBytes, bound: [UInt8]
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: plain.count + surplus) { out, count in
      guard let start = out.baseAddress else { return }
      randombytes_buf(start, nonce)
      key.withBytes { key in
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
          start + nonce, nil, plain.baseAddress, UInt64(plain.count), bound, UInt64(bound.count),
          nil, start, key)
      }
      count = plain.count + surplus
    }
  }

  /// - Returns: nil where it was altered, or is bound to something else.
  static func opened(_ sealed: [UInt8], key: SecretBytes, bound: [UInt8]) -> [UInt8]? {
    guard sealed.count >= surplus else { return nil }
    var isWhole = false
    let plain = [UInt8](unsafeUninitializedCapacity: sealed.count - surplus) { out, count in
      isWhole = open(sealed, into: out.baseAddress, key: key, bound: bound)
      count = isWhole ? sealed.count - surplus : 0
    }
    return isWhole ? plain : nil
  }

  /// The same for what is a key itself.
  static func secret(in sealed: [UInt8], key: SecretBytes, bound: [UInt8]) -> SecretBytes? {
    guard sealed.count >= surplus else { return nil }
    var isWhole = false
    let secret = SecretBytes(count: sealed.count - surplus) { out in
      isWhole = open(sealed, into: out, key: key, bound: bound)
    }
    return isWhole ? secret : nil
  }

  private static func open(
    _ sealed: [UInt8], into out: UnsafeMutablePointer<UInt8>?, key: SecretBytes, bound: [UInt8]
  ) -> Bool {
    sealed.withUnsafeBufferPointer { sealed in
      guard let start = sealed.baseAddress else { return false }
      return key.withBytes { key in
        crypto_aead_xchacha20poly1305_ietf_decrypt(
          out, nil, nil, start + nonce, UInt64(sealed.count - nonce), bound, UInt64(bound.count),
          start, key) == 0
      }
    }
  }
}
