import Interview

extension MatterFile {
  /// Makes a new matter of a journal that was brought out of a damaged one, with what belongs to it.
  ///
  /// - Parameter desks: where people stood, and what they had half filled in.
  /// - Throws: as `create`.
  package static func create(
    at path: String, by holder: Holder, of entries: [Entry], enclosing enclosures: [Enclosure],
    summary: MatterSummary, desks: [DeskChange], locked: NewLock? = nil
  ) throws(MatterError) -> MatterFile {
    try make(at: path, by: holder, locked: locked) { transaction in
      try transaction.enclose(enclosures)
      try transaction.fill(entries)
      try transaction.put(summary)
      for desk in desks { try transaction.put(desk) }
    }
  }
}
