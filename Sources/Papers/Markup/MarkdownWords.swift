/// The words of a line of Markdown, without its marks.
struct MarkdownWords {
  private let signs: [Character]
  private var at = 0
  private var out = ""

  static func plain(_ text: some StringProtocol) -> String {
    var words = MarkdownWords(signs: Array(text))
    words.read()
    return MarkupText.decoded(words.out)
  }

  private init(signs: [Character]) { self.signs = signs }

  private mutating func read() {
    while at < signs.count {
      switch signs[at] {
      case "\\" where at + 1 < signs.count && Self.marks.contains(signs[at + 1]):
        // What is written out stays, also where it would read as an entity.
        out += signs[at + 1] == "&" ? "&amp;" : String(signs[at + 1])
        at += 2
      case "`": code()
      case "*": emphasis()
      case "_": emphasis()
      case "~" where next("~"): at += 2
      case "!" where next("["): at += 1
      case "[": link()
      case "<": tag()
      default:
        out.append(signs[at])
        at += 1
      }
    }
  }

  private static let marks = Set<Character>("|\\`*_{}[]()#+-.!<>&~\"'$%,/:;=?@^")

  private func next(_ sign: Character) -> Bool { at + 1 < signs.count && signs[at + 1] == sign }

  /// The words between as many strokes as begin here.
  private mutating func code() {
    let count = signs[at...].prefix { $0 == "`" }.count
    var end = at + count
    while end < signs.count {
      let run = signs[end...].prefix { $0 == "`" }.count
      if run == count { break }
      end += max(run, 1)
    }
    guard end < signs.count else {
      out += String(repeating: "`", count: count)
      return at += count
    }
    let words = String(signs[(at + count)..<end])
    out += words.replacing("&", with: "&amp;")
    at = end + count
  }

  /// A mark beside a letter is one; a star between spaces, or a stroke within a word, is itself.
  private mutating func emphasis() {
    let sign = signs[at]
    let run = signs[at...].prefix { $0 == sign }.count
    let before = at > 0 ? signs[at - 1] : " "
    let after = at + run < signs.count ? signs[at + run] : " "
    let isAlone = before.isWhitespace && after.isWhitespace
    let isInWord = sign == "_" && Self.isOfWord(before) && Self.isOfWord(after)
    if isAlone || isInWord || run > 3 { out += String(signs[at..<(at + run)]) }
    at += run
  }

  private static func isOfWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }

  /// Of a link its words, of a footnote's mark nothing.
  private mutating func link() {
    if pairs == nil { pairs = Self.pairs(signs) }
    let start = at + 1
    let end = pairs?[at] ?? signs.count
    guard end + 1 < signs.count,
      signs[end + 1] == "(" || signs[end + 1] == "["
    else {
      // `[Name of the vendor]` is a blank, and stays.
      if start < signs.count, signs[start] == "^", end < signs.count, signs[end] == "]" {
        return at = end + 1
      }
      out.append("[")
      return at = start
    }
    let closing: Character = signs[end + 1] == "(" ? ")" : "]"
    guard end >= unclosed,
      let close = signs[(end + 2)...].prefix(Self.longest).firstIndex(of: closing)
    else {
      unclosed = max(unclosed, end + Self.longest)
      out.append("[")
      return at = start
    }
    var inside = MarkdownWords(signs: Array(signs[start..<end]))
    // Links stand in no links, so this goes no deeper than pictures in them.
    if depthOfLinks < 3 {
      inside.depthOfLinks = depthOfLinks + 1
      inside.read()
      out += inside.out
    }
    at = close + 1
  }

  private var depthOfLinks = 0
  /// Where each bracket that opens is closed.
  private var pairs: [Int: Int]?
  /// Before it no link ends.
  private var unclosed = 0

  private static func pairs(_ signs: [Character]) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    var open: [Int] = []
    var index = 0
    while index < signs.count {
      switch signs[index] {
      case "\\": index += 1
      case "[": open.append(index)
      case "]": if let start = open.popLast() { pairs[start] = index }
      default: break
      }
      index += 1
    }
    return pairs
  }

  private static let longest = 2_000

  /// A tag of HTML is no part of the text, an address between its signs is.
  private mutating func tag() {
    let inside = signs[(at + 1)...].prefix(300).prefix { $0 != ">" && $0 != "<" }
    guard inside.endIndex < signs.count, signs[inside.endIndex] == ">", let first = inside.first,
      first.isLetter || first == "/" || first == "!"
    else {
      out.append("<")
      return at += 1
    }
    let words = String(inside)
    if words.contains("://") || words.contains("@"), !words.contains(" ") {
      out += words
    } else if ["br", "/p", "/div", "/li", "p", "div", "li"].contains(where: {
      words.lowercased().hasPrefix($0)
    }) {
      out.append(" ")
    }
    at = inside.endIndex + 1
  }
}
