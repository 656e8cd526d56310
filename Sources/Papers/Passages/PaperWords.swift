/// The words of a paper as they are compared: quotation marks, dashes, spaces and case may differ between
/// a file and what is typed, words may not.
package enum PaperWords {
  /// A word, and where it stands.
  package struct Word: Hashable, Sendable {
    /// Its letters and digits in lower case.
    package let folded: String
    /// In bytes of UTF-8 from the start of the text.
    package let range: Range<Int>
  }

  /// Letters and digits of the words in lower case, a space between words; everything else is left out.
  package static func folded(_ text: String) -> String {
    words(text).map(\.folded).joined(separator: " ")
  }

  /// The same with those signs, each as a word, that change what is said: of money, %, <, ≥, ☒.
  static func compared(_ text: String) -> String {
    read(text, keepsSigns: true).map(\.folded).joined(separator: " ")
  }

  /// The words of a text in their order. An apostrophe and a mark without width stand inside a word.
  package static func words(_ text: String) -> [Word] { read(text, keepsSigns: false) }

  private static func read(_ text: String, keepsSigns: Bool) -> [Word] {
    var reading = Reading(keepsSigns: keepsSigns)
    for scalar in text.unicodeScalars { reading.take(scalar) }
    reading.end()
    return reading.words
  }

  /// 16 hexadecimal digits of the folded words (FNV-1a, 64 bits): an address, no proof.
  static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folded(text).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

private struct Reading {
  let keepsSigns: Bool
  private(set) var words: [PaperWords.Word] = []
  /// The word that is read, in UTF-8.
  private var bytes: [UInt8] = []
  private var range = 0..<0
  private var at = 0

  init(keepsSigns: Bool) { self.keepsSigns = keepsSigns }

  mutating func take(_ scalar: Unicode.Scalar) {
    let start = at
    at += UTF8.width(scalar)
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: add(start) { $0.append(UInt8(scalar.value)) }
    case 0x41...0x5A: add(start) { $0.append(UInt8(scalar.value) + 32) }
    case 0x27: break
    case 0..<0x80: takeSign(scalar, start)
    default: takeOther(scalar, start)
    }
  }

  private mutating func takeOther(_ scalar: Unicode.Scalar, _ start: Int) {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil {
      add(start) { $0.append(contentsOf: properties.lowercaseMapping.utf8) }
    } else if properties.generalCategory == .nonspacingMark {
      // An accent that stands by itself.
      if !bytes.isEmpty { add(start) { $0.append(contentsOf: String(scalar).utf8) } }
    } else if scalar.value != 0x2019, properties.generalCategory != .format {
      takeSign(scalar, start)
    }
  }

  private mutating func takeSign(_ scalar: Unicode.Scalar, _ start: Int) {
    end()
    guard keepsSigns, isTelling(scalar) else { return }
    words.append(.init(folded: String(scalar), range: start..<at))
  }

  /// Whether another sign in its place would say something else.
  private func isTelling(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "‰", "\u{2610}"..."\u{2612}", "\u{2713}"..."\u{2718}": return true
    case "|", "~": return false
    default:
      let category = scalar.properties.generalCategory
      return category == .currencySymbol || category == .mathSymbol
    }
  }

  private mutating func add(_ start: Int, _ append: (inout [UInt8]) -> Void) {
    range = (bytes.isEmpty ? start : range.lowerBound)..<at
    append(&bytes)
  }

  mutating func end() {
    guard !bytes.isEmpty else { return }
    words.append(.init(folded: String(decoding: bytes, as: UTF8.self), range: range))
    bytes.removeAll(keepingCapacity: true)
  }
}
