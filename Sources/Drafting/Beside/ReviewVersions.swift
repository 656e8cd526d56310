import Documents
import Findings
import Interview
import PackModel

/// Two reviews of one vendor's paper, the earlier and the later: what each row was and what it is,
/// and which findings are new, gone or of another weight.
package struct ReviewVersions: Sendable {
  package let before: ReviewSide
  package let after: ReviewSide
  private let settings: DraftSettings

  package init(before: ReviewSide, after: ReviewSide, _ settings: DraftSettings) {
    self.before = before
    self.after = after
    self.settings = settings
  }

  /// What became of a row.
  package enum Change: String, Sendable, CaseIterable {
    case better, worse, regraded, new, gone
    case otherWords = "other words"
    case same
  }

  /// A row with what became of it.
  package struct Line: Sendable {
    package let text: String
    package let change: Change
    let old: GradedRow?
    let new: GradedRow?
  }

  /// In the order of the later review; rows that only the earlier one graded stand last.
  package var lines: [Line] {
    let olds = Dictionary(before.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let news = Set(after.rows.map(\.id))
    let kept = after.rows.map { row in
      let old = olds[row.id]
      return Line(text: row.text, change: change(old, row), old: old, new: row)
    }
    let lost = before.rows.filter { !news.contains($0.id) }.map { row in
      Line(text: row.text, change: row.grade == nil ? .same : .gone, old: row, new: nil)
    }
    return kept + lost
  }

  private func change(_ old: GradedRow?, _ new: GradedRow) -> Change {
    switch (old?.grade == nil, new.grade == nil) {
    case (true, true): return .same
    case (true, false): return .new
    case (false, true): return .gone
    case (false, false): break
    }
    if before.grade(old) != after.grade(new) {
      guard let was = old?.level.map(Self.weight), let now = new.level.map(Self.weight), was != now
      else { return .regraded }
      return now < was ? .better : .worse
    }
    return before.passage(old) == after.passage(new) ? .same : .otherWords
  }

  /// 0 for a duty that is there in full.
  private static func weight(_ level: Matrix.Grade.Level) -> Int {
    switch level {
    case .present, .notApplicable: 0
    case .carried, .elsewhere: 1
    case .vague: 2
    case .missing: 3
    case .notAssessed: 4
    }
  }

  package var document: Document {
    let lines = lines
    let changed = lines.filter { $0.change != .same }
    var page = BesidePage()
    page.head("Before and after", "glance")
    page.table(
      ["", "Review", "Paper", "Recommended", "Critical", "Major", "Minor", "Notes"],
      [("Before", before), ("After", after)].map { word, side in
        [word, side.name, side.paper, side.recommended]
          + Severity.allCases.map { settings.language.number(side.count($0)) }
      })
    let counts = Change.allCases.compactMap { change -> String? in
      let count = lines.count { $0.change == change }
      return count == 0 ? nil : "\(settings.language.number(count)) \(change.rawValue)"
    }
    page.say("Of \(lines.count) rows: \(counts.joined(separator: ", ")).")
    page.head("Findings that are new, gone or of another weight", "findings")
    page.table(["Finding", "Before", "After"], findings)
    page.head("Rows that changed, before and after", "rows")
    page.table(
      ["Row", "Change", "Before", "Words before", "After", "Words after"],
      changed.map { line in
        [
          line.text, line.change.rawValue, before.grade(line.old), before.passage(line.old),
          after.grade(line.new), after.passage(line.new),
        ]
      }, isWide: true)
    page.head("Rows that did not change", "same")
    page.table(
      ["Row", "Grade", "Place"],
      lines.filter { $0.change == .same }.map { line in
        [line.text, after.grade(line.new), after.place(line.new)]
      })
    return page.document(
      "versions", "Two versions beside each other: \(before.name), then \(after.name)",
      settings)
  }

  /// Those that the two do not share with the same weight, the gravest first.
  private var findings: [[String]] {
    let olds = Dictionary(
      before.findings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    let news = Dictionary(
      after.findings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    let ids = (after.findings + before.findings).map(\.id).filter { seen.insert($0).inserted }
    return ids.compactMap { id -> (Severity, [String])? in
      let (old, new) = (olds[id], news[id])
      guard old?.severity != new?.severity, let words = new ?? old else { return nil }
      return (
        words.severity,
        [words.brief, old?.severity.rawValue ?? "none", new?.severity.rawValue ?? "gone"]
      )
    }
    .enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    .map(\.element.1)
  }
}
