/// What goes into a matter beside an entry, in the same transaction. It is kept for good, once.
package enum Enclosure: Hashable, Sendable {
  case pack(PackSources)
  case paper(AttachedFile)
}

/// The files that a pack was compiled from, so that the matter opens, explains and verifies
/// anywhere.
package struct PackSources: Hashable, Sendable {
  /// The pack's own hash, as `Setting.pack` names it.
  package let hash: String
  /// In the order of their names' bytes.
  package let files: [File]

  package struct File: Hashable, Sendable {
    /// The path inside the pack's folder.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package init(hash: String, files: [String: [UInt8]]) {
    self.init(hash: hash, files: files.map { File(name: $0.key, bytes: $0.value) })
  }

  init(hash: String, files: [File]) {
    self.hash = hash
    self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// A file that was attached: a paper that was received or published.
package struct AttachedFile: Hashable, Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package var fingerprint: Fingerprint { Fingerprint(of: bytes) }
}
