import PackModel

/// An option without its words and its condition.
struct OptionSymbol {
  let node: Node
  let option: Option
}

/// A row of the pack without its words and its condition.
struct RowSymbol {
  let node: Node
  /// Where the table itself says the row; nil where a list does.
  let fields: Fields?
  let row: PackRow
}
