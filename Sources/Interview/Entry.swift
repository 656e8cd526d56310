import PackModel

/// One change of the journal. Each carries what stood before, so that its inverse is known.
package enum Change: Hashable, Sendable {
  /// nil is *open*.
  case set(AnswerKey, from: Answer?, to: Answer?)
  /// A row at a position of a table of the user.
  case addRow(table: String, row: String, at: Int)
  /// The answers of the row's cells are kept for the way back.
  case removeRow(table: String, row: String, at: Int, cells: [Cell])
  case moveRow(table: String, row: String, from: Int, to: Int)
  /// A note on a question or a cell; nil is none.
  case remark(AnswerKey, from: String?, to: String?)
  /// Something the matter itself keeps: its journey, its title, a finding's owner, the pack.
  case setting(Setting, from: String?, to: String?)

  /// A cell that goes with its row.
  package struct Cell: Hashable, Sendable {
    /// Where it stands.
    package let key: AnswerKey
    /// What stands there.
    package let answer: Answer

    package init(key: AnswerKey, answer: Answer) {
      self.key = key
      self.answer = answer
    }
  }

  /// The change that takes this one back.
  package var inverse: Change {
    switch self {
    case .set(let key, let from, let to): .set(key, from: to, to: from)
    case .addRow(let table, let row, let at): .removeRow(table: table, row: row, at: at, cells: [])
    case .removeRow(let table, let row, let at, _): .addRow(table: table, row: row, at: at)
    case .moveRow(let table, let row, let from, let to):
      .moveRow(table: table, row: row, from: to, to: from)
    case .remark(let key, let from, let to): .remark(key, from: to, to: from)
    case .setting(let setting, let from, let to): .setting(setting, from: to, to: from)
    }
  }
}

/// What a matter keeps beside answers.
package enum Setting: Hashable, Sendable {
  case journey
  case title
  /// SHA-256 of the pack in use; the sources lie in the matter.
  case pack
  /// The as-of date that a report was made for.
  case asOf
  /// How its documents are written.
  case form(DocumentForm)
  /// `owner`, `due`, `status` of a finding, by the check's id and the row.
  case followUp(finding: String, field: String)
  /// A file that was published: its name; the value is its SHA-256.
  case published(String)
  /// A paper that is reviewed, by the SHA-256 of its bytes, and what is known of it.
  case paper(String, PaperFact)
  /// Where the words of a quotation were taken from, by the answer that holds them; the value is a
  /// `QuotationSource`.
  case quotation(AnswerKey)
  /// What a paper, by the SHA-256 of its bytes, calls a term of ours; the value is its word.
  case term(String, ours: String)
}

/// One act of one person. Nothing is ever overwritten: undo is an entry of its own.
package struct Entry: Hashable, Sendable {
  /// 1 is the first.
  package let number: Int
  /// RFC 3339 in UTC, to the second.
  package let when: String
  /// Who did it, as the matter knows them.
  package let by: String
  /// Why, in the person's words; or what the act was, where it was one of many ("accepted as a
  /// group").
  package let why: String?
  /// What was changed, in order.
  package let changes: [Change]
  /// The number of the entry that this one undoes or does again.
  package let reverses: Reverse?

  /// What an entry takes back, or does again.
  package enum Reverse: Hashable, Sendable {
    case undo(Int)
    case redo(Int)
  }

  package init(
    number: Int, when: String, by: String, why: String?, changes: [Change],
    reverses: Reverse? = nil
  ) {
    self.number = number
    self.when = when
    self.by = by
    self.why = why
    self.changes = changes
    self.reverses = reverses
  }

  /// Whether a sheet becomes the same by either: who did it, when and why leaves no trace there.
  package func adds(the other: Entry) -> Bool {
    number == other.number && changes == other.changes && reverses == other.reverses
  }
}
