import Interview

/// Where one person stands in a matter, and what that person has typed that is no answer yet. It is
/// overwritten, and stands outside the journal and the export.
package struct WorkState: Hashable, Sendable {
  package var place: DeskPlace?
  /// The text of half-filled fields.
  package var fields: [AnswerKey: String]

  package init(place: DeskPlace? = nil, fields: [AnswerKey: String] = [:]) {
    self.place = place
    self.fields = fields
  }
}

/// The step, question and row that a person looked at last.
package struct DeskPlace: Hashable, Sendable {
  package var step: String
  package var question: String?
  package var row: String?

  package init(step: String, question: String? = nil, row: String? = nil) {
    self.step = step
    self.question = question
    self.row = row
  }
}

/// A change to one person's desk. What it does not name stays.
package struct DeskChange: Hashable, Sendable {
  package var person: String
  /// nil leaves the person where it stands.
  package var place: DeskPlace?
  /// The text of fields; nil takes it off the desk.
  package var fields: [AnswerKey: String?]

  package init(person: String, place: DeskPlace? = nil, fields: [AnswerKey: String?] = [:]) {
    self.person = person
    self.place = place
    self.fields = fields
  }
}
