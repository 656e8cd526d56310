import PackCompiler

/// Conditions, values and units.
extension Fixture {
  static let values: [Fixture] = [
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
  ]
}
