import PlainText
import Testing

@Suite struct SanitiserTests {
  /// One row a kind: what of it each policy lets through. "" is gone, "?" stands for U+FFFD, "=" is
  /// as it was.
  struct Row: CustomTestStringConvertible {
    let kind: ScalarKind
    let scalars: [UInt32]
    let line, document, diagnostic, field: String
    var testDescription: String { "\(kind)" }

    init(
      _ kind: ScalarKind, _ scalars: [UInt32], line: String, document: String, diagnostic: String,
      field: String
    ) {
      (self.kind, self.scalars) = (kind, scalars)
      (self.line, self.document, self.diagnostic, self.field) = (line, document, diagnostic, field)
    }
  }

  static let rows = [
    Row(
      .plain, [0x41, 0xA0, 0xFC, 0x301, 0x5C71, 0x1F44D, 0x1F3FD, 0xE000, 0xFFFD],
      line: "=", document: "=", diagnostic: "=", field: "="),
    Row(.newline, [0x0A], line: " ", document: "=", diagnostic: "?", field: "="),
    Row(
      .lineEnd, [0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029],
      line: " ", document: "\n", diagnostic: "?", field: "\n"),
    Row(.tab, [0x09], line: " ", document: " ", diagnostic: "=", field: "="),
    Row(
      .control, [0x00, 0x07, 0x08, 0x1B, 0x7F, 0x80, 0x9B],
      line: "?", document: "?", diagnostic: "?", field: ""),
    Row(
      .direction, [0x202A, 0x202E, 0x2066, 0x2069],
      line: "?", document: "", diagnostic: "?", field: ""),
    Row(
      .directionMark, [0x200E, 0x200F, 0x061C],
      line: "?", document: "=", diagnostic: "?", field: "="),
    Row(
      .annotation, [0xFFF9, 0xFFFA, 0xFFFB], line: "?", document: "?", diagnostic: "?", field: "="),
    Row(
      .noncharacter, [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF],
      line: "?", document: "?", diagnostic: "?", field: "="),
    Row(.byteOrderMark, [0xFEFF], line: "", document: "", diagnostic: "?", field: "="),
    Row(
      .tag, [0xE0001, 0xE0041, 0xE007F, 0xE0080, 0xE0FFF],
      line: "", document: "", diagnostic: "?", field: "="),
    Row(.joiner, [0x200C, 0x200D], line: "=", document: "=", diagnostic: "?", field: "="),
    Row(
      .variation, [0xFE0F, 0x180B, 0xE0100], line: "=", document: "=", diagnostic: "=", field: "="),
    Row(
      .invisible, [0xAD, 0x200B, 0x2060, 0x115F, 0x3164, 0x034F],
      line: "", document: "=", diagnostic: "?", field: "="),
    Row(.format, [0x600, 0x6DD, 0x110BD], line: "=", document: "=", diagnostic: "?", field: "="),
  ]

  @Test(arguments: rows)
  func eachPolicyTreatsAKindAsItSays(_ row: Row) throws {
    for value in row.scalars {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(ScalarKind(scalar) == row.kind, "\(String(value, radix: 16))")
      for (sanitiser, wanted) in [
        (Sanitiser.line, row.line), (.document, row.document), (.diagnostic, row.diagnostic),
        (.field, row.field),
      ] {
        let out = wanted == "=" ? String(scalar) : wanted == "?" ? "\u{FFFD}" : wanted
        let clean = sanitiser.clean("a\(scalar)b")
        #expect(
          Array(clean.unicodeScalars) == Array("a\(out)b".unicodeScalars),
          "\(String(value, radix: 16)): \(clean.debugDescription)")
        #expect(sanitiser.clean(clean) == clean)
      }
    }
  }

  @Test func everyKindHasItsRow() {
    #expect(Set(Self.rows.map(\.kind)) == Set(ScalarKind.allCases))
  }

  @Test(
    arguments: [
      ("plain words", "plain words"), ("Grüße, 山田 – “§ 7”", "Grüße, 山田 – “§ 7”"),
      // Nothing acts on a terminal.
      ("a\u{1B}[31mred", "a\u{FFFD}[31mred"), ("a\u{9B}2J", "a\u{FFFD}2J"),
      ("\u{1B}]0;title\u{7}", "\u{FFFD}]0;title\u{FFFD}"),
      // A line stays one line.
      ("a\nb\tc\rd\u{B}e\u{C}f\u{85}g\u{2028}h\u{2029}i", "a b c d e f g h i"),
      // Words stay as they were typed: not composed, joined as they were.
      ("e\u{301}", "e\u{301}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("\u{1F469}\u{200D}\u{2696}\u{FE0F}", "\u{1F469}\u{200D}\u{2696}\u{FE0F}"),
    ])
  func aLineIsMadeSafe(typed: String, said: String) {
    #expect(Array(Sanitiser.line.clean(typed).unicodeScalars) == Array(said.unicodeScalars))
  }

  @Test func theLinesOfATextStay() {
    #expect(Sanitiser.lines.clean("a\u{1B}\nb\r\n\nc") == "a\u{FFFD}\nb \n\nc")
    #expect(Sanitiser.document.clean("a\r\nb\r\rc\u{2028}d") == "a\nb\n\nc\nd")
    #expect(Sanitiser.documentLine.clean("\na\r\n\nb\n") == "a b")
  }

  @Test func aFieldSaysWhatItTookOut() {
    let typed = TypedText("a\u{1B}\u{202E}b\r\nc\td\u{200D}", multiline: false)
    #expect(typed.text == "ab c d\u{200D}")
    #expect(typed.dropped == 2)
    #expect(typed.joinedLines)
    let lines = TypedText("a\r\nb\tc", multiline: true)
    #expect(lines.text == "a\nb\tc")
    #expect(lines.dropped == 0 && !lines.joinedLines)
  }

  /// Of every scalar: what comes out acts on nothing.
  @Test func noScalarActs() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for out in Sanitiser.line.clean("a\(scalar)b").unicodeScalars {
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
