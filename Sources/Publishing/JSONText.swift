/// JSON with the keys in the order they are written in, no spaces, and nothing escaped that need
/// not be: equal values give equal bytes on every machine.
struct JSONText {
  private(set) var text = ""
  private var isFirst = true

  mutating func object(_ members: (inout JSONText) -> Void) {
    nested("{", "}", members)
  }

  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void
  ) {
    nested("[", "]") { json in
      for element in elements {
        json.separate()
        write(&json, element)
      }
    }
  }

  /// A member's name; its value follows.
  mutating func key(_ key: String) {
    separate()
    quote(key)
    text += ":"
  }

  mutating func string(_ string: String) { quote(string) }

  mutating func number(_ number: Int) { text += String(number) }

  mutating func bool(_ bool: Bool) { text += bool ? "true" : "false" }

  mutating func null() { text += "null" }

  mutating func member(_ key: String, _ value: String?) {
    guard let value else { return }
    self.key(key)
    quote(value)
  }

  mutating func member(_ key: String, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    number(value)
  }

  mutating func member(_ key: String, _ value: Bool) {
    guard value else { return }
    self.key(key)
    bool(value)
  }

  /// Between elements; once before each.
  mutating func separate() {
    if !isFirst { text += "," }
    isFirst = false
  }

  private mutating func nested(
    _ open: String, _ close: String, _ body: (inout JSONText) -> Void
  ) {
    self.open(open)
    body(&self)
    self.close(close)
  }

  mutating func open(_ bracket: String) {
    text += bracket
    isFirst = true
  }

  mutating func close(_ bracket: String) {
    text += bracket
    isFirst = false
  }

  private mutating func quote(_ string: String) {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    bytes.reserveCapacity(string.utf8.count + 2)
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    text += String(decoding: bytes, as: UTF8.self)
  }
}
