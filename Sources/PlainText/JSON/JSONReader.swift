/// Reads RFC 8259 JSON from front to back, as the caller expects it. Numbers are whole; a member
/// that stands twice, a lone surrogate and bytes that are no UTF-8 are faults; so is more depth than
/// any of our formats has, lest a caller that recurses exhaust the stack.
package struct JSONReader {
  private let bytes: [UInt8]
  private var depth = 0
  /// The byte that is read next, counted from the beginning.
  package private(set) var offset = 0

  /// What the next value is, by its first byte.
  package enum Token { case object, array, string, number, boolean, other }

  /// No object of the format has more members than this.
  private static let mostMembers = 32

  /// Objects and arrays stand no deeper within one another.
  private static let deepest = 64

  /// Begins at the first of these bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A fault at the place of reading.
  package func fault(_ what: String) -> JSONFault { JSONFault(offset: offset, what: what) }

  /// The kind of the next value, which stays to be read.
  package mutating func next() -> Token {
    skipSpace()
    guard offset < bytes.count else { return .other }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    default: return .other
    }
  }

  /// Calls `member` at each member's value; it must read the value to its end.
  package mutating func object(
    _ member: (inout JSONReader, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect("{")
    try descend()
    defer { depth -= 1 }
    if take("}") { return }
    var seen: [String] = []
    repeat {
      let name = try string()
      guard !seen.contains(name) else { throw fault("\(name) stands twice") }
      guard seen.count < JSONReader.mostMembers else { throw fault("too many members") }
      seen.append(name)
      try expect(":")
      try member(&self, name)
    } while take(",")
    try expect("}")
  }

  /// Calls `item` at each item; it must read it to its end.
  package mutating func array(_ item: (inout JSONReader) throws(JSONFault) -> Void)
    throws(JSONFault)
  {
    try expect("[")
    try descend()
    defer { depth -= 1 }
    if take("]") { return }
    repeat { try item(&self) } while take(",")
    try expect("]")
  }

  /// A whole number.
  package mutating func integer() throws(JSONFault) -> Int {
    skipSpace()
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let digits = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    let padded = offset - digits > 1 && bytes[digits] == UInt8(ascii: "0")
    guard let number = Int(text), !padded, text != "-0" else { throw fault("no whole number") }
    if offset < bytes.count,
      [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")]
        .contains(bytes[offset])
    {
      throw fault("no whole number")
    }
    return number
  }

  /// `true` or `false`.
  package mutating func boolean() throws(JSONFault) -> Bool {
    skipSpace()
    if takeWord("true") { return true }
    if takeWord("false") { return false }
    throw fault("neither true nor false")
  }

  /// A text, its escapes resolved.
  package mutating func string() throws(JSONFault) -> String {
    try expect("\"")
    let start = offset
    // Opening a matter reads thousands of texts, most of them plain.
    let (end, isASCII) = bytes.withUnsafeBufferPointer { bytes in
      var (end, all) = (start, UInt8(0))
      while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
        bytes[end] >= 0x20
      {
        all |= bytes[end]
        end += 1
      }
      return (end, all < 0x80)
    }
    offset = end
    guard end < bytes.count else { throw fault("a text without an end") }
    switch bytes[end] {
    case UInt8(ascii: "\""):
      defer { offset += 1 }
      // What is ASCII need not be validated.
      if isASCII { return String(decoding: bytes[start..<end], as: UTF8.self) }
      return try text(bytes[start..<end])
    case UInt8(ascii: "\\"): return try escapedString(from: start)
    default: throw fault("a control character in a text")
    }
  }

  /// Only white space may follow.
  package mutating func end() throws(JSONFault) {
    skipSpace()
    if offset < bytes.count { throw fault("more follows") }
  }

  private mutating func descend() throws(JSONFault) {
    guard depth < JSONReader.deepest else { throw fault("too deep") }
    depth += 1
  }

  private func text(_ part: some Sequence<UInt8>) throws(JSONFault) -> String {
    guard let text = String(validating: part, as: UTF8.self) else { throw fault("no UTF-8") }
    return text
  }

  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var found = [UInt8](bytes[start..<offset])
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(found)
      case UInt8(ascii: "\\"): try appendEscape(to: &found)
      case 0..<0x20: throw fault("a control character in a text")
      default: found.append(byte)
      }
    }
    throw fault("a text without an end")
  }

  private mutating func appendEscape(to found: inout [UInt8]) throws(JSONFault) {
    guard offset < bytes.count else { throw fault("a text without an end") }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): found.append(letter)
    case UInt8(ascii: "b"): found.append(0x08)
    case UInt8(ascii: "t"): found.append(0x09)
    case UInt8(ascii: "n"): found.append(0x0A)
    case UInt8(ascii: "f"): found.append(0x0C)
    case UInt8(ascii: "r"): found.append(0x0D)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800...0xDBFF).contains(code) {
        guard takeWord("\\u") else { throw fault("half a surrogate pair") }
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low) else { throw fault("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
      found.append(contentsOf: String(Character(scalar)).utf8)
    default: throw fault("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw fault("a text without an end") }
    var code: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("no hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
    }
    offset += 4
    return code
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    let matches = word.withUTF8Buffer { bytes[offset..<offset + count].elementsEqual($0) }
    if matches { offset += count }
    return matches
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(JSONFault) {
    if !take(scalar) { throw fault("\(scalar) is missing") }
  }
}
