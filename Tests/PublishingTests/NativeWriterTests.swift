import Documents
import Testing

@testable import Publishing

@Suite struct NativeWriterTests {
  @Test func markdownOfEveryBlock() {
    PublishedGolden.expect(Markdown.write(Sample.document()), is: "sample.md")
  }

  @Test func plainTextOfEveryBlock() {
    PublishedGolden.expect(PlainText.write(Sample.document()), is: "sample.txt")
  }

  @Test func htmlOfEveryBlock() {
    PublishedGolden.expect(HTML.write(Sample.document()), is: "sample.html")
  }

  @Test func jsonOfEveryBlock() {
    PublishedGolden.expect(DocumentJSON.write(Sample.document()) + "\n", is: "sample.json")
  }

  @Test func plainTextKeepsToItsWidth() {
    for document in [Sample.document(), LongSample.document()] {
      for line in PlainText.write(document).split(separator: "\n") {
        #expect(Columns.width(line) <= PlainText.width, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func aDraftSaysSoAndAFinalCopyDoesNot() {
    let draft = Sample.document()
    let final = Sample.document(standing: .final)
    for write in [Markdown.write, PlainText.write, HTML.write] {
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
    let text = PlainText.write(Sample.document())
    #expect(text.contains("Name:        Chatty Inc."))
    #expect(text.contains("Term       Meaning"))
  }
}
