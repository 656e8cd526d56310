import Papers
import Testing

@Suite("The words that a paper uses for terms of ours")
struct DefinedTermsTests {
  private static let terms = [
    "sub-processor": ["Sub-processor", "Subcontractor"],
    "personal data": ["Personal Data", "Personal Information"],
    "laws": ["Data Protection Laws", "Privacy Laws"], "agreement": ["Agreement", "Main Terms"],
    "this paper": ["DPA", "Data Processing Agreement", "Addendum"],
    "controller": ["Controller", "Customer", "Client"], "services": ["Services", "Platform"],
  ]

  private static func proposals(
    _ texts: String..., kind: ReadPassage.Kind = .text
  ) -> [String: [TermProposal]] {
    DefinedTerms.proposals(
      for: terms,
      in: Paper(format: .text, read: texts.map { ReadPassage(kind, text: $0) }))
  }

  private static func words(_ proposals: [TermProposal]?) -> [String] {
    proposals?.map(\.words) ?? []
  }

  @Test(
    "a definition is seen however it is written",
    arguments: [
      ("“Subprocessor” means any Processor engaged by Acme.", "Subprocessor"),
      ("**“Sub-Processors”** shall mean third parties.", "Sub-Processors"),
      ("\"Sub-processor\" or \"Helper\" has the meaning given in clause 3.", "Sub-processor"),
      ("Acme may engage others (each, a “Sub Processor”) for this.", "Sub Processor"),
      ("third parties (together the “Helpers” and each a “Subprocessor”)", "Subprocessor"),
      ("The vendor's and the customer’s helpers (‘Subprocessors’) may act.", "Subprocessors"),
      ("Subprocessor means a helper of Acme.", "Subprocessor"),
      ("“Acme Subprocessor” means a helper.", "Acme Subprocessor"),
    ])
  func forms(text: String, words: String) {
    let found = Self.proposals("Nothing here.", text)["sub-processor"]
    #expect(Self.words(found) == [words])
    #expect(found?.first?.evidence == .defined)
    #expect(found?.first?.passage == 1)
  }

  @Test("a quotation that defines nothing is none")
  func noDefinitions() {
    let found = Self.proposals(
      "an affiliate that is not a “Customer” as defined under the terms",
      "words such as “Sub-processor” are not used (as defined in the “Agreement”)")
    #expect(found.values.joined().allSatisfy { $0.evidence == .capitalised })
  }

  @Test("of several words the one that the paper uses most comes first")
  func uses() {
    let found = Self.proposals(
      "“Personal Data” means information about a person. “Customer Personal Data” means Personal Data of Customer.",
      "Acme processes Customer Personal Data. It deletes Customer Personal Data’s copies.",
      "“Controller” means who decides. The customer (“Customer”) is one. Acme helps Customer and Customer pays.",
      "“Data Protection Laws and Regulations” means all laws.")
    #expect(Self.words(found["personal data"]) == ["Customer Personal Data", "Personal Data"])
    #expect(found["personal data"]?.map(\.uses) == [3, 2])
    #expect(Self.words(found["controller"]) == ["Customer", "Controller"])
    #expect(Self.words(found["laws"]) == ["Data Protection Laws and Regulations"])
    // A party's name needs no definition to be the paper's word.
    let party = Self.proposals(
      "“Controller” means who decides.", "Acme tells Client, and Client answers to Acme.")
    #expect(Self.words(party["controller"]) == ["Client", "Controller"])
  }

  @Test("what is usual for another term is not taken, nor what only holds the word")
  func otherTerms() {
    let found = Self.proposals(
      "This “Data Processing Agreement” means this paper. “Services Agreement” means the order.")
    #expect(Self.words(found["agreement"]) == ["Services Agreement"])
    #expect(Self.words(found["this paper"]) == ["Data Processing Agreement"])
    #expect(found["services"] == [])
    let short = Self.proposals(
      "This paper (“DPA”) binds.", "THE DPA", "It ends when this DPA does.")
    #expect(short["this paper"]?.map(\.uses) == [1])
  }

  @Test("without a definition capitals show a term, and headings and beginnings don't")
  func capitals() {
    let found = Self.proposals(
      "Subcontractors work. Acme tells Client about each Subcontractor and all Subcontractors.",
      "Services are good. The personal information of Client stays.")
    #expect(Self.words(found["sub-processor"]) == ["Subcontractor"])
    #expect(found["sub-processor"]?.first?.evidence == .capitalised)
    #expect(found["sub-processor"]?.first?.uses == 2)
    #expect(found["services"] == [])
    #expect(found["personal data"]?.first?.evidence == .plain)
    #expect(Self.words(found["personal data"]) == ["personal information"])
    #expect(Self.proposals("Our Services and Client", kind: .heading)["services"] == [])
  }

  @Test("a table of definitions is read across its cells")
  func cells() {
    let found = Self.proposals(
      "Personal Information", "means information about a person", "Platform", "Frankfurt",
      kind: .cell)
    #expect(found["personal data"]?.first?.evidence == .defined)
    #expect(found["services"]?.first?.evidence != .defined)
  }
}
