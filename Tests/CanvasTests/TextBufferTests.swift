import Canvas
import PlainText
import TestSupport
import Testing

@Suite struct TextBufferTests {
  private func buffer(_ text: String, at caret: Int? = nil, wrapWidth: Int? = nil) -> TextBuffer {
    var buffer = TextBuffer(text, multiline: true, wrapWidth: wrapWidth)
    if let caret { buffer.moveCaret(to: caret) }
    return buffer
  }

  private func expect(
    _ buffer: inout TextBuffer, deleting motion: CaretMotion, gives expected: String
  ) {
    let deleted = buffer.delete(motion)
    #expect(deleted == expected)
  }

  @Test("one Backspace takes one user-perceived character")
  func backspace() {
    var field = TextBuffer("Ae\u{301}山👩‍⚖️")
    #expect(field.count == 4)
    field.delete(.left)
    #expect(field.text == "Ae\u{301}山")
    field.delete(.left)
    field.delete(.left)
    #expect(field.text == "A")
  }

  @Test("scalars that come one by one become one character, and stay as typed")
  func joining() {
    var field = TextBuffer()
    for scalar in "e\u{301}👩\u{200D}⚖\u{FE0F}🇩🇪".unicodeScalars { field.type(String(scalar)) }
    #expect(field.count == 3)
    #expect(field.text.unicodeScalars.count == 8)
    #expect(field.caret == 3)
    field.moveCaret(to: 0)
    field.type("X")
    field.type("\u{308}")
    #expect(field.characters.first == "X\u{308}")
    #expect(field.caret == 1)
  }

  @Test("a line of its own holds no line end")
  func oneLine() {
    var field = TextBuffer()
    let typed = field.paste("Acme Ltd\r\nHigh\u{202E} Street\u{7}")
    #expect(field.text == "Acme Ltd High Street")
    #expect(typed.joinedLines)
    #expect(typed.dropped == 2)
  }

  @Test("a break within a paragraph and a page's end are line ends")
  func breaks() {
    let pasted = "Street 1\u{B}12345 City\u{C}Page two\r\nNext\u{2028}last"
    let lines = TypedText(pasted, multiline: true)
    #expect(lines.text == "Street 1\n12345 City\nPage two\nNext\nlast")
    #expect(lines.dropped == 0)
    let line = TypedText(pasted, multiline: false)
    #expect(line.text == "Street 1 12345 City Page two Next last")
    #expect(line.joinedLines)
  }

  @Test("words")
  func words() {
    var text = buffer("the data-subject's  rights")
    text.move(.wordLeft)
    #expect(text.caret == 20)
    text.move(.wordLeft)
    #expect(text.caret == 9)
    expect(&text, deleting: .wordLeft, gives: "data-")
    text.move(.wordRight)
    #expect(text.caret == 13)
    expect(&text, deleting: .wordRight, gives: "  rights")
  }

  @Test("lines")
  func lines() {
    var text = buffer("one two\nthree", at: 3)
    expect(&text, deleting: .lineEnd, gives: " two")
    expect(&text, deleting: .lineEnd, gives: "\n")
    #expect(text.text == "onethree")
    expect(&text, deleting: .lineStart, gives: "one")
    expect(&text, deleting: .lineStart, gives: "")
    text.move(.textEnd)
    #expect(text.caret == 5)
  }

  @Test("up and down go by rows as wrapped and keep the column")
  func rows() {
    var text = buffer("aaaa bb\n\ncccc 山dd", at: 3, wrapWidth: 5)
    #expect((0..<text.rowCount).map(text.rowText) == ["aaaa ", "bb", "", "cccc ", "山dd"])
    text.move(.down(1))
    #expect(text.caret == 7)
    text.move(.down(1))
    #expect(text.caret == 8)
    text.move(.down(2))
    #expect(text.caretColumn == 3)
    #expect(text.caretRow == 4)
    text.move(.down(1))
    #expect(text.caret == text.count)
    text.move(.up(9))
    #expect(text.caretRow == 0)
    text.move(.up(1))
    #expect(text.caret == 0)
    text.move(.rowEnd)
    #expect(text.caret == 4)
    text.move(.rowStart)
    #expect(text.caret == 0)
  }

