/// What an authority is asked with for a time stamp: a TimeStampReq of RFC 3161, 2.4.1, in DER.
///
/// It says nothing but a hash. There is no nonce in it: who sends it and who reads the answer need not
/// be the same program, and the answer is held against the hash.
package enum TimeStampRequest {
  /// - Parameter digest: a SHA-256.
  package static func bytes(for digest: [UInt8]) -> [UInt8] {
    // SEQUENCE of the version 1, a MessageImprint (AlgorithmIdentifier of SHA-256, OCTET STRING), and
    // certReq TRUE, so that the answer carries the certificate it is checked by.
    [0x30, 0x39, 0x02, 0x01, 0x01, 0x30, 0x31]
      + [0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00]
      + [0x04, 0x20] + digest + [0x01, 0x01, 0xFF]
  }
}
