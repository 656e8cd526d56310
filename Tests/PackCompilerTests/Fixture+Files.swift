import PackCompiler

/// What a file may hold: its format, its keys, its ids.
extension Fixture {
  static let files: [Fixture] = [
    Fixture(
      .unreadableFile, "a document without text", in: "pack.yaml",
      "  - {id: agreement,",
      "  - {id: annex, role: memo, title: Annex}\n  - {id: agreement,",
      #"""
      pack.yaml: The document annex has no text.
        Put Markdown files into documents/annex/.

      """#),
    Fixture(
      .brokenYAML, "a colon in a text", in: parties,
      "intro: Who signs, and where they are.",
      "intro: Who signs: and where they are.",
      #"""
      how-to-fill-out/1-parties.yaml:4:17: A colon inside a text ends it here.
          intro: Who signs: and where they are.
                          ^
        Put the whole text in double quotes.

      """#),
    Fixture(
      .brokenYAML, "a quote that does not end", in: parties,
      "prefix: \"1\"",
      "prefix: \"1",
      #"""
      how-to-fill-out/1-parties.yaml:60:13: This is not YAML: did not find expected key.
              value: "largest of (norm fine-amount, norm fine-rate of turnover)"
                      ^
        Look at the quotes, the indentation and the brackets just before this place.

      """#),
    Fixture(
      .brokenYAML, "a key that stands twice", in: parties,
      "prefix: \"1\"",
      "prefix: \"1\"\nprefix: \"2\"",
      #"""
      how-to-fill-out/1-parties.yaml:2:1: This is not YAML: the key prefix stands twice.
          prefix: "1"
          ^
        Look at the quotes, the indentation and the brackets just before this place.

      """#),
    Fixture(
      .proseInBraces, "a comma in braces", in: parties,
      "{code: gdpr, display: GDPR, says: Regulation (EU) 2016/679}",
      "{code: gdpr, display: GDPR, says: Regulation (EU), 2016/679}",
      #"""
      how-to-fill-out/1-parties.yaml:45:60: “2016/679” has no value: a comma in a text ends it.
                - {code: gdpr, display: GDPR, says: Regulation (EU), 2016/679}
                                                                     ^
        Put the text in double quotes, or give each key a line of its own.

      """#),
    Fixture(
      .yamlFeature, "an anchor", in: parties,
      "text: The controller",
      "text: &controller The controller",
      #"""
      how-to-fill-out/1-parties.yaml:30:11: Anchors, aliases, tags and merge keys are not used in packs.
              text: &controller The controller
                    ^
        Write the value out; a text that begins with & * or ! goes in quotes.

      """#),
    Fixture(
      .yamlFeature, "a tag", in: parties,
      "text: The controller",
      "text: !!str The controller",
      #"""
      how-to-fill-out/1-parties.yaml:30:11: Anchors, aliases, tags and merge keys are not used in packs.
              text: !!str The controller
                    ^
        Write the value out; a text that begins with & * or ! goes in quotes.

      """#),
    Fixture(
      .yamlFeature, "an alias of an anchor", in: parties,
      "text: The controller\n    shortText: controller",
      "text: &name The controller\n    shortText: *name",
      #"""
      how-to-fill-out/1-parties.yaml:30:11: Anchors, aliases, tags and merge keys are not used in packs.
              text: &name The controller
                    ^
        Write the value out; a text that begins with & * or ! goes in quotes.

      """#),
    Fixture(
      .yamlFeature, "a merge key", in: parties,
      "    text: The controller\n",
      "    text: The controller\n    <<: {short: true}\n",
      #"""
      how-to-fill-out/1-parties.yaml:31:5: Anchors, aliases, tags and merge keys are not used in packs.
              <<: {short: true}
              ^
        Write the value out; a text that begins with & * or ! goes in quotes.

      """#),
    Fixture(
      .wrongShape, "a list where a map stands", in: "norms.yaml",
      "- {id: sub-notice, value: 30 day, kind: MARKET, authority: [gdpr-28-2], asOf: 2026-11-21, says: \"The law gives no number; 30 days is usual.\"}",
      "- [sub-notice, 30 day]",
      #"""
      norms.yaml:1:3: Here stands no norm.
          - [sub-notice, 30 day]
            ^
        Write keys and values: `key: value`.

      """#),
    Fixture(
      .wrongShape, "a decision with a cell too few", in: "decisions.yaml",
      "[eea, adequate, any]",
      "[eea, adequate]",
      #"""
      decisions.yaml:6:7: This row has 2 cells, the first has 3.
              - {when: [eea, adequate], is: adequacy}
                ^
        Give every row a cell for each column.

      """#),
    Fixture(
      .missingKey, "a norm without words", in: "norms.yaml",
      ", says: \"The law gives no number; 30 days is usual.\"",
      "",
      #"""
      norms.yaml:1:3: This norm has no `says`.
          - {id: sub-notice, value: 30 day, kind: MARKET, authority: [gdpr-28-2], asOf: 2026-11-21}
            ^
        Add `says: …`.

      """#),
    Fixture(
      .missingKey, "a table without rows", in: help,
      "    repeats: true\n",
      "",
      #"""
      how-to-fill-out/2-help.yaml:32:5: A table needs `repeats: true` or `rows`.
            - linkId: subprocessors
              ^
        `repeats: true` for rows of the user, `rows` for rows that the pack gives.

      """#),
    Fixture(
      .missingKey, "a heading without an id", in: text,
      "# Sub-processors {#sub}",
      "# Sub-processors",
      #"""
      documents/agreement/07-sub-processors.md:1:1: This heading has no id.
          # Sub-processors
          ^
        Write `# Title {#id}`.

      """#),
    Fixture(
      .sameName, "an alias of two options", in: "lists/countries.yaml",
      "alias: [USA, United States of America]",
      "alias: [USA, germany]",
      #"""
      lists/countries.yaml:3:66: “germany” reads as a name of the option de as well.
          de: us, display: the United States, place: us, alias: [USA, germany]}
                                                                      ^
        Take it from one of the two, or write more of the name.

      """#),
    Fixture(
      .sameName, "an alias of two columns", in: help,
      "alias: Purpose",
      "alias: [Purpose, Place]",
      #"""
      how-to-fill-out/2-help.yaml:43:98: “Place” heads the column place as well.
          g, text: What they do, shortText: service, alias: [Purpose, Place]}
                                                                      ^
        Take it from one of the two: a list's heading leads to one column.

