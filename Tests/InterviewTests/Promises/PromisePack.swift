import Findings
import Interview
import PackCompiler
import PackModel
import TestSupport

/// A small agreement whose clauses promise things, for one rule at a time.
enum PromisePack {
  private static let items = [
    TinyPack.question("home", "choice", "list: countries"),
    TinyPack.question("region", "string"),
    TinyPack.question("bound", "boolean"),
    TinyPack.question(
      "paths", "checks",
      "answerOption: [{code: support, display: Support}, {code: audit, display: Audit}]"),
    TinyPack.question("kept", "quantity", "unit: [day, month]"),
    TinyPack.question("gone", "quantity", "unit: [day, month]"),
    TinyPack.question("choosing", "quantity", "unit: [day, month]"),
    TinyPack.question(
      "firms", "table", "repeats: true", "item:",
      "  - {linkId: name, type: string, text: Name?, shortText: name}",
      "  - {linkId: country, type: choice, list: countries, text: Where?, shortText: place}",
      "  - {linkId: signed, type: boolean, text: Signed?, shortText: signed}"),
  ]

  private static let agreement = """
    # First {#first}

    ::: clause one

    One.
    :::

    ::: clause two
    when: not (bound is no)

    Two.
    :::

    # Second {#second}

    ::: clause three

    Three.
    :::

    """

  private static let words = """
    - {data: [prompts, answers], in: content}
    - {data: [log]}
    - {people: [support, audit, police]}
    - {purpose: [training, billing]}
    - {role: [processor, controller]}
    - {clock: record}
    - {clock: end}
    - {clock: choice, after: end, within: choosing}
    - {countries: home}
    - {place: europe, attribute: place, among: eea, names: [EU]}
    - {place: de, names: [Frankfurt]}

    """

  private static let rules = PromiseRule.allCases.map { rule in
    """
    - rule: \(rule.rawValue)
      severity: major
      kind: LAW
      authority: [law]
      finding: They fit.
      consequence: One is broken.
      remedy: Mend one.

    """
  }.joined()

  static func sources(_ promises: String) -> SourceFiles {
    TinyPack.sources(
      items, agreement: agreement,
      files: [
        "lists/countries.yaml": """
        - {code: de, display: Germany, place: eea}
        - {code: ie, display: Ireland, place: eea}
        - {code: us, display: the United States, place: us, alias: [USA]}

        """,
        "promises.yaml": words + rules + promises,
      ])
  }

  /// What is found with these answers: the pairs at odds, and the rules that could not be looked at.
  static func found(
    _ promises: String, _ answers: KeyValuePairs<String, String>
  ) -> (failed: [String], unsure: [String]) {
    let pack = TestPacks.compiled(sources(promises))
    let result = examine(Sheets.evaluation(pack, answers), asOf: CalendarDate.first)
    return (
      result.failed(pack).map { $0.id(pack) }, result.unmade.map { $0.id(pack) }
    )
  }
}
