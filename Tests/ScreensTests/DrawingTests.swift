import Canvas
import TestSupport
import Testing

@testable import Screens

/// What a key changes on the screen: bytes are what differs between two frames.
@Suite struct DrawingTests {
  @Test(arguments: GoldenTests.sizes) func aTypedCharacterChangesOneCell(_ size: Size) throws {
    for way in ["<Enter>", "<Enter><Enter><Enter><Enter>", "<Ctrl-G>3<Enter>", "<Ctrl-G>7<Enter>"] {
      var sitting = try Sitting.atQuestions(size)
      sitting.press(way + "a<pause>b")
      let before = sitting.frame
      sitting.press("c")
      #expect(changedCells(before, sitting.frame) == 1, "\(way)")
    }
  }

  @Test(arguments: GoldenTests.sizes) func aMoveInAChoiceMovesAMarker(_ size: Size) throws {
    var sitting = try Sitting.atQuestions(size)
    sitting.press("<Ctrl-G>6<Enter><Down><pause>")
    let before = sitting.frame
    sitting.press("<Down>")
    #expect(changedCells(before, sitting.frame) == 2)
  }

  @Test(arguments: GoldenTests.sizes) func theCaretIsAtTheTextOrTheChosenRow(_ size: Size) throws {
    for screen in GoldenTests.screens
    where !["keys", "help", "preview", "reading"].contains(screen.name) {
      var sitting = try Sitting.atQuestions(size)
      sitting.press(screen.keys)
      let frame = sitting.frame
      let row = frame.text(row: frame.caret.y)
      #expect(frame.caret.y > 0 && frame.caret.y < size.rows - 1, "\(screen.name): \(row)")
    }
  }

  @Test func anySizeIsDrawn() throws {
    for columns in stride(from: 1, through: 300, by: 23) {
      for rows in stride(from: 1, through: 100, by: 11) {
        var sitting = try Sitting.atQuestions()
        sitting.press("<Enter>Nordlicht<resize:\(columns)x\(rows)><pause>")
        #expect(sitting.frame.size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test func resizingKeepsThePlaceAndTheText() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht<resize:40x12><resize:120x40><resize:80x24>GmbH")
    #expect(sitting.frame.text.contains("NordlichtGmbH"))
  }

  private func changedCells(_ one: Frame, _ other: Frame) -> Int {
    (0..<one.size.rows).reduce(0) { sum, y in
      sum + zip(one.row(y), other.row(y)).filter { $0 != $1 }.count
    }
  }
}
