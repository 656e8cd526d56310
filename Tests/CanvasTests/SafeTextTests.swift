import Canvas
import Testing

@Suite struct SafeTextTests {
  @Test(
    arguments: [
      ("plain words", "plain words"), ("Grüße, 山田 – “§ 7”", "Grüße, 山田 – “§ 7”"),
      // Nothing acts on a terminal.
      ("a\u{1B}[31mred", "a\u{FFFD}[31mred"), ("a\u{9B}2J", "a\u{FFFD}2J"),
      ("\u{1B}]0;title\u{7}", "\u{FFFD}]0;title\u{FFFD}"),
      ("a\u{0}\u{7F}\u{8}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
      // A line stays one line.
      ("a\nb\tc\rd\u{B}e\u{C}f\u{85}g\u{2028}h\u{2029}i", "a b c d e f g h i"),
      // Nothing turns the direction.
      ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
      // Nothing stands there unseen.
      ("a\u{200B}b\u{2060}c\u{FEFF}d\u{AD}e\u{3164}f\u{E0041}g", "abcdefg"),
      ("a\u{FFF9}b", "a\u{FFFD}b"),
      // Words stay as they were typed: not composed, joined as they were.
      ("e\u{301}", "e\u{301}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("\u{1F469}\u{200D}\u{2696}\u{FE0F}", "\u{1F469}\u{200D}\u{2696}\u{FE0F}"),
    ])
  func aLineIsMadeSafe(typed: String, said: String) {
    #expect(Array(SafeText.line(typed).unicodeScalars) == Array(said.unicodeScalars))
    #expect(SafeText.line(said) == said)
  }

  @Test func theLinesOfATextStay() {
    #expect(SafeText.lines("a\u{1B}\nb\r\n\nc") == "a\u{FFFD}\nb \n\nc")
  }

  /// Of every scalar: what comes out acts on nothing.
  @Test func noScalarActs() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for out in SafeText.line("a\(scalar)b").unicodeScalars {
        let properties = out.properties
        let isSafe =
          properties.generalCategory != .control && !properties.isBidiControl
          && properties.generalCategory != .lineSeparator
          && properties.generalCategory != .paragraphSeparator
        if !isSafe { Issue.record("U+\(String(value, radix: 16)) comes out") }
      }
    }
  }
}
