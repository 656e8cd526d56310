import PackModel

/// One line of a choice or of checks.
struct Choice: Hashable, Sendable {
  enum Meaning: Hashable, Sendable {
    case yes, no
    case code(String)
    /// A row of a table or a group, by id.
    case row(String)
    /// Own words.
    case other
  }

  let meaning: Meaning
  let label: String
  /// Why it cannot be chosen now; nil where it can.
  var refused: String?
}
