import CSodium

/// Bytes made longer, so that their length says little: to a multiple of 256, and of an eighth of the
/// next smaller power of two where that is more.
enum Padding {
  /// 0x80 and then zeros (ISO/IEC 7816-4), at least one byte.
  static func pad(_ bytes: inout [UInt8]) {
    let block = block(of: bytes.count)
    let count = (bytes.count / block + 1) * block
    bytes.reserveCapacity(count)
    bytes.append(0x80)
    bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
  }

  /// - Returns: false where they were not padded.
  static func unpad(_ bytes: inout [UInt8]) -> Bool {
    guard let mark = bytes.lastIndex(where: { $0 != 0 }), bytes[mark] == 0x80 else { return false }
    bytes.removeSubrange(mark...)
    return true
  }

  private static func block(of count: Int) -> Int {
    max(256, 1 << max(Int.bitWidth - 1 - max(count, 1).leadingZeroBitCount - 3, 0))
  }
}
