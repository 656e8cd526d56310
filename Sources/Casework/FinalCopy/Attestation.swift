import Interview
import Matters

/// What came to a matter after a publication, in an entry of its own: a signature of the other side, or an
/// authority's time stamp.
struct Attestation {
  let entry: Entry
  /// As the journal has it.
  let name: String
  let hash: String
  /// As they lie in the matter; nil where it does not hold them.
  let bytes: [UInt8]?

  /// The ending of a time stamp's name.
  static let stampEnding = ".tsr"

  var isStamp: Bool { name.hasSuffix(Attestation.stampEnding) }

  /// Whether the name is that of a signature of the other side: `DOCUMENT.manifest.KEY.sig`.
  static func isCounterSignature(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 4 && parts.last == "sig" && parts[parts.count - 3] == "manifest"
      && parts[parts.count - 2].allSatisfy(\.isHexDigit)
  }

  static func isAttestation(_ name: String) -> Bool {
    name.hasSuffix(stampEnding) || isCounterSignature(name)
  }
}
