/// The least change to words of another's paper that have a flaw: what is looked for in what was quoted,
/// and what becomes of it.
package struct ChangeRule: Hashable, Sendable {
  /// What is done. Raw values are the words of the pack.
  package enum Act: String, Hashable, Sendable, CaseIterable {
    /// The words go.
    case strike
    /// The sentence that begins with the words goes.
    case strikeSentence = "strike-sentence"
    /// Others come in their place.
    case replace
    /// A text comes behind the words.
    case behind
    /// A text comes at the end of the sentence.
    case end
  }

  /// A row of a table, whose duty is meant.
  package struct Row: Hashable, Sendable {
    /// The table, by number.
    package let table: Int
    package let row: String

    package init(table: Int, row: String) {
      self.table = table
      self.row = row
    }
  }

  /// A sentence, what of it was quoted, and what becomes of it: the proof of a rule.
  package struct Example: Hashable, Sendable {
    package let text: String
    package let quoted: String
    /// nil: the rule does not hold there.
    package let becomes: String?

    package init(text: String, quoted: String, becomes: String?) {
      self.text = text
      self.quoted = quoted
      self.becomes = becomes
    }
  }

  package var id: String
  /// Of which rows; none: of any.
  package var rows: [Row] = []
  /// The flaws, as codes, any of which the row has, and which the change takes away.
  package var flaws: [String] = []
  package var act = Act.strike
  package var finds: WordsPattern
  /// What is put in; `{vendor}` is what the pattern found under that name.
  package var puts = ""
  /// Where any of these stands in the sentence, the rule does not hold.
  package var unless: [WordsPattern] = []
  /// Whether the words may stand anywhere in a sentence that was quoted from, and not only in what was.
  package var reachesSentence = false
  /// Whether the duty is whole with it; else the clause that closes the finding goes in too.
  package var closes = true
  package var examples: [Example] = []

  package init(id: String, finds: WordsPattern) {
    self.id = id
    self.finds = finds
  }
}

/// What is changed in papers of one language.
package struct WordChanges: Hashable, Sendable {
  /// A number of the paper that a limit of the reviewer's takes the place of.
  package struct Figure: Hashable, Sendable {
    /// The row with the paper's own number.
    package let row: ChangeRule.Row
    /// The question with the reviewer's limit.
    package let limit: Int
    /// Whether the limit is the most that may stand there; else the least.
    package let isMost: Bool
    /// The rows whose quotations stand in the passage with the number.
    package let beside: [ChangeRule.Row]

    package init(row: ChangeRule.Row, limit: Int, isMost: Bool, beside: [ChangeRule.Row]) {
      self.row = row
      self.limit = limit
      self.isMost = isMost
      self.beside = beside
    }
  }

  /// The first part of a tag of BCP 47: `en`.
  package var language: String
  /// What papers call somebody, by the name that patterns ask for.
  package var names: [String: [String]]
  package var rules: [ChangeRule]
  package var figures: [Figure]

  package init(
    language: String, names: [String: [String]] = [:], rules: [ChangeRule] = [],
    figures: [Figure] = []
  ) {
    self.language = language
    self.names = names
    self.rules = rules
    self.figures = figures
  }
}
