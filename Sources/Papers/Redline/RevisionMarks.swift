/// Writes the marks of one author's changes, each with a number of its own.
struct RevisionMarks {
  /// The prefix of Word's elements, with its colon.
  let prefix: String
  private let author: String
  private let date: String
  private var used: Set<Int>
  private var last: Int

  /// `used` are the numbers that the file has already.
  init(space: WordMarkup.Space, author: String, date: String, used: Set<Int>) {
    prefix = space.prefix + ":"
    self.author = WordText.escaped(author)
    self.date = WordText.escaped(date)
    self.used = used
    last = used.filter { $0 < 1_000_000_000 }.max() ?? 0
  }

  /// A number that nothing has yet.
  mutating func number() -> Int {
    repeat { last += 1 } while used.contains(last)
    return last
  }

  /// The attributes of a change or comment.
  private mutating func attributes() -> String { attributes(number(), prefix: prefix) }

  func attributes(_ number: Int, prefix: String) -> String {
    "\(prefix)id=\"\(number)\" \(prefix)author=\"\(author)\" \(prefix)date=\"\(date)\""
  }

  /// An element around what is proposed: `ins` or `del`.
  mutating func wrapped(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array("<\(prefix)\(name) \(attributes())>".utf8) + content
      + Array("</\(prefix)\(name)>".utf8)
  }

  /// The mark of a paragraph that is proposed to begin or to end to be one.
  mutating func ofParagraph(_ name: String) -> [UInt8] {
    Array("<\(prefix)\(name) \(attributes())/>".utf8)
  }

  /// A tag of somebody else's change, to stand once more, with a number of its own.
  mutating func renumbered(_ tag: [UInt8]) -> [UInt8] {
    let text = String(decoding: tag, as: UTF8.self)
    for quote in ["\"", "'"] {
      guard let start = text.firstRange(of: " \(prefix)id=\(quote)"),
        let end = text[start.upperBound...].firstRange(of: quote)
      else { continue }
      return Array("\(text[..<start.upperBound])\(number())\(text[end.lowerBound...])".utf8)
    }
    return tag
  }

  func commentStart(_ number: Int) -> [UInt8] {
    Array("<\(prefix)commentRangeStart \(prefix)id=\"\(number)\"/>".utf8)
  }

  func commentEnd(_ number: Int) -> [UInt8] {
    Array(
      "<\(prefix)commentRangeEnd \(prefix)id=\"\(number)\"/><\(prefix)r><\(prefix)commentReference \(prefix)id=\"\(number)\"/></\(prefix)r>"
        .utf8)
  }

  /// The numbers in a part: whatever `id` has a number, of changes, comments and marks of places.
  static func numbers(in bytes: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    var at = 0
    while at + 4 < bytes.count {
      defer { at += 1 }
      guard bytes[at] == UInt8(ascii: "i"), bytes[at + 1] == UInt8(ascii: "d"),
        bytes[at + 2] == UInt8(ascii: "="), [0x22, 0x27].contains(bytes[at + 3])
      else { continue }
      let digits = bytes[(at + 4)...].prefix(10).prefix { (0x30...0x39).contains($0) }
      if let number = Int(String(decoding: digits, as: UTF8.self)) { found.insert(number) }
    }
    return found
  }
}
