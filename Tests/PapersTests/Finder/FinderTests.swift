import PackModel
import TestSupport
import Testing

@testable import Papers

@Suite("Passages are found")
struct FinderTests {
  private func found(_ texts: [ReadPassage], _ query: PassageQuery, limit: Int = 5)
    -> [FoundPassage]
  {
    PassageIndex(Paper(format: .text, read: texts)).best(query, limit: limit)
  }

  private static let query = PassageQuery(
    terms: [
      .init("sub-processor", weight: 3), .init("notif*", weight: 2), .init("notice", weight: 2),
    ],
    groups: [
      .init(.must, ["sub-processor"]), .init(.must, ["notif*", "notice"]),
      .init(.against, ["liab*"]),
    ], headings: ["sub-process*"])

  @Test("the passage is found, not its heading, and its words are marked")
  func passageUnderItsHeading() throws {
    let text = "We give notice of each new subprocessor."
    let found = found(
      [
        ReadPassage(.heading, number: "4", level: 1, text: "Notification of Sub-processors"),
        ReadPassage(.text, number: "4.1", level: 2, text: text),
        ReadPassage(.heading, number: "5", level: 1, text: "Law"),
        ReadPassage(.text, number: "5.1", level: 2, text: "The law of Austria applies."),
      ], Self.query)
    let best = try #require(found.first)
    #expect(best.position == 1)
    #expect(found.allSatisfy { $0.position != 0 })
    let marked = best.matches.map {
      String(decoding: text.utf8.dropFirst($0.lowerBound).prefix($0.count), as: UTF8.self)
    }
    #expect(marked == ["notice", "subprocessor"])
    #expect(best.because == [.init(group: 0, isHere: true), .init(group: 1, isHere: true)])
    #expect(!best.isBelowThreshold)
  }

  @Test("a short numbered line with items below it is a heading too")
  func numberedHeading() {
    let found = found(
      [
        ReadPassage(.text, number: "4.1", level: 2, text: "Notice of Sub-processors."),
        ReadPassage(
          .text, number: "(a)", level: 3, text: "Vendor notifies Customer of each Sub-processor."),
      ], Self.query)
    #expect(found.map(\.position) == [1])
  }

  @Test("an item counts the words that lead in to it, by half")
  func leadIn() throws {
    let found = found(
      [
        ReadPassage(
          .text, number: "4.1", level: 2, text: "As to each sub-processor, the vendor shall:"),
        ReadPassage(.text, number: "(a)", level: 3, text: "give the customer notice in writing;"),
        ReadPassage(.text, number: "(b)", level: 3, text: "keep its books in order."),
        ReadPassage(
          .text, number: "9", level: 1, text: "Each party gives notice of a new address."),
      ], Self.query)
    #expect(found.first?.position == 1)
    #expect(found.first?.isBelowThreshold == false)
    #expect(found.first { $0.position == 3 }?.isBelowThreshold == true)
  }

  @Test("a passage of a thousand words does not win by its length")
  func longPassage() {
    let long = (0..<80).map {
      "The vendor keeps record \($0) of each sub-processor, every customer and any notice."
    }
    .enumerated().map {
      $0.offset % 7 == 0 ? $0.element : "Nothing else is said of anything in sentence \($0.offset)."
    }
    .joined(separator: " ")
    let found = found(
      [
        ReadPassage(.text, text: long),
        ReadPassage(.text, text: "Vendor shall notify Customer of a new sub-processor by notice."),
      ], Self.query)
    #expect(found.first?.position == 1)
  }

  @Test("where nothing is there, nothing is called found")
  func nothing() {
    let found = found(
      [
        ReadPassage(.text, text: "Notices go to the address above."),
        ReadPassage(.text, text: "Austria."),
      ],
      Self.query)
    #expect(found.allSatisfy { $0.isBelowThreshold })
    #expect(self.found([], Self.query).isEmpty)
  }

