import PackModel
import Papers
import TestSupport
import Testing

@Suite("A quotation stands in a paper")
struct QuotationTests {
  private let paper = Paper(
    format: .text,
    read: [
      ReadPassage(.heading, number: "4", level: 1, text: "Sub-processors"),
      ReadPassage(.text, number: "4.1", level: 2, text: "The “Vendor” shall – without delay –"),
      ReadPassage(.footnote, text: "A note."),
      ReadPassage(.text, number: "(a)", level: 3, text: "delete the Customer’s data; and"),
      ReadPassage(.text, number: "(b)", level: 3, text: "tell the customer."),
      ReadPassage(.text, text: "The Vendor may retain a copy."),
    ])

  private func words(_ quotation: String) -> [String] {
    QuotationCheck.places(of: quotation, in: paper).map { $0.words(in: paper) }
  }

  @Test("in the paper's own words, whatever quotation marks, dashes and case it has")
  func ownWords() {
    #expect(words("the \"vendor\" SHALL - without delay") == ["The “Vendor” shall – without delay"])
    #expect(words("customers data") == ["Customer’s data"])
  }

  @Test("running on over passages, with their numbers or without, past a footnote")
  func runsOn() {
    let found = "shall – without delay – delete the Customer’s data; and tell the customer"
    #expect(
      words("shall without delay (a) delete the customer's data; and (b) tell the customer")
        == [found.replacing("delay – ", with: "delay ")])
    #expect(
      words("shall without delay delete the Customer's data; and tell the customer").count == 1)
  }

  @Test("with words left out, in their order")
  func leavesOut() {
    #expect(
      words("The Vendor shall … tell the customer") == ["The “Vendor” shall … tell the customer"])
    #expect(words("shall [...] delete […] customer").count == 1)
    #expect(words("tell the customer … shall").isEmpty)
  }

  @Test(
    "not where a word differs, is cut, or is added",
    arguments: [
      "the vendor shall not without delay", "tell the custom", "delete data", "retain copies", "",
      "…",
    ])
  func standsNot(_ quotation: String) { #expect(words(quotation).isEmpty) }

  @Test("each place is told")
  func places() {
    #expect(QuotationCheck.places(of: "vendor", in: paper).map(\.pieces[0].position) == [1, 5])
  }
}
