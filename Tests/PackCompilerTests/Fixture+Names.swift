import PackCompiler

/// Names that nothing has, and what is not used.
extension Fixture {
  static let names: [Fixture] = [
    Fixture(
      .unknownKey, "a key that signatures have not", in: text,
      "::: clause sub.general",
      "::: signatures\nparties: controller\nsecond-signatry: name\n:::\n\n::: clause sub.general",
      #"""
      documents/agreement/07-sub-processors.md:5:1: Signatures have no key `second-signatry`.
          second-signatry: name
          ^
        Did you mean `second-signatory`? See FORMAT.md for the keys there are.

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
  ]
}
