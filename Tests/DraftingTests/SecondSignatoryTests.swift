import Documents
import Findings
import Interview
import PackModel
import TestSupport
import Testing

@testable import Drafting

/// Where two people sign for a party, each has a place to sign.
struct SecondSignatoryTests {
  private static let words = "text: Who is it?, shortText: it, help: Help., why: Why."

  private let pack = TinyPack.pack(
    [
      TinyPack.question(
        "party", "group",
        """
        item:
          - {linkId: name, type: string, authority: [law], \(words)}
          - {linkId: who, type: string, authority: [law], \(words)}
          - {linkId: two, type: boolean, authority: [law], \(words)}
          - {linkId: other, type: string, enableWhen: two is yes, authority: [law], \(words)}
          - {linkId: other-title, type: string, enableWhen: two is yes, authority: [law], \(words)}
        """)
    ],
    agreement: """
      # Text {#text}

      Text.

      ::: signatures
      parties: party
      party: name
      signatory: who
      second-signatory: other
      second-title: other-title
      :::

      """)

  private func drafted(_ answers: [(String, Answer?)]) throws -> Document {
    let evaluation = answers.reduce(evaluate(pack, AnswerSheet())) { evaluation, answer in
      evaluation.after(evaluation.sheet.setting(AnswerKey(answer.0), to: answer.1))
    }
    let asOf = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return try #require(draft("agreement", evaluation, examine(evaluation, asOf: asOf)))
  }

  private static func signatures(_ document: Document) -> [Signature] {
    document.blocks.flatMap { block -> [Signature] in
      if case .signatures(let found) = block { found } else { [] }
    }
  }

  private static func people(_ signature: Signature) -> [[String]] {
    signature.people.map { lines in
      lines.map { "\($0.label): \($0.runs.map(\.text).joined())" }
    }
  }

  private static let first = ["Name: Ada", "Title: ", "Signature: ", "Date: "]

  private static let named: [(String, Answer?)] = [
    ("party.name", .value(.text("Eins AG"))), ("party.who", .value(.text("Ada"))),
  ]

  private static let notYes: [Answer?] = [
    nil, .unknown, .parked, .notApplicable("alone"), .value(.boolean(false)),
  ]

  @Test(arguments: notYes)
  func oneSignsWhileNobodySaysTwo(_ two: Answer?) throws {
    let earlier: [(String, Answer?)] = [
      ("party.two", .value(.boolean(true))), ("party.other", .value(.text("Bo"))),
      ("party.two", two),
    ]
    let signature = try #require(Self.signatures(try drafted(Self.named + earlier)).first)
    #expect(Self.people(signature) == [Self.first], "an answer of a branch that was left")
  }

  private static let unnamed: [Answer?] = [nil, .unknown, .parked]

  @Test(arguments: unnamed)
  func aSecondWhoIsNotNamedSignsOnALine(_ other: Answer?) throws {
    let document = try drafted(
      Self.named + [("party.two", .value(.boolean(true))), ("party.other", other)])
    let signature = try #require(Self.signatures(document).first)
    #expect(
      Self.people(signature) == [Self.first, ["Name: ", "Title: ", "Signature: ", "Date: "]])
    #expect(document.blanks.isEmpty, "nothing bars the final copy")
  }

  @Test func theSecondIsNamedAndItsAnswersAreKnown() throws {
    let document = try drafted(
      Self.named + [
        ("party.two", .value(.boolean(true))), ("party.other", .value(.text("Bo"))),
        ("party.other-title", .value(.text("Prokurist"))),
      ])
    let signature = try #require(Self.signatures(document).first)
    #expect(
      Self.people(signature) == [
        Self.first, ["Name: Bo", "Title: Prokurist", "Signature: ", "Date: "],
      ])
    let asked = signature.lines.flatMap(\.runs).map(\.provenance.question)
    #expect(asked == ["party.who", "party.other", "party.other-title"])
  }

  @Test func aSecondWhoDoesNotApplyHasNoPlace() throws {
    let document = try drafted(
      Self.named + [
        ("party.two", .value(.boolean(true))), ("party.other", .notApplicable("left")),
      ])
    let signature = try #require(Self.signatures(document).first)
    #expect(Self.people(signature) == [Self.first])
  }

  // MARK: The shipped pack

  @Test func twoSignForTheSwissBankAndOneForItsProvider() throws {
    let changed = try ChangedCase("swiss-bank", [])
    let document = try #require(
      draft("agreement", changed.evaluation, changed.findings))
    let signatures = Self.signatures(document)
    #expect(
      signatures.map { Self.people($0).map { Array($0.prefix(2)) } } == [
        [
          ["Name: Urs Zbinden", "Title: Chief Operating Officer"],
          ["Name: Annina Casutt", "Title: Head of Legal"],
        ],
        [["Name: Corinne Favre", "Title: General Counsel"]],
      ])
  }

  @Test(arguments: ["controller", "processor"])
  func theSecondIsAskedForInTheLongWayOnly(_ party: String) throws {
    let pack = TestPacks.real
    for name in ["second-signatory", "second-signatory-name", "second-signatory-title"] {
      let number = try #require(pack.question("\(party).\(name)"))
      #expect(!pack.questions[number].short && !pack.questions[number].required, "\(name)")
    }
    for id in ["agreement", "amendment"] {
      let document = try #require(pack.documents.first { $0.id == id })
      let seconds = document.sections.flatMap(\.parts).flatMap { part -> [Int?] in
        guard case .blocks(let blocks) = part else { return [] }
        return blocks.flatMap { block -> [Int?] in
          guard case .signatures(let parties) = block else { return [] }
          return parties.map(\.secondSignatory)
        }
      }
      #expect(seconds.contains(pack.question("\(party).second-signatory-name")), "\(id)")
    }
  }
}
