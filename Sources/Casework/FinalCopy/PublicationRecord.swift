import Interview
import Matters

/// The files that one entry of the journal says were published.
struct PublicationRecord {
  let entry: Entry
  /// SHA-256 by name.
  private(set) var files: [String: String] = [:]
  /// Those that lie in the matter: manifests, signatures and time stamps.
  private(set) var papers: [String: [UInt8]] = [:]

  /// nil for an entry that publishes nothing.
  init?(_ entry: Entry, in file: MatterFile) throws(MatterError) {
    self.entry = entry
    for case .setting(.published(let name), _, let hash?) in entry.changes { files[name] = hash }
    guard !files.isEmpty else { return nil }
    for (name, hash) in files
    where name.contains(".manifest.") || Attestation.isAttestation(name) {
      guard let fingerprint = Fingerprint(hexadecimal: hash) else { continue }
      papers[name] = try file.paper(fingerprint)?.bytes
    }
  }
}
