/// The styles of an OpenDocument text, as far as its numbers and what is hidden need them.
struct OpenTextStyles {
  private struct Style {
    var base: String?
    var list: String?
    var isHidden: Bool?
  }

  private static let deepest = 40

  private(set) var lists = OpenTextLists()
  private var styles: [String: Style] = [:]
  /// The sections that are not shown, by their styles.
  private(set) var hiddenSections: Set<String> = []

  /// Reads the styles of a part, up to its body.
  mutating func take(_ bytes: [UInt8]) throws(PaperFault) {
    var reader = try OpenTextReader(bytes)
    var list = ""
    var style = ""
    while let event = try reader.next(), event != .start("body") {
      guard case .start(let name) = event else { continue }
      let attributes = reader.attributes
      switch name {
      case "style" where styles.count < 50_000:
        style = attributes["name"] ?? ""
        styles[style] = Style(
          base: attributes["parent-style-name"], list: attributes["list-style-name"])
      case "text-properties":
        if let display = attributes["display"] { styles[style]?.isHidden = display == "none" }
      case "section-properties":
        if attributes["display"] == "none" { hiddenSections.insert(style) }
      case "list-style", "outline-style":
        list = name == "outline-style" ? OpenTextLists.outline : attributes["name"] ?? ""
        lists.begin(list)
      case "list-level-style-number", "list-level-style-bullet", "list-level-style-image",
        "outline-level-style":
        lists.take(name, of: list, attributes)
      case "p", "h": try reader.skip()
      default: break
      }
    }
  }

  /// Whether words of a style, or of one that it is based on, are hidden.
  func isHidden(_ id: String?) -> Bool { inherited(id, \.isHidden) ?? false }

  /// The list that paragraphs of a style are of.
  func list(_ id: String?) -> String? { inherited(id, \.list) }

  /// Whether a style is that of titles, or based on it.
  func isTitle(_ id: String?) -> Bool { chain(id).contains("Title") }

  private func inherited<Value>(_ id: String?, _ path: KeyPath<Style, Value?>) -> Value? {
    for id in chain(id) {
      if let value = styles[id]?[keyPath: path] { return value }
    }
    return nil
  }

  private func chain(_ id: String?) -> [String] {
    var found: [String] = []
    var next = id
    while let id = next, !found.contains(id), found.count < Self.deepest {
      found.append(id)
      next = styles[id]?.base
    }
    return found
  }
}
