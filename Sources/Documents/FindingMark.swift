/// That a finding begins at a paragraph: its text goes on to the next one that begins there, the next
/// line that does a heading's work, or the next heading. Formats that do not fold or sort ignore it.
package struct FindingMark: Hashable, Sendable {
  /// Its grade, as it is printed.
  package var grade: String
  /// Who is to close it, as it is printed.
  package var owner: String

  package init(grade: String, owner: String) {
    self.grade = grade
    self.owner = owner
  }
}
