import PackCompiler
import PackModel

/// A small pack with a question of every kind.
enum SamplePack {
  static func make() throws -> Pack { try make(sources) }

  /// With checks of a dozen countries as question 6.
  static func withLongChecks() throws -> Pack {
    var files = sources
    files["how-to-fill-out/1-parties.yaml"]?.append(
      """

        - {linkId: places, type: checks, list: countries, open: true, text: In which countries is the data handled?, shortText: places, help: Also where support sits., why: Each may have a law of its own., authority: [gdpr-28-3]}
      """)
    files["lists/countries.yaml"] = files["lists/countries.yaml"]?.replacing(
      "- {code: us,",
      with: "- {code: gb, display: the United Kingdom, place: adequate}\n- {code: us,")
    files["examples/whole/answers.yaml"]?.append("\nplaces: de")
    return try make(files)
  }

  /// With a journey whose one step asks questions of another step once more.
  static func withReview() throws -> Pack {
    var files = sources
    files["pack.yaml"] = files["pack.yaml"]?.replacing(
      "documents:",
      with: """
          - {id: review, title: The test, steps: [review]}
          - {id: both, title: Both, steps: [parties, chain, review]}
        documents:
        """)
    files["test/1-review.yaml"] = """
      step: review
      prefix: "1"
      title: The review
      item:
        - {ask: purpose}
        - {ask: authorisation}
      """
    return try make(files)
  }

  /// With a last question that says what another answer comes to, and a journey that writes one paper.
  static func withFollows() throws -> Pack {
    var files = sources
    files["pack.yaml"] = files["pack.yaml"]?.replacing(
      "    steps: [parties, chain]\n    only: short",
      with: "    steps: [parties, chain]\n    writes: [gap-report]\n    only: short")
    files["how-to-fill-out/1-parties.yaml"]?.append(
      """

        - {linkId: agreed, type: boolean, text: Is that agreed?, shortText: agreed, help: By both sides., why: Somebody has to stand behind it., authority: [gdpr-28-3], follows: "It follows: bound from {{signed}}."}
      """)
    return try make(files)
  }

  /// With a last page of two questions in its first step, which follow from others, and with a house's
  /// own answers.
  static func withProposals() throws -> Pack {
    var files = sources
    files["pack.yaml"]?.append("\nhouse: {both: [controller, training]}")
    files["how-to-fill-out/1-parties.yaml"] = files["how-to-fill-out/1-parties.yaml"]?.replacing(
      "\nitem:\n",
      with: "\npages:\n  - {linkId: last-page, text: At the end, of: [agreed, home]}\nitem:\n")
    files["how-to-fill-out/1-parties.yaml"]?.append(
      """

        - {linkId: agreed, type: boolean, text: Is that agreed?, shortText: agreed, help: By both sides., why: Somebody has to stand behind it., authority: [gdpr-28-3], proposal: {value: "yes", when: signed is answered, because: You named the day of signing.}}
        - {linkId: home, type: choice, list: countries, text: Where is the file kept?, shortText: home of the file, help: The office., why: Somebody will look for it., authority: [gdpr-28-3], proposal: {from: controller.country}}
      """)
    files["examples/whole/answers.yaml"]?.append("\nagreed: \"yes\"\nhome: de")
    return try make(files)
  }

  private static func make(_ texts: [String: String]) throws -> Pack {
    let files = texts.mapValues { Array($0.utf8) }
    switch compile(SourceFiles(files)) {
    case .success(let pack): return pack
    case .failure(let failure): throw Broken(text: failure.diagnostics.map(\.rendered).joined())
    }
  }

