import PlainText
import TestSupport
import Testing

@Suite struct WrappingTests {
  private func rows(_ text: String, _ width: Int, first: Int = 0, hanging: Int = 0) -> [String] {
    wrap(text, width: width, firstIndent: first, hangingIndent: hanging).map(\.text)
  }

  @Test("rows end at words")
  func words() {
    #expect(rows("the processor shall not engage", 14) == ["the processor", "shall not", "engage"])
    #expect(rows("one two", 3) == ["one", "two"])
    #expect(rows("one  two", 4) == ["one", "two"])
    #expect(rows("", 5) == [""])
    #expect(rows("a\n\nb\n", 5) == ["a", "", "b", ""])
  }

  @Test("long words are broken, hyphens and Chinese break too, numbers and closing marks do not")
  func breaks() {
    #expect(rows("abcdefgh", 3) == ["abc", "def", "gh"])
    #expect(rows("well-known facts", 6) == ["well-", "known", "facts"])
    #expect(rows("on 2026-11-21", 10) == ["on", "2026-11-21"])
    #expect(rows("山田商事", 5) == ["山田", "商事"])
    #expect(rows("山田、商事", 4) == ["山", "田、", "商事"])
    #expect(rows("28\u{A0}days", 4) == ["28\u{A0}d", "ays"])
  }

  @Test("rows that go on hang under the text")
  func indents() {
    #expect(
      rows("(a) the first of them", 12, hanging: 4) == ["(a) the", "    first of", "    them"])
    #expect(rows("one two\nthree", 7, first: 2) == ["  one", "two", "  three"])
  }

  private func lines(_ text: String, _ width: Int, longest: Int = 20) -> [String] {
    wrap(text, width: width, rule: .document(longest: longest)).map(\.text)
  }

  @Test("in a document spaces are one, hyphens hold, and an address stays whole")
  func documents() {
    #expect(lines("  two   words ", 5) == ["two", "words"])
    #expect(lines("one  two", 8) == ["one two"])
    #expect(lines("well-known facts", 6) == ["well-known", "facts"])
    #expect(lines("see https://a.example/b now", 8) == ["see", "https://a.example/b", "now"])
    #expect(
      lines("see aaaaaaaaaaaaaaaaaaaaaaaaa b", 10, longest: 20) == [
        "see", "aaaaaaaaaa", "aaaaaaaaaa", "aaaaa b",
      ])
    #expect(lines("\u{FC}ber  drei", 20) == ["\u{FC}ber drei"])
    #expect(lines("山田、商事", 4) == ["山", "田、", "商事"])
    #expect(lines("a\n\n b\n", 5) == ["a", "", "b", ""])
    #expect(lines("e\u{301}\u{200D} x", 9) == ["e\u{301}\u{200D} x"])
  }

  @Test("plain text has the rows of the same text with accents")
  func plainText() {
    var random = SeededGenerator(seed: 4)
    let letters = Array("aeo ,.-/();:bc 12")
    for _ in 0..<500 {
      let text = String((0..<60).compactMap { _ in letters.randomElement(using: &random) })
      let accented = String(text.map { $0 == "a" ? "\u{E4}" : $0 })
      let width = Int.random(in: 1..<25, using: &random)
      #expect(wrap(text, width: width).map(\.source) == wrap(accented, width: width).map(\.source))
    }
  }

  @Test("every character has its row, and no row is too wide")
  func properties() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1500 {
      let text = random.text(length: 40)
      let width = Int.random(in: 1..<20, using: &random)
      let lines = wrap(text, width: width, hangingIndent: Int.random(in: 0..<4, using: &random))
      var end = 0
      for line in lines {
        let between = text.dropFirst(end).prefix(line.source.lowerBound - end)
        #expect(between.allSatisfy(\.isNewline) && between.count <= 1)
        end = line.source.upperBound
        let shown = CellWidth.of(line.text)
        // One character that is wider than the row must stand somewhere.
        #expect(shown <= width || shown - line.indent <= 2 || line.source.count <= 2)
      }
      #expect(end == text.count)
    }
  }
}
