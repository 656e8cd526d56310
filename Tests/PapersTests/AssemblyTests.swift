import Papers
import Testing

@Suite("The place of a passage")
struct AssemblyTests {
  private func paper(_ read: [ReadPassage]) -> Paper { Paper(format: .text, read: read) }

  @Test("numbers lead to a passage as it is cited")
  func citations() {
    let paper = paper([
      ReadPassage(.heading, number: "4", level: 1, text: "Sub-processors"),
      ReadPassage(.text, number: "4.1", level: 2, text: "The vendor may engage companies."),
      ReadPassage(.text, number: "(a)", level: 3, text: "with notice"),
      ReadPassage(.text, number: "(i)", level: 4, text: "by mail"),
      ReadPassage(.text, text: "and with a list."),
      ReadPassage(.text, number: "(b)", level: 3, text: "without"),
      ReadPassage(.heading, level: 1, text: "Schedule 1"),
      ReadPassage(.text, text: "Types of data"),
      ReadPassage(.heading, number: "Clause 7", level: 2, text: "Docking"),
      ReadPassage(.text, number: "(a)", level: 3, text: "An entity may accede."),
    ])
    #expect(
      paper.passages.map(\.citation) == [
        "4", "4.1", "4.1(a)", "4.1(a)(i)", "4.1(a)(i)", "4.1(b)", nil, nil, "Clause 7",
        "Clause 7(a)",
      ])
    #expect(paper.passages[3].headings == [0])
    #expect(paper.passages[9].headings == [6, 8])
  }

  @Test("rows that a table counts lead to nothing behind it")
  func tables() {
    let paper = paper([
      ReadPassage(.text, number: "4.1", level: 2, text: "These companies are engaged:"),
      ReadPassage(.cell, number: "1", level: 3, text: "Hosting Ltd"),
      ReadPassage(.cell, text: "Ireland"),
      ReadPassage(.text, text: "They are engaged until further notice."),
    ])
    #expect(paper.passages.map(\.citation) == ["4.1", "4.1.1", "4.1.1", "4.1"])
  }

  @Test("an anchor is of the words, and tells the second of the same words apart")
  func anchors() {
    let one = paper([
      ReadPassage(.text, number: "1", text: "It “deletes” data — now."),
      ReadPassage(.text, text: "Other"),
      ReadPassage(.text, number: "9", text: "It \"deletes\" data - now"),
    ])
    #expect(one.passages[2].anchor == one.passages[0].anchor + "-2")
    #expect(one.passages[0].anchor != one.passages[1].anchor)
    #expect(one.passage(one.passages[2].anchor)?.position == 2)
  }
}