  struct Broken: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  static let sources: [String: String] = [
    "pack.yaml": """
    id: sample
    version: 1.0.0
    format: 1
    language: en-GB
    title: A sample agreement
    journeys:
      - id: draft
        title: How to Fill Out
        intro: The whole agreement, each question with its reasons.
        steps: [parties, chain]
      - id: short
        title: The short way
        intro: "About ten minutes: what the law needs. The rest stays as named blanks."
        steps: [parties, chain]
        only: short
    documents:
      - {id: agreement, role: contract, title: "Agreement of {{controller.name}}"}
      - {id: gap-report, role: report, title: Gap report}
    clean: examples/whole
    """,
    "how-to-fill-out/1-parties.yaml": """
    step: parties
    prefix: "1"
    title: The parties
    intro: Who signs, and where they are.
    item:
      - {linkId: welcome, type: display, text: "This small case takes five minutes.", help: "Nothing here leaves your machine."}
      - linkId: controller
        type: group
        text: The controller
        shortText: controller
        item:
          - linkId: name
            type: string
            required: true
            short: true
            text: What is the full legal name?
            shortText: legal name
            help: As it stands in the commercial register.
            why: The agreement binds the legal person that is named here.
            example: Nordlicht Haushaltswaren GmbH
            authority: [gdpr-28-3]
            terms: [controller]
          - {linkId: country, type: choice, list: countries, required: true, short: true, text: In which country is its seat?, shortText: country, help: The registered office., why: The seat decides on transfers., authority: [gdpr-28-3]}
          - {linkId: start, type: date, text: From when is it bound?, shortText: start, help: The first day., why: Duties need a beginning., authority: [gdpr-28-3]}
      - linkId: purpose
        type: text
        required: true
        text: What is the data used for?
        shortText: purpose
        help: In the words that you would use to a customer.
        why: A vague purpose is no purpose.
        market: Two to five sentences are usual.
        authority: [gdpr-28-3]
      - linkId: signed
        type: date
        text: On which day is it signed?
        shortText: signing date
        help: The day of the last signature.
        why: It is printed on the first page.
        authority: [gdpr-28-3]
      - linkId: training
        type: boolean
        text: May the provider train its models on the data?
        shortText: training
        help: Also improving, testing and comparing models.
        why: It is no longer processing on your behalf.
        authority: [gdpr-28-3]
        suggestion: {value: "no", kind: MARKET, because: Most business offers exclude it.}
      - linkId: laws
        type: checks
        short: true
        text: Which laws apply?
        shortText: applicable laws
        help: Tick all that apply.
        why: Each brings its own clauses.
        authority: [gdpr-28-3]
        open: true
        answerOption:
          - {code: gdpr, display: GDPR, says: Regulation (EU) 2016/679}
          - {code: uk-gdpr, display: UK GDPR, says: the UK GDPR}
          - {code: none-of-both, display: Neither of them, says: neither, exclusive: true}
    """,
    "how-to-fill-out/2-chain.yaml": """
    step: chain
    prefix: "2"
    title: Sub-processors
    intro: Whom the provider brings in.
    item:
      - linkId: authorisation
        type: choice
        required: true
        short: true
        text: How may the provider bring in sub-processors?
        shortText: "sub-processors: kind of authorisation"
        help: A general authorisation lets it change the list after notice.
        why: The Regulation knows these two kinds only.
        authority: [gdpr-28-2]
        terms: [sub-processor, controller]
        answerOption:
          - {code: general, display: "General, with notice of every change and a right to object to it", help: The list may change.}
          - {code: specific, display: "Specific, one by one"}
      - linkId: notice
        type: quantity
        unit: [day, business-day]
        required: true
        enableWhen: authorisation is general
        text: How long before a change must the controller hear of it?
        shortText: "sub-processors: notice of changes"
        help: Counted from the notice to the first use.
        why: Without a period the right to object is empty.
        authority: [gdpr-28-2]
        suggestion: {value: 30 day, norm: sub-notice}
        constraint: {require: notice >= 1 day, human: Notice of less than a day is no notice.}
      - {linkId: penalty, type: money, currency: EUR, text: What is due for each breach?, shortText: penalty, help: A round sum., why: It spares proof of damage., authority: [gdpr-28-2]}
      - linkId: subprocessors
        type: table
        repeats: true
        rowText: sub-processor
        text: Who works for the provider on this data?
        shortText: list of sub-processors
        help: One row for each company.
        why: You must know every recipient by name.
        authority: [gdpr-28-2]
        item:
          - {linkId: name, type: string, required: true, text: Legal name, shortText: name}
          - {linkId: country, type: choice, list: countries, text: Where, shortText: place}
          - {linkId: engaged-by, type: choice, rowsOf: [controller, subprocessors], text: Who engages them, shortText: engaged by}
      - linkId: rights
        type: table
        text: By when is each request answered?
        shortText: rights
        help: The rows come from the law.
        why: A right without a time is a promise without a date.
        authority: [gdpr-28-3]
        rows:
          - {code: access, text: Access}
          - {code: delete, text: Erasure, enableWhen: laws includes gdpr}
        item:
          - {linkId: limit, type: quantity, unit: [day, month], text: Time to answer, shortText: time limit, suggestion: {value: 1 month, kind: LAW, because: "One month, Art. 12(3)"}}
          - {linkId: channel, type: string, text: Through whom, shortText: channel}
      - linkId: board
        type: table
        text: Who is told of what?
        shortText: board
        help: One line for each.
        why: Nobody should have to ask.
        authority: [gdpr-28-3]
        rows:
          - {code: news, text: News}
        item:
          - {linkId: teller, type: string, text: Who tells, shortText: teller}
    """,
    "norms.yaml": """
    - {id: sub-notice, value: 30 day, kind: MARKET, authority: [gdpr-28-2], asOf: 2026-11-21, says: "The law gives no number; 30 days is usual."}
    """,
    "authorities.yaml": """
    - {id: gdpr-28-3, citation: "GDPR, Art. 28(3)", title: The contract, kind: LAW, status: in force, asOf: 2026-11-21, source: Official Journal, confidence: high, says: "What the contract must hold."}
    - {id: gdpr-28-2, citation: "GDPR, Art. 28(2)", title: Sub-processors, kind: LAW, status: in force, asOf: 2026-11-21, source: Official Journal, confidence: disputed, says: "No sub-processor without authorisation."}
    """,
    "glossary.yaml": """
    - {id: controller, term: controller, says: Who decides why and how data is used., words: [controller, controllers], authority: [gdpr-28-3]}
    - {id: sub-processor, term: sub-processor, says: A company that the processor brings in., words: [sub-processor, sub-processors], authority: [gdpr-28-2]}
    """,
    "help-pages.yaml": """
    - id: when
      title: When is an agreement due?
      body: |
        As soon as somebody else handles personal data for you.

        None is due where nobody outside has access.
      authority: [gdpr-28-3]
    """,
    "obligations.yaml": """
    - {id: D-1, row: d, says: "No sub-processor without authorisation.", authority: [gdpr-28-2], severity: critical, contract: true}
    """,
    "lists/countries.yaml": """
    - {code: at, display: Austria, place: eea}
    - {code: de, display: Germany, place: eea}
    - {code: dk, display: Denmark, place: eea}
    - {code: es, display: Spain, place: eea}
    - {code: fi, display: Finland, place: eea}
    - {code: fr, display: France, place: eea}
    - {code: ie, display: Ireland, place: eea}
    - {code: it, display: Italy, place: eea}
    - {code: jp, display: Japan, place: adequate}
    - {code: se, display: Sweden, place: eea}
    - {code: us, display: the United States, place: us}
    """,
    "documents/agreement/01-text.md": """
    # Parties {#parties}

    ::: clause parties.who

    This agreement binds {{controller.name}} in {{controller.country}} from {{controller.start}}. It is signed on {{signed}}.
    :::

    ::: clause parties.purpose

    The data is used for this: {{purpose}}
    :::

    # Sub-processors {#sub}

    ::: clause sub.general
    case: authorisation general
    satisfies: D-1
    authority: gdpr-28-2

    {{controller.name}} authorises sub-processors in general. Every change is announced at least {{notice}} before.
    :::

    ::: clause sub.specific
    case: authorisation specific
    satisfies: D-1
    authority: gdpr-28-2

    No sub-processor without the prior specific consent of {{controller.name}}.
    :::
    """,
    "documents/gap-report/01-text.md": """
    # Open points {#open}

    ::: clause report.open
    plain: yes

    There are {{counts.open}} open points.
    :::
    """,
    "checks/notice.yaml": """
    - id: notice-short
      severity: major
      norm: sub-notice
      authority: [gdpr-28-2]
      pass: notice >= 14 day
      at: [notice]
      finding: "Notice of {{notice}} leaves too little time to object."
      consequence: A recipient may start before the objection is heard.
      remedy: Ask for 30 days.
      closes: sub.general
      examples:
        pass:
          - {set: {notice: 30 day}}
        fail:
          - {set: {notice: 5 day}}
        notAssessed:
          - {unknown: [notice]}
    """,
    "examples/whole/answers.yaml": """
    controller.name: Nordlicht GmbH
    controller.country: de
    controller.start: 2026-01-01
    purpose: Answering customers.
    signed: 2026-01-01
    training: "no"
    laws: gdpr
    authorisation: general
    notice: 30 day
    penalty: 10000 EUR
    subprocessors: {state: none}
    rights[access].limit: 1 month
    rights[delete].limit: 1 month
    board[news].teller: Anna
    """,
  ]
}
