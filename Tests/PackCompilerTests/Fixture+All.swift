import PackCompiler

/// One fault of every kind and more, each with what an author reads.
extension Fixture {
  private static let parties = "how-to-fill-out/1-parties.yaml"
  private static let help = "how-to-fill-out/2-help.yaml"
  private static let text = "documents/agreement/07-sub-processors.md"
  private static let checks = "checks/sub-processors.yaml"

  /// The promises of a clause, and the head of the next.
  private static let authorised = """
        - {may: engage, each: subprocessors, says: "{{name}} is authorised"}
    - clause: places.barred
      promises:

    """

  static let all: [Fixture] = one + two

  private static let one: [Fixture] = [
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
      .mismatchedUnits, "a row that counts in no column's unit", in: help,
      "unit: month, laws",
      "unit: hour, laws",
      #"""
      how-to-fill-out/2-help.yaml:59:44: No column of this table counts in hour.
                - {code: access, text: Access, unit: hour, laws: [gdpr, uk-gdpr], enableWhen: laws includes gd
                                                     ^
        Write a unit that a column has, or add it to the column's `unit`.

      """#),
    Fixture(
      .unknownWord, "a currency that is none", in: parties,
      "currency: EUR",
      "currency: EURO",
      #"""
      how-to-fill-out/1-parties.yaml:50:15: “EURO” is no currency.
              currency: EURO
                        ^
        Write the code of ISO 4217 in capitals, such as EUR.

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
      .unknownWord, "a type that is none", in: help,
      "type: quantity\n",
      "type: quantitty\n",
      #"""
      how-to-fill-out/2-help.yaml:21:11: “quantitty” is no type of question.
              type: quantitty
                    ^
        Did you mean quantity?

      """#),
    Fixture(
      .unknownWord, "a unit that is none", in: help,
      "unit: [day, business-day]",
      "unit: [day, bank-day]",
      #"""
      how-to-fill-out/2-help.yaml:22:17: “bank-day” is no unit.
              unit: [day, bank-day]
                          ^
        Units: hour, day, business-day, week, month, year, percent, person, record, times.

      """#),
    Fixture(
      .unknownWord, "a container that is none", in: text,
      "::: each subprocessors\n",
      "::: for subprocessors\n",
      #"""
      documents/agreement/07-sub-processors.md:34:1: “::: for” has no meaning.
          ::: for subprocessors
          ^
        Write clause, each, when, landscape, contents, definitions, picture, sources, credits or signatures.

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
      .unknownWord, "a role that is none", in: "pack.yaml",
      "role: memo",
      "role: mémo",
      #"""
      pack.yaml:24:27: “mémo” is no role of a document.
            - {id: positions, role: mémo, title: Where the terms stand, with: playbook}
                                    ^
        Did you mean memo? Write contract, report, amendment or memo.

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
      .unknownName, "a question that is not there", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorization is general",
      #"""
      how-to-fill-out/2-help.yaml:29:17: There is no question and no value “authorization” here.
              enableWhen: authorization is general
                          ^
        Did you mean authorisation?

      """#),
    Fixture(
      .unknownName, "a column from outside its table", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: dpf is yes",
      #"""
      how-to-fill-out/2-help.yaml:29:17: There is no question and no value “dpf” here.
              enableWhen: dpf is yes
                          ^
        Write the whole linkId, with its owner's: `controller.name`.

      """#),
    Fixture(
      .unknownName, "a fact about a provider in a check", in: checks,
      "pass: notice >= 14 day",
      "pass: retention >= 14 day",
      #"""
      checks/sub-processors.yaml:5:9: There is no question and no value “retention” here.
            pass: retention >= 14 day
                  ^
        Write the whole linkId, with its owner's: `controller.name`.

      """#),
    Fixture(
      .hiddenName, "a column that hides a question", in: help,
      "{linkId: service, type: string,",
      "{linkId: turnover, type: string,",
      #"""
      how-to-fill-out/2-help.yaml:43:18: In a row of subprocessors, “turnover” hides the question of the same name.
                - {linkId: turnover, type: string, text: What they do, shortText: service, alias: Purpose}
                           ^
        Rename one of the two.

      """#),
    Fixture(
      .unknownCode, "a code that the question has not", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorisation is generell",
      #"""
      how-to-fill-out/2-help.yaml:29:34: “generell” is none of its codes.
              enableWhen: authorisation is generell
                                           ^
        Did you mean general? Codes: general, specific.

      """#),
    Fixture(
      .unknownCode, "a code in a clause's case", in: text,
      "case: authorisation specific",
      "case: authorisation special",
      #"""
      documents/agreement/07-sub-processors.md:13:21: authorisation has no code “special”.
          case: authorisation special
                              ^
        Codes: general, specific.

      """#),
    Fixture(
      .unknownCode, "a clause for what is unsettled", in: text,
      "case: cost processor controller",
      "case: cost processor controller undecided",
      #"""
      documents/agreement/07-sub-processors.md:68:33: No clause of a paper that is signed can be for “undecided” of cost.
          case: cost processor controller undecided
                                          ^
        It is unsettled: a named blank stands for it there. Take the code out.

      """#),
    Fixture(
      .unknownCode, "a code in a decision", in: "decisions.yaml",
      "[eea, adequate, any]",
      "[eea, adequat, any]",
      #"""
      decisions.yaml:6:20: “adequat” is none of the codes of this column.
              - {when: [eea, adequat, any], is: adequacy}
                             ^
        Did you mean adequate? Codes: adequate, eea, third, us.

      """#),
  ]

  private static let two: [Fixture] = [
    Fixture(
      .brokenExpression, "a condition that goes on", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorisation is general general",
      #"""
      how-to-fill-out/2-help.yaml:29:42: The expression should end here.
              enableWhen: authorisation is general general
                                                   ^
        Join two conditions with `and` or `or`.

      """#),
    Fixture(
      .brokenExpression, "a sign without meaning", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: authorisation = general",
      #"""
      how-to-fill-out/2-help.yaml:29:31: This sign has no meaning in a condition.
              enableWhen: authorisation = general
                                        ^
        See FORMAT.md, Expressions.

      """#),
    Fixture(
      .brokenExpression, "`is` of several ticks", in: help,
      "enableWhen: authorisation is general",
      "enableWhen: laws is gdpr",
      #"""
      how-to-fill-out/2-help.yaml:29:25: Several may be ticked here.
              enableWhen: laws is gdpr
                                  ^
        Write `includes`.

      """#),
    Fixture(
      .brokenExpression, "the day outside a check", in: help,
      "require: notice >= 1 day",
      "require: days since notice >= 1 day",
      #"""
      how-to-fill-out/2-help.yaml:31:27: The age of a date can be read in checks only.
              constraint: {require: days since notice >= 1 day, human: Notice of less than a day is no notice.
                                    ^
        Write a check with this in its `pass`.

      """#),
    Fixture(
      .brokenExpression, "the draft outside a check", in: text,
      "when: any laws",
      "when: drafted D-1",
      #"""
      documents/agreement/07-sub-processors.md:58:7: What the draft holds can be read in checks only.
          when: drafted D-1
                ^
        Write a check with this in its `pass`.

      """#),
    Fixture(
      .brokenValue, "a norm that is no value", in: "norms.yaml",
      "value: 2 %",
      "value: two per cent",
      #"""
      norms.yaml:3:26: “two per cent” is no value.
          - {id: fine-rate, value: two per cent, kind: LAW, authority: [gdpr-83-4], asOf: 2026-11-21, says: "T
                                   ^
        Write a number with a unit or a currency, such as `30 day` or `2 %`.

      """#),
    Fixture(
      .brokenValue, "a suggestion that is no answer", in: help,
      "suggestion: {value: general, norm: sub-notice}",
      "suggestion: {value: generell, norm: sub-notice}",
      #"""
      how-to-fill-out/2-help.yaml:19:25: “generell” is no answer to authorisation, a choice.
              suggestion: {value: generell, norm: sub-notice}
                                  ^
        Write a value as FORMAT.md, Values, says.

      """#),
    Fixture(
      .mismatchedUnits, "days against months", in: checks,
      "pass: notice >= 14 day",
      "pass: notice >= 1 month",
      #"""
      checks/sub-processors.yaml:5:19: day, business-day cannot be compared with month.
            pass: notice >= 1 month
                            ^
        Compare hours, days and weeks with each other, months with years.

      """#),
    Fixture(
      .mismatchedUnits, "a period against money", in: checks,
      "pass: notice >= 14 day",
      "pass: notice >= 500 EUR",
      #"""
      checks/sub-processors.yaml:5:19: A quantity cannot be compared with money.
            pass: notice >= 500 EUR
                            ^
        Compare quantities, money, dates and numbers with their own kind.

      """#),
    Fixture(
      .cycle, "two questions that wait for each other", in: help,
      "    type: choice\n    required: true\n    short: true\n",
      "    type: choice\n    enableWhen: notice is answered\n    required: true\n    short: true\n",
      #"""
      how-to-fill-out/2-help.yaml:5:13: What is asked here depends on itself: authorisation → notice → authorisation.
            - linkId: authorisation
                      ^
        Break the ring: one of these conditions must not read the other.

      """#),
    Fixture(
      .unknownAuthority, "an authority that is not there", in: help,
      "authority: [gdpr-12-3]",
      "authority: [gdpr-12-4]",
      #"""
      how-to-fill-out/2-help.yaml:57:17: There is no authority “gdpr-12-4”.
              authority: [gdpr-12-4]
                          ^
        Did you mean gdpr-12-3? Add it to authorities.yaml, or cite one that stands there.

      """#),
    Fixture(
      .unknownNorm, "a norm that is not there", in: checks,
      "  norm: sub-notice\n  authority",
      "  norm: sub-notices\n  authority",
      #"""
      checks/sub-processors.yaml:3:9: There is no norm “sub-notices”.
            norm: sub-notices
                  ^
        Did you mean sub-notice? Norms stand in norms.yaml.

      """#),
    Fixture(
      .brokenText, "a default of what is always asked", in: text,
      "{{notice or norm sub-notice}}",
      "{{authorisation or general}}",
      #"""
      documents/agreement/07-sub-processors.md:86:47: “authorisation” is always asked, so its default would never stand.
          {{controller.name}} answers a notice within {{authorisation or general}}.
                                                        ^
        Leave the default out, or give the question an `enableWhen`.

      """#),
    Fixture(
      .brokenText, "a default of what is no question", in: text,
      "{{notice or norm sub-notice}}",
      "{{exposure or norm sub-notice}}",
      #"""
      documents/agreement/07-sub-processors.md:86:47: Only a question has a default, and “exposure” is none.
          {{controller.name}} answers a notice within {{exposure or norm sub-notice}}.
                                                        ^
        Write {{QUESTION or norm ID}}, or calculate the value.

      """#),
    Fixture(
      .brokenText, "a default that is neither norm nor option", in: text,
      "{{notice or norm sub-notice}}",
      "{{notice or 30 day}}",
      #"""
      documents/agreement/07-sub-processors.md:86:57: “30 day” is no default.
          {{controller.name}} answers a notice within {{notice or 30 day}}.
                                                                  ^
        Write `norm` and the id of a norm.

      """#),
    Fixture(
      .brokenValue, "a default of another kind", in: text,
      "{{notice or norm sub-notice}}",
      "{{notice or norm fine-amount}}",
      #"""
      documents/agreement/07-sub-processors.md:86:57: This norm is no answer to “notice”.
          {{controller.name}} answers a notice within {{notice or norm fine-amount}}.
                                                                  ^
        Name a norm of the question's kind, in one of its units.

      """#),
    Fixture(
      .unknownNorm, "a default that is no norm", in: text,
      "{{notice or norm sub-notice}}",
      "{{notice or norm sub-notices}}",
      #"""
      documents/agreement/07-sub-processors.md:86:62: There is no norm “sub-notices”.
          {controller.name}} answers a notice within {{notice or norm sub-notices}}.
                                                                      ^
        Did you mean sub-notice?

      """#),
    Fixture(
      .unknownTerm, "a term that is not there", in: help,
      "terms: [sub-processor]",
      "terms: [subprocessor]",
      #"""
      how-to-fill-out/2-help.yaml:15:13: There is no term “subprocessor”.
              terms: [subprocessor]
                      ^
        Did you mean sub-processor? Terms stand in glossary.yaml.

      """#),
    Fixture(
      .unknownObligation, "an obligation that is not there", in: text,
      "satisfies: D-4",
      "satisfies: D-5",
      #"""
      documents/agreement/07-sub-processors.md:21:12: There is no obligation “D-5”.
          satisfies: D-5
                     ^
        Did you mean D-1? Obligations stand in obligations.yaml.

      """#),
    Fixture(
      .unknownClause, "a reference into nothing", in: text,
      "{{ref annex-b}}",
      "{{ref annex-c}}",
      #"""
      documents/agreement/07-sub-processors.md:8:96: There is no clause “annex-c”.
          ocessor.name}} in general to engage the sub-processors of {{ref annex-c}}. {{processor.name}} tells 
                                                                      ^
        Clauses stand in documents/NAME/*.md as `::: clause ID`.

      """#),
    Fixture(
      .unknownClause, "a check that closes nothing", in: checks,
      "closes: sub.flow",
      "closes: sub.flew",
      #"""
      checks/sub-processors.yaml:26:11: There is no clause “sub.flew”.
            closes: sub.flew
                    ^
        Did you mean sub.flow?

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
      .unknownPhrase, "a phrase that is not there", in: text,
      "{{phrase subs-are}}",
      "{{phrase sub-are}}",
      #"""
      documents/agreement/07-sub-processors.md:32:38: There is no phrase “sub-are”.
          On the effective date there {{phrase sub-are}}:
                                               ^
        Did you mean subs-are?

      """#),
    Fixture(
      .unknownList, "a list that is not there", in: parties,
      "list: countries",
      "list: country",
      #"""
      how-to-fill-out/1-parties.yaml:19:13: There is no list “country”.
                list: country
                      ^
        Lists stand in lists/NAME.yaml.

      """#),
    Fixture(
      .unknownCheck, "an item that names no check", in: "coverage.yaml",
      "checks: [sub.notice-short]",
      "checks: [sub.notice-long]",
      #"""
      coverage.yaml:1:171: There is no check “sub.notice-long”.
          on, notice], clauses: [sub.general, sub.specific], checks: [sub.notice-long]}
                                                                      ^
        Did you mean sub.notice-short?

      """#),
    Fixture(
      .missingHelp, "a question without its why", in: parties,
      "    why: Each law brings its own clauses.\n",
      "",
      #"""
      how-to-fill-out/1-parties.yaml:37:5: The question laws has no `why`.
            - linkId: laws
              ^
        Add `why: …`; every question can say it.

      """#),
    Fixture(
      .brokenText, "a placeholder that does not end", in: text,
      "{{notice}} before",
      "{{notice before",
      #"""
      documents/agreement/07-sub-processors.md:9:43: This placeholder does not end.
          intended addition or replacement at least {{notice before it takes effect.
                                                    ^
        Close it with }}.

      """#),
    Fixture(
      .brokenText, "a link", in: text,
      "On the effective date no sub-processor",
      "On the [effective date](#date) no sub-processor",
      #"""
      documents/agreement/07-sub-processors.md:44:23: A link has no place in a document's text.
          On the [effective date](#date) no sub-processor is engaged.
                                ^
        Write it in plain words, or put \ before the sign.

      """#),
    Fixture(
      .brokenText, "a clause that does not end", in: text,
      "processor.name}} engages no sub-processor without the prior specific consent of {{controller.name}} in writing.\n:::",
      "processor.name}} engages no sub-processor without the prior specific consent of {{controller.name}} in writing.\n",
      #"""
      documents/agreement/07-sub-processors.md:12:1: This `:::` does not end.
          ::: clause sub.specific
          ^
        Close it with `:::` on its own line.

      """#),
    Fixture(
      .brokenText, "a reference in a check", in: checks,
      "remedy: Ask for 30 days.",
      "remedy: Ask for the 30 days of {{ref sub.general}}.",
      #"""
      checks/sub-processors.yaml:9:36: A reference stands in a document's text only.
            remedy: Ask for the 30 days of {{ref sub.general}}.
                                             ^
        Name the section in words, or leave it to `closes`.

      """#),
    Fixture(
      .missingAlternative, "a code without a clause", in: text,
      "::: clause sub.specific\ncase: authorisation specific\nsatisfies: D-1\nauthority: gdpr-28-2\n\n{{processor.name}} engages no sub-processor without the prior specific consent of {{controller.name}} in writing.\n:::\n\n",
      "",
      #"""
      documents/agreement/07-sub-processors.md:3:1: No clause is for specific of authorisation.
          ::: clause sub.general
          ^
        Add a clause with `case`, or list the codes under `silent`.

      """#),
    Fixture(
      .danglingReference, "a reference to what may be out", in: text,
      "{{ref sub.general or sub.specific}}",
      "{{ref sub.general}}",
      #"""
      documents/agreement/07-sub-processors.md:24:75: sub.general can be out while this clause is in.
          ations bind each sub-processor, also one that joins under {{ref sub.general}}.
                                                                      ^
        Name the alternatives (`ref A or B`), or hang both on the same condition.

      """#),
    Fixture(
      .missingWords, "a phrase without words for a code", in: "phrases.yaml",
      ", onward: onward transfer",
      "",
      #"""
      phrases.yaml:3:8: The phrase route has no words for onward.
            say: {none: no transfer outside the EEA, adequacy: adequacy decision, dpf: Data Privacy Framework,
                 ^
        Add them under `say`.

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
      .unknownName, "a document that a journey cannot write", in: "pack.yaml",
      "writes: [positions]",
      "writes: [position]",
      #"""
      pack.yaml:17:14: There is no document “position”.
              writes: [position]
                       ^
        Did you mean positions? Documents stand in pack.yaml.

      """#),
    Fixture(
      .unknownName, "a journey that is not there", in: "examples/whole-review/answers.yaml",
      "journey: self-test",
      "journey: self-taught",
      #"""
      examples/whole-review/answers.yaml:1:10: There is no journey “self-taught”.
          journey: self-taught
                   ^
        Journeys: draft, short, self-test, both.

      """#),
    Fixture(
      .brokenExample, "a clean case that is not there", in: "pack.yaml",
      "clean: examples/whole",
      "clean: examples/hole",
      #"""
      pack.yaml: There is no example “hole”.
        `clean` names a folder under examples/.

      """#),
    Fixture(
      .missingExample, "a check that does not show when it is not assessed", in: checks,
      "    notAssessed:\n      - {unknown: [notice]}\n",
      "",
      #"""
      checks/sub-processors.yaml:12:5: The check sub.notice-short has no example for `notAssessed`.
              pass:
              ^
        Add one: `- {set: {…}}`, or `- {unknown: […]}`.

      """#),
    Fixture(
      .notLaw, "a deviation from what is usual", in: help,
      "deviation: {when: limit > 1 month, authority: [gdpr-12-3],",
      "deviation: {when: limit > 1 month, norm: sub-notice,",
      #"""
      how-to-fill-out/2-help.yaml:62:192: Nothing that this deviation names is law.
          h, kind: LAW, because: "One month, Art. 12(3)"}, deviation: {when: limit > 1 month, norm: sub-notice
                                                                      ^
        Name a norm or an authority of the kind LAW; what is usual only is a check's to say.

      """#),
    Fixture(
      .notLaw, "a term of the playbook that is law", in: "playbook.yaml",
      "  kind: MARKET", "  kind: LAW",
      #"""
      playbook.yaml:2:9: What the law fixes is not negotiated.
            kind: LAW
                  ^
        Take the term out of the playbook; a choice below the law is a question's `deviation`.

      """#),
    Fixture(
      .deniedWords, "words that an item calls wrong", in: help,
      "why: Without a period the right to object is empty.",
      "why: Under Art. 28(10) the processor is liable for its sub-processors.",
      #"""
      coverage.yaml:5:3: “Art. 28(10) + liable” stands in notice: Under Art. 28(10) the processor is liable for its sub-processors.
          - {id: erratum-7, from: law 2.1, says: "liability for sub-processors stands in Art. 28(4), not in 28
            ^
        Mend the text, or name notice under `mentioned` where it is said rightly.

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
      .uncovered, "an obligation that no clause meets", in: "obligations.yaml",
      "- {id: D-4,",
      "- {id: D-5, row: d, says: \"Full liability.\", authority: [gdpr-28-4], severity: major, contract: true}\n- {id: D-4,",
      #"""
      coverage: The obligation D-5 stands in no item of coverage.
        Add `{id: …, from: …, obligation: D-5}`.

      """#),
    Fixture(
      .uncovered, "an item that nothing covers", in: "coverage.yaml",
      ", reason: this small pack always needs one",
      "",
      #"""
      coverage.yaml:2:3: Nothing covers “a memo where no agreement is needed”.
          - {id: 0-memo, from: flow 0, says: "a memo where no agreement is needed"}
            ^
        Name a question, a clause, a check or an authority, or give a `reason`.

      """#),
    Fixture(
      .promisesAtOdds, "two clauses that cannot both be kept", in: "promises.yaml",
      authorised,
      authorised.replacing(
        "- clause", with: "    - {may: read, people: police, says: the police reads}\n- clause")
        + "    - {only: read, people: support, says: only support reads}\n",
      #"""
      promises.yaml:39:7: The clauses annex-b.list and places.barred cannot both be kept, \#
      whatever is answered: annex-b.list.read is about police, and places.barred.read \#
      (promises.yaml:42) leaves that out.
              - {may: read, people: police, says: the police reads}
                ^
        Change one of the clauses and its promise; or say under `when` in which cases each is \#
      made, or under `yields` that annex-b.list.read gives way.

      """#),
    Fixture(
      .deadPromise, "a promise that always gives way", in: "promises.yaml",
      authorised,
      authorised.replacing(
        "- clause",
        with: "    - {may: read, people: police, yields: [places.barred.read], "
          + "says: the police reads}\n- clause")
        + "    - {only: read, people: support, says: only support reads}\n",
      #"""
      promises.yaml:39:7: What annex-b.list.read allows always gives way to places.barred.read: it is dead letter.
              - {may: read, people: police, yields: [places.barred.read], says: the police reads}
                ^
        Take it out of the clause, or let it prevail.

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
