import Testing

@testable import Matters

/// Hashes and signatures are those of the standards: what was published once verifies for ever.
struct SigningKeyTests {
  /// FIPS 180-4, as published with it, and the SHA-256 of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func aFingerprintIsTheStandardsOwn(words: String, hash: String) {
    #expect(Fingerprint(of: Array(words.utf8)).hexadecimal == hash)
  }

  /// RFC 8032, section 7.1, test 2, in the file that `openssl genpkey` would write of it.
  @Test func aSignatureIsTheStandardsOwn() throws {
    let key = try SigningKey(
      pem: Array(
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7
        -----END PRIVATE KEY-----
        """.utf8))
    let open = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    #expect(Fingerprint(bytes: key.verifying.bytes)?.hexadecimal == open)
    let signature = key.signature(over: [0x72])
    let halves = [signature.bytes.prefix(32), signature.bytes.suffix(32)]
      .map { Fingerprint(bytes: Array($0))?.hexadecimal }
    #expect(
      halves == [
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      ])
    #expect(signature.holds(over: [0x72]))
    #expect(!signature.holds(over: [0x73]))
    #expect(!key.verifying.isSignature(Array(signature.bytes.dropLast()), over: [0x72]))
  }

  @Test func aNewKeyComesBackFromItsFileAndIsNoOther() throws {
    let (one, other) = (SigningKey(), SigningKey())
    #expect(one.verifying != other.verifying)
    let again = try SigningKey(pem: Array(one.pem.utf8))
    #expect(again.verifying == one.verifying)
    let bytes = Array("the words".utf8)
    #expect(again.signature(over: bytes).bytes == one.signature(over: bytes).bytes)
    #expect(!other.verifying.isSignature(one.signature(over: bytes).bytes, over: bytes))
    #expect(try VerifyingKey(pem: Array(one.verifying.pem.utf8)) == one.verifying)
  }
}
