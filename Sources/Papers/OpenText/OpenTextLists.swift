/// How the lists of an OpenDocument text are numbered, by their styles' names.
struct OpenTextLists {
  struct Level {
    var format = NumberFormat.none
    var prefix = ""
    var suffix = ""
    /// `%1%.%2%`, where the file says how the numbers of the levels stand together.
    var pattern: String?
    var start = 1
    /// How many levels' numbers are shown.
    var shown = 1
    /// Whether `aa`, `bb` follow `z`, and not `aa`, `ab`.
    var repeatsLetters = false

    /// A number as it is printed on its level.
    func written(_ value: Int) -> String {
      guard !repeatsLetters, (27...702).contains(value),
        format == .lowerLetter || format == .upperLetter
      else { return format.written(value) }
      return format.written((value - 1) / 26) + format.written((value - 1) % 26 + 1)
    }
  }

  /// The style that headings have.
  static let outline = "Outline"

  private var levels: [String: [Int: Level]] = [:]

  /// A level of a style, from 0.
  func level(_ style: String, _ depth: Int) -> Level { levels[style]?[depth] ?? Level() }

  /// The start of a numbering's style.
  mutating func begin(_ style: String) { if levels.count < 20_000 { levels[style] = [:] } }

  /// Takes in a level that has just begun.
  mutating func take(_ name: String, of style: String, _ attributes: [String: String]) {
    guard let number = attributes["level"].flatMap({ Int($0) }), (1...10).contains(number) else {
      return
    }
    var level = Level()
    if name != "list-level-style-bullet", name != "list-level-style-image" {
      level.format = NumberFormat(openDocument: attributes["num-format"] ?? "")
      level.prefix = String((attributes["num-prefix"] ?? "").prefix(100))
      level.suffix = String((attributes["num-suffix"] ?? "").prefix(100))
      level.pattern = (attributes["num-list-format"]).map { String($0.prefix(200)) }
      level.start = Self.number(attributes["start-value"]) ?? 1
      level.shown = min(max(Self.number(attributes["display-levels"]) ?? 1, 1), 10)
      level.repeatsLetters = attributes["num-letter-sync"] == "true"
    }
    levels[style]?[number - 1] = level
  }

  static func number(_ words: String?) -> Int? {
    words.flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
  }

  /// What is printed before a paragraph; nil where that is a bullet or nothing.
  /// - Parameter values: the numbers reached, by level.
  func shown(_ style: String, _ depth: Int, _ values: [Int: Int]) -> String? {
    let own = level(style, depth)
    guard own.format != .none else { return nil }
    func written(_ depth: Int) -> String {
      let level = level(style, depth)
      return level.written(values[depth] ?? level.start)
    }
    let shown: String
    if let pattern = own.pattern {
      // `%1%` is a place, what stands between two is text.
      let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
      shown = pieces.enumerated().map { place, piece in
        guard place % 2 == 1, let number = Int(piece), (1...10).contains(number) else {
          return String(piece)
        }
        return written(number - 1)
      }.joined()
    } else {
      let numbers = (max(depth + 1 - own.shown, 0)...depth).map(written).filter { !$0.isEmpty }
      shown = own.prefix + numbers.joined(separator: ".") + own.suffix
    }
    let number = OneLine(shown).clean
    return number.contains { $0.isLetter || $0.isNumber } ? number : nil
  }
}
