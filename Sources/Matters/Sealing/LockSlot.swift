import CSodium
import PlainText

/// One of the ways to open a lock: what it protects, sealed under a passphrase, a recovery key or the
/// key of a library.
struct LockSlot: Hashable, Sendable {
  enum Kind: String, Sendable {
    case passphrase, recovery, library

    fileprivate var byte: UInt8 {
      switch self {
      case .passphrase: 1
      case .recovery: 2
      case .library: 3
      }
    }
  }

  /// From 1 on.
  let number: Int
  let kind: Kind
  /// 16 bytes: random, or the library's id.
  let salt: [UInt8]
  /// Of a passphrase; else zeros.
  let cost: DerivationCost
  /// The key that it protects, sealed: 72 bytes.
  let key: [UInt8]

  static let noCost = DerivationCost(operations: 0, memory: 0)
  static let saltCount = 16
  static let keyCount = 32 + Sealed.surplus

  init(number: Int, kind: Kind, salt: [UInt8], cost: DerivationCost, key: [UInt8]) {
    (self.number, self.kind, self.salt, self.cost, self.key) = (number, kind, salt, cost, key)
  }

  /// Seals a key.
  ///
  /// - Parameter id: of what the key opens.
  /// - Returns: nil where the machine has not enough memory for a passphrase.
  init?(
    number: Int, protecting key: SecretBytes, of id: [UInt8], with credential: Credential,
    cost: DerivationCost
  ) {
    var salt = [UInt8](repeating: 0, count: LockSlot.saltCount)
    randombytes_buf(&salt, salt.count)
    if case .library(let library) = credential { salt = library.id }
    (self.number, self.salt, kind) = (number, salt, credential.kind)
    self.cost = kind == .passphrase ? cost : LockSlot.noCost
    guard let own = credential.key(for: kind, id: id, salt: salt, cost: cost) else { return nil }
    self.key = Sealed.bytes(
      of: key, key: own, bound: LockSlot.bound(number, kind, id: id, salt: salt, cost: self.cost))
  }

  /// The key that it protects; nil where it is not opened by this.
  func open(of id: [UInt8], with credential: Credential) -> SecretBytes? {
    guard credential.kind == kind,
      let own = credential.key(for: kind, id: id, salt: salt, cost: cost)
    else { return nil }
    return Sealed.secret(
      in: key, key: own, bound: LockSlot.bound(number, kind, id: id, salt: salt, cost: cost))
  }

  /// All of it as bytes, to be hashed.
  func bytes(of id: [UInt8]) -> [UInt8] {
    LockSlot.bound(number, kind, id: id, salt: salt, cost: cost) + key
  }

  private static func bound(
    _ number: Int, _ kind: Kind, id: [UInt8], salt: [UInt8], cost: DerivationCost
  ) -> [UInt8] {
    var bytes = Array("art28 slot".utf8) + id + [kind.byte]
    for value in [number, cost.operations, cost.memory] {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
    return bytes + salt
  }
}

/// What somebody has to open a lock with.
package enum Credential: Sendable {
  case passphrase(Passphrase)
  case recovery(RecoveryKey)
  case library(LibraryKey)

  var kind: LockSlot.Kind {
    switch self {
    case .passphrase: .passphrase
    case .recovery: .recovery
    case .library: .library
    }
  }

  fileprivate func key(
    for kind: LockSlot.Kind, id: [UInt8], salt: [UInt8], cost: DerivationCost
  ) -> SecretBytes? {
    let place = Array("art28 \(kind.rawValue)".utf8) + id + salt
    switch self {
    case .passphrase(let passphrase): return cost.key(of: passphrase, salt: salt)
    case .recovery(let recovery): return recovery.bytes.derived(place)
    case .library(let library): return library.bytes.derived(place)
    }
  }
}
