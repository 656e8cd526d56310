/// The styles of a Word document: what a paragraph inherits from them.
struct WordStyles {
  private struct Style {
    var name = ""
    var base: String?
    var properties = WordProperties()
  }

  /// What a style comes to with those that it is based on.
  struct Resolved {
    /// Its own id first, then those it is based on.
    var chain: [String] = []
    var properties = WordProperties()
    /// Of headings their level, from 1.
    var heading: Int?
    /// Whether it is of a table of contents.
    var isOfContents = false
  }

  private static let most = 20_000
  private static let deepest = 40

  private var styles: [String: Style] = [:]
  private var standard: String?
  private var known: [String: Resolved] = [:]

  init(_ bytes: [UInt8]?) throws(PaperFault) {
    guard let bytes else { return }
    var reader = try WordReader(bytes, root: "styles")
    while let event = try reader.next() {
      guard event == .start("style"), let id = reader.attributes["styleId"] else { continue }
      guard styles.count < Self.most else { throw .brokenDocument }
      if reader.attributes["type"] == "paragraph",
        ["1", "true", "on"].contains(reader.attributes["default"] ?? "")
      {
        standard = id
      }
      styles[id] = try Self.style(&reader)
    }
  }

  private static func style(_ reader: inout WordReader) throws(PaperFault) -> Style {
    var style = Style()
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      guard case .start(let name) = event else { continue }
      switch name {
      case "name": style.name = reader.value ?? ""
      case "basedOn": style.base = reader.value
      case "tblStylePr", "pPrChange", "rPrChange", "tabs": try reader.skip()
      default: style.properties.take(name, reader)
      }
    }
    return style
  }

  /// What the style of an id comes to; without an id what paragraphs have that name none.
  mutating func resolved(_ id: String?) -> Resolved {
    guard let id = id ?? standard else { return Resolved() }
    guard styles[id] != nil else {
      // Word takes it for the standard one; what is called a heading is meant as one.
      var other = id == standard ? Resolved() : resolved(nil)
      other.heading = Self.heading(id) ?? other.heading
      return other
    }
    if let resolved = known[id] { return resolved }
    let resolved = resolve(id)
    known[id] = resolved
    return resolved
  }

  /// The list that a style of lists is, whatever it is called.
  func list(_ id: String) -> String? { styles[id]?.properties.list }

  private func resolve(_ id: String) -> Resolved {
    var found = Resolved()
    var next: String? = id
    while let id = next, let style = styles[id], !found.chain.contains(id),
      found.chain.count < Self.deepest
    {
      found.chain.append(id)
      let own = style.properties
      found.properties.list = found.properties.list ?? own.list
      found.properties.level = found.properties.level ?? own.level
      found.properties.outline = found.properties.outline ?? own.outline
      found.properties.left = found.properties.left ?? own.left
      found.properties.first = found.properties.first ?? own.first
      found.properties.isHidden = found.properties.isHidden ?? own.isHidden
      if found.properties.outline == nil, found.heading == nil {
        found.heading = Self.heading(style.name) ?? Self.heading(id)
      }
      if style.name.lowercased().hasPrefix("toc ") { found.isOfContents = true }
      next = style.base
    }
    if let outline = found.properties.outline { found.heading = Self.heading(outline: outline) }
    return found
  }

  /// The level of a heading that an outline level is; nil for body text.
  static func heading(outline: Int) -> Int? { (0...8).contains(outline) ? outline + 1 : nil }

  /// `heading 2`, `Heading2`; nil of other names.
  private static func heading(_ name: String) -> Int? {
    let name = name.lowercased()
    if name == "title" { return 1 }
    guard name.hasPrefix("heading") else { return nil }
    let digits = name.dropFirst(7).drop { $0 == " " }
    return Int(digits).flatMap { (1...9).contains($0) ? $0 : nil }
  }
}
