import Documents

/// Word's numbering of a redline: once with what came, once with what went. A document without
/// revisions is numbered as ever.
struct TrackedNumbering {
  private var new = LiveNumbering()
  private var old = LiveNumbering()

  var annexWord: String? { new.annexWord ?? old.annexWord }

  mutating func takes(_ heading: Heading) -> Bool {
    if heading.revision == .deleted { return old.takes(heading) }
    if heading.revision == nil {
      var before = heading
      before.number = heading.earlier ?? heading.number
      _ = old.takes(before)
    }
    return new.takes(heading)
  }

  /// The scheme in which Word will number a clause as it should be; nil too where it has no number.
  mutating func takes(_ clause: Paragraph) -> LiveNumbering.Scheme? {
    guard let number = clause.number else { return nil }
    if clause.revision == .deleted { return old.takes(clause: number) }
    if clause.revision == nil { _ = old.takes(clause: clause.earlier ?? number) }
    return new.takes(clause: number)
  }

  /// The scheme in which Word will give the items of a list their markers.
  mutating func takes(_ list: List, depth: Int) -> LiveNumbering.Scheme? {
    var after = list
    after.items.removeAll { $0.revision == .deleted }
    guard after.items.isEmpty else { return new.takes(after, depth: depth) }
    return old.takes(list, depth: depth)
  }

  /// An item of a list that was taken begins.
  mutating func begin(_ item: List.Item, at depth: Int, in scheme: LiveNumbering.Scheme) {
    if item.revision != .deleted { new.begin(itemAt: depth, in: scheme) }
    if item.revision != .inserted { old.begin(itemAt: depth, in: scheme) }
  }
}
