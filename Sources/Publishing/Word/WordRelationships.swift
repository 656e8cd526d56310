/// The headers and footers that a file for Word names, by the ids they are filed under.
struct WordRelationships: Hashable {
  /// By id, the file beside the document's.
  private(set) var targets: [String: String] = [:]
  /// In the order in which pandoc files them: headers first.
  private(set) var ordered: [String] = []

  /// Reads a list of relationships; nil where it is none.
  init?(_ bytes: [UInt8]) {
    guard let list = XMLTags(bytes) else { return nil }
    for kind in ["/header", "/footer"] {
      for tag in list.tags where tag["Type"]?.hasSuffix(kind) ?? false {
        guard let id = tag["Id"], let target = tag["Target"] else { continue }
        targets[id] = target
        ordered.append(target)
      }
    }
  }

  var ids: [String: String] {
    Dictionary(targets.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids that pandoc will give: its own parts are rId1 to rId8, and these come after them.
  var expected: [String: String] {
    var ids: [String: String] = [:]
    for (place, target) in ordered.enumerated() { ids[target] = "rId\(9 + place)" }
    return ids
  }
}
