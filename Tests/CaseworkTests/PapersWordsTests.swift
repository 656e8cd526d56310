import PackModel
import Papers
import Testing

@testable import Casework

/// A clause that goes into another's paper speaks of our terms with the words that the paper has defined.
struct PapersWordsTests {
  private static let terms = [
    Review.Term(ours: "Sub-processor", also: ["Subprocessor"]),
    Review.Term(ours: "Personal Data", also: ["Customer Personal Data"]),
    Review.Term(ours: "Personal Data Breach", also: []),
    Review.Term(ours: "Data Protection Laws", also: ["Data Protection Legislation"]),
  ]

  private func words(_ definitions: String...) -> PapersWords {
    PapersWords(
      Self.terms, in: Paper(format: .text, read: definitions.map { ReadPassage(.text, text: $0) }))
  }

  @Test func definedWordsAreTakenWholeAndOnce() {
    let words = words(
      "“Subprocessor” means a company that Acme engages.",
      "“Customer Personal Data” means the personal data that Acme processes.")
    #expect(
      words.said("Each Sub-processor and all Sub-processors protect Personal Data.")
        == "Each Subprocessor and all Subprocessors protect Customer Personal Data.")
    #expect(words.said("a Sub-processor's duty") == "a Subprocessor's duty")
  }

  @Test func aLongerTermOfOursStaysWhole() {
    let words = words("“Customer Personal Data” means the personal data that Acme processes.")
    #expect(
      words.said("A Personal Data Breach, or Personal Data Breaches, of Personal Data")
        == "A Personal Data Breach, or Personal Data Breaches, of Customer Personal Data")
    #expect(words.said("Personal Database") == "Personal Database")
  }

  @Test func aWordThatThePaperOnlyUsesIsNotTaken() {
    let words = words(
      "Acme informs Customer of Subprocessors as the Data Protection Legislation asks.")
    let text = "Sub-processors keep to Data Protection Laws."
    #expect(words.said(text) == text)
  }
}
