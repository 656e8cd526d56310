import Canvas
import Testing

@testable import Screens

/// Pages of text where words are looked for.
@Suite struct LongSearchTests {
  @Test(
    "pages that are pasted or typed into a search are refused in words, and what stood there stays")
  func pages() throws {
    for key in ["/", "<Ctrl-G>"] {
      var sitting = try Sitting.atQuestions()
      sitting.press("\(key)name")
      sitting.desk.shared.notice = nil
      let frame = sitting.frame
      for message in messages(
        for: .paste(String(repeating: "abc defg ", count: 1200)), on: sitting.desk)
      {
        sitting.send(message)
      }
      #expect(sitting.desk.shared.notice?.text.contains("too long to look for") == true)
      sitting.press(String(repeating: "x", count: 1000))
      #expect(sitting.desk.shared.notice?.text.contains("too long to look for") == true)
      for _ in 0..<496 { sitting.press("<Backspace>") }
      sitting.desk.shared.notice = nil
      #expect(sitting.frame == frame)
    }
  }
}
