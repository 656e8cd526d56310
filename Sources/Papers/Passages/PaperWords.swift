/// The words of a paper as they are compared: quotation marks, dashes, spaces and case may differ between
/// a file and what is typed, words may not.
package enum PaperWords {
  /// Letters and digits of the words in lower case, a space between words; everything else is left out.
  package static func folded(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if pendingSpace && !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.unicodeScalars.append(scalar)
      } else if scalar.value == 0xAD || scalar.properties.generalCategory == .format {
        continue
      } else if scalar.value == 0x27 || scalar.value == 0x2019 {
        // An apostrophe stands inside a word.
        continue
      } else {
        pendingSpace = true
      }
    }
    return result
  }

  /// 16 hexadecimal digits of the folded words (FNV-1a, 64 bits): an address, no proof.
  static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folded(text).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
