import PackModel

/// What stands where a question was asked. No answer at all is *open*.
package enum Answer: Hashable, Sendable {
  case value(Value)
  /// "I don't know yet"; FHIR's asked-unknown.
  case unknown
  /// Left for counsel; FHIR's temp-unknown.
  case parked
  /// With the reason; FHIR's not-applicable.
  case notApplicable(String)
  /// "There are none", of a table.
  case none
}

/// Which answer is meant: a question, and for a column the row.
package struct AnswerKey: Hashable, Sendable, Comparable {
  /// The question's whole id.
  package let linkId: String
  /// The row's id; for a row of the pack its code.
  package let row: String?

  package init(_ linkId: String, row: String? = nil) {
    self.linkId = linkId
    self.row = row
  }

  /// As answers files name it: `controller.name`, `subprocessors[a].name`.
  package var path: String {
    guard let row else { return linkId }
    guard let dot = linkId.lastIndex(of: ".") else { return "\(linkId)[\(row)]" }
    return "\(linkId[..<dot])[\(row)]\(linkId[dot...])"
  }

  // Every question is looked up by its key in every pass, and most have no row.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(linkId)
    if let row { hasher.combine(row) }
  }

  package static func < (a: AnswerKey, b: AnswerKey) -> Bool {
    (a.linkId, a.row ?? "") < (b.linkId, b.row ?? "")
  }
}

/// The state an answer is in, as the screen, the journal, the documents and JSON show it.
package enum AnswerState: String, Hashable, Sendable, CaseIterable {
  case answered
  case open
  case unknown
  case parked
  case notApplicable = "not-applicable"
  /// Its condition is no.
  case notAsked = "not-asked"
  /// Its condition is not known yet.
  case notYet = "not-yet-asked"
  /// An answer stands that another answer has made unacceptable since.
  case conflict
}
