import Papers
import TestSupport
import Testing

@Suite("Two versions of a paper")
struct ComparisonTests {
  private let old = TwoVersions.old
  private let new = TwoVersions.new

  private func match(_ words: String) throws -> PassageMatch {
    let comparison = PaperComparison(old, new)
    return try #require(
      comparison.matches.first { match in
        match.old.contains { old.passages[$0].text.hasPrefix(words) }
          || match.new.contains { new.passages[$0].text.hasPrefix(words) }
      })
  }

  @Test("a clause that only moved and got another number is followed")
  func moved() throws {
    let audits = try match("The customer may audit")
    #expect(audits.kind == .moved && audits.isReordered)
    let notices = try match("Notices go to")
    #expect(notices.kind == .moved && !notices.isReordered && notices.likeness == 100)
  }

  @Test("a clause with other words stands beside the old one, with the difference in its own words")
  func changed() throws {
    let notice = try match("The vendor gives notice")
    #expect(notice.kind == .changed && notice.old == [1] && notice.new == [3])
    let runs = PaperComparison(old, new).difference(notice).runs
    #expect(runs.filter { $0.kind == .deleted }.map(\.text) == ["30"])
    #expect(runs.filter { $0.kind == .inserted }.map(\.text) == ["10"])
  }

  @Test("a clause that was divided is followed into both, and back where two are joined")
  func divided() throws {
    let breach = try match("The vendor notifies")
    #expect(breach.kind == .moved && breach.old == [4] && breach.new == [6, 7])
    let joined = PaperComparison(new, old).match(ofNew: 4)
    #expect(joined.kind == .moved && joined.old == [6, 7])
  }

  @Test("what is new and what is gone has no counterpart, and what is gone stands where it stood")
  func alone() throws {
    #expect(try match("Acceptance of this paper").kind == .new)
    #expect(try match("The customer may object").kind == .gone)
    let kinds = PaperComparison(old, new).matches.map(\.kind)
    #expect(
      kinds == [.moved, .moved, .moved, .changed, .gone, .new, .moved, .moved, .moved])
  }

  @Test("other quotation marks, dashes and capitals are no change; another currency or sign is")
  func signs() {
    func kind(_ before: String, _ after: String) -> PassageMatch.Kind? {
      PaperComparison(
        Paper(format: .text, read: [ReadPassage(.text, text: before)]),
        Paper(format: .text, read: [ReadPassage(.text, text: after)])
      ).matches.first?.kind
    }
    #expect(kind("The “Vendor's” duty — to help", "the \"vendor’s\" duty - to help") == .same)
    #expect(kind("at most €5,000 a year", "at most $5,000 a year") == .changed)
    #expect(kind("within ≤ 5 days", "within ≥ 5 days") == .changed)
    #expect(kind("a fee of 5 % of it", "a fee of 5 of it") == .changed)
  }

  @Test(
    "a cell's period is not followed into another row that happens to have the same",
    arguments: [
      (["10 days", "30 days"], ["90 days", "10 days"]),
      (["30 days", "10 days"], ["10 days", "90 days"]),
      (["30 days", "10 days"], ["10 days", "30 days"]),
    ])
  func cells(_ before: [String], _ after: [String]) {
    func table(_ cells: [String]) -> Paper {
      Paper(
        format: .html,
        read: ["Log files", cells[0], "Backups", cells[1]].map { ReadPassage(.cell, text: $0) })
    }
    let old = table(before)
    let comparison = PaperComparison(old, table(after))
    for row in [1, 3] {
      #expect(comparison.match(ofOld: row).kind == .changed)
      #expect(comparison.match(ofOld: row).new == [row])
      guard
        case .changed([row], _) = comparison.carried(
          old.passages[row].text, anchor: old.passages[row].anchor)
      else { return #expect(Bool(false)) }
    }
  }

  @Test("a heading that is nothing but its number is told from another one")
  func numbersAlone() {
    func paper(_ numbers: [String]) -> Paper {
      Paper(
        format: .docx,
        read: numbers.map { ReadPassage(.heading, number: $0, level: 1, text: "") })
    }
    let comparison = PaperComparison(
      paper(["Schedule 1", "Schedule 2"]), paper(["Schedule 2", "Schedule 3"]))
    #expect(comparison.matches.map(\.kind) == [.gone, .same, .new])
    #expect(comparison.difference(comparison.matches[2]).new == "Schedule 3")
  }

  @Test("a short heading goes along with its clause, also where that was changed")
  func heading() {
    let law = "The laws of Ireland govern this paper and nothing else does."
    let delay = "The vendor tells the customer of each breach without undue delay."
    func paper(_ texts: [String]) -> Paper {
      Paper(format: .text, read: texts.map { ReadPassage(.text, text: $0) })
    }
    let comparison = PaperComparison(
      paper(["Security", delay, "Law", law, "At last, all else that is to be said of it."]),
      paper([
        "Law", law, "At last, all else that is to be said of it.", "Security",
        "The vendor tells the customer of each breach without delay.",
      ]))
    #expect(comparison.match(ofOld: 0).kind == .moved)
    #expect(comparison.match(ofOld: 1).kind == .changed && comparison.match(ofOld: 1).new == [4])
  }

  // MARK: Whatever stands in them

  private static let vocabulary = [
    "the", "vendor", "customer", "data", "shall", "notify", "breach", "within", "days", "of",
    "personal", "processing", "sub-processor", "audit", "delete", "€", "30", "“Services”", "and",
    "—",
    "not", "reasonable", "costs", "agreement",
  ]

  private static func words(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...20, using: &generator))
      .map { _ in vocabulary.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  private static func paper(_ texts: [String], _ generator: inout SeededGenerator) -> Paper {
    Paper(
      format: .text,
      read: texts.map { text in
        let level = Int.random(in: 0...3, using: &generator)
        return ReadPassage(
          .text, number: level == 0 ? nil : "\(level)", level: level == 0 ? nil : level, text: text)
      })
  }

  /// The same texts with some moved, changed, divided, joined, gone, and others new.
  private static func changed(_ texts: [String], _ generator: inout SeededGenerator) -> [String] {
    var found: [String] = []
    for text in texts {
      switch Int.random(in: 0...9, using: &generator) {
      case 0: found.insert(text, at: Int.random(in: 0...found.count, using: &generator))
      case 1:
        var words = text.split(separator: " ").map(String.init)
        if !words.isEmpty { words[words.count / 2] = "other" }
        found.append(words.joined(separator: " "))
      case 2:
        let words = text.split(separator: " ")
        found.append(words.prefix(words.count / 2).joined(separator: " "))
        found.append(words.dropFirst(words.count / 2).joined(separator: " "))
      case 3 where !found.isEmpty: found[found.count - 1] += " " + text
      case 4: break
      case 5: found += [words(&generator), text]
      default: found.append(text)
      }
    }
    return found
  }

  @Test(
    "each passage of either paper is accounted for exactly once", arguments: 0..<60 as Range<UInt64>
  )
  func everything(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<Int.random(in: 0...60, using: &generator)).map { _ in Self.words(&generator) }
    let old = Self.paper(texts, &generator)
    let new = Self.paper(Self.changed(texts, &generator), &generator)
    let comparison = PaperComparison(old, new)
    func said(_ passage: PaperPassage) -> String {
      passage.text.isEmpty ? passage.number ?? "" : passage.text
    }
    #expect(comparison.matches.flatMap(\.old).sorted() == Array(old.passages.indices))
    #expect(comparison.matches.flatMap(\.new) == Array(new.passages.indices))
    for match in comparison.matches {
      #expect(match.old.count <= 1 || match.new.count <= 1)
      #expect((match.kind == .new) == match.old.isEmpty)
      #expect((match.kind == .gone) == match.new.isEmpty)
      #expect((match.likeness == 100) == (match.kind == .same || match.kind == .moved))
      let difference = comparison.difference(match)
      #expect(difference.new == match.new.map { said(new.passages[$0]) }.joined(separator: " "))
      #expect(difference.old == match.old.map { said(old.passages[$0]) }.joined(separator: " "))
      #expect(match.old.allSatisfy { comparison.match(ofOld: $0) == match })
      #expect(match.new.allSatisfy { comparison.match(ofNew: $0) == match })
    }
    for passage in old.passages {
      guard
        case .stands(let place, _, let around) = comparison.carried(
          passage.text, anchor: passage.anchor)
      else { continue }
      let there = new.passages[place.position...].prefix(16).map(\.text).joined(separator: " ")
      #expect(PaperWords.folded(there).contains(PaperWords.folded(passage.text)))
      #expect(around == nil || around?.runs.isEmpty == false)
    }
  }

  @Test(
    "a paper is the same as itself, and every quotation of it stands where it stood",
    arguments: 0..<20 as Range<UInt64>)
  func itself(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let paper = Self.paper((0..<40).map { _ in Self.words(&generator) }, &generator)
    let comparison = PaperComparison(paper, paper)
    #expect(comparison.matches.map(\.kind) == paper.passages.map { _ in .same })
    for passage in paper.passages where !PaperWords.folded(passage.text).isEmpty {
      guard
        case .stands(let place, false, nil) = comparison.carried(
          passage.text, anchor: passage.anchor)
      else { return #expect(Bool(false)) }
      #expect(place.position == passage.position && place.anchor == passage.anchor)
    }
  }

  @Test("twenty thousand equal passages, and as many that differ in one word, are compared")
  func many() {
    func paper(_ text: (Int) -> String) -> Paper {
      Paper(format: .text, read: (0..<20_000).map { ReadPassage(.text, text: text($0)) })
    }
    let equal = paper { _ in "the same words again and again" }
    #expect(PaperComparison(equal, equal).matches.allSatisfy { $0.kind == .same })
    let comparison = PaperComparison(equal, paper { "the same words again and again \($0)" })
    #expect(comparison.matches.allSatisfy { $0.kind == .changed })
  }
}
