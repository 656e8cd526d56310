import PlainText

/// Puts the lines of a paragraph together, with the hyphens at their ends.
struct LineJoining {
  /// Every word of the paper, in small letters.
  private let words: Set<String>

  init(_ lines: [LaidLine]) {
    var words: Set<String> = []
    var isBroken = false
    for line in lines {
      var parts = line.text.split(whereSeparator: \.isWhitespace)[...]
      // Half a word is none.
      if isBroken { parts = parts.dropFirst() }
      isBroken = ["-", "\u{AD}", "\u{2010}"].contains(line.text.last)
      if isBroken { parts = parts.dropLast() }
      for part in parts { words.insert(Self.bare(part)) }
    }
    self.words = words
  }

  /// The lines as one, with one space where there is white space.
  func joined(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      let next = Self.oneSpaced(line)
      guard !text.isEmpty else {
        text = next
        continue
      }
      join(next, to: &text)
    }
    return OneLine(text).clean
  }

  private func join(_ next: String, to text: inout String) {
    guard let last = text.last, last == "-" || last == "\u{AD}" || last == "\u{2010}" else {
      // An address that was broken before its hyphen.
      let isAddress = next.first == "-" && Self.lastWord(of: text).contains("://")
      text += isAddress ? next : " " + next
      return
    }
    let before = Self.lastWord(of: text).dropLast()
    let after = next.prefix { $0 != " " }
    if text.dropLast().last?.isWhitespace ?? true {
      // A dash.
      text += " " + next
    } else if last == "\u{AD}" {
      text.removeLast()
      text += next
    } else if before.contains("://") || before.hasPrefix("www.") {
      text += next
    } else if after.first?.isLowercase == true, Self.binding.contains(Self.bare(after)) {
      // “Unter- und Überordnung”
      text += " " + next
    } else if after.first?.isLowercase == true, !keepsHyphen(String(before), String(after)) {
      text.removeLast()
      text += next
    } else {
      text += next
    }
  }

  /// Whether the paper has the two halves as words by themselves, or the whole with a hyphen; what it
  /// has as one word is one.
  private func keepsHyphen(_ before: String, _ after: String) -> Bool {
    let (first, second) = (Self.bare(before[...]), Self.bare(after[...]))
    if words.contains(first + second) { return false }
    if words.contains(first + "-" + second) { return true }
    return first.contains("-") || second.count > 3 && words.contains(second)
  }

  private static let binding: Set<String> = ["und", "oder", "bzw", "and", "or", "et", "ou"]

  private static func bare(_ word: Substring) -> String {
    var bare = word[...]
    while let first = bare.first, !first.isLetter { bare = bare.dropFirst() }
    while let last = bare.last, !last.isLetter { bare = bare.dropLast() }
    return bare.lowercased()
  }

  private static func lastWord(of text: String) -> Substring {
    let end = text.suffix(200)
    return end.lastIndex(of: " ").map { end[end.index(after: $0)...] } ?? end
  }

  /// One space for each run of white space, and none at the ends.
  static func oneSpaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
