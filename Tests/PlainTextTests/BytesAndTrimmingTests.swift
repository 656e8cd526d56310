import PlainText
import Testing

@Suite struct BytesAndTrimmingTests {
  @Test func bytesAreHexadecimalAndBack() {
    #expect([UInt8]([0x00, 0x0F, 0xA5, 0xFF]).hexadecimal == "000fa5ff")
    #expect([UInt8](hexadecimal: "000fa5ff") == [0x00, 0x0F, 0xA5, 0xFF])
    for wrong in ["0", "0G", "0F", " 0", "é0"] { #expect([UInt8](hexadecimal: wrong) == nil) }
  }

  @Test func whiteSpaceGoesAtTheEnds() {
    #expect(" \t\n a b\u{A0}\u{3000}".trimmed == "a b")
    #expect("   ".trimmed.isEmpty)
    #expect("  a \t  ".withoutSpacesAtEnd == "  a \t")
  }
}
