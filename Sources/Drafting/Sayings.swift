import Documents
import Findings
import Interview
import PackModel

extension Evaluation {
  /// A text of the pack with its placeholders filled, as plain words.
  ///
  /// - Parameter scope: the row that the text speaks of, where it stands in a table.
  /// - Returns: nil where an answer that the text names is not given yet.
  package func said(
    _ text: [Inline], in scope: Scope?, asOf: CalendarDate,
    _ settings: DraftSettings = DraftSettings()
  ) -> String? {
    var drafter = Drafter(
      0, self, FindingsResult.none(asOf), settings)
    drafter.isSpoken = true
    var whereabouts = Drafter.Whereabouts()
    if let scope { whereabouts.scope = scope }
    let runs = drafter.inlines(text, whereabouts)
    let waits = runs.contains { if case .blank = $0.kind { true } else { false } }
    return waits ? nil : runs.map(\.text).joined()
  }
}