      """#),
    Fixture(
      .sameName, "two labels that read alike", in: parties,
      "display: UK GDPR,",
      "display: gdpr,",
      #"""
      how-to-fill-out/1-parties.yaml:46:34: “gdpr” reads as a name of the option gdpr as well.
                - {code: uk-gdpr, display: gdpr, says: the UK GDPR}
                                           ^
        Take it from one of the two, or write more of the name.

      """#),
    Fixture(
      .unknownKey, "a key that nobody asked for", in: help,
      "    required: true\n    short: true\n",
      "    requird: true\n    short: true\n",
      #"""
      how-to-fill-out/2-help.yaml:7:5: A question has no key `requird`.
              requird: true
              ^
        Did you mean `required`? See FORMAT.md for the keys there are.

      """#),
    Fixture(
      .unknownKey, "a key in a clause's head", in: text,
      "satisfies: D-4",
      "satisfys: D-4",
      #"""
      documents/agreement/07-sub-processors.md:21:1: A clause has no key `satisfys`.
          satisfys: D-4
          ^
        Did you mean `satisfies`? Leave a blank line between the head of a clause and its text.

      """#),
    Fixture(
      .missingKey, "a document without a role", in: "pack.yaml",
      "{id: positions, role: memo,",
      "{id: positions,",
      #"""
      pack.yaml:24:5: The document positions has no `role`.
            - {id: positions, title: Where the terms stand, with: playbook}
              ^
        Say what it is for: `role: …`. Write contract, report, amendment or memo.

      """#),
    Fixture(
      .duplicateID, "two contracts", in: "pack.yaml",
      "role: memo",
      "role: contract",
      #"""
      pack.yaml:24:27: The pack has two documents of the role contract: agreement, positions.
            - {id: positions, role: contract, title: Where the terms stand, with: playbook}
                                    ^
        Keep one, or make this a memo: `role: memo`.

