/// The same random numbers in every run (SplitMix64; Steele, Lea and Flood, 2014).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The same seed gives the same numbers.
  package init(seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Text of up to `length` pieces, with everything in it that makes editing hard.
  package mutating func text(length: Int) -> String {
    let pieces = [
      "a", "Z", " ", " ", "word ", "\n", "\r\n", "é", "e\u{301}", "\u{301}", "\u{323}", "山", "한",
      "\u{1112}",
      "\u{1161}", "\u{11AB}", "👩", "\u{200D}", "⚖", "\u{FE0F}", "🇩", "🇪", "👍", "🏽", "-", "(", "、",
      "שלום", "\t",
      "\u{202E}", "क", "\u{94D}", "ष", "ि", "\u{1FAE8}", "\u{7}", "1", "\u{200B}", "\u{600}",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
