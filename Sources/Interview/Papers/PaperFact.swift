/// What a matter keeps of a paper that is reviewed, beside its bytes. The raw value is its name in the
/// journal.
package enum PaperFact: String, Hashable, Sendable, CaseIterable {
  /// The name of its file; without one the paper is not on the shelf any more.
  case name
  /// A `PaperRank`.
  case rank
  /// SHA-256 of its passages as they were read, which lie in the matter too.
  case reading
  /// SHA-256 of the version that it takes the place of.
  case replaces
}
