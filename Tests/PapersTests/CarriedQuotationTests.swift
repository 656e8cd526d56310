import Papers
import Testing

@Suite("What becomes of quotations in a newer version")
struct CarriedQuotationTests {
  private let old = TwoVersions.old
  private let new = TwoVersions.new

  private func carried(_ words: String, _ position: Int) -> CarriedQuotation {
    PaperComparison(old, new).carried(words, anchor: old.passages[position].anchor)
  }

  @Test("a quotation of a clause that only moved stands, and says where")
  func stands() {
    guard case .stands(let place, true, nil) = carried("audit the vendor “once a year”", 7) else {
      return #expect(Bool(false), "\(carried("audit the vendor “once a year”", 7))")
    }
    #expect(place.citation == "1.1" && place.page == 1 && place.position == 1)
  }

  @Test("a quotation that stands word for word says what changed around it")
  func around() throws {
    guard
      case .stands(let place, true, let difference?) = carried(
        "The vendor gives notice of new Sub-processors", 1)
    else { return #expect(Bool(false)) }
    #expect(place.citation == "2.1")
    #expect(difference.runs.contains { $0.kind == .inserted && $0.text == "10" })
  }

  @Test("a quotation whose words changed reopens, with the passage that took its place")
  func reopens() {
    guard case .changed([3], let difference) = carried("30 days before they begin work", 1) else {
      return #expect(Bool(false))
    }
    #expect(difference.new == new.passages[3].text)
    #expect(difference.old == old.passages[1].text)
  }

  @Test("a quotation of a divided clause stands, also where it goes over the cut")
  func overTheCut() {
    guard
      case .stands(let place, _, nil) = carried(
        "without undue delay. It tells what data are affected", 4)
    else { return #expect(Bool(false)) }
    #expect(place.position == 6)
    guard case .stands(let second, _, nil) = carried("It tells what it has done", 4) else {
      return #expect(Bool(false))
    }
    #expect(second.position == 7)
  }

  @Test("a quotation through two clauses is followed; one whose clause is gone is gone")
  func through() {
    guard
      case .stands(let place, true, nil) = carried(
        "about the breach. Notices go to the address in the order form", 4)
    else { return #expect(Bool(false)) }
    #expect(place.position == 7)
    #expect(carried("object to a new Sub-processor", 2) == .gone)
    #expect(carried("these words stand in no version of it", 2) == .gone)
    #expect(carried(" — ", 2) == .gone)
  }

  @Test("a quotation through two clauses reopens where something was put between them")
  func between() {
    func paper(_ texts: [String]) -> Paper {
      Paper(format: .text, read: texts.map { ReadPassage(.text, text: $0) })
    }
    let (one, two) = ("The vendor deletes all data:", "at the end of the services it provides.")
    let before = paper([one, two])
    let after = paper([one, "if the customer asks for it in writing and pays,", two])
    guard
      case .changed([0, 1, 2], let difference) = PaperComparison(before, after).carried(
        "deletes all data: at the end", anchor: before.passages[0].anchor)
    else { return #expect(Bool(false)) }
    #expect(difference.runs.contains { $0.kind == .inserted && $0.text.contains("pays") })
  }

  @Test("a quoted sum stands only with its currency, a rate only with its sign")
  func sums() {
    func outcome(_ before: String, _ after: String, _ words: String) -> CarriedQuotation {
      let old = Paper(format: .text, read: [ReadPassage(.text, text: before)])
      return PaperComparison(
        old, Paper(format: .text, read: [ReadPassage(.text, text: after)])
      ).carried(words, anchor: old.passages[0].anchor)
    }
    let sums = ("It is liable for $5,000 at most.", "It is liable for €5,000 at most.")
    guard case .changed = outcome(sums.0, sums.1, "5,000 at most") else {
      return #expect(Bool(false))
    }
    guard case .stands(_, false, _?) = outcome(sums.0, sums.1, "liable for") else {
      return #expect(Bool(false))
    }
    guard
      case .changed = outcome(
        "It pays 10 % of the fees.", "It pays 10 of the fees.", "“It pays 10”")
    else { return #expect(Bool(false)) }
  }

  @Test("a quotation with the numbers of its clauses stands where they have others")
  func numbered() {
    guard
      case .stands(let place, true, nil) = carried(
        "2.1 The vendor notifies the customer of a breach without undue delay", 4)
    else { return #expect(Bool(false)) }
    #expect(place.citation == "3.1")
  }

  @Test("a footnote between two passages is passed over")
  func footnote() {
    let read = [
      ReadPassage(.text, text: "The vendor deletes all data"),
      ReadPassage(.footnote, text: "As of today."),
      ReadPassage(.text, text: "at the end of the services it provides."),
    ]
    let before = Paper(format: .docx, read: read)
    let after = Paper(format: .docx, read: [read[0], read[2]])
    guard
      case .stands(let place, false, nil) = PaperComparison(before, after).carried(
        "deletes all data at the end", anchor: before.passages[0].anchor)
    else { return #expect(Bool(false)) }
    #expect(place.position == 0)
  }

  @Test(
    "a quotation with words left out stands where each of its parts does, and reopens where one changed"
  )
  func leftOut() {
    guard case .stands(let place, true, nil) = carried("It tells what data … order form", 4) else {
      return #expect(Bool(false))
    }
    #expect(place.position == 7)
    guard case .changed([3], _) = carried("The vendor gives […] 30 days before", 1) else {
      return #expect(Bool(false))
    }
    #expect(carried("30 days before they … may object to a new Sub-processor", 1) != .gone)
  }

  @Test("few words that stand elsewhere as well as before do not take the place of those that went")
  func otherPlace() {
    let before = Paper(
      format: .text,
      read: [
        ReadPassage(.text, text: "The vendor deletes all data within thirty days of the end."),
        ReadPassage(.text, text: "Invoices are paid within thirty days of the end."),
      ])
    let after = Paper(
      format: .text,
      read: [ReadPassage(.text, text: "Invoices are paid within thirty days of the end.")])
    let comparison = PaperComparison(before, after)
    #expect(
      comparison.carried("within thirty days of the end", anchor: before.passages[0].anchor)
        == .gone)
  }

  @Test(
    "a sentence that went to another clause is found there, and one in two places is asked about")
  func sentence() {
    let sentence = "The vendor deletes all copies within thirty days."
    let before = Paper(
      format: .text,
      read: [
        ReadPassage(.text, text: "Confidentiality goes on after the end. \(sentence)"),
        ReadPassage(.text, text: "The laws of Ireland govern this paper and nothing else does."),
      ])
    func after(_ more: [String]) -> PaperComparison {
      PaperComparison(
        before, Paper(format: .text, read: more.map { ReadPassage(.text, text: $0) }))
    }
    let anchor = before.passages[0].anchor
    let law = "The laws of Ireland govern this paper and nothing else does."
    guard
      case .stands(let place, true, _?) = after([
        "Confidentiality goes on after the end.", "\(law) \(sentence)",
      ]).carried(sentence, anchor: anchor)
    else { return #expect(Bool(false)) }
    #expect(place.position == 1)
    #expect(
      after([
        law, "First, a thing with no like. \(sentence)", "At last, others and more. \(sentence)",
      ])
      .carried(sentence, anchor: anchor) != .gone)
  }

  @Test("where one of several equal clauses is gone, nobody guesses which")
  func equalClauses() {
    let words = "The same clause stands here more than once."
    func paper(_ times: Int) -> Paper {
      Paper(format: .text, read: Array(repeating: ReadPassage(.text, text: words), count: times))
    }
    let (three, two) = (paper(3), paper(2))
    let outcomes = three.passages.map {
      PaperComparison(three, two).carried("stands here more than once", anchor: $0.anchor)
    }
    #expect(outcomes.contains(.ambiguous([0, 1])))
    // Words without a place of their own may be any of them.
    #expect(
      PaperComparison(three, three).carried("stands here more than once", anchor: "none")
        == .ambiguous([0, 1, 2]))
  }
}
