import PlainText

/// What an examination of a matter file found.
package struct Verification: Hashable, Sendable {
  /// As far as the chain of hashes proves the journal.
  package let head: MatterHead
  /// How many entries could be read, proven or not.
  package let entries: Int
  package let faults: [Damage.Fault]
  /// Whether the matter is locked and its key was not here: what it says was not read, and `head` is
  /// that of the sealed chain.
  package let isUnread: Bool

  package var isWhole: Bool { faults.isEmpty }

  /// One sentence. The chain finds accidents, not forgers.
  package var message: String {
    guard isWhole else {
      return "This matter is damaged: \(Damage(whole: 0, faults: faults).says)."
    }
    if isUnread {
      return
        "The order of \(MatterError.entries(head.number)) holds, and all sealed bytes fit their hashes. "
        + "The matter is locked: what the entries say was not read, and whether entries are missing at "
        + "the end only its key can tell."
    }
    guard head.number > 0 else { return "The journal is whole, and has no entry yet." }
    return "The journal is whole: \(MatterError.entries(head.number)), "
      + "head \(head.link.hexadecimal.prefix(12))."
  }
}
