import CSodium

/// Bytes that nobody else may see, in memory of their own: between pages that nothing may touch, kept
/// from the swap where the system allows it, and zeroed when they are dropped.
package final class SecretBytes: @unchecked Sendable {
  // Written once, in `init`, and only read after it: that is what makes it sendable.
  private let memory: UnsafeMutablePointer<UInt8>
  package let count: Int

  /// - Parameter fill: writes all of them; zeros stand there before.
  init(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    guard let memory = sodium_malloc(max(count, 1)) else {
      fatalError("no memory is left for a key")
    }
    sodium_memzero(memory, max(count, 1))
    self.memory = memory.bindMemory(to: UInt8.self, capacity: max(count, 1))
    self.count = count
    fill(self.memory)
    sodium_mprotect_readonly(memory)
  }

  /// From the system's own source of randomness.
  convenience init(random count: Int) {
    self.init(count: count) { randombytes_buf($0, count) }
  }

  /// A copy of bytes that lie elsewhere; whoever holds those wipes them.
  convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { $0.update(from: bytes, count: bytes.count) }
  }

  deinit { sodium_free(memory) }

  /// Lends them, for the time of the call.
  func withBytes<T>(_ body: (UnsafePointer<UInt8>) -> T) -> T { body(memory) }

  /// A copy, for what is no secret, or is printed.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

  /// A key of 32 bytes for one purpose, BLAKE2b of this one, which tells nothing of it.
  func derived(_ purpose: [UInt8]) -> SecretBytes {
    SecretBytes(count: 32) { out in
      withBytes { key in
        _ = crypto_generichash(
          out, 32, purpose, UInt64(purpose.count), key, count)
      }
    }
  }

  /// A subkey of 32 bytes (`crypto_kdf_derive_from_key`), of a key of 32.
  func subkey(_ number: UInt64) -> SecretBytes {
    SecretBytes(count: 32) { out in
      withBytes { key in
        _ = crypto_kdf_derive_from_key(
          out, 32, number, "art28-v3", key)
      }
    }
  }
}
