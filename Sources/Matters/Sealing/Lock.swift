import CSodium

/// The ways to open a matter or a library of matters, as everybody may read them.
package struct Lock: Hashable, Sendable {
  /// Of what it locks: 16 random bytes.
  package let id: [UInt8]
  var slots: [LockSlot]

  /// More are refused, also in a file that comes from anyone.
  static let mostSlots = 16

  init(id: [UInt8], slots: [LockSlot]) {
    (self.id, self.slots) = (id, slots)
  }

  /// A way to open it, as a person is told.
  package struct Way: Hashable, Sendable {
    package enum Kind: Sendable { case passphrase, recovery, library }
    /// By which it is removed.
    package let number: Int
    package let kind: Kind
  }

  package var ways: [Way] {
    slots.map { slot in
      let kind: Way.Kind =
        switch slot.kind {
        case .passphrase: .passphrase
        case .recovery: .recovery
        case .library: .library
        }
      return Way(number: slot.number, kind: kind)
    }
  }

  /// Whether a library of this id opens it.
  package func isOpened(by library: Library) -> Bool {
    slots.contains { $0.kind == .library && $0.salt == library.id }
  }

  /// Whether this program works so much for one passphrase.
  package var isBearable: Bool {
    let costs = slots.filter { $0.kind == .passphrase }.map(\.cost)
    return costs.allSatisfy(\.isBearable)
      && costs.map(\.work).reduce(0, +) <= DerivationCost.mostWork
  }

  /// What stands for all of it.
  var fingerprint: Fingerprint { Fingerprint(of: id + slots.flatMap { $0.bytes(of: id) }) }

  /// What it protects, and by which way it came open; nil where nothing opens with this. With a
  /// passphrase it takes some tenths of a second for each that there is.
  func open(with credential: Credential) -> (key: SecretBytes, slot: Int)? {
    guard isBearable else { return nil }
    for slot in slots {
      if let key = slot.open(of: id, with: credential) { return (key, slot.number) }
    }
    return nil
  }

  /// The same of a matter.
  package func open(_ credential: Credential) -> LockKey? {
    open(with: credential).map { LockKey(bytes: $0.key, way: $0.slot) }
  }

  // MARK: Changes

  /// Adds a way to open it.
  ///
  /// - Parameter number: the way whose place it takes; nil: a new one.
  /// - Throws: `.tooManyWays`, `.noMemory`.
  package mutating func add(
    _ credential: Credential, protecting key: SecretBytes, at number: Int? = nil
  ) throws(LockFault) {
    try add(credential, protecting: key, at: number, cost: .usual)
  }

  mutating func add(
    _ credential: Credential, protecting key: SecretBytes, at number: Int? = nil,
    cost: DerivationCost
  ) throws(LockFault) {
    let place =
      number
      ?? (1...Lock.mostSlots).first { number in
        !slots.contains { $0.number == number }
      }
    var changed = self
    changed.slots.removeAll { $0.number == number }
    guard let place else { throw .tooManyWays }
    guard
      let slot = LockSlot(
        number: place, protecting: key, of: id, with: credential, cost: cost)
    else { throw .noMemory }
    changed.slots.append(slot)
    changed.slots.sort { $0.number < $1.number }
    guard changed.isBearable else { throw .tooManyWays }
    self = changed
  }

  /// Takes a way to open it off.
  ///
  /// - Throws: `.noSuchWay`, `.lastWay`.
  package mutating func remove(_ number: Int) throws(LockFault) {
    guard slots.contains(where: { $0.number == number }) else { throw .noSuchWay(number) }
    guard slots.count > 1 else { throw .lastWay }
    slots.removeAll { $0.number == number }
  }

  /// Takes the recovery keys off, as before a new one.
  package mutating func removeRecovery() { slots.removeAll { $0.kind == .recovery } }
}

/// Why a lock cannot be changed so.
package enum LockFault: Error, Hashable, Sendable {
  case noSuchWay(Int)
  case lastWay
  case tooManyWays
  /// For the derivation of a key.
  case noMemory
}

/// A lock with its key: of a matter that is made or locked now.
package struct NewLock: Sendable {
  package let lock: Lock
  let key: SecretBytes

  init(lock: Lock, key: SecretBytes) { (self.lock, self.key) = (lock, key) }

  /// - Parameter ways: what opens it, at least one.
  /// - Throws: `.noMemory`, `.tooManyWays`.
  package init(opening ways: [Credential]) throws(LockFault) {
    try self.init(opening: ways, cost: .usual)
  }

  init(opening ways: [Credential], cost: DerivationCost) throws(LockFault) {
    var id = [UInt8](repeating: 0, count: LockSlot.saltCount)
    randombytes_buf(&id, id.count)
    let key = SecretBytes(random: 32)
    var lock = Lock(id: id, slots: [])
    for way in ways { try lock.add(way, protecting: key, cost: cost) }
    self.init(lock: lock, key: key)
  }
}
