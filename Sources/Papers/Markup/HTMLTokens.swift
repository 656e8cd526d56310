/// What stands in a page of HTML, one after the other: tags and the text between them, as leniently as
/// browsers read them. What no reader needs (scripts, styles, comments) is passed over. Nothing is loaded.
struct HTMLTokens {
  enum Token: Equatable {
    /// With what stands for other signs put in, and with white space as it is written.
    case text(String)
    /// The name in small letters.
    case start(String, [String: String])
    case end(String)
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// nil at the end.
  mutating func next() -> Token? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        return .text(MarkupText.decoded(String(decoding: bytes[start..<at], as: UTF8.self)))
      }
      if starts("<!--") {
        skip(past: "-->")
      } else if let token = tag() {
        return token
      }
    }
    return nil
  }

  private mutating func tag() -> Token? {
    let start = at
    at += 1
    let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let nameStart = at
    while at < bytes.count, Self.isLetter(bytes[at]) { at += 1 }
    guard at > nameStart else {
      // A sign that begins no tag.
      if start + 1 < bytes.count, [0x21, 0x3F].contains(bytes[start + 1]) {
        skip(past: ">")
        return nil
      }
      at = start + 1
      return .text("<")
    }
    let name = String(decoding: bytes[nameStart..<at], as: UTF8.self).lowercased()
    let attributes = attributes()
    if isEnd { return .end(name) }
    if Self.passedOver.contains(name) {
      skip(past: "</\(name)")
      skip(past: ">")
      return nil
    }
    return .start(name, attributes)
  }

  private static let passedOver: Set<String> = [
    "script", "style", "template", "noscript", "select", "svg", "textarea", "iframe",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// The attributes of a tag, to its end. Of a long tag only the first ones are kept. One without a value
  /// has an empty one.
  private mutating func attributes() -> [String: String] {
    var found: [String: String] = [:]
    var name = ""
    func keep(_ value: String) {
      guard !name.isEmpty, found.count < PaperLimits.attributes else { return }
      found[name.lowercased()] = value
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "=") {
        at += 1
        keep(value())
        name = ""
      } else {
        if byte <= 32 || byte == UInt8(ascii: "/") {
          keep("")
          name = ""
        } else if name.utf8.count < 100 {
          name.unicodeScalars.append(Unicode.Scalar(byte))
        }
        at += 1
      }
    }
    keep("")
    at = min(at + 1, bytes.count)
    return found
  }

  private mutating func value() -> String {
    guard at < bytes.count else { return "" }
    var start = at
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start += 1
      at += 1
      while at < bytes.count, bytes[at] != quote { at += 1 }
      defer { at = min(at + 1, bytes.count) }
      return String(decoding: bytes[start..<min(at, start + 1000)], as: UTF8.self)
    }
    while at < bytes.count, bytes[at] > 32, bytes[at] != UInt8(ascii: ">") { at += 1 }
    return String(decoding: bytes[start..<min(at, start + 1000)], as: UTF8.self)
  }

  private func starts(_ words: StaticString) -> Bool {
    guard at + words.utf8CodeUnitCount <= bytes.count else { return false }
    return words.withUTF8Buffer { letters in
      letters.indices.allSatisfy { letters[$0] == bytes[at + $0] }
    }
  }

  /// Past the next place where these words stand, in capital or small letters.
  private mutating func skip(past words: String) {
    let wanted = Array(words.utf8)
    while at + wanted.count <= bytes.count {
      let isThere = wanted.indices.allSatisfy { Self.small(bytes[at + $0]) == wanted[$0] }
      if isThere {
        at += wanted.count
        return
      }
      at += 1
    }
    at = bytes.count
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }
}
