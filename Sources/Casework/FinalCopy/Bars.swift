import Documents
import Drafting
import Findings
import Interview
import PackModel

/// What stands in the way of a final copy, a sentence each that says what to do.
enum Bars {
  static func list(
    _ documents: [Document], _ evaluation: Evaluation, _ asOf: CalendarDate
  ) -> [String] {
    let findings = examine(evaluation, asOf: asOf)
    var seen: Set<String> = []
    return documents.flatMap { finalObstacles($0, evaluation, findings) }
      .flatMap { lines($0, evaluation) }
      .filter { seen.insert($0).inserted }
  }

  private static func lines(_ obstacle: FinalObstacle, _ evaluation: Evaluation) -> [String] {
    // One that waits for no answer can be neither answered nor left open by its name.
    guard case .blank(let blank) = obstacle, !blank.waitsFor.isEmpty else {
      return [obstacle.sentence(evaluation)]
    }
    return blank.waitsFor
      .map { AnswerKey($0.linkId, row: $0.row) }
      .filter { evaluation.sheet.leftOpen($0) == nil }
      .map { key in
        let path = evaluation.path(of: key)
        return "[\(blank.name)] is blank. Answer \(path), or leave it open: "
          + "--leave \(path)=\"why it stays open\"."
      }
  }
}
