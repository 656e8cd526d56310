import Foundation
import Glibc
import PlainText
import TestSupport
import Testing

@Suite struct DisplayTextTests {
  @Test(
    "text is shown in simple form",
    arguments: [
      ("Acme", "Acme"), ("Mu\u{308}ller", "M\u{FC}ller"), ("Vie\u{323}\u{302}t", "Vi\u{1EC7}t"),
      ("Vie\u{302}\u{323}t", "Vi\u{1EC7}t"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
      ("👩‍⚖️", "👩⚖"), ("⚠️", "⚠"), ("👍🏽", "👍"), ("a\u{200B}b", "ab"), ("a\u{202E}b", "ab"),
      ("one\ttwo\nthree\r\nfour", "one two three four"), ("be\u{7}ll", "bell"),
      ("soft\u{AD}ware", "software"), ("\u{1FAE8}", "\u{FFFD}"), ("\u{301}a", "\u{25CC}\u{301}a"),
      ("שלום", "שלום"), ("مرحبا", "مرحبا"), ("é\u{200D}", "é"), ("", ""),
    ])
  func simpleForm(_ stored: String, _ shown: String) {
    let text = DisplayText(stored).text
    #expect(
      text.unicodeScalars.elementsEqual(shown.unicodeScalars), "\(text.unicodeScalars.map(\.value))"
    )
  }

  @Test("every composed letter is found again from its parts")
  func composition() {
    var wrong: [String] = []
    for value in UInt32(0xA0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), CellWidth.of(scalar) != nil else { continue }
      let letter = String(Character(scalar))
      let parts = letter.decomposedStringWithCanonicalMapping
      guard parts.unicodeScalars.count > 1, CellWidth.of(scalar) != 0 else { continue }
      let composed = letter.precomposedStringWithCanonicalMapping
      let shown = DisplayText(parts).text
      if !shown.unicodeScalars.elementsEqual(composed.unicodeScalars) {
        wrong.append(String(value, radix: 16))
      }
    }
    #expect(wrong == [])
  }

  @Test("the simple form of anything is drawn as wide as it is counted, and is its own simple form")
  func randomText() {
    var random = SeededGenerator(seed: 28)
    for _ in 0..<2000 {
      let text = random.text(length: 12)
      let shown = DisplayText(text)
      #expect(DisplayText(shown.text) == shown)
      var sum = 0
      for scalar in shown.text.unicodeScalars { sum += CellWidth.of(scalar) ?? 1000 }
      #expect(sum == shown.width)
      #expect(CellWidth.of(text) == shown.width)
    }
  }

  @Test("clipping keeps whole characters and says that something is missing")
  func clipping() {
    #expect(DisplayText("Acme Ltd").clipped(to: 8).text == "Acme Ltd")
    #expect(DisplayText("Acme Ltd").clipped(to: 6).text == "Acme …")
    #expect(DisplayText("山田商事").clipped(to: 6).text == "山田…")
    #expect(DisplayText("山田商事").clipped(to: 6).width == 5)
    #expect(DisplayText("山田").clipped(to: 0).text == "")
  }
}
