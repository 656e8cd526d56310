/// Takes the comments out of a Swift file and the words out of its strings, line by line, so that
/// the braces that are left are those of the code.
struct CodeBlanker {
  private enum Inside {
    case code
    /// `/* … */`, which may stand within each other.
    case comment(depth: Int)
    /// A string that ends with as many quotes and hashes as it began with.
    case string(quotes: Int, hashes: Int)
  }

  private var inside = Inside.code
  /// By interpolation that is open: the string to go back to, and its open parentheses.
  private var interpolations: [(string: Inside, parentheses: Int)] = []

  mutating func code(of line: String) -> String {
    let signs = Array(line)
    var kept = ""
    var at = 0
    func begins(_ word: String) -> Bool { signs[at...].starts(with: word) }
    while at < signs.count {
      switch inside {
      case .comment(let depth):
        if signs[at] != "*", signs[at] != "/" {
          at += 1
        } else if begins("*/") {
          inside = depth == 1 ? .code : .comment(depth: depth - 1)
          at += 2
        } else if begins("/*") {
          inside = .comment(depth: depth + 1)
          at += 2
        } else {
          at += 1
        }
      case .string(let quotes, let hashes):
        guard signs[at] == "\\" || signs[at] == "\"" else {
          at += 1
          continue
        }
        let escape = "\\" + String(repeating: "#", count: hashes)
        let end = String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
        if begins(escape + "(") {
          interpolations.append((inside, 0))
          inside = .code
          at += escape.count + 1
        } else if begins(escape) {
          at += escape.count + 1
        } else if begins(end) {
          inside = .code
          at += end.count
        } else {
          at += 1
        }
      case .code:
        if !"/\"#".contains(signs[at]) {
          take(signs[at], &kept)
          at += 1
        } else if begins("//") {
          return kept
        } else if begins("/*") {
          inside = .comment(depth: 1)
          at += 2
        } else if let start = stringStart(signs, at) {
          inside = .string(quotes: start.quotes, hashes: start.hashes)
          at += start.quotes + start.hashes
        } else if let end = regexEnd(signs, at) {
          at = end
        } else {
          take(signs[at], &kept)
          at += 1
        }
      }
    }
    if case .string(1, _) = inside { inside = .code }
    return kept
  }

  private mutating func take(_ sign: Character, _ kept: inout String) {
    guard let last = interpolations.indices.last else {
      kept.append(sign)
      return
    }
    // The code of an interpolation declares nothing; only its end is looked for.
    if sign == "(" { interpolations[last].parentheses += 1 }
    if sign == ")" {
      if interpolations[last].parentheses == 0 {
        inside = interpolations.removeLast().string
      } else {
        interpolations[last].parentheses -= 1
      }
    }
  }

  /// How a string begins here: `"`, `"""`, `#"` …
  private func stringStart(_ signs: [Character], _ at: Int) -> (quotes: Int, hashes: Int)? {
    let hashes = signs[at...].prefix { $0 == "#" }.count
    let quotes = signs[(at + hashes)...].prefix { $0 == "\"" }.count
    guard quotes > 0 else { return nil }
    return (quotes >= 3 ? 3 : 1, hashes)
  }

  /// The end of a regular expression between slashes; nil where the slash divides.
  private func regexEnd(_ signs: [Character], _ at: Int) -> Int? {
    guard signs[at] == "/", at + 1 < signs.count, signs[at + 1] != " " else { return nil }
    let before = signs[..<at].last { $0 != " " }
    guard before.map({ "(,:=[".contains($0) }) ?? true else { return nil }
    var end = at + 1
    while end < signs.count, signs[end] != "/" { end += signs[end] == "\\" ? 2 : 1 }
    return end < signs.count ? end + 1 : nil
  }
}
