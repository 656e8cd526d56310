import Interview
import PackCompiler
import PackModel

/// A pack of any size with one table of many rows, for benchmarks: questions of every kind, every
/// third under a condition, constraints, decisions along a chain of rows, clauses and checks.
package enum SyntheticPack {
  /// The sources of a pack of `questions` questions, the table's columns included.
  package static func sources(questions: Int) -> SourceFiles {
    let perStep = 250
    let plain = max(0, questions - 8)
    var files: [String: String] = [:]
    var steps: [String] = []
    for first in stride(from: 0, to: plain, by: perStep) {
      let id = "step-\(first / perStep)"
      steps.append(id)
      files["steps/\(id).yaml"] =
        "step: \(id)\ntitle: Step \(first / perStep)\nitem:\n"
        + (first..<min(first + perStep, plain)).map(question).joined()
    }
    steps.append("chain")
    files["steps/chain.yaml"] = chain
    files["pack.yaml"] = """
      id: synthetic
      version: 1.0.0
      title: A synthetic pack
      journeys:
        - {id: whole, title: All of it, steps: [\(steps.joined(separator: ", "))]}
      documents:
        - {id: agreement, role: contract, title: A synthetic agreement}

      """
    files["authorities.yaml"] = """
      - {id: law, citation: Law, kind: LAW, status: in force, asOf: 2026-01-01, confidence: high, says: Law.}

      """
    files["decisions.yaml"] = """
      - id: route
        rows:
          - {when: [eea, any], is: none}
          - {when: [third, yes], is: listed}
          - {when: [any, any], is: other}

      """
    files["documents/agreement/1.md"] =
      "# Text {#text}\n"
      + stride(from: 0, to: plain, by: 10).map { number in
        """

        ::: clause c\(number)
        \(number % 30 == 0 ? "when: q\(number) is answered\n" : "")
        The answer is {{q\(number)}}.
        :::

        """
      }.joined()
    return SourceFiles(files.mapValues { Array($0.utf8) })
  }

  /// A sheet that answers everything, with `rows` rows in the table.
  package static func sheet(_ pack: Pack, rows: Int) -> AnswerSheet {
    var changes: [Change] = []
    func set(_ linkId: String, _ value: Value, row: String? = nil) {
      changes.append(.set(AnswerKey(linkId, row: row), from: nil, to: .value(value)))
    }
    for (number, question) in pack.questions.enumerated() where pack.table(of: number) == nil {
      switch question.kind {
      case .boolean: set(question.linkId, .boolean(number % 5 != 0))
      case .choice: set(question.linkId, .code("a"))
      case .checks: set(question.linkId, .checks([.code("a"), .code("b")]))
      case .quantity: set(question.linkId, .quantity(Quantity(30, .day)))
      case .string: set(question.linkId, .text("An answer of some words to \(number)"))
      default: break
      }
    }
    for row in 0..<rows {
      let id = "r\(row + 1)"
      changes.append(.addRow(table: "links", row: id, at: row))
      set("links.name", .text("Company \(row + 1)"), row: id)
      set("links.place", .code(row % 3 == 0 ? "third" : "eea"), row: id)
      set("links.listed", .boolean(row % 2 == 0), row: id)
      set("links.hours", .quantity(Quantity(4, .hour)), row: id)
      set("links.notice", .quantity(Quantity(30, .day)), row: id)
      // Chains of five: each row below the one before it.
      set("links.above", .row(row % 5 == 0 ? "owner" : "r\(row)"), row: id)
    }
    return AnswerSheet(entries: [
      Entry(number: 1, when: "2026-01-01T00:00:00Z", by: "", why: nil, changes: changes)
    ])
  }

  private static func question(_ number: Int) -> String {
    let condition = number % 3 == 2 ? "\n    enableWhen: q\(number / 5 * 5) is yes" : ""
    let kind =
      switch number % 5 {
      case 0: "boolean"
      case 1: "choice"
      case 2: "checks"
      case 3:
        "quantity\n    unit: day\n    constraint: {require: q\(number) >= 1 day, human: Too short.}"
      default: "string"
      }
    let options =
      number % 5 == 1 || number % 5 == 2
      ? """

          answerOption:
            - {code: a, display: First}
            - {code: b, display: Second}
            - {code: c, display: Third}
      """ : ""
    return """
        - linkId: q\(number)
          type: \(kind)
          text: What is the answer to question \(number)?
          shortText: answer \(number)
          help: Some help for the question.
          why: It is asked to be answered.
          authority: [law]\(condition)\(options)

      """
  }

  private static let chain = """
    step: chain
    title: The chain
    item:
      - linkId: owner
        type: group
        text: Who owns it?
        shortText: owner
        item: []
      - linkId: links
        type: table
        repeats: true
        text: Who is in the chain?
        shortText: chain
        help: Everybody.
        why: They are asked for.
        authority: [law]
        item:
          - {linkId: name, type: string, text: Name, shortText: name}
          - linkId: place
            type: choice
            text: Place
            shortText: place
            answerOption: [{code: eea, display: EEA}, {code: third, display: Third country}]
          - {linkId: listed, type: boolean, enableWhen: place is third, text: Listed, shortText: listed}
          - {linkId: hours, type: quantity, unit: hour, text: Hours, shortText: hours}
          - linkId: notice
            type: quantity
            unit: day
            text: Notice
            shortText: notice
            constraint: {require: notice >= 1 day, human: Too short.}
          - {linkId: above, type: choice, rowsOf: [owner, links], text: Above, shortText: above}
        calculated:
          - {id: route, shortText: route, decide: route, by: [place, listed]}
          - {id: clock, shortText: clock, value: sum of hours along above}
    """
}
