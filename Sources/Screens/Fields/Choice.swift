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
  /// What else a search finds it by.
  var otherNames: [String] = []
  /// Why it cannot be chosen now; nil where it can.
  var refused: String?

  /// How well it answers a search: 0 where it is called so, more the less; nil where not at all.
  func rank(_ search: FoldedName) -> Int? {
    guard !search.key.isEmpty else { return 0 }
    let label = FoldedName(label)
    let others = otherNames.map { FoldedName($0) }
    if label == search || others.contains(search) { return 0 }
    if label.key.hasPrefix(search.key) { return 1 }
    // One or two letters begin too many names that are not shown.
    let length = search.key.utf8.count
    if length > 2, others.contains(where: { $0.key.hasPrefix(search.key) }) { return 2 }
    let whole = Array(label.whole.utf8)
    if search.whole.split(separator: " ").allSatisfy({ whole.holds(Array($0.utf8)) }) { return 3 }
    guard length > 3 else { return nil }
    return others.contains { " \($0.key)".contains(" \(search.key)") } ? 4 : nil
  }
}
