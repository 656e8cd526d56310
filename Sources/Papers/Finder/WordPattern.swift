/// Words that are looked for, as a pack writes them: a word means all its forms, `delet*` all that begins so,
/// several words stand behind each other, and a hyphen is one, a space, or nothing.
struct WordPattern {
  enum Part: Hashable {
    case stem(String)
    /// Any of these beginnings.
    case prefix([String])
  }

  /// Each is a way to write it.
  let sequences: [[Part]]

  /// What holds more hyphens than that many ways need is taken as it is written.
  private static let mostWays = 16

  init(_ words: String) {
    var sequences: [[Part]] = [[]]
    for word in words.split(separator: " ") {
      let begins = word.hasSuffix("*")
      let parts = PaperWords.words(String(word)).map(\.folded)
      guard !parts.isEmpty else { continue }
      var ways = [parts]
      if parts.count > 1, word.contains("-"), sequences.count < Self.mostWays {
        ways.append([parts.joined()])
      }
      sequences = sequences.flatMap { before in
        ways.map { way in
          before
            + way.enumerated().map { at, part in
              begins && at == way.count - 1 ? Self.beginning(part) : .stem(Spelling.stem(part))
            }
        }
      }
    }
    self.sequences = sequences.filter { !$0.isEmpty }
  }

  private static func beginning(_ word: String) -> Part {
    .prefix(word.hasSuffix("is") ? [word, word.dropLast() + "z"] : [word])
  }
}

/// British and American spellings as one, `organise` and `organize`, and the short form of an article.
enum Spelling {
  static func stem(_ word: String) -> String { Stem.of(one(word)) }

  static func one(_ word: String) -> String {
    if let whole = short[word] { return whole }
    var bytes = Array(word.utf8)
    guard bytes.count > 5 else { return word }
    for ending in endings {
      let at = bytes.count - ending.utf8CodeUnitCount
      guard at > 2, [UInt8(ascii: "i"), UInt8(ascii: "y")].contains(bytes[at - 2]),
        bytes[at - 1] == UInt8(ascii: "s"), !vowels.contains(bytes[at - 3]),
        bytes[at...].elementsEqual(
          UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
      else { continue }
      bytes[at - 1] = UInt8(ascii: "z")
      return String(decoding: bytes, as: UTF8.self)
    }
    return word
  }

  private static let short = ["art": "article", "arts": "articles"]
  private static let endings: [StaticString] = [
    "e", "ed", "es", "er", "ers", "ing", "ation", "ations", "ational",
  ]
  private static let vowels = Array("aeou".utf8)
}
