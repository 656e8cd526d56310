import Glibc
import Matters

/// Keys in files of their owner.
package enum Keys {
  /// The key of a file.
  ///
  /// - Throws: an `Outcome` where it cannot be read, or holds no private key.
  package static func signing(_ path: String) throws -> SigningKey {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .key) }
    do throws(KeyFault) { return try SigningKey(pem: bytes) } catch {
      throw Outcome.file(
        sentence(error, path, wanted: "a private key, such as art28 key new makes"))
    }
  }

  /// The public half of a key.
  ///
  /// - Throws: an `Outcome` where it cannot be read, or holds no public key.
  package static func verifying(_ path: String) throws -> VerifyingKey {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(path, as: .key) }
    do throws(KeyFault) { return try VerifyingKey(pem: bytes) } catch {
      throw Outcome.file(sentence(error, path, wanted: "a public key, such as FILE.pub"))
    }
  }

  /// The fingerprint of a key that somebody vouches for: of a file with its public half, or as it was
  /// read to them, 64 hexadecimal digits.
  ///
  /// - Throws: an `Outcome` where it is neither.
  package static func vouched(_ words: String) throws -> Fingerprint {
    let digits = words.lowercased().filter { $0 != ":" && $0 != " " }
    if let fingerprint = Fingerprint(hexadecimal: digits) { return fingerprint }
    if !Files.exists(words), digits.utf8.count >= 8, digits.allSatisfy(\.isHexDigit) {
      throw Outcome.usage(
        "“\(words)” is no whole fingerprint: it has 64 digits, as art28 key new prints it.")
    }
    return try verifying(words).fingerprint
  }

  private static func sentence(_ fault: KeyFault, _ path: String, wanted: String) -> String {
    switch fault {
    case .noKey: "“\(path)” is no Ed25519 key in PEM: name \(wanted)."
    case .otherHalf: "“\(path)” is the other half of a key: name \(wanted)."
    case .locked: "“\(path)” is locked with a passphrase: name \(wanted)."
    }
  }

  /// Whether a file with these bytes is somebody's key, in whatever form of PEM.
  static func isKey(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return head.split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("-----BEGIN ") && $0.contains(" KEY")
    }
  }

  /// Makes both halves; nothing is overwritten. Where a key lies without its public half, as after a
  /// making that was cut off, that half is made.
  /// - Returns: the key's public half.
  package static func make(_ path: String) throws -> VerifyingKey {
    let known = Files.exists("\(path).pub") ? nil : try? signing(path)
    let key = known ?? SigningKey()
    if known == nil { try create(path, Array(key.pem.utf8), mode: 0o600) }
    do {
      try create("\(path).pub", Array(key.verifying.pem.utf8), mode: 0o644)
    } catch {
      // Half a pair helps nobody.
      if known == nil { unlink(path) }
      throw error
    }
    return key.verifying
  }

  private static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) throws {
    do throws(PartFile.Fault) {
      let part = try PartFile(in: Files.folder(of: path))
      defer { part.discard() }
      fchmod(part.descriptor, mode)
      try part.write(bytes)
      try part.move(to: path)
    } catch {
      if error.number == EEXIST {
        throw Outcome.file("“\(path)” is there already; a key is never overwritten.")
      }
      throw FileError(path: path, number: error.number).outcome
    }
  }
}