  @Test("undo goes by words and pastes, redo comes back")
  func undo() {
    var field = TextBuffer("", multiline: true)
    for character in "one two" { field.type(String(character)) }
    field.paste(" and more")
    field.undo()
    #expect(field.text == "one two")
    field.undo()
    #expect(field.text == "one ")
    field.undo()
    #expect(field.text == "")
    #expect(!field.canUndo)
    field.redo()
    field.redo()
    #expect(field.text == "one two")
    #expect(field.caret == 7)
    for _ in 0..<3 { field.delete(.left) }
    field.undo()
    #expect(field.text == "one two")
    field.type("!")
    #expect(!field.canRedo)
    field.replaceAll(with: "other")
    field.undo()
    #expect(field.text == "one two!")
  }

  @Test("whatever is done, the buffer holds what a plain string would")
  func againstModel() {
    for seed in UInt64(1)...60 {
      var random = SeededGenerator(seed: seed)
      var text = buffer("", wrapWidth: seed % 3 == 0 ? nil : Int(seed % 17) + 1)
      var model = NaiveText()
      var past: [String] = []
      for _ in 0..<120 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4:
          let new = random.text(length: 3)
          text.paste(new)
          model.insert(TypedText(new, multiline: true).text)
        case 4, 5:
          text.delete(.left)
          model.deleteLeft()
        case 6:
          text.delete(.right)
          model.deleteRight()
        case 7:
          let place = Int.random(in: 0...max(1, text.count), using: &random)
          text.moveCaret(to: place)
          model.caret = min(place, model.text.count)
        case 8:
          text.move(.up(1))
          text.move(.down(2))
          model.caret = text.caret
        default:
          text.move(.wordLeft)
          model.caret = text.caret
        }
        past.append(text.text)
        #expect(text.text.unicodeScalars.elementsEqual(model.text.unicodeScalars))
        #expect(text.count == model.text.count)
        #expect(text.caret == model.caret)
        let fresh = buffer(text.text, at: text.caret, wrapWidth: text.wrapWidth)
        #expect(rowRanges(text) == rowRanges(fresh))
      }
      let last = text.text
      while text.canUndo {
        text.undo()
        #expect(past.contains(text.text) || text.isEmpty)
      }
      #expect(text.text == "")
      while text.redo() {}
      #expect(text.text.unicodeScalars.elementsEqual(last.unicodeScalars))
      #expect(rowRanges(text) == rowRanges(buffer(last, wrapWidth: text.wrapWidth)))
    }
  }

  private func rowRanges(_ text: TextBuffer) -> [Range<Int>] {
    (0..<text.rowCount).map(text.rowRange)
  }

  @Test("a long text without a single line end takes many keys at its end")
  func longText() {
    var text = TextBuffer(
      String(repeating: "clause ", count: 15_000), multiline: true, wrapWidth: 70)
    for _ in 0..<20_000 { text.type("x") }
    #expect(text.count == 125_000)
    var field = TextBuffer(String(repeating: "clause ", count: 15_000))
    for _ in 0..<5_000 { field.type("x") }
    #expect(field.count == 110_000)
  }

  @Test("a long value scrolls by half a field, and the caret is always in view")
  func fieldScroll() {
    var field = TextBuffer()
    var scroll = FieldScroll()
    var moves = 0
    for character in String(repeating: "The quick 山 fox. ", count: 12) {
      field.type(String(character))
      let before = scroll.first
      scroll.follow(field, width: 20)
      if scroll.first != before { moves += 1 }
      let shown = scroll.visible(field, width: 20)
      #expect(CellWidth.of(shown.text) <= 20)
      #expect(shown.caretColumn < 20)
      #expect(shown.caretColumn == CellWidth.of(shown.text))
    }
    #expect(moves < 25)
    while field.caret > 0 {
      field.move(.left)
      scroll.follow(field, width: 20)
      let shown = scroll.visible(field, width: 20)
      #expect((0..<20).contains(shown.caretColumn))
      #expect(scroll.first == 0 || shown.caretColumn > 0)
    }
    #expect(scroll.first == 0)
    #expect(scroll.visible(field, width: 20).text.hasSuffix(">"))
  }
}
