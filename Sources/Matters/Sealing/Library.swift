import CSodium
import PlainText

/// The key of a folder of matters, in a file of its own under one passphrase: one derivation opens
/// them all, and each then takes microseconds.
package struct Library: Hashable, Sendable {
  package private(set) var lock: Lock
  /// The recovery key of its matters, sealed under the library's key, so that matters that come later
  /// get it too.
  private let recovery: [UInt8]

  var id: [UInt8] { lock.id }

  private static let format = "art28 library"
  /// In bytes; a larger file is none.
  package static let largest = 65_536

  /// A new one.
  ///
  /// - Throws: `.noMemory`.
  package static func make(
    _ passphrase: Passphrase
  ) throws(LockFault) -> (library: Library, key: LibraryKey, recovery: RecoveryKey) {
    try make(passphrase, cost: .usual)
  }

  static func make(
    _ passphrase: Passphrase, cost: DerivationCost
  ) throws(LockFault) -> (library: Library, key: LibraryKey, recovery: RecoveryKey) {
    let recovery = RecoveryKey()
    let new = try NewLock(opening: [.passphrase(passphrase), .recovery(recovery)], cost: cost)
    let sealed = Sealed.bytes(
      of: recovery.bytes, key: new.key, bound: bound(new.lock.id))
    return (
      Library(lock: new.lock, recovery: sealed), LibraryKey(id: new.lock.id, bytes: new.key),
      recovery
    )
  }

  private init(lock: Lock, recovery: [UInt8]) { (self.lock, self.recovery) = (lock, recovery) }

  private static func bound(_ id: [UInt8]) -> [UInt8] { Array("art28 library recovery".utf8) + id }

  /// nil where nothing opens with this.
  package func open(with credential: Credential) -> (key: LibraryKey, way: Int)? {
    lock.open(with: credential).map { (LibraryKey(id: id, bytes: $0.key), $0.slot) }
  }

  /// What opens a matter of this library: its key, and the recovery key.
  package func ways(_ key: LibraryKey) -> [Credential] {
    let recovery = Sealed.secret(in: recovery, key: key.bytes, bound: Library.bound(id))
    return [.library(key)] + (recovery.map { [.recovery(RecoveryKey($0))] } ?? [])
  }

  // MARK: Ways to open it

  /// Changes what opens it.
  package mutating func change(
    _ key: LibraryKey, _ change: (inout Lock, SecretBytes) throws(LockFault) -> Void
  ) throws(LockFault) {
    try change(&lock, key.bytes)
  }

  // MARK: Its file

  /// Canonical JSON.
  package var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", Library.format)
      writer.member("version", 1)
      writer.member("id", id.hexadecimal)
      writer.member("recovery", recovery.hexadecimal)
      writer.key("slots")
      writer.array(lock.slots) { writer, slot in
        writer.object { writer in
          writer.member("slot", slot.number)
          writer.member("kind", slot.kind.rawValue)
          writer.member("salt", slot.salt.hexadecimal)
          writer.member("operations", slot.cost.operations)
          writer.member("memory", slot.cost.memory)
          writer.member("key", slot.key.hexadecimal)
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// - Returns: nil where it is none that this version knows.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count <= Library.largest else { return nil }
    do throws(JSONFault) {
      var reader = JSONReader(bytes)
      var (format, version): (String?, Int?)
      var (id, recovery): ([UInt8]?, [UInt8]?)
      var slots: [LockSlot] = []
      try reader.object { (reader, name) throws(JSONFault) in
        switch name {
        case "format": format = try reader.string()
        case "version": version = try reader.integer()
        case "id": id = [UInt8](hexadecimal: try reader.string())
        case "recovery": recovery = [UInt8](hexadecimal: try reader.string())
        case "slots":
          try reader.array { (reader) throws(JSONFault) in slots.append(try reader.lockSlot()) }
        default: throw reader.fault("a member that this version does not know: \(name)")
        }
      }
      try reader.end()
      guard format == Library.format, version == 1, let id, id.count == LockSlot.saltCount,
        let recovery, recovery.count == LockSlot.keyCount,
        (1...Lock.mostSlots).contains(slots.count)
      else { return nil }
      (lock, self.recovery) = (Lock(id: id, slots: slots), recovery)
    } catch {
      return nil
    }
  }
}

/// The key of a library, which opens every matter in it.
package struct LibraryKey: Sendable {
  let id: [UInt8]
  let bytes: SecretBytes
}

extension JSONReader {
  fileprivate mutating func lockSlot() throws(JSONFault) -> LockSlot {
    var (number, operations, memory): (Int?, Int?, Int?)
    var (kind, salt, key): (LockSlot.Kind?, [UInt8]?, [UInt8]?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "slot": number = try reader.integer()
      case "kind": kind = LockSlot.Kind(rawValue: try reader.string())
      case "salt": salt = [UInt8](hexadecimal: try reader.string())
      case "operations": operations = try reader.count()
      case "memory": memory = try reader.count()
      case "key": key = [UInt8](hexadecimal: try reader.string())
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let number, (1...Lock.mostSlots).contains(number), let kind, let salt,
      salt.count == LockSlot.saltCount, let operations, let memory, let key,
      key.count == LockSlot.keyCount
    else { throw fault("no whole slot") }
    return LockSlot(
      number: number, kind: kind, salt: salt,
      cost: DerivationCost(operations: operations, memory: memory), key: key)
  }
}
