/// A column of one of the report's tables, as a text of the pack names it.
package struct ReportColumn: Hashable, Sendable {
  package let table: ReportTable
  /// As FORMAT writes it: `re-review`.
  package let word: String
  /// Its place among the columns of its table.
  let number: Int

  /// - Returns: nil where the table has no column of that word.
  package init?(_ word: String, of table: ReportTable) {
    guard let column = table.columns.first(where: { $0.word == word }) else { return nil }
    self = column
  }

  private init(table: ReportTable, word: String, number: Int) {
    self.table = table
    self.word = word
    self.number = number
  }

  static func all<Columns: ReportColumns>(of columns: Columns.Type) -> [ReportColumn] {
    columns.allCases.enumerated().map {
      ReportColumn(table: columns.table, word: $0.element.rawValue, number: $0.offset)
    }
  }
}
