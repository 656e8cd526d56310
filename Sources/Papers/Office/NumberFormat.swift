/// How word processors write a number of a list.
enum NumberFormat: String {
  case decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman, ordinal
  case cardinalText, ordinalText, bullet, none

  /// - Parameters:
  ///   - name: the format's name; one that is not known is in digits.
  ///   - own: the pattern of a format that the document defines itself, such as `01, 02, 03, ...`.
  init(_ name: String?, own: String? = nil) {
    self = name.flatMap(Self.init(rawValue:)) ?? .decimal
    if name == "custom", own?.hasPrefix("0") == true { self = .decimalZero }
  }

  /// - Parameter name: the format's name in OpenDocument; nothing where no number is shown.
  init(openDocument name: String) {
    self =
      switch name {
      case "": .none
      case "a": .lowerLetter
      case "A": .upperLetter
      case "i": .lowerRoman
      case "I": .upperRoman
      case "1st": .ordinal
      case "One": .cardinalText
      case "First": .ordinalText
      default: name.hasPrefix("0") ? .decimalZero : .decimal
      }
  }

  /// A number as it is printed; nothing of formats that print none.
  func written(_ value: Int) -> String {
    switch self {
    case .decimal: String(value)
    case .decimalZero: (0...9).contains(value) ? "0\(value)" : String(value)
    case .lowerLetter: NumberWriting.letters(value)
    case .upperLetter: NumberWriting.letters(value).uppercased()
    case .lowerRoman: NumberWriting.roman(value)
    case .upperRoman: NumberWriting.roman(value).uppercased()
    case .ordinal: "\(value)\(Self.ending(value))"
    case .cardinalText: Self.word(value, Self.cardinals)
    case .ordinalText: Self.word(value, Self.ordinals)
    case .bullet, .none: ""
    }
  }

  private static func ending(_ value: Int) -> String {
    if (11...13).contains(value % 100) { return "th" }
    return switch value % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static func word(_ value: Int, _ words: [String]) -> String {
    words.indices.contains(value - 1) ? words[value - 1] : String(value)
  }

  private static let cardinals = [
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    "Twenty",
  ]
  private static let ordinals = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth",
    "Eighteenth", "Nineteenth", "Twentieth",
  ]
}
