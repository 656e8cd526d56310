/// Words of a paper that may stand for a term of ours, and where it can be seen.
package struct TermProposal: Hashable, Sendable {
  /// How the paper shows that it means something by the words, the plainest first.
  package enum Evidence: Int, Hashable, Sendable, CaseIterable {
    /// It says what they mean: `“X” means …`, `… (the “X”)`.
    case defined
    /// It writes them with capitals, and says nowhere what they mean: another paper may.
    case capitalised
    /// It uses them as ordinary words.
    case plain
  }

  /// As the paper writes them.
  package let words: String
  package let evidence: Evidence
  /// The position of the passage that defines them, or else uses them first.
  package let passage: Int
  /// How often the paper uses them, longer terms that hold them left out; of defined and capitalised words
  /// with capitals only.
  package let uses: Int
}