      """#),
    Fixture(
      .duplicateID, "a norm twice", in: "norms.yaml",
      "id: fine-rate",
      "id: fine-amount",
      #"""
      norms.yaml:3:3: The id fine-amount is given twice.
          - {id: fine-amount, value: 2 %, kind: LAW, authority: [gdpr-83-4], asOf: 2026-11-21, says: "The shar
            ^
        Rename one of the two.

      """#),
    Fixture(
      .duplicateID, "an option twice", in: parties,
      "{code: uk-gdpr,",
      "{code: gdpr,",
      #"""
      how-to-fill-out/1-parties.yaml:46:9: The id gdpr is given twice.
                - {code: gdpr, display: UK GDPR, says: the UK GDPR}
                  ^
        Rename one of the two.

      """#),
    Fixture(
      .duplicateID, "a clause twice", in: text,
      "::: clause sub.specific",
      "::: clause sub.general",
      #"""
      documents/agreement/07-sub-processors.md:12:1: The id sub.general is given twice.
          ::: clause sub.general
          ^
        Rename one of the two.

      """#),
    Fixture(
      .badID, "capitals in an id", in: parties,
      "linkId: turnover",
      "linkId: Turnover",
      #"""
      how-to-fill-out/1-parties.yaml:48:13: “Turnover” is no id.
            - linkId: Turnover
                      ^
        Use lower-case letters, digits and hyphens, 120 at most.

      """#),
    Fixture(
      .badID, "the word for the journey as a question", in: parties,
      "linkId: turnover",
      "linkId: journey",
      #"""
      how-to-fill-out/1-parties.yaml:48:13: “journey” names the journey in a file of answers.
            - linkId: journey
                      ^
        Choose another linkId.

      """#),
    Fixture(
      .badID, "a word of conditions as a code", in: help,
      "{code: general, display: \"General, with notice of changes\"}",
      "{code: open, display: \"General, with notice of changes\"}",
      #"""
      how-to-fill-out/2-help.yaml:17:16: “open” is a word of conditions.
                - {code: open, display: "General, with notice of changes"}
                         ^
        Choose another code.

      """#),
    Fixture(
      .wrongShape, "a check over rows of the user that takes its clause from the row", in: checks,
      "closes: sub.flow",
      "closesBy: laws",
      #"""
      checks/sub-processors.yaml:26:13: `closesBy` wants a check over rows of the pack.
            closesBy: laws
                      ^
        Add `for: TABLE`, or write `closes: CLAUSE`.

      """#),
    Fixture(
      .wrongShape, "a value for an insertion from an answer of another type", in: "review.yaml",
      "objection: 14 day",
      "objection: 14 day\ninsert: [{question: notice, from: authorisation}]",
      #"""
      review.yaml:9:35: authorisation is of another type than notice.
          insert: [{question: notice, from: authorisation}]
                                            ^
        Name a question of type quantity.

      """#),
    Fixture(
      .wrongShape, "a rule that may decide nothing", in: "review.yaml",
      "  - {id: go, says: Sign, rule: No such finding stands.}",
      "  - {id: go, when: any findings, says: Sign, rule: No such finding stands.}",
      #"""
      review.yaml:17:5: The last reason has a condition, so that there may be none.
            - {id: go, when: any findings, says: Sign, rule: No such finding stands.}
              ^
        Take its `when` away.

      """#),
    Fixture(
      .brokenValue, "a proposed time that is no number of days", in: "review.yaml",
      "major: 30 day", "major: 30 hour",
      #"""
      review.yaml:21:32: “30 hour” is no number of days.
          due: {critical: 14 day, major: 30 hour}
                                         ^
        Write `30 day`.

      """#),
    Fixture(
      .nestedTable, "a table in a table", in: help,
      "{linkId: service, type: string,",
      "{linkId: service, type: table, repeats: true,",
      #"""
      how-to-fill-out/2-help.yaml:43:18: A table holds no table and no group.
                - {linkId: service, type: table, repeats: true, text: What they do, shortText: service, alias:
                           ^
        Make a table of its own whose rows point at these rows (`rowsOf`).

      """#),
    Fixture(
      .twoLists, "two lettered lists in one clause", in: text,
      "The same obligations bind each sub-processor,",
      "1. one;\n2. two.\n\nAnd:\n\n1. three;\n2. four.\n\nThe same obligations bind each sub-processor,",
      #"""
      documents/agreement/07-sub-processors.md:20:1: This clause has two lettered lists, so two items would be (a).
          ::: clause sub.flow
          ^
        Make a clause of its own for the second list, or join the two.

      """#),
    Fixture(
      .tooLarge, "brackets in brackets", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: " + String(repeating: "(", count: 40) + "authorisation is general"
        + String(repeating: ")", count: 40),
      #"""
      how-to-fill-out/2-help.yaml:29:49: This nests too deeply.
              enableWhen: ((((((((((((((((((((((((((((((((((((((((authorisation is general))))))))))))))))))))
                                                          ^
        Calculate parts of it, and name these.

      """#),
  ]
}
