/// What is said about a paragraph, by itself or by its style, as far as its number and place need it.
struct WordProperties {
  var style: String?
  var list: String?
  var level: Int?
  /// 0 is the outermost heading, 9 is none.
  var outline: Int?
  /// How far in it stands, in twentieths of a point, and how much further its first line.
  var left: Int?
  var first: Int?
  /// Whether its mark, and with a style its words, are hidden.
  var isHidden: Bool?
  /// Whether its mark only parts a heading from the words in the same line.
  var isSeparator = false
  /// Whether somebody proposes to join it to the next one.
  var isMarkDeleted = false
  var endsSection = false

  init() {}

  /// Reads the element that has just begun, `pPr` or a style.
  init(_ reader: inout WordReader) throws(PaperFault) {
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      guard case .start(let name) = event else { continue }
      switch name {
      case "pPrChange", "rPrChange", "tabs", "numberingChange": try reader.skip()
      case "sectPr":
        endsSection = true
        try reader.skip()
      default: take(name, reader)
      }
    }
  }

  /// Takes in one property.
  mutating func take(_ name: String, _ reader: WordReader) {
    let number = reader.value.flatMap { Int($0) }
    switch name {
    case "pStyle": style = reader.value
    case "numId": list = reader.value
    case "ilvl": level = number.map { min(max($0, 0), 8) }
    case "outlineLvl": outline = number
    case "ind":
      func measure(_ name: String) -> Int? {
        reader.attributes[name].flatMap { Int($0) }.map { min(max($0, -40_000), 40_000) }
      }
      left = measure("left") ?? measure("start") ?? left
      first = measure("hanging").map { -$0 } ?? measure("firstLine") ?? first
    case "vanish": isHidden = reader.isOn
    case "specVanish": isSeparator = reader.isOn
    case "del", "moveFrom": isMarkDeleted = true
    default: break
    }
  }
}
