/// A pack is untrusted: what it may ask of the compiler is bounded. Each bound is far above what an
/// honest pack needs.
enum Bounds {
  /// Characters of an id, and of a word that a nearest one is sought for.
  static let id = 120
  /// Names between the dots of a name.
  static let path = 8
  /// Blocks, lists and emphasis within each other.
  static let textDepth = 8
  /// Groups within each other, those of fragments included.
  static let groupDepth = 12
  static let questions = 20_000
  /// Options of all questions, a list counted anew for each question that uses it.
  static let options = 200_000
}
