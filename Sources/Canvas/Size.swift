/// A number of columns and rows, in cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  /// Negative numbers count as none.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
