import PackModel

/// Where a list comes from.
package enum TableSource: Hashable, Sendable {
  /// Out of the clipboard.
  case text(String)
  case file(path: String)
}

/// What was read there.
package struct TableRead: Hashable, Sendable {
  /// "list.xlsx"; empty for the clipboard.
  package let name: String
  /// At least one.
  package let grids: [Grid]
  /// The table that it goes into, by its number in the pack.
  package let table: Int

  package init(name: String, grids: [Grid], table: Int) {
    self.name = name
    self.grids = grids
    self.table = table
  }
}
