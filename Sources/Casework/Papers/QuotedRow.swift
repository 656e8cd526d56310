import Interview
import PackModel
import Papers

/// A row that is graded with the paper in hand, with the words that were quoted for it.
struct QuotedRow {
  /// The table and the row.
  let key: AnswerKey
  let table: Int
  let words: String
  /// What the grade means, such as `present`; nil where none was given.
  let grade: String?
  /// The flaws that were ticked, by their codes.
  let flaws: [String]
  /// Where the words stand in the paper; nil where they don't.
  let place: QuotationPlace?

  var isPresent: Bool { grade == Review.ContractGrade.present.rawValue }
  var isVague: Bool { grade == Review.ContractGrade.vague.rawValue }

  /// The passage in which they begin, and what of it is quoted.
  var piece: QuotationPlace.Piece? { place?.pieces.first }

  /// Every row of the matter with a quotation, in the order in which the paper is read.
  static func all(of sheet: AnswerSheet, _ pack: Pack, in item: PaperShelf.Item) -> [QuotedRow] {
    let check = QuotationCheck(item.paper)
    return (pack.review?.reading ?? []).flatMap { columns -> [QuotedRow] in
      guard case .question(let quotation)? = columns[.quotation] else { return [] }
      let table = pack.questions[columns.table].linkId
      return pack.rowCodes(of: table).compactMap { row in
        let key = AnswerKey(pack.questions[quotation].linkId, row: row)
        guard case .value(.text(let words))? = sheet[key] else { return nil }
        let places = check.places(of: words)
        let source = sheet.source(of: key)
        guard source.map({ $0.paper == item.kept.sha256 }) ?? true else { return nil }
        let meant = places.first { place in
          place.pieces.first.map { item.paper.passages[$0.position].anchor } == source?.anchor
        }
        return QuotedRow(
          key: AnswerKey(table, row: row), table: columns.table, words: words,
          grade: grade(columns, row, sheet, pack), flaws: flaws(columns, row, sheet, pack),
          place: meant ?? places.first)
      }
    }
  }

  private static func grade(
    _ columns: Review.Columns, _ row: String, _ sheet: AnswerSheet, _ pack: Pack
  ) -> String? {
    guard case .question(let number)? = columns[.grade],
      case .value(.choice(.code(let code)))? = sheet[
        AnswerKey(pack.questions[number].linkId, row: row)],
      let option = pack.questions[number].options.first(where: { $0.code == code })
    else { return nil }
    return option.attributes["grade"]?.first ?? code
  }

  private static func flaws(
    _ columns: Review.Columns, _ row: String, _ sheet: AnswerSheet, _ pack: Pack
  ) -> [String] {
    guard case .question(let number)? = columns[.flaw],
      case .value(.checks(let ticks))? = sheet[
        AnswerKey(pack.questions[number].linkId, row: row)]
    else { return [] }
    return ticks.compactMap { if case .code(let code) = $0 { code } else { nil } }
  }
}
