/// Writes JSON in the one form the matter file knows: UTF-8, members in the order they are written,
/// no white space, the escapes of RFC 8259 section 7 only where they are needed. Equal values give
/// equal bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ items: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    items(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(byte) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func integer(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  mutating func boolean(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    needsComma = true
  }

  /// Puts in JSON that stands already, as it is.
  mutating func verbatim(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// A line's end, for people and for `diff`; readers skip it.
  mutating func lineBreak() {
    separate()
    needsComma = false
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The end of the last line in an object or array.
  mutating func lastLineBreak() { bytes.append(UInt8(ascii: "\n")) }

  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  mutating func member(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  /// Writes nothing where there is nothing.
  mutating func member(_ name: String, ifAny text: String?) {
    if let text { member(name, text) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): escape("\"")
    case UInt8(ascii: "\\"): escape("\\")
    case 0x08: escape("b")
    case 0x09: escape("t")
    case 0x0A: escape("n")
    case 0x0C: escape("f")
    case 0x0D: escape("r")
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(JSONWriter.hexadecimal(byte >> 4))
      bytes.append(JSONWriter.hexadecimal(byte & 15))
    default: bytes.append(byte)
    }
  }

  private mutating func escape(_ letter: Unicode.Scalar) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: letter))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
