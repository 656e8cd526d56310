import Glibc
import PlainText
import Testing

@Suite struct CellWidthTests {
  /// The table says what glibc 2.36 says; other versions know more scalars, or fewer.
  static let isReferenceSystem: Bool = {
    var version = [CChar](repeating: 0, count: 64)
    confstr(Int32(_CS_GNU_LIBC_VERSION), &version, version.count)
    return version.prefix { $0 != 0 }.elementsEqual("glibc 2.36".utf8.map(CChar.init))
  }()

  private typealias WidthOfWideCharacter = @convention(c) (wchar_t) -> Int32

  @Test("every scalar is as wide as wcwidth says", .enabled(if: isReferenceSystem))
  func everyScalar() throws {
    // Declared for X/Open only, so the importer does not see it; wcwidth(3).
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: WidthOfWideCharacter.self)
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var wrong: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let system = Int(wcwidth(wchar_t(bitPattern: value)))
      if (CellWidth.of(scalar) ?? -1) != system {
        wrong.append("U+\(String(value, radix: 16)): \(system)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(20))")
  }

  @Test(
    "a character is as wide as its simple form",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("山", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("Ａ", 2), ("👩‍⚖️", 3), ("👍🏽", 2), ("🇩🇪", 2), ("⚠️", 1), ("\u{200B}", 0), ("\u{7}", 0), ("\t", 1),
      ("\u{AD}", 0), ("\u{1FAE8}", 1), ("ש\u{5C1}\u{5BC}", 1), ("\u{301}", 1),
    ] as [(Character, Int)])
  func characters(_ character: Character, _ width: Int) {
    #expect(CellWidth.of(character) == width)
    #expect(DisplayText(String(character)).width == width)
  }
}
