/// The words of a paragraph as they will stand in lines.
struct WordText {
  /// Each sign's width in thousandths of the size, with whether a line may end after it.
  private var signs: [(width: Int, breaks: Break)] = []
  private(set) var bookmarks: [String] = []

  private enum Break { case no, space, after, line }

  mutating func take(_ inlines: [PandocInline], isBold: Bool) {
    for inline in inlines {
      switch inline {
      case .words(let words): take(words, isBold)
      case .lineBreak: signs.append((0, .line))
      case .strong(let inner): take(inner, isBold: true)
      case .emphasis(let inner): take(inner, isBold: isBold)
      // What stands in a comment stands in no line.
      case .span(let name, _, let inner):
        if name != "comment-start" { take(inner, isBold: isBold) }
      case .raw(let xml): take(raw: xml, isBold)
      }
    }
  }

  private mutating func take(raw xml: String, _ isBold: Bool) {
    let bytes = Array(xml.utf8)
    let tags = XMLTags.tags(of: xml)
    for (place, tag) in tags.enumerated() {
      switch tag.name {
      case "w:bookmarkStart": if let name = tag["w:name"] { bookmarks.append(name) }
      case "w:tab": signs.append((1200, .after))
      case "w:t" where tag.kind == .opens && place + 1 < tags.count:
        take(
          String(
            decoding: bytes[tag.range.upperBound..<tags[place + 1].range.lowerBound],
            as: UTF8.self), isBold)
      default: continue
      }
    }
  }

  private mutating func take(_ words: String, _ isBold: Bool) {
    for scalar in words.unicodeScalars {
      let width = TextWidth.thousandths(of: scalar, isBold: isBold)
      switch scalar {
      case " ": signs.append((width, .space))
      case "-", "/", "–", "—": signs.append((width, .after))
      default: signs.append((width, scalar.value >= 0x2E80 ? .after : .no))
      }
    }
  }

  /// How many lines it takes; never less than one.
  ///
  /// - Parameters:
  ///   - unit: the width of a thousandth of the size.
  ///   - hangs: the first line begins with a number or mark, which stands in the margin.
  func lines(first: Double, rest: Double, unit: Double, hangs: Bool) -> Int {
    var lines = 1
    var room = hangs ? rest : first
    var line = 0.0
    var word = 0.0
    for sign in signs {
      let width = Double(sign.width) * unit
      if sign.breaks == .line {
        lines += 1
        (line, word, room) = (0, 0, rest)
        continue
      }
      word += width
      // A space at the end of a line takes no room.
      if line + word - (sign.breaks == .space ? width : 0) > room, line > 0 {
        lines += 1
        (line, room) = (0, rest)
      }
      if sign.breaks != .no {
        line += word
        word = 0
      }
    }
    return lines
  }
}
