import Documents
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
    var whereabouts = Whereabouts()
    if let scope { whereabouts.scope = scope }
    let runs = RunDrafter.speaking(self, asOf, settings).inlines(text, whereabouts)
    let waits = runs.contains { if case .blank = $0.kind { true } else { false } }
    // A value that comes to nothing, such as the longest of no times, would leave a hole.
    let text = runs.text
    let isHollow = [": .", " .", ": ;", "  "].contains { text.contains($0) }
    return waits || isHollow ? nil : text
  }
}
