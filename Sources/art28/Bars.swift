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
    var seen: Set<String> = []
    return documents.flatMap(\.blanks).flatMap { blank in
      blank.waitsFor
        .map { AnswerKey($0.linkId, row: $0.row) }
        .filter { evaluation.sheet.leftOpen($0) == nil }
        .map { key in
          let path = evaluation.path(of: key)
          return "[\(blank.name)] is blank. Answer \(path), or leave it open: "
            + "--leave \(path)=\"why it stays open\"."
        }
    }.filter { seen.insert($0).inserted }
  }
}
