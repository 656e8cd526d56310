/// An author's words and where they stand.
typealias PlacedWords = (words: String, place: SourcePosition)

/// Reads a map key by key; what nobody asked for is an unknown key.
struct Fields {
  let place: SourcePosition
  private let report: Report
  private let what: String
  private let pairs: [Node.Pair]

  /// nil, with a diagnostic, where the node is no map.
  init?(_ node: Node, _ shape: Shape, _ report: Report) {
    self.init(open: node, what: shape.what, report)
    for pair in pairs where !shape.keys.contains(pair.key) {
      let hint = nearest(pair.key, in: shape.keys).map { "Did you mean `\($0)`? " } ?? ""
      report.add(
        .unknownKey, pair.place, "A \(what) has no key `\(pair.key)`.",
        hint + "See FORMAT.md for the keys there are.")
    }
  }

  /// A map whose further keys are the author's own.
  init?(open node: Node, what: String, _ report: Report) {
    guard case .map(let pairs, let place) = node else {
      report.add(
        .wrongShape, node.place, "Here stands no \(what).", "Write keys and values: `key: value`.")
      return nil
    }
    self.pairs = pairs
    self.place = place
    self.what = what
    self.report = report
  }

  var all: [Node.Pair] { pairs }

  subscript(key: String) -> Node? { pairs.first { $0.key == key }?.value }

  func words(_ key: String) -> String? {
    guard let node = self[key] else { return nil }
    guard let words = node.words else {
      report.add(.wrongShape, node.place, "`\(key)` is one text.", "Write `\(key): …` on one line.")
      return nil
    }
    return words
  }

  /// - Parameter what: what the map is called where the key is missing; nil: as its shape is.
  func required(_ key: String, what: String? = nil) -> String {
    if let words = words(key) {
      if !words.isEmpty { return words }
    } else if self[key] != nil {
      return ""
    }
    report.add(
      .missingKey, place, "This \(what ?? self.what) has no `\(key)`.", "Add `\(key): …`.")
    return ""
  }

  func flag(_ key: String) -> Bool {
    guard let node = self[key] else { return false }
    switch node.words {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report.add(.unknownWord, node.place, "`\(key)` is true or false.", "Write `\(key): true`.")
      return false
    }
  }

  /// A list of words; one word stands for a list of one.
  func list(_ key: String) -> [PlacedWords] {
    guard let node = self[key] else { return [] }
    switch node {
    case .words(let words, _, let place): return [(words, place)]
    case .list(let nodes, _):
      return nodes.compactMap { node in
        guard let words = node.words else {
          report.add(
            .wrongShape, node.place, "`\(key)` is a list of words.", "Write `\(key): [a, b]`.")
          return nil
        }
        return (words, node.place)
      }
    case .map(_, let place):
      report.add(.wrongShape, place, "`\(key)` is a list of words.", "Write `\(key): [a, b]`.")
      return []
    }
  }

  /// The entries of a list, or the one entry that stands without one.
  func oneOrMore(_ key: String) -> [Node] {
    guard let node = self[key] else { return [] }
    if case .list(let nodes, _) = node { return nodes }
    return [node]
  }

  func nodes(_ key: String) -> [Node] {
    guard let node = self[key] else { return [] }
    guard case .list(let nodes, _) = node else {
      report.add(.wrongShape, node.place, "`\(key)` is a list.", "Begin each entry with `- `.")
      return []
    }
    return nodes
  }

  /// Reports what is wrong with a value of this map.
  func refuse(_ kind: Diagnostic.Kind, _ place: SourcePosition, _ message: String, _ remedy: String)
  {
    report.add(kind, place, message, remedy)
  }
}
