import Canvas
import PlainText
import TestSupport
import Testing

@Suite struct FrameTests {
  @Test("names of every kind stand in their cells")
  func names() throws {
    var frame = Frame(size: Size(columns: 24, rows: 7))
    let names = [
      "Müller & Söhne", "Mu\u{308}ller", "山田商事株式会社", "한국전자", "حسن البنا", "שרה כהן",
      "Nguyễn Thị Hòa",
    ]
    for (row, name) in names.enumerated() {
      let end = frame.put(name, at: Point(x: 1, y: row))
      frame.put("|", at: Point(x: end, y: row))
    }
    frame.caret = Point(x: 3, y: 2)
    try Golden.expect(frame.snapshot, "names.txt")
  }

  @Test("put says where the text ends")
  func ends() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    #expect(frame.put("山a", at: Point(x: 1, y: 0)) == 4)
    #expect(frame.put("long words", at: Point(x: 4, y: 0)) == 10)
    #expect(frame.text(row: 0) == " 山along w")
  }

  @Test("text is cut at characters, on both sides")
  func clipping() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    #expect(frame.put("山山山山", at: Point(x: -1, y: 0)) == 5)
    #expect(frame.text(row: 0) == " 山山")
    let clip = Rect(x: 1, y: 0, width: 3, height: 1)
    var other = Frame(size: Size(columns: 6, rows: 1))
    other.put("abcdef", at: Point(x: 0, y: 0), within: clip)
    #expect(other.text(row: 0) == " bcd")
    other.put("outside", at: Point(x: 0, y: 5))
    other.put("outside", at: Point(x: 9, y: 0))
    #expect(other.text == " bcd")
  }

  @Test("half of a wide character never stands")
  func halves() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put("山山", at: Point(x: 0, y: 0))
    frame.put("a", at: Point(x: 1, y: 0))
    #expect(frame.text(row: 0) == " a山")
    frame.put("b", at: Point(x: 2, y: 0))
    #expect(frame.text(row: 0) == " ab")
    frame.put("山", at: Point(x: 1, y: 0))
    #expect(frame.text(row: 0) == " 山")
    frame.put("山", at: Point(x: 0, y: 0))
    #expect(frame.text(row: 0) == "山")
  }

  @Test("whatever is put, each row has as many columns as the frame")
  func randomFrames() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var frame = Frame(size: Size(columns: 17, rows: 2))
      for _ in 0..<8 {
        let x = Int.random(in: -4..<20, using: &random)
        frame.put(random.text(length: 6), at: Point(x: x, y: Int.random(in: 0..<2, using: &random)))
      }
      for y in 0..<2 {
        var columns = 0
        var halves = 0
        for cell in frame.row(y) {
          if cell.isRightHalf { halves += 1 }
          var isBase = true
          cell.forEachScalar { value in
            if isBase { columns += Unicode.Scalar(value).flatMap(CellWidth.of) ?? 1000 }
            isBase = false
          }
        }
        #expect(columns == 17)
        #expect(halves <= 8)
      }
    }
  }

  @Test("rows are compared by what they show")
  func rows() {
    var one = Frame(size: Size(columns: 5, rows: 2))
    var other = one
    one.put("a", at: Point(x: 0, y: 1))
    other.put("a", at: Point(x: 0, y: 1), style: .error)
    #expect(one.changes(inRow: 0, since: other) == nil)
    #expect(one.changes(inRow: 1, since: other) == 0..<1)
    other.restyle(other.bounds, style: .normal)
    #expect(one == other)
    #expect(one.changes(inRow: 0, since: Frame(size: Size(columns: 6, rows: 2))) == 0..<5)
  }

  @Test("what changed takes wide characters whole")
  func wideChanges() {
    func frame(_ text: String, _ restyled: Rect? = nil) -> Frame {
      var frame = Frame(size: Size(columns: 8, rows: 1))
      frame.put(text, at: Point(x: 0, y: 0))
      if let restyled { frame.restyle(restyled, style: .error) }
      return frame
    }
    let old = frame("a山田b")
    #expect(frame("a山川b").changes(inRow: 0, since: old) == 3..<5)
    #expect(frame("axy田b").changes(inRow: 0, since: old) == 1..<3)
    #expect(old.changes(inRow: 0, since: frame("ax 田b")) == 1..<3)
    // Half of one in another style: both halves are put again.
    let right = frame("a山田b", Rect(x: 2, y: 0, width: 1, height: 1))
    #expect(right.changes(inRow: 0, since: old) == 1..<3)
    let left = frame("a山田b", Rect(x: 3, y: 0, width: 1, height: 1))
    #expect(left.changes(inRow: 0, since: old) == 3..<5)
  }

  @Test("the caret stays inside")
  func caret() {
    var frame = Frame(size: Size(columns: 5, rows: 2))
    frame.caret = Point(x: 9, y: -1)
    #expect(frame.caret == Point(x: 4, y: 0))
    var none = Frame(size: Size(columns: 0, rows: 0))
    none.put("a", at: Point(x: 0, y: 0))
    none.caret = Point(x: 1, y: 1)
    #expect(none.caret == Point(x: 0, y: 0))
    #expect(none.text == "")
  }

  @Test("rectangles are split without loss")
  func rectangles() {
    let all = Rect(x: 2, y: 3, width: 10, height: 6)
    #expect(all.splitTop(2).rest == Rect(x: 2, y: 5, width: 10, height: 4))
    #expect(all.splitBottom(1).bottom == Rect(x: 2, y: 8, width: 10, height: 1))
    #expect(all.splitLeft(4).rest == Rect(x: 6, y: 3, width: 6, height: 6))
    #expect(all.splitRight(99).right == all)
    #expect(all.inset(columns: 6).isEmpty)
    #expect(all.intersection(Rect(x: 50, y: 0, width: 5, height: 5)).isEmpty)
  }

  @Test("no golden is left over")
  func orphans() throws {
    #expect(try Golden.orphans() == [])
  }
}
