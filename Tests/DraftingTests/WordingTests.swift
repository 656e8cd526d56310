import Documents
import Drafting
import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What a reader of the written documents stumbles over, held against every case of the pack.
struct WordingTests {
  private let pack = TestPacks.real

  /// Every document of every case, with where it comes from.
  private func drafts(_ ids: Set<String>) throws -> [(place: String, document: Document)] {
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return try pack.examples.flatMap { example in
      var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
      assigning.take(example.assignments)
      let evaluation = assigning.evaluation
      let findings = examine(evaluation, asOf: asOf)
      return try pack.documents.filter { ids.contains($0.id) }.map { template in
        (
          "\(example.id), \(template.id)",
          try #require(draft(template.id, evaluation, findings))
        )
      }
    }
  }

  private func flat(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block in
      if case .landscape(let inner) = block { return flat(inner) }
      return [block]
    }
  }

  @Test func aLetteredListHasMoreThanOneItem() throws {
    for (place, document) in try drafts(["agreement", "amendment"]) {
      for case .list(let list) in flat(document.blocks) where list.ordered {
        // What is open may still become several.
        let isBlank = list.items.first?.blocks.contains { $0.runs.contains { $0.blank != nil } }
        #expect(list.items.count > 1 || isBlank == true, "\(place): \(list.items)")
      }
    }
  }

  @Test func quotationMarksAreCurly() throws {
    for (place, document) in try drafts(Set(pack.documents.map(\.id))) {
      for block in document.cover + flat(document.blocks) {
        #expect(!block.text.contains("\""), "\(place): \(block.text)")
      }
    }
  }

  /// A reference in a text for another's paper names a subject, in the singular.
  @Test func noVerbInThePluralFollowsAReference() throws {
    let verbs = ["provide", "apply", "allow", "require", "show", "cover"]
    for (place, document) in try drafts(["amendment"]) {
      for text in flat(document.blocks).map(\.text) {
        for piece in text.split(separator: "what this DPA provides on ").dropFirst() {
          let words = piece.prefix { !",.;:".contains($0) }.split(separator: " ").map(String.init)
          #expect(!words.contains(where: verbs.contains), "\(place): \(text)")
        }
      }
    }
  }

  /// What the text was made from is told beside it: a term of the contract has a meaning and cites
  /// nothing for it, and the list of authorities lies on the cover sheet.
  @Test func whatIsSignedHoldsNoSources() throws {
    for (place, document) in try drafts(["agreement"]) {
      func headers(_ blocks: [Block]) -> [[String]] {
        flat(blocks).compactMap { block in
          guard case .table(let table) = block else { return nil }
          return table.header.map { $0.map(\.text).joined() }
        }
      }
      let signed = headers(document.blocks)
      #expect(signed.contains(["Term", "Meaning"]), "\(place)")
      #expect(!signed.contains { $0.contains("Text checked on") || $0.contains("Source") })
      #expect(headers(document.cover).contains { $0.first == "Authority" }, "\(place)")
      #expect(!document.blocks.contains { $0.text.contains("(verify)") }, "\(place)")
    }
  }

  /// A source says how a text was read, not whose copy it was.
  @Test func noSourceNamesTheRepositoryOfACopy() {
    for authority in pack.authorities where authority.kind != "MARKET" {
      #expect(!authority.source.contains("github.com"), "\(authority.id): \(authority.source)")
    }
  }
}
