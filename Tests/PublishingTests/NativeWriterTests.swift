import Documents
import PlainText
import TestSupport
import Testing

@testable import Publishing

@Suite struct NativeWriterTests {
  @Test func markdownOfEveryBlock() throws {
    try Golden.expect(Markdown.write(Sample.document()), "sample.md")
  }

  @Test func plainTextOfEveryBlock() throws {
    try Golden.expect(PlainDocument.write(Sample.document()), "sample.txt")
  }

  @Test func htmlOfEveryBlock() throws {
    try Golden.expect(HTML.write(Sample.document()), "sample.html")
  }

  @Test func jsonOfEveryBlock() throws {
    try Golden.expect(DocumentJSON.write(Sample.document()) + "\n", "sample.json")
  }

  @Test func plainTextKeepsToItsWidth() {
    for document in [Sample.document(), LongSample.document()] {
      for line in PlainDocument.write(document).split(separator: "\n") {
        #expect(CellWidth.of(line) <= PlainDocument.width, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func aDraftSaysSoAndAFinalCopyDoesNot() {
    let draft = Sample.document()
    let final = Sample.document(standing: .final)
    for write in [Markdown.write, PlainDocument.write, HTML.write] {
      #expect(write(draft).contains("DRAFT"))
      #expect(!write(final).contains("DRAFT"))
      #expect(!write(final).contains("Open points"))
    }
  }

  @Test(arguments: [
    (["short"], 10, ["short"]),
    (["two words"], 5, ["two", "words"]),
    (["一二三四五"], 4, ["一二", "三四", "五"]),
    (["条款。"], 4, ["条", "款。"]),
  ])
  func linesBreak(_ text: [String], _ width: Int, _ lines: [String]) {
    #expect(Columns.wrap(text[0], width: width) == lines)
  }

  @Test func aTableThatIsTooWideBecomesALabelledList() {
    let text = PlainDocument.write(Sample.document())
    #expect(text.contains("Name:        Chatty Inc."))
    #expect(text.contains("Term       Meaning"))
  }
}
