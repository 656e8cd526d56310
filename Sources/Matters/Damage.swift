/// What is wrong inside a matter file.
package struct Damage: Hashable, Sendable {
  /// The entries 1 to this one are whole.
  package let whole: Int
  package let faults: [Fault]

  package init(whole: Int, faults: [Fault]) {
    self.whole = whole
    self.faults = faults
  }

  package enum Fault: Hashable, Sendable {
    /// SQLite cannot read a part of the file; its words.
    case pages(String)
    /// The tables are not those of a matter.
    case tables
    /// An entry's bytes are not those that its hash was taken of.
    case altered(entry: Int)
    /// An entry does not follow the one before it.
    case unlinked(entry: Int)
    /// A number is left out in the journal.
    case missing(entry: Int)
    /// An entry's bytes are whole but no entry that this version knows; what is wrong.
    case unreadable(entry: Int, String)
    /// What the journal adds up to stands otherwise in the state table: so many rows.
    case state(rows: Int)
    /// An enclosed file's bytes are not those that its hash was taken of.
    case enclosure(String)
    /// What stands beside a locked matter's journal does not belong to it, or was altered.
    case beside
    /// A way to open a locked matter was altered; 0 where it is all of them.
    case lock(slot: Int)
    /// The journal names a pack whose sources are not there.
    case packMissing(String)
  }
}
