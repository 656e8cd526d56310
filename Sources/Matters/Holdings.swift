import Interview

/// All that a matter file holds, for a copy of it; each part nil where it cannot be read any more.
struct Holdings {
  var entries: [Entry]?
  var enclosures: [EnclosureRecord]?
  var desks: [DeskChange]?
  var summary: MatterSummary?

  /// Whether nothing is missing but, at most, the summary, which is made anew on leaving.
  var isWhole: Bool {
    entries != nil && desks != nil && enclosures?.allSatisfy(\.isWhole) == true
  }

  /// Puts the whole enclosures in, and those that were held besides.
  func enclose(and held: [EnclosureRecord], in transaction: MatterTransaction) throws {
    for record in (enclosures ?? []) + held where record.isWhole {
      try record.insert(into: transaction.database, transaction.sealer)
    }
  }

  /// Puts all of it into a new file.
  func put(_ transaction: inout MatterTransaction) throws {
    try enclose(and: [], in: transaction)
    try transaction.fill(entries ?? [])
    if let summary { try transaction.put(summary) }
    for desk in desks ?? [] { try transaction.put(desk) }
  }
}
