/// How far a journal goes, and the fingerprint that stands for all of it. A published copy names
/// it.
package struct MatterHead: Hashable, Sendable {
  /// The number of the last entry; 0 where there is none.
  package let number: Int
  package let link: Fingerprint

  package init(number: Int, link: Fingerprint) {
    self.number = number
    self.link = link
  }

  /// Before the first entry.
  package static let start = MatterHead(number: 0, link: .origin)
}
