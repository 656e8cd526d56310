/// What the styles of a file for Word say about space, as far as pages are counted by it. Lengths are
/// twentieths of a point.
struct WordMetrics {
  struct Style {
    /// In points.
    var size = 10.5
    var isBold = false
    var before = 0.0
    var after = 0.0
    var line = 240.0
    var rule = "auto"
    var left = 0.0
    var right = 0.0
    /// Negative where the first line hangs.
    var firstLine = 0.0
    var keepsNext = false
    var keepsLines = false
    var startsPage = false
    /// Takes no space from another of its kind.
    var isClose = false

    /// From one line to the next.
    var lineHeight: Double {
      // Cambria's ascent and descent.
      let natural = size * 20 * 1.172
      return switch rule {
      case "exact": line
      case "atLeast": max(line, natural)
      default: natural * line / 240
      }
    }
  }

  private var byName: [String: Style] = [:]
  private var byId: [String: Style] = [:]
  private var normal = Style()

  /// By the name that Word shows, or else by id.
  func style(_ name: String) -> Style { byName[name.lowercased()] ?? byId[name] ?? normal }

  /// - Parameter styles: `word/styles.xml`. What cannot be read leaves everything normal.
  init(_ styles: [UInt8]) {
    guard let scan = XMLTags(styles) else { return }
    var current = Style()
    var (id, name) = ("", "")
    var isConditional = false
    for tag in scan.tags {
      switch (tag.name, tag.kind) {
      case ("w:style", .opens): (current, id, name) = (normal, tag["w:styleId"] ?? "", "")
      case ("w:style", .closes):
        byId[id] = current
        byName[name.lowercased()] = current
      case ("w:docDefaults", .closes): normal = current
      case ("w:tblStylePr", let kind): isConditional = kind == .opens
      case ("w:name", _): name = tag["w:val"] ?? ""
      case ("w:basedOn", _): current = byId[tag["w:val"] ?? ""] ?? current
      case (_, .closes): continue
      default: if !isConditional { Self.take(tag, into: &current) }
      }
    }
  }

  private static func take(_ tag: XMLTags.Tag, into style: inout Style) {
    func number(_ name: String) -> Double? { tag[name].flatMap { Int($0) }.map(Double.init) }
    let isOn = !["0", "false", "off"].contains(tag["w:val"] ?? "")
    switch tag.name {
    case "w:sz": style.size = (number("w:val") ?? style.size * 2) / 2
    case "w:b": style.isBold = isOn
    case "w:keepNext": style.keepsNext = isOn
    case "w:keepLines": style.keepsLines = isOn
    case "w:contextualSpacing": style.isClose = isOn
    case "w:pageBreakBefore": style.startsPage = isOn
    case "w:spacing":
      style.before = number("w:before") ?? style.before
      style.after = number("w:after") ?? style.after
      style.line = number("w:line") ?? style.line
      style.rule = tag["w:lineRule"] ?? (tag["w:line"] == nil ? style.rule : "auto")
    case "w:ind":
      style.left = number("w:left") ?? number("w:start") ?? style.left
      style.right = number("w:right") ?? number("w:end") ?? style.right
      if let hanging = number("w:hanging") {
        style.firstLine = -hanging
      } else {
        style.firstLine = number("w:firstLine") ?? style.firstLine
      }
    default: return
    }
  }
}
