import Interview
import PackModel
import TestSupport
import Testing

/// Decision tables: the first row that fits, and what is not known yet.
struct DecisionTests {
  private let pack = TinyPack.pack(
    [
      TinyPack.question(
        "place", "choice", "answerOption:", "  - {code: eea, display: EEA}",
        "  - {code: us, display: US}", "  - {code: third, display: Third}"),
      TinyPack.question("listed", "boolean", "enableWhen: place is us"),
      TinyPack.question("hours", "quantity", "unit: hour"),
      TinyPack.question(
        "answer", "choice", "answerOption:", "  - {code: \"yes\", display: Yes}",
        "  - {code: partly, display: Partly}"),
    ],
    more: """
      calculated:
        - {id: route, decide: route, by: [place, listed, hours]}
        - {id: partial, decide: partial, by: [answer]}
        - {id: sparse, decide: sparse, by: [place]}
      decisions:
        - id: route
          rows:
            - {when: [eea, any, any], is: none}
            - {when: [us, "yes", any], is: listed}
            - {when: [us or third, any, ">= 48 hour"], is: slow}
            - {when: [third, absent, any], is: other}
            - {when: [us, any, any], is: other}
        - id: partial
          rows:
            - {when: ["yes"], is: whole}
            - {when: [any], is: part}
        - id: sparse
          rows:
            - {when: [eea], is: inside}

      """)

  private func outcome(_ id: String, _ answers: KeyValuePairs<String, String>) -> Reading {
    let evaluation = Sheets.evaluation(pack, answers)
    return pack.calculated(id).map { evaluation.effective.reading(.calculated($0)) } ?? .absent
  }

  private func route(_ answers: KeyValuePairs<String, String>) -> Reading {
    outcome("route", answers)
  }

  @Test func theFirstRowThatFitsDecides() {
    #expect(route(["place": "eea", "hours": "1"]) == .value(.code("none")))
    #expect(route(["place": "us", "listed": "yes", "hours": "72"]) == .value(.code("listed")))
    #expect(route(["place": "us", "listed": "no", "hours": "48"]) == .value(.code("slow")))
    #expect(route(["place": "us", "listed": "no", "hours": "47"]) == .value(.code("other")))
    #expect(route(["place": "third", "hours": "1"]) == .value(.code("other")))
  }

  @Test func unknownInputsAreUnknownUnlessEveryWayAgrees() {
    #expect(route([:]) == .unknown)
    // Whatever the hours are, a place in the EEA is decided.
    #expect(route(["place": "eea"]) == .value(.code("none")))
    #expect(route(["place": "us", "listed": "yes"]) == .value(.code("listed")))
    // The two ways that are left differ.
    #expect(route(["place": "us", "listed": "no"]) == .unknown)
    #expect(route(["place": "us", "hours": "1"]) == .unknown)
    #expect(route(["place": "third"]) == .unknown)
  }

  @Test func noRowThatFitsIsAbsent() {
    #expect(outcome("sparse", ["place": "eea"]) == .value(.code("inside")))
    #expect(outcome("sparse", ["place": "us"]) == .absent)
    #expect(outcome("sparse", [:]) == .unknown)
  }

  @Test func yesMayBeACodeOfAChoice() {
    #expect(outcome("partial", ["answer": "yes"]) == .value(.code("whole")))
    #expect(outcome("partial", ["answer": "partly"]) == .value(.code("part")))
  }
}
