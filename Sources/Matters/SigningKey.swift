import Crypto
import FoundationEssentials

/// A key that its owner signs final copies with: Ed25519 (RFC 8032), in a file as other programs
/// write it, PKCS #8 in PEM (RFC 8410).
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new one, from the system's own source of randomness.
  package init() { key = Curve25519.Signing.PrivateKey() }

  package init(pem: [UInt8]) throws(KeyFault) {
    let bytes = try KeyFile.bytes(of: pem, .privateKey)
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else {
      throw .broken
    }
    self.key = key
  }

  package var pem: String {
    KeyFile.pem(key.rawRepresentation.withUnsafeBytes { [UInt8]($0) }, .privateKey)
  }

  package var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

  package func signature(over bytes: [UInt8]) throws(KeyFault) -> ManifestSignature {
    guard let signature = try? key.signature(for: Data(bytes)) else { throw .broken }
    return ManifestSignature(key: verifying, bytes: signature.withUnsafeBytes { [UInt8]($0) })
  }
}

/// The half of a key that everybody may have.
package struct VerifyingKey: Hashable, Sendable {
  /// Always 32.
  package let bytes: [UInt8]

  init(_ key: Curve25519.Signing.PublicKey) {
    bytes = key.rawRepresentation.withUnsafeBytes { [UInt8]($0) }
  }

  package init(pem: [UInt8]) throws(KeyFault) { bytes = try KeyFile.bytes(of: pem, .publicKey) }

  init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package var pem: String { KeyFile.pem(bytes, .publicKey) }

  /// What people compare: the beginning of the key's SHA-256.
  package var name: String { String(Fingerprint(of: bytes).hexadecimal.prefix(16)) }

  func isSignature(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else {
      return false
    }
    return key.isValidSignature(Data(signature), for: Data(bytes))
  }
}

/// Why a file is not the key that is wanted.
package enum KeyFault: Error, Hashable, Sendable {
  /// No PEM of an Ed25519 key.
  case noKey
  /// The public half where the private one is wanted, or the other way round.
  case otherHalf
  /// It is locked with a passphrase.
  case locked
  case broken
}

enum KeyFile {
  enum Half: String { case privateKey = "PRIVATE KEY", publicKey = "PUBLIC KEY" }

  /// What stands before the 32 bytes of a key (RFC 8410, sections 4 and 7).
  private static func head(_ half: Half) -> [UInt8] {
    switch half {
    case .privateKey:
      [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
      ]
    case .publicKey:
      [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    }
  }

  static func pem(_ bytes: [UInt8], _ half: Half) -> String {
    """
    -----BEGIN \(half.rawValue)-----
    \(Data(head(half) + bytes).base64EncodedString())
    -----END \(half.rawValue)-----

    """
  }

  static func bytes(of pem: [UInt8], _ half: Half) throws(KeyFault) -> [UInt8] {
    let text = String(decoding: pem.prefix(4096), as: UTF8.self)
    let other: Half = half == .privateKey ? .publicKey : .privateKey
    if text.contains("-----BEGIN ENCRYPTED") { throw .locked }
    if text.contains("-----BEGIN \(other.rawValue)-----") { throw .otherHalf }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
    guard text.contains("-----BEGIN \(half.rawValue)-----"), lines.count >= 3 else { throw .noKey }
    let body = lines.dropFirst().prefix { !$0.hasPrefix("-----") }.joined()
    guard let data = Data(base64Encoded: body) else { throw .noKey }
    let bytes = [UInt8](data)
    let head = head(half)
    guard bytes.starts(with: head), bytes.count == head.count + 32 else { throw .noKey }
    return Array(bytes.dropFirst(head.count))
  }
}
