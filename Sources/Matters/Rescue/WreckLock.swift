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
      // As the table has them: what stands beside the journal is bound to their order.
      lock.slots.sort { $0.number < $1.number }
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
  ///
  /// - Parameter binding: what stands for the journal's head and for the ways to open it.
  /// - Returns: and whether what stands beside the journal belongs to that head and those ways.
  func opened(_ sealer: Sealer, _ binding: String) -> (wreck: Wreck, fits: Bool) {
    var wreck = self
    wreck.enclosures = enclosures.compactMap { record in
      guard record.kind == SealedEnclosure.kind else { return nil }
      return SealedEnclosure(name: record.name, hash: record.hash, bytes: record.bytes)
        .opened(sealer)
    }
    wreck.enclosureNames = []
    wreck.metadata = [:]
    let found = besides.compactMap { Beside.found($0, sealer) }
    // A save that was cut off leaves two.
    guard let (beside, bound) = found.first(where: { $0.bound == binding }) ?? found.first else {
      return (wreck, false)
    }
    wreck.metadata = Dictionary(
      beside.summary.members.map { ($0.0, Array($0.1.utf8)) }
    ) { $1 }
    wreck.places = beside.desks.compactMapValues(\.place)
    wreck.fields = beside.desks.mapValues(\.fields)
    return (wreck, bound == binding)
  }
}

extension Beside {
  /// What somebody's file says beside its journal, and which journal that was.
  fileprivate static func found(
    _ stored: [UInt8], _ sealer: Sealer
  ) -> (beside: Beside, bound: String)? {
    guard let plain = sealer.openBeside(stored) else { return nil }
    var (beside, reader) = (Beside(), JSONReader(plain))
    return (try? reader.beside(into: &beside)).map { (beside, $0) }
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
