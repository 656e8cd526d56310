import Testing

@testable import Screens

/// Words of a passage that would be quoted.
@Suite struct WordMarksTests {
  @Test func wordsAreMarkedInScriptsWithoutSpaces() {
    let text = "処理者は契約に従う。個人データを\u{FF08}山田\u{FF09}削除する。"
    var marks = WordMarks(text, around: [])
    marks.narrow(around: [])
    #expect(marks.quotation(of: text) == "処理者は契約に従う。")
    marks.turn(by: 1)
    #expect(marks.quotation(of: text).hasPrefix("個人データを"))
    #expect(WordMarks(text, marking: "契約に従う")?.quotation(of: text) == "契約に従う。")
  }

  @Test func marksKeepToTheSentenceInWhichMostWasFound() {
    let text = "First one here. Then \(String(repeating: "word ", count: 60))object end."
    let start = text.count - 11
    let marks = WordMarks(text, around: [start..<(start + 6)])
    let quotation = marks.quotation(of: text)
    #expect(quotation.contains("object") && !quotation.contains("First"))
    #expect(
      quotation.hasPrefix("Then word") && quotation.split(separator: " ").count <= WordMarks.long)
    #expect(
      WordMarks("One two. Three four.", around: [0..<3]).quotation(of: "One two. Three four.")
        == "One two. Three four")
    #expect(WordMarks("", around: []).quotation(of: "") == "")
    #expect(WordMarks("a b c", marking: "B, c!")?.quotation(of: "a b c") == "b c")
    #expect(WordMarks("a b c", marking: "c a") == nil)
  }

  @Test func aNumberIsMarkedWithItsSentenceAndOtherwiseNothingMoves() {
    let text = "Notice comes in ten (10) days. Objections follow in 30 days."
    var marks = WordMarks(text, around: [])
    marks.narrow(to: "30 days", in: text)
    #expect(marks.quotation(of: text) == String(text.dropLast()), "what holds it stays")
    marks.narrow(around: [0..<6])
    #expect(marks.quotation(of: text) == "Notice comes in ten (10) days")
    for other in ["45 days", "days"] {
      marks.narrow(to: other, in: text)
      #expect(marks.quotation(of: text) == "Notice comes in ten (10) days", "\(other)")
    }
    marks.narrow(to: "30 days", in: text)
    #expect(marks.quotation(of: text) == "Objections follow in 30 days")
  }
}
