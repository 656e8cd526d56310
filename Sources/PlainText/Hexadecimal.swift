extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  package var hexadecimal: String {
    String(decoding: flatMap { [sign($0 >> 4), sign($0 & 15)] }, as: UTF8.self)
  }
}

extension [UInt8] {
  /// - Returns: nil where the text is not pairs of lower-case hexadecimal digits.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.map { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    let known = digits.compactMap(\.self)
    guard digits.count % 2 == 0, known.count == digits.count else { return nil }
    self = stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
  }
}

/// The lower-case digit of a number below sixteen.
private func sign(_ digit: UInt8) -> UInt8 {
  digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}
