import Documents
import Testing

@testable import Drafting

/// A list that continues a sentence reads as one sentence, whichever of its items are there.
struct ListEndingsTests {
  private func ends(_ items: [[Run]]) -> [String] {
    let list = List(
      ordered: true,
      items: items.map {
        List.Item(
          marker: "(a)",
          blocks: [.paragraph(Paragraph(number: nil, anchor: nil, style: .body, runs: $0))])
      })
    return ListEndings.set(list).items.map { $0.blocks.map(\.text).joined() }
  }

  /// An item that repeats: what it says, and the joint that its author wrote.
  private func rows(_ words: [String], _ joint: String) -> [[Run]] {
    words.map { [Run($0, provenance: Provenance(question: "q")), Run(joint)] }
  }

  @Test func theJointStandsOnceBeforeTheLastItem() {
    #expect(ends(rows(["one", "two", "three"], "; or")) == ["one;", "two; or", "three."])
    #expect(ends(rows(["one", "two"], "; and")) == ["one; and", "two."])
    #expect(ends(rows(["one"], "; and")) == ["one."])
  }

  @Test func theJointOfTheAuthorMovesWithTheLastItem() {
    let fixed = ["one;", "two; and", "three."].map { [Run($0)] }
    #expect(ends(fixed) == ["one;", "two; and", "three."])
    #expect(ends(Array(fixed.dropLast())) == ["one; and", "two."])
    #expect(
      ends([[Run("one")], [Run("two; and")]] + rows(["three"], "; and")) == [
        "one;", "two; and", "three.",
      ])
  }

  @Test func aListWithoutAJointHasNone() {
    #expect(ends([[Run("one")], [Run("two,")], [Run("three;")]]) == ["one;", "two,", "three."])
  }

  @Test func whatEndsWellStays() {
    #expect(
      ends(rows(["Example, Inc.", "Why?", "Sample, Inc."], "; and")) == [
        "Example, Inc.", "Why?", "Sample, Inc.",
      ])
  }

  @Test func aBlankKeepsItsOwnWords() {
    let blank = Run("[notice; and]", kind: .reference(anchor: "x"))
    #expect(ends([[Run("one; and")], [blank]]) == ["one; and", "[notice; and]."])
  }
}
