import PlainText

extension Wreck {
  /// The ways to open it that are whole, each by its own hash; nil where it was never locked, or where its
  /// id is lost.
  var lock: Lock? {
    let ids = lockRows.compactMap { row -> [UInt8]? in
      guard row.slot == 0, row.values[1].text == Lock.own, let id = row.values[2].blob,
        row.values[6].blob == Lock.hash(ofID: id).bytes
      else { return nil }
      return id
    }
    for id in ids {
      var lock = Lock(id: id, slots: [])
      for row in lockRows where lock.slots.count < Lock.mostSlots {
        guard let slot = LockSlot(row.slot, row.values, id: id),
          !lock.slots.contains(where: { $0.number == slot.number })
        else { continue }
        lock.slots.append(slot)
      }
      if !lock.slots.isEmpty { return lock }
    }
    return nil
  }

  /// Whether something in it was sealed.
  var isLocked: Bool {
    !lockRows.isEmpty && enclosures.contains { $0.kind == SealedEnclosure.kind }
      || lockRows.contains { $0.slot == 0 && $0.values[1].text == Lock.own }
  }

  /// The same with what a key opens.
  func opened(_ sealer: Sealer) -> Wreck {
    var wreck = self
    wreck.enclosures = enclosures.compactMap { record in
      guard record.kind == SealedEnclosure.kind else { return nil }
      return SealedEnclosure(name: record.name, hash: record.hash, bytes: record.bytes)
        .opened(sealer)
    }
    wreck.enclosureNames = []
    wreck.metadata = [:]
    guard let beside = metadata.values.lazy.compactMap({ Beside(found: $0, sealer) }).first else {
      return wreck
    }
    wreck.metadata = Dictionary(
      beside.summary.members.map { ($0.0, Array($0.1.utf8)) }
    ) { $1 }
    wreck.places = beside.desks.compactMapValues(\.place)
    wreck.fields = beside.desks.mapValues(\.fields)
    return wreck
  }
}

extension Beside {
  /// What somebody's file says beside its journal, whatever journal that was.
  fileprivate init?(found stored: [UInt8], _ sealer: Sealer) {
    guard let plain = sealer.openBeside(stored) else { return nil }
    self.init()
    var reader = JSONReader(plain)
    guard (try? reader.beside(into: &self)) != nil else { return nil }
  }
}

extension LockSlot {
  fileprivate init?(_ number: Int, _ values: [StoredRecord.Value], id: [UInt8]) {
    guard let kind = values[1].text, let salt = values[2].blob, let operations = values[3].integer,
      let memory = values[4].integer, let key = values[5].blob, let hash = values[6].blob
    else { return nil }
    self.init(
      number: number, kind: kind, salt: salt, operations: operations, memory: memory, key: key,
      hash: hash, id: id)
  }
}
