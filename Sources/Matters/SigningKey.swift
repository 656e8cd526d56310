import CSodium
import FoundationEssentials
import PlainText

/// A key that its owner signs final copies with: Ed25519 (RFC 8032), in a file as other programs
/// write it, PKCS #8 in PEM (RFC 8410).
package struct SigningKey: Sendable {
  /// The 32 bytes of RFC 8032, section 5.1.5, from which all else follows.
  private let seed: [UInt8]
  /// The seed with the public key behind it, as libsodium wants it.
  private let secret: [UInt8]
  package let verifying: VerifyingKey

  /// A new one, from the system's own source of randomness.
  package init() {
    var seed = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SEEDBYTES))
    randombytes_buf(&seed, seed.count)
    self.init(seed: seed)
  }

  package init(pem: [UInt8]) throws(KeyFault) {
    self.init(seed: try KeyFile.bytes(of: pem, .privateKey))
  }

  /// - Parameter seed: 32 bytes.
  private init(seed: [UInt8]) {
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SECRETKEYBYTES))
    var open = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_PUBLICKEYBYTES))
    crypto_sign_ed25519_seed_keypair(&open, &secret, seed)
    (self.seed, self.secret, verifying) = (seed, secret, VerifyingKey(known: open))
  }

  package var pem: String { KeyFile.pem(seed, .privateKey) }

  package func signature(over bytes: [UInt8]) -> ManifestSignature {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_BYTES))
    crypto_sign_ed25519_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
    return ManifestSignature(key: verifying, bytes: signature)
  }
}

/// The half of a key that everybody may have.
package struct VerifyingKey: Hashable, Sendable {
  /// Always 32.
  package let bytes: [UInt8]

  fileprivate init(known bytes: [UInt8]) { self.bytes = bytes }

  package init(pem: [UInt8]) throws(KeyFault) { bytes = try KeyFile.bytes(of: pem, .publicKey) }

  init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package var pem: String { KeyFile.pem(bytes, .publicKey) }

  /// What people compare: the SHA-256 of its 32 bytes, in hexadecimal.
  package var fingerprint: Fingerprint { Fingerprint(of: bytes) }

  /// What it is called in the names of files: the beginning of its fingerprint. Too short to be
  /// trusted by.
  package var name: String { String(fingerprint.hexadecimal.prefix(16)) }

  func isSignature(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
    signature.count == Int(crypto_sign_ed25519_BYTES)
      && crypto_sign_ed25519_verify_detached(
        signature, bytes, UInt64(bytes.count), self.bytes) == 0
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
