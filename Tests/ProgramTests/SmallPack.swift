/// A pack that compiles in no time: thirty short texts in three steps, one long text, a choice,
/// a yes or no and a table, and an agreement that prints them.
enum SmallPack {
  static let texts = 30

  /// Writes it into a place, and gives the folder's path.
  @discardableResult
  static func write(to place: Place) throws -> String {
    for (name, text) in files { try place.write(text, to: "pack/\(name)") }
    return place.file("pack")
  }

  /// Words of a command line that answer everything.
  static func answered(_ matter: String) -> [String] {
    var words = ["answer", matter, "--set", "story=Told by hand"]
    for number in 1...texts { words += ["--set", "text-\(number)=Words \(number)"] }
    return words + [
      "--set", "colour=red", "--set", "notice=30 day", "--set", "people[+].name=Zoë", "--set",
      "people[0].task=law",
    ]
  }

  static var files: [String: String] {
    var files = [
      "pack.yaml": pack, "authorities.yaml": authorities, "more/4-more.yaml": more,
      "documents/agreement/2-more.md": moreText, "documents/gap-report/1-open.md": report,
    ]
    var agreement = "# Texts {#texts}\n"
    for step in 1...3 {
      var lines = ["step: part-\(step)", "prefix: \"\(step)\"", "title: Part \(step)", "item:"]
      for number in (step * 10 - 9)...(step * 10) {
        lines += [
          "  - linkId: text-\(number)", "    type: string",
          "    text: What is text number \(number)?", "    shortText: text \(number)",
          "    why: It is one of thirty.", "    help: Any words will do.",
          "    authority: [gdpr-28-3]",
        ]
        agreement += "\n::: clause texts.t\(number)\n\nText \(number) is {{text-\(number)}}.\n:::\n"
      }
      files["texts/\(step)-part.yaml"] = lines.joined(separator: "\n") + "\n"
    }
    files["documents/agreement/1-texts.md"] = agreement
    return files
  }

  private static let pack = """
    id: small
    version: 1.0.0
    format: 1
    language: en-GB
    title: A small agreement
    journeys:
      - id: draft
        title: How to Fill Out
        steps: [part-1, part-2, part-3, more]
    documents:
      - {id: agreement, role: contract, title: Small agreement}
      - {id: gap-report, role: report, title: Small report}

    """

  private static let authorities = """
    - id: gdpr-28-3
      citation: GDPR, Art. 28(3)
      title: The contract
      kind: LAW
      status: in force
      asOf: 2026-11-21
      source: Official Journal
      confidence: high
      says: What the contract must hold.

    """

  private static let more = """
    step: more
    prefix: "4"
    title: More
    item:
      - linkId: colour
        type: choice
        required: true
        text: Which colour has it?
        shortText: colour
        why: Somebody must choose.
        help: One of ten.
        authority: [gdpr-28-3]
        answerOption:
          - {code: white, display: White}
          - {code: grey, display: Grey}
          - {code: black, display: Black}
          - {code: red, display: Red}
          - {code: orange, display: Orange}
          - {code: yellow, display: Yellow}
          - {code: green, display: Green}
          - {code: blue, display: Blue}
          - {code: indigo, display: Indigo}
          - {code: violet, display: Violet}
      - linkId: story
        type: text
        text: What is the story?
        shortText: story
        why: Long texts exist.
        help: As long as you like.
        authority: [gdpr-28-3]
      - linkId: notice
        type: quantity
        unit: [day]
        text: How many days of notice?
        shortText: notice
        why: Numbers exist.
        help: A whole number of days.
        authority: [gdpr-28-3]
        constraint: {require: notice >= 1 day, human: Less than a day is no notice.}
      - linkId: people
        type: table
        repeats: true
        text: Who takes part?
        shortText: list of people
        rowText: person
        why: Tables exist.
        help: One row each.
        authority: [gdpr-28-3]
        item:
          - {linkId: name, type: string, text: What is the name?, shortText: name}
          - {linkId: task, type: string, text: What is the task?, shortText: task}

    """

  private static let moreText = """
    # More {#more}

    ::: clause more.colour

    The colour is {{colour}}, with notice of {{notice}}.
    :::

    ::: clause more.story

    {{story}}
    :::

    ::: clause more.people

    The people are:

    ::: each people
    - {{name}}, who sees to {{task}};
    :::
    :::

    """

  private static let report = """
    # Open {#open}

    Open: {{counts.open}}. This is not legal advice.

    """
}
