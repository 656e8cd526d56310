/// The chain of a journal up to an entry, twice: as an open matter has it, and as it stands in the file.
/// In an open matter both are the same; in a locked one the file's is over sealed bytes.
struct Chain: Hashable {
  /// What manifests and exports name.
  let head: MatterHead
  /// The link in the file.
  let stored: Fingerprint

  init(head: MatterHead, stored: Fingerprint) { (self.head, self.stored) = (head, stored) }

  /// Of an open matter.
  init(number: Int, link: Fingerprint) {
    self.init(head: MatterHead(number: number, link: link), stored: link)
  }

  /// Before the first entry.
  static let start = Chain(head: .start, stored: .origin)

  /// What the file has there.
  var storedHead: MatterHead { MatterHead(number: head.number, link: stored) }
}
