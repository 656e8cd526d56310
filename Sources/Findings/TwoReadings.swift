import Interview
import PackModel

/// Two people's readings of one paper, row by row, and how their differences are settled: by entries in
/// the matter of the first that say whose reading was taken, and why.
package struct TwoReadings: Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable { case first, second }

  /// What one of them said, and who it was.
  package struct Reader: Hashable, Sendable {
    package let sheet: AnswerSheet
    /// Who gave each answer last.
    private let names: [AnswerKey: String]

    /// - Parameter entries: the journal that the sheet adds up.
    package init(_ sheet: AnswerSheet, _ entries: [Entry]) {
      self.sheet = sheet
      let by = Dictionary(entries.map { ($0.number, $0.by) }, uniquingKeysWith: { $1 })
      names = sheet.origins.compactMapValues { by[$0] }
    }

    package func name(_ key: AnswerKey) -> String? { names[key].flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// A row that is graded with the paper in hand, with the columns that play a part in it.
  package struct Row: Hashable, Sendable {
    /// The table's linkId and the row's code.
    package let key: AnswerKey
    /// The columns, by number.
    package let columns: [Review.Part: Int]

    /// As a command line names it: `duties[D-3]`.
    package var path: String { "\(key.linkId)[\(key.row ?? "")]" }
  }

  package let pack: Pack
  package let first: Reader
  package let second: Reader
  /// In the order in which a pack has its papers read.
  package let rows: [Row]
  /// Grades as they were before anything was settled.
  package let result: SecondReading
  /// Rows that both graded, not alike, and that nobody has settled yet.
  package let open: [Row]
  /// Rows of which only one of them has said anything, be it that it is not known. While there are some,
  /// nobody is shown the other's grades.
  package let unread: [Row]
  /// How many were settled.
  package let settled: Int

  package init(_ pack: Pack, first: Reader, second: Reader) {
    self.pack = pack
    self.first = first
    self.second = second
    let rows = TwoReadings.rows(pack)
    self.rows = rows
    func graded(_ row: Row, _ sheet: AnswerSheet, _ grade: String?) -> SecondReading.Graded? {
      grade.map {
        SecondReading.Graded(
          row: row.path, grade: $0,
          quotation: TwoReadings.value(.quotation, row, sheet, pack).map(Evaluation.written))
      }
    }
    func mark(_ row: Row) -> Mark? {
      TwoReadings.key(.grade, row, pack).flatMap { first.sheet.setting(.settled($0)) }
        .flatMap(Mark.init)
    }
    func grade(_ row: Row, _ sheet: AnswerSheet) -> String? {
      TwoReadings.value(.grade, row, sheet, pack).map(Evaluation.written)
    }
    result = SecondReading(
      first: rows.compactMap { graded($0, first.sheet, mark($0)?.first ?? grade($0, first.sheet)) },
      second: rows.compactMap { graded($0, second.sheet, grade($0, second.sheet)) })
    open = rows.filter { row in
      guard let one = grade(row, first.sheet), let other = grade(row, second.sheet), one != other
      else { return false }
      return mark(row)?.second != other
    }
    unread = rows.filter { row in
      guard let key = TwoReadings.key(.grade, row, pack) else { return false }
      return (first.sheet[key] == nil) != (second.sheet[key] == nil)
    }
    settled = rows.count { mark($0) != nil }
  }

  /// Rows of the pack's own that are graded with the paper in hand.
  private static func rows(_ pack: Pack) -> [Row] {
    (pack.review?.reading ?? []).flatMap { columns -> [Row] in
      guard case .pack(let rows) = pack.questions[columns.table].rows else { return [] }
      let asked = columns.columns.compactMapValues { member -> Int? in
        if case .question(let number) = member { number } else { nil }
      }
      return rows.map {
        Row(key: AnswerKey(pack.questions[columns.table].linkId, row: $0.code), columns: asked)
      }
    }
  }

  private static func key(_ part: Review.Part, _ row: Row, _ pack: Pack) -> AnswerKey? {
    row.columns[part].map { AnswerKey(pack.questions[$0].linkId, row: row.key.row) }
  }

  private static func value(
    _ part: Review.Part, _ row: Row, _ sheet: AnswerSheet, _ pack: Pack
  ) -> Value? {
    guard case .value(let value)? = key(part, row, pack).flatMap({ sheet[$0] }) else { return nil }
    return value
  }

  package func reader(_ side: Side) -> Reader { side == .first ? first : second }

  /// What one of them said of a row; nil where they said nothing.
  package func value(_ part: Review.Part, _ row: Row, _ side: Side) -> Value? {
    TwoReadings.value(part, row, reader(side).sheet, pack)
  }

  /// Who graded a row; “the first reader” where that is not known.
  package func name(_ row: Row, _ side: Side) -> String {
    TwoReadings.key(.grade, row, pack).flatMap { reader(side).name($0) }
      ?? "the \(side.rawValue) reader"
  }

  /// The row that a command line names.
  package func row(_ path: String) -> Row? { rows.first { $0.path == path } }
}

/// The grades that stood against each other when a row was settled.
private struct Mark {
  let first: String
  let second: String

  init?(_ words: String) {
    let parts = words.split(separator: " ")
    guard parts.count == 2 else { return nil }
    (first, second) = (String(parts[0]), String(parts[1]))
  }
}

extension Setting {
  /// That a row was settled between two readings, by the key of its grade; the value has the grades that
  /// stood against each other. Kept like a follow-up, so that journal, undo and export know it.
  package static func settled(_ grade: AnswerKey) -> Setting {
    .followUp(finding: grade.linkId + (grade.row.map { "[\($0)]" } ?? ""), field: "settled")
  }
}

// MARK: Settling

extension TwoReadings {
  /// What a settled row comes to, and why, as the journal says it.
  package struct Settlement {
    package let changes: [Change]
    package let why: String
  }

  /// Takes the reading of one of them: its grade, reasons, figure, place and quotation.
  package func taking(_ side: Side, of row: Row, because reason: String) -> Settlement? {
    guard let marking = marking(row) else { return nil }
    var changes: [Change] = []
    if side == .second {
      let sheet = first.sheet
      for part in [.grade, .flaw, .value, .otherPaper, .place, .quotation] as [Review.Part] {
        guard let key = TwoReadings.key(part, row, pack) else { continue }
        let other = second.sheet
        if sheet[key] != other[key] { changes += sheet.setting(key, to: other[key]) }
        if part == .place { changes += sheet.remarking(key, other.remark(key)) }
        if part == .quotation {
          changes += sheet.changing(.quotation(key), to: other.setting(.quotation(key)))
        }
      }
    }
    let other: Side = side == .first ? .second : .first
    return Settlement(
      changes: changes + marking,
      why: "Settled between two readings: the one of \(said(row, side)) was taken, not that of "
        + "\(said(row, other)). \(reason)")
  }

  /// Takes neither reading but another grade.
  package func taking(_ grade: Value, of row: Row, because reason: String) -> Settlement? {
    guard let marking = marking(row), let key = TwoReadings.key(.grade, row, pack) else {
      return nil
    }
    return Settlement(
      changes: first.sheet.setting(key, to: .value(grade)) + marking,
      why: "Settled between two readings: neither that of \(said(row, .first)) nor that of "
        + "\(said(row, .second)) was taken, but \(Evaluation.written(grade)). \(reason)")
  }

  private func said(_ row: Row, _ side: Side) -> String {
    "\(name(row, side)) (\(value(.grade, row, side).map(Evaluation.written) ?? ""))"
  }

  private func marking(_ row: Row) -> [Change]? {
    guard let key = TwoReadings.key(.grade, row, pack), let one = value(.grade, row, .first),
      let other = value(.grade, row, .second)
    else { return nil }
    let mark = "\(Evaluation.written(one)) \(Evaluation.written(other))"
    return first.sheet.changing(.settled(key), to: mark)
  }
}
