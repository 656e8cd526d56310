/// How numbers are written in letters, both ways.
enum NumberWriting {
  /// `a` is 1, `z` 26, `aa` 27, `bb` 28, as word processors count on; nil of anything else.
  static func letter(_ letters: String) -> Int? {
    let bytes = Array(letters.utf8)
    guard let first = bytes.first, (97...122).contains(first), bytes.count < 5,
      bytes.allSatisfy({ $0 == first })
    else { return nil }
    return Int(first) - 96 + 26 * (bytes.count - 1)
  }

  /// `iv` is 4; nil where it is not how that number is written.
  static func roman(_ letters: String) -> Int? {
    var (value, rest) = (0, letters[...])
    for (sign, worth) in signs {
      while rest.hasPrefix(sign), value < 4000 {
        value += worth
        rest = rest.dropFirst(sign.count)
      }
    }
    return rest.isEmpty && value > 0 && roman(value) == letters ? value : nil
  }

  /// In small letters; in digits where there is no such number.
  static func letters(_ value: Int) -> String {
    guard (1...780).contains(value) else { return String(value) }
    let letter = Character(Unicode.Scalar(UInt8(97 + (value - 1) % 26)))
    return String(repeating: letter, count: (value - 1) / 26 + 1)
  }

  /// In small letters; in digits where there is no such number.
  static func roman(_ value: Int) -> String {
    guard (1...3999).contains(value) else { return String(value) }
    var (rest, written) = (value, "")
    for (sign, worth) in signs {
      while rest >= worth {
        written += sign
        rest -= worth
      }
    }
    return written
  }

  private static let signs = [
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
  ]
}
