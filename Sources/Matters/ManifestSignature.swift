import FoundationEssentials
import PlainText

/// A signature over a manifest, with the key that it can be checked by. Whose key that is, the file
/// cannot say.
package struct ManifestSignature: Hashable, Sendable {
  package let key: VerifyingKey
  /// Always 64.
  let bytes: [UInt8]

  init(key: VerifyingKey, bytes: [UInt8]) {
    self.key = key
    self.bytes = bytes
  }

  package func holds(over manifest: [UInt8]) -> Bool { key.isSignature(bytes, over: manifest) }

  /// As a file.
  package var file: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("algorithm", ManifestSignature.algorithm)
      json.member("publicKey", Data(key.bytes).base64EncodedString())
      json.member("signature", Data(bytes).base64EncodedString())
    }
    return json.bytes + [0x0A]
  }

  /// nil where the bytes are no such file.
  package init?(file: [UInt8]) {
    var reader = JSONReader(file)
    var (algorithm, key, signature): (String?, [UInt8]?, [UInt8]?)
    do throws(JSONFault) {
      try reader.object { (reader, member) throws(JSONFault) in
        switch member {
        case "algorithm": algorithm = try reader.string()
        case "publicKey": key = try reader.base64()
        case "signature": signature = try reader.base64()
        default: throw reader.fault("a member that this version does not know: \(member)")
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard algorithm == ManifestSignature.algorithm, let signature, signature.count == 64,
      let key = key.flatMap(VerifyingKey.init(bytes:))
    else { return nil }
    self.init(key: key, bytes: signature)
  }

  private static let algorithm = "Ed25519"
}
