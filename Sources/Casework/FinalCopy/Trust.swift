import Matters

/// What a reader has from elsewhere than the matter, so that a matter that was written anew as a whole is
/// found out. Each of them may be empty.
package struct Trust: Sendable {
  /// Fingerprints of keys that must have signed.
  package var keys: [Fingerprint] = []
  /// The beginning of a head that somebody keeps, in hexadecimal; nil: none.
  package var head: String?
  /// Time stamps in files, by their names.
  package var stamps: [(name: String, bytes: [UInt8])] = []
  /// The absolute path of a PEM file with the certificates of authorities that are trusted.
  package var authorities: String?

  /// Nothing.
  package init() {}

  /// In digits of the 64 that a head has: of fewer, another journal could be made to fit.
  private static let shortestHead = 32

  /// - Throws: an `Outcome` where the words are no head.
  package static func head(_ words: String) throws -> String {
    let digits = words.lowercased()
    guard digits.allSatisfy(\.isHexDigit), (shortestHead...64).contains(digits.utf8.count) else {
      throw Outcome.usage(
        "“\(words)” is no head: give its 64 digits, or at least the first \(shortestHead), as art28 "
          + "verify prints them.")
    }
    return digits
  }
}
