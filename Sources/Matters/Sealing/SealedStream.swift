import CSodium

/// What is larger than an entry, in parts (libsodium's secretstream, XChaCha20-Poly1305): a header of
/// 24 bytes, then parts that hold 64 KiB each and are 17 bytes longer. Parts that are missing, moved
/// or another stream's are told.
enum SealedStream {
  private typealias State = crypto_secretstream_xchacha20poly1305_state

  private static let header = Int(crypto_secretstream_xchacha20poly1305_HEADERBYTES)
  private static let surplus = Int(crypto_secretstream_xchacha20poly1305_ABYTES)
  private static let part = 65_536
  // TAG_MESSAGE and TAG_FINAL of the header, which Swift doesn't import.
  private static let more: UInt8 = 0
  private static let last: UInt8 = 3

  /// How many bytes hold the first part.
  static let beginning = header + part + surplus

  static func bytes(of plain: [UInt8], key: SecretBytes, bound: [UInt8]) -> [UInt8] {
    let parts = max((plain.count + part - 1) / part, 1)
    let size = header + plain.count + parts * surplus
    return plain.withUnsafeBufferPointer { plain in
      [UInt8](unsafeUninitializedCapacity: size) { out, count in
        count = size
        guard let start = out.baseAddress else { return }
        var state = State()
        defer { sodium_memzero(&state, MemoryLayout<State>.size) }
        key.withBytes {
          _ = crypto_secretstream_xchacha20poly1305_init_push(&state, start, $0)
        }
        var place = start + header
        for number in 0..<parts {
          let length = min(part, plain.count - number * part)
          crypto_secretstream_xchacha20poly1305_push(
            &state, place, nil, plain.baseAddress.map { $0 + number * part }, UInt64(length),
            bound, UInt64(bound.count), number == parts - 1 ? last : more)
          place += length + surplus
        }
      }
    }
  }

  /// - Parameter isWhole: whether it must be the whole stream; else its first part alone.
  /// - Returns: nil where anything was altered.
  static func opened(
    _ sealed: [UInt8], key: SecretBytes, bound: [UInt8], isWhole: Bool
  ) -> [UInt8]? {
    guard sealed.count >= header + surplus else { return nil }
    var isGood = false
    let plain = sealed.withUnsafeBufferPointer { sealed in
      [UInt8](unsafeUninitializedCapacity: sealed.count - header) { out, count in
        guard let start = sealed.baseAddress, let place = out.baseAddress else { return }
        var state = State()
        defer { sodium_memzero(&state, MemoryLayout<State>.size) }
        isGood = key.withBytes {
          crypto_secretstream_xchacha20poly1305_init_pull(
            &state, start, $0) == 0
        }
        var (read, tag) = (header, more)
        while isGood, read < sealed.count, tag != last {
          let length = min(part + surplus, sealed.count - read)
          guard length >= surplus else {
            isGood = false
            break
          }
          isGood =
            crypto_secretstream_xchacha20poly1305_pull(
              &state, place + count, nil, &tag, start + read, UInt64(length), bound,
              UInt64(bound.count)) == 0
          if isGood { count += length - surplus }
          read += length
          if !isWhole { break }
        }
        if isWhole { isGood = isGood && tag == last && read == sealed.count }
      }
    }
    return isGood ? plain : nil
  }
}
