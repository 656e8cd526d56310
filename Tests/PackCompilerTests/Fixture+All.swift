import PackCompiler

/// One fault of every kind and more, each with what an author reads.
extension Fixture {
  private static let parties = "how-to-fill-out/1-parties.yaml"
  private static let help = "how-to-fill-out/2-help.yaml"
  private static let text = "documents/agreement/07-sub-processors.md"
  private static let checks = "checks/sub-processors.yaml"

  static let all: [Fixture] = one + two

  private static let one: [Fixture] = [
    Fixture(
      .unreadableFile, "a document without text", in: "pack.yaml",
      "  - {id: agreement,",
      "  - {id: annex, title: Annex}\n  - {id: agreement,",
      #"""


      """#),
    Fixture(
      .brokenYAML, "a colon in a text", in: parties,
      "intro: Who signs, and where they are.",
      "intro: Who signs: and where they are.",
      #"""


      """#),
    Fixture(
      .brokenYAML, "a quote that does not end", in: parties,
      "prefix: \"1\"",
      "prefix: \"1",
      #"""


      """#),
    Fixture(
      .brokenYAML, "a key that stands twice", in: parties,
      "prefix: \"1\"",
      "prefix: \"1\"\nprefix: \"2\"",
      #"""


      """#),
    Fixture(
      .proseInBraces, "a comma in braces", in: parties,
      "{code: gdpr, display: GDPR, says: Regulation (EU) 2016/679}",
      "{code: gdpr, display: GDPR, says: Regulation (EU), 2016/679}",
      #"""


      """#),
    Fixture(
      .yamlFeature, "an anchor", in: parties,
      "text: The controller",
      "text: &controller The controller",
      #"""


      """#),
    Fixture(
      .yamlFeature, "a tag", in: parties,
      "text: The controller",
      "text: !!str The controller",
      #"""


      """#),
    Fixture(
      .yamlFeature, "an alias of an anchor", in: parties,
      "text: The controller\n    shortText: controller",
      "text: &name The controller\n    shortText: *name",
      #"""


      """#),
    Fixture(
      .yamlFeature, "a merge key", in: parties,
      "    text: The controller\n",
      "    text: The controller\n    <<: {short: true}\n",
      #"""


      """#),
    Fixture(
      .wrongShape, "a list where a map stands", in: "norms.yaml",
      "- {id: sub-notice, value: 30 day, kind: MARKET, authority: [gdpr-28-2], asOf: 2026-11-21, says: \"The law gives no number; 30 days is usual.\"}",
      "- [sub-notice, 30 day]",
      #"""


      """#),
    Fixture(
      .wrongShape, "a decision with a cell too few", in: "decisions.yaml",
      "[eea, adequate, any]",
      "[eea, adequate]",
      #"""


      """#),
    Fixture(
      .missingKey, "a norm without words", in: "norms.yaml",
      ", says: \"The law gives no number; 30 days is usual.\"",
      "",
      #"""


      """#),
    Fixture(
      .missingKey, "a table without rows", in: help,
      "    repeats: true\n",
      "",
      #"""


      """#),
    Fixture(
      .missingKey, "a heading without an id", in: text,
      "# Sub-processors {#sub}",
      "# Sub-processors",
      #"""


      """#),
    Fixture(
      .unknownKey, "a key that nobody asked for", in: help,
      "    required: true\n    short: true\n",
      "    requird: true\n    short: true\n",
      #"""


      """#),
    Fixture(
      .unknownKey, "a key in a clause's head", in: text,
      "satisfies: D-4",
      "satisfys: D-4",
      #"""


      """#),
    Fixture(
      .unknownWord, "a type that is none", in: help,
      "type: quantity\n",
      "type: quantitty\n",
      #"""


      """#),
    Fixture(
      .unknownWord, "a unit that is none", in: help,
      "unit: [day, business-day]",
      "unit: [day, bank-day]",
      #"""


      """#),
    Fixture(
      .unknownWord, "a container that is none", in: text,
      "::: each subprocessors\n",
      "::: for subprocessors\n",
      #"""


      """#),
    Fixture(
      .duplicateID, "a norm twice", in: "norms.yaml",
      "id: fine-rate",
      "id: fine-amount",
      #"""


      """#),
    Fixture(
      .duplicateID, "an option twice", in: parties,
      "{code: uk-gdpr,",
      "{code: gdpr,",
      #"""


      """#),
    Fixture(
      .duplicateID, "a clause twice", in: text,
      "::: clause sub.specific",
      "::: clause sub.general",
      #"""


      """#),
    Fixture(
      .badID, "capitals in an id", in: parties,
      "linkId: turnover",
      "linkId: Turnover",
      #"""


      """#),
    Fixture(
      .badID, "a word of conditions as a code", in: help,
      "{code: general, display: \"General, with notice of changes\"}",
      "{code: open, display: \"General, with notice of changes\"}",
      #"""


      """#),
    Fixture(
      .unknownName, "a question that is not there", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorization is general",
      #"""


      """#),
    Fixture(
      .unknownName, "a column from outside its table", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: dpf is yes",
      #"""


      """#),
    Fixture(
      .unknownName, "a fact about a provider in a check", in: checks,
      "pass: notice >= 14 day",
      "pass: retention >= 14 day",
      #"""


      """#),
    Fixture(
      .hiddenName, "a column that hides a question", in: help,
      "{linkId: service, type: string,",
      "{linkId: turnover, type: string,",
      #"""


      """#),
    Fixture(
      .unknownCode, "a code that the question has not", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorisation is generell",
      #"""


      """#),
    Fixture(
      .unknownCode, "a code in a clause's case", in: text,
      "case: authorisation specific",
      "case: authorisation special",
      #"""


      """#),
    Fixture(
      .unknownCode, "a code in a decision", in: "decisions.yaml",
      "[eea, adequate, any]",
      "[eea, adequat, any]",
      #"""


      """#),
  ]

  private static let two: [Fixture] = [
    Fixture(
      .brokenExpression, "a condition that goes on", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorisation is general general",
      #"""


      """#),
    Fixture(
      .brokenExpression, "a sign without meaning", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorisation = general",
      #"""


      """#),
    Fixture(
      .brokenExpression, "`is` of several ticks", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: laws is gdpr",
      #"""


      """#),
    Fixture(
      .brokenExpression, "the day outside a check", in: help,
      "require: notice >= 1 day",
      "require: days since notice >= 1 day",
      #"""


      """#),
    Fixture(
      .brokenExpression, "the draft outside a check", in: text,
      "when: any laws",
      "when: drafted D-1",
      #"""


      """#),
    Fixture(
      .brokenValue, "a norm that is no value", in: "norms.yaml",
      "value: 2 %",
      "value: two per cent",
      #"""


      """#),
    Fixture(
      .brokenValue, "a suggestion that is no answer", in: help,
      "suggestion: {value: general, norm: sub-notice}",
      "suggestion: {value: generell, norm: sub-notice}",
      #"""


      """#),
    Fixture(
      .mismatchedUnits, "hours against months", in: checks,
      "pass: clock <= 48 hour",
      "pass: clock <= 2 month",
      #"""


      """#),
    Fixture(
      .cycle, "two questions that wait for each other", in: help,
      "    type: choice\n    required: true\n    short: true\n",
      "    type: choice\n    enableWhen: notice is answered\n    required: true\n    short: true\n",
      #"""


      """#),
    Fixture(
      .unknownAuthority, "an authority that is not there", in: help,
      "authority: [gdpr-12-3]",
      "authority: [gdpr-12-4]",
      #"""


      """#),
    Fixture(
      .unknownNorm, "a norm that is not there", in: checks,
      "  norm: sub-notice\n  authority",
      "  norm: sub-notices\n  authority",
      #"""


      """#),
    Fixture(
      .unknownTerm, "a term that is not there", in: help,
      "terms: [sub-processor]",
      "terms: [subprocessor]",
      #"""


      """#),
    Fixture(
      .unknownObligation, "an obligation that is not there", in: text,
      "satisfies: D-4",
      "satisfies: D-5",
      #"""


      """#),
    Fixture(
      .unknownClause, "a reference into nothing", in: text,
      "{{ref annex-b}}",
      "{{ref annex-c}}",
      #"""


      """#),
    Fixture(
      .unknownClause, "a check that closes nothing", in: checks,
      "closes: sub.flow",
      "closes: sub.flew",
      #"""


      """#),
    Fixture(
      .unknownPhrase, "a phrase that is not there", in: text,
      "{{phrase subs-are}}",
      "{{phrase sub-are}}",
      #"""


      """#),
    Fixture(
      .unknownList, "a list that is not there", in: parties,
      "list: countries",
      "list: country",
      #"""


      """#),
    Fixture(
      .unknownCheck, "an item that names no check", in: "coverage.yaml",
      "checks: [sub.notice-short]",
      "checks: [sub.notice-long]",
      #"""


      """#),
    Fixture(
      .missingHelp, "a question without its why", in: parties,
      "    why: Each law brings its own clauses.\n",
      "",
      #"""


      """#),
    Fixture(
      .brokenText, "a placeholder that does not end", in: text,
      "{{notice}} before",
      "{{notice before",
      #"""


      """#),
    Fixture(
      .brokenText, "a link", in: text,
      "On the effective date no sub-processor",
      "On the [effective date](#date) no sub-processor",
      #"""


      """#),
    Fixture(
      .brokenText, "a clause that does not end", in: text,
      "processor.name}} engages no sub-processor without the prior specific consent of {{controller.name}} in writing.\n:::",
      "processor.name}} engages no sub-processor without the prior specific consent of {{controller.name}} in writing.\n",
      #"""


      """#),
    Fixture(
      .brokenText, "a reference in a check", in: checks,
      "remedy: Ask for 30 days.",
      "remedy: Ask for the 30 days of {{ref sub.general}}.",
      #"""


      """#),
    Fixture(
      .missingAlternative, "a code without a clause", in: text,
      "::: clause sub.specific\ncase: authorisation specific\nsatisfies: D-1\nauthority: gdpr-28-2\n\n{{processor.name}} engages no sub-processor without the prior specific consent of {{controller.name}} in writing.\n:::\n\n",
      "",
      #"""


      """#),
    Fixture(
      .danglingReference, "a reference to what may be out", in: text,
      "{{ref sub.general or sub.specific}}",
      "{{ref sub.general}}",
      #"""


      """#),
    Fixture(
      .missingWords, "a phrase without words for a code", in: "phrases.yaml",
      ", onward: onward transfer",
      "",
      #"""


      """#),
    Fixture(
      .nestedTable, "a table in a table", in: help,
      "{linkId: service, type: string,",
      "{linkId: service, type: table, repeats: true,",
      #"""


      """#),
    Fixture(
      .brokenExample, "a clean case that is not there", in: "pack.yaml",
      "clean: examples/whole",
      "clean: examples/hole",
      #"""


      """#),
    Fixture(
      .missingExample, "a check that does not show when it is not assessed", in: checks,
      "    notAssessed:\n      - {unknown: [notice]}\n",
      "",
      #"""


      """#),
    Fixture(
      .uncovered, "an item that nothing covers", in: "coverage.yaml",
      ", reason: this small pack always needs one",
      "",
      #"""


      """#),
    Fixture(
      .tooLarge, "brackets in brackets", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: " + String(repeating: "(", count: 40) + "authorisation is general"
        + String(repeating: ")", count: 40),
      #"""


      """#),
  ]
}
