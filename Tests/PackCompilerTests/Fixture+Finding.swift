import PackCompiler

/// Faults in the words that find passages.
extension Fixture {
  static let finding: [Fixture] = [
    Fixture(
      .unknownCode, "words for a row that is none", in: "finding.yaml",
      "rows[closing]",
      "rows[closng]",
      #"""
      finding.yaml:32:12: rows has no row “closng”.
              - row: rows[closng]
                     ^
        Did you mean closing? Its rows are chapeau, a, b, c, d, e, f, g, h, closing.

      """#),
    Fixture(
      .duplicateID, "words for a row given twice", in: "finding.yaml",
      "row: rows[h]",
      "row: rows[g]",
      #"""
      finding.yaml:30:7: The id rows[g] is given twice.
              - row: rows[g]
                ^
        Rename one of the two.

      """#),
    Fixture(
      .missingWords, "a row that no words find", in: "finding.yaml",
      "    - row: rows[h]\n      terms: {audit*: 4}\n",
      "",
      #"""
      finding.yaml:1:1: “en” has no words for rows[h].
          en:
          ^
        Add `- row: rows[h]` with `terms`.

      """#),
    Fixture(
      .brokenValue, "a star in a word", in: "finding.yaml",
      "confidential*: 3",
      "conf*ential: 3",
      #"""
      finding.yaml:18:15: “conf*ential” is not to be found in a text.
                terms: {conf*ential: 3}
                        ^
        Write words as they stand in a sentence; `*` only ends a word: `delet*`.

      """#),
    Fixture(
      .brokenValue, "a weight that is none", in: "finding.yaml",
      "audit*: 4",
      "audit*: 12",
      #"""
      finding.yaml:31:23: A weight is a whole number from 1 to 9.
                terms: {audit*: 12}
                                ^
        Write `WORDS: 3`.

      """#),
    Fixture(
      .missingWords, "a list that looks for nothing", in: "finding.yaml",
      ", links: yes}",
      "}",
      #"""
      finding.yaml:39:7: This list looks for nothing.
              - {id: links, name: Pages on the web, why: "A page may change without notice."}
                ^
        Add `words`, `links: true` or `titles`.

      """#),
    Fixture(
      .unknownKey, "a key that no row of words has", in: "finding.yaml",
      "headings: [instruct*]",
      "heading: [instruct*]",
      #"""
      finding.yaml:8:7: A row has no key `heading`.
                heading: [instruct*]
                ^
        Did you mean `headings`? See FORMAT.md for the keys there are.

      """#),
  ]
}
