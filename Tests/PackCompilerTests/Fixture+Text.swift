import PackCompiler

/// Text of clauses, and what clauses promise.
extension Fixture {
  static let texts: [Fixture] = [
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
  ]
}