  @Test("one searches all papers at once, by words as they are typed")
  func search() {
    let papers = ["The vendor deletes backups.", "The customer may audit backups of the vendor."]
      .map {
        PassageIndex(Paper(format: .text, read: [ReadPassage(.text, text: $0)]))
      }
    func found(_ words: String) -> [Int] {
      PassageIndex.search(words, in: papers, limit: 9).map(\.paper)
    }
    #expect(found("audit backup") == [1, 0])
    #expect(found("dele") == [0])
    #expect(found("\"vendor deletes\"") == [0])
    #expect(found("nobody").isEmpty)
    #expect(found("  ").isEmpty)
  }

  // MARK: Papers

  @Test("an article is found by its short form too")
  func shortArticles() {
    let query = PassageQuery(
      terms: [.init("article 35", weight: 5)], groups: [.init(.must, ["article 35"])])
    let found = found(
      [
        ReadPassage(.text, text: "We supply what a study under Art. 35 needs."),
        ReadPassage(.text, text: "Measures follow the state of the art of 35 firms."),
      ], query)
    #expect(found.map(\.position) == [0] && found.first?.isBelowThreshold == false)
  }

  @Test("an agreement that speaks to you in plain words is read as well as one in the law's")
  func plainWords() throws {
    let pack = TestPacks.real
    let search = try #require(pack.searches.first { $0.language == "en" })
    let paper = try MarkdownPaper.read(TestPacks.text("Tests/PapersTests/Papers/plain-words.md"))
    let index = PassageIndex(paper)
    for (duty, citation) in [
      ("D-1", "3.1"), ("D-3", "3.2"), ("D-5", "3.3"), ("F-2", "8.1"), ("F-3", "8.1"),
      ("F-4", "8.2"), ("F-5", "8.2"), ("G-1", "10.1"), ("G-2", "10.1"), ("G-3", "10.2"),
    ] {
      let table = try #require(pack.question("duties"))
      let query = try #require(search.query(table: table, row: duty))
      let best = try #require(index.best(query, limit: 1).first, "\(duty)")
      #expect(!best.isBelowThreshold, "\(duty)")
      #expect(paper.passages[best.position].citation == citation, "\(duty)")
    }
  }

  @Test("the words of the shipped pack find each duty in a plain agreement")
  func plainAgreement() throws {
    let pack = TestPacks.real
    let search = try #require(pack.searches.first { $0.language == "en" })
    let index = PassageIndex(PlainAgreement.paper)
    for (id, words) in PlainAgreement.answers {
      let parts = id.split { "[]".contains($0) }.map(String.init)
      let table = try #require(pack.question(parts[0]))
      let query = try #require(search.query(table: table, row: parts[1]), "\(id)")
      let best = index.best(query, limit: 3)
      #expect(
        best.contains { PlainAgreement.paper.passages[$0.position].text.contains(words) },
        "\(id): \(best.map { PlainAgreement.paper.passages[$0.position].text })")
      #expect(best.first?.isBelowThreshold == false, "\(id)")
    }
  }

  /// Of the quotations in the examples, those of papers whose licence lets them stand here.
  @Test(
    "what reviewers quoted is found, word by word and among the first five",
    arguments: [
      ("review-bonterms-1-0", "bonterms-1-0"), ("review-common-paper-1-0", "common-paper-1-0"),
    ])
  func quotedPassages(_ example: String, _ file: String) throws {
    let pack = TestPacks.real
    let search = try #require(pack.searches.first { $0.language == "en" })
    let paper = try TextPaper.read(TestPacks.text("Tests/PapersTests/Papers/\(file).txt"))
    let (index, check) = (PassageIndex(paper), QuotationCheck(paper))
    var (all, five) = (0, 0)
    for line in try #require(pack.examples.first { $0.id == example }).assignments {
      guard line.path.hasSuffix(".quote"), case .words(let quotation) = line.said else { continue }
      let places = check.places(of: quotation)
      #expect(!places.isEmpty, "\(line.path): \(quotation)")
      let parts = line.path.split { "[]".contains($0) }.map(String.init)
      let table = try #require(pack.question(parts[0]))
      let best = index.best(try #require(search.query(table: table, row: parts[1])), limit: 5)
      let quoted = Set(places.flatMap(\.pieces).map(\.position))
      all += 1
      if best.contains(where: { quoted.contains($0.position) }) { five += 1 }
    }
    #expect(all > 15)
    #expect(five * 100 >= all * 88, "\(five) of \(all)")
  }
}
