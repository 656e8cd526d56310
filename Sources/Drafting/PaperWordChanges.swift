import Interview
import PackModel

/// What is changed in the words of another's paper, as an amendment says it.
package struct PaperWordChanges: Hashable, Sendable {
  /// One of them.
  package struct Change: Hashable, Sendable {
    /// What is done.
    package enum Kind: Hashable, Sendable {
      case replaced(old: String, new: String)
      case deleted(String)
      case inserted(String, behind: String)
    }

    /// As the paper is cited, “section 4.2”; nil where no number leads there.
    package let place: String?
    /// How the paragraph begins; nil where the place is that of one paragraph only.
    package let beginning: String?
    package let kind: Kind
    /// The rows that it is for, by their codes.
    package let rows: [String]

    package init(place: String?, beginning: String?, kind: Kind, rows: [String]) {
      self.place = place
      self.beginning = beginning
      self.kind = kind
      self.rows = rows
    }

    /// “In section 4.2, the words “ten days” are replaced by “thirty days”.”
    package var sentence: String {
      let places = [place, beginning.map { "the paragraph that begins with “\($0)”" }]
      let lead = "In \(places.compactMap { $0 }.joined(separator: ", in ")), "
      switch kind {
      case .replaced(let old, let new):
        return lead + "\(words(old)) replaced by “\(new)”."
      case .deleted(let old): return lead + "\(words(old)) deleted."
      case .inserted(let new, let behind):
        return lead + "“\(new)” is inserted behind the words “\(behind)”."
      }
    }

    private func words(_ text: String) -> String {
      text.contains(" ") ? "the words “\(text)” are" : "the word “\(text)” is"
    }
  }

  package let changes: [Change]
  /// Rows whose every flaw is gone with the changes: no clause goes in for them.
  package let healed: Set<AnswerKey>

  package init(_ changes: [Change] = [], healed: Set<AnswerKey> = []) {
    self.changes = changes
    self.healed = healed
  }
}

extension FindingEntry {
  /// The row of a paper that is read which a finding is about.
  package func row(_ pack: Pack) -> AnswerKey? {
    let tables = (pack.review?.reading ?? []).map { pack.questions[$0.table].linkId }
    for source in sources {
      guard let row = source.row,
        let table = tables.first(where: { source.linkId.hasPrefix("\($0).") })
      else { continue }
      return AnswerKey(table, row: row)
    }
    return nil
  }
}
