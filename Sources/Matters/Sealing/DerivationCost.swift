import CSodium

/// How dear it is to try one passphrase: the passes and the memory of Argon2id (RFC 9106).
struct DerivationCost: Hashable, Sendable {
  let operations: Int
  /// In KiB.
  let memory: Int

  /// 64 MiB and three passes, the second choice of RFC 9106: 0.1 to 0.2 seconds.
  static let usual = DerivationCost(operations: 3, memory: 65_536)

  /// In KiB times passes, of all passphrases of one file together: eight usual ones, some 1.5 seconds.
  static let mostWork = 8 * 3 * 65_536

  /// Passes over all memory.
  var work: Int { operations * memory }

  /// Whether this program works so much for a file that comes from anyone: at most 256 MiB.
  var isBearable: Bool {
    (1...64).contains(operations) && (8...262_144).contains(memory)
      && work <= DerivationCost.mostWork
  }

  /// The key of 32 bytes that a passphrase gives.
  ///
  /// - Returns: nil where the machine has not enough memory.
  func key(of passphrase: Passphrase, salt: [UInt8]) -> SecretBytes? {
    guard isBearable, salt.count == Int(crypto_pwhash_SALTBYTES) else { return nil }
    var isMade = false
    let key = SecretBytes(count: 32) { out in
      passphrase.bytes.withBytes { typed in
        typed.withMemoryRebound(to: CChar.self, capacity: passphrase.bytes.count) { typed in
          isMade =
            crypto_pwhash(
              out, 32, typed, UInt64(passphrase.bytes.count), salt, UInt64(operations),
              memory << 10, crypto_pwhash_ALG_ARGON2ID13) == 0
        }
      }
    }
    return isMade ? key : nil
  }
}
