import PackModel
import Papers
import TestSupport
import Testing

@Suite("What a reader should look at")
struct WatchTests {
  private let paper = Paper(
    format: .text,
    read: [
      ReadPassage(.heading, level: 1, text: "Acceptable Use Policy"),
      ReadPassage(
        .text, text: "Vendor uses commercially reasonable efforts, see https://example.com/list."),
      ReadPassage(
        .text, text: "The Acceptable Use Policy applies, and this Agreement prevails over it."),
      ReadPassage(
        .text, text: "Customer is deemed to have accepted; the list is at example.org/subs)."),
      ReadPassage(.text, text: "Vendor deletes the data."),
    ])

  private func words(_ list: WatchList, titles: [String] = []) -> [String] {
    WatchReading.places(in: PassageIndex(paper), [list], titles: titles).flatMap { place in
      place.matches.map { range in
        String(
          decoding: paper.passages[place.position].text.utf8.dropFirst(range.lowerBound)
            .prefix(range.count), as: UTF8.self)
      }
    }
  }

  @Test("words of a list, each with its place")
  func listed() {
    let list = WatchList(id: "s", name: "", why: "", words: ["reasonable efforts", "deemed"])
    #expect(words(list) == ["reasonable efforts", "deemed"])
  }

  @Test("addresses on the web")
  func links() {
    let list = WatchList(id: "l", name: "", why: "", links: true)
    #expect(words(list) == ["https://example.com/list", "example.org/subs"])
  }

  @Test("other papers by their titles, but for those that were added")
  func papers() {
    let list = WatchList(id: "p", name: "", why: "", titles: ["Policy", "Agreement"])
    #expect(words(list) == ["Acceptable Use Policy"])
    #expect(words(list, titles: ["Vendor's Acceptable Use Policy"]).isEmpty)
  }

  @Test("the shipped lists find their own kind in an ordinary sentence")
  func shipped() throws {
    let lists = try #require(TestPacks.real.searches.first).watch
    #expect(lists.count >= 7)
    #expect(lists.allSatisfy { !$0.why.isEmpty && !$0.name.isEmpty })
    let found = Set(WatchReading.places(in: PassageIndex(paper), lists).map(\.position))
    #expect(found == [1, 2, 3])
  }
}
