/// Writes JSON: UTF-8, members in the order they are written, whole numbers only. Equal values give
/// equal bytes, on every machine.
package struct JSONWriter: Sendable {
  /// How the values are laid out, and what is escaped.
  package enum Form: Sendable {
    /// No white space, and the escapes of RFC 8259 section 7 only where they are needed (the strings
    /// of RFC 8785). Journals are hashed over these bytes: they never change.
    case canonical
    /// The same, but U+0008, U+000C and U+007F are escaped by number. Manifests name documents by the
    /// hash of these bytes, so they never change either.
    case document
    /// For people: two spaces a step, a member or element a line. Whatever a terminal or an editor
    /// would act on (controls, line separators, controls of direction) is escaped.
    case readable
  }

  /// What can hold values.
  package enum Nest: Sendable { case object, array }

  /// What stands before the place of writing.
  private enum Before { case opening, value, key, lineBreak }

  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  private let form: Form
  private var before = Before.opening
  private var depth = 0

  /// With nothing written.
  package init(_ form: Form = .canonical) { self.form = form }

  /// What is written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Objects and arrays

  /// An object of the members that the closure writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    begin(.object)
    members(&self)
    end(.object)
  }

  /// An array of the items that the closure writes.
  package mutating func array(_ items: (inout JSONWriter) -> Void) {
    begin(.array)
    items(&self)
    end(.array)
  }

  /// An array with one item for each element, which the closure writes.
  package mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    array { json in
      for element in elements { write(&json, element) }
    }
  }

  /// Opens an object or array, where a closure cannot hold what is written into it; `end` closes it.
  package mutating func begin(_ nest: Nest) {
    separate()
    bytes.append(UInt8(ascii: nest == .object ? "{" : "["))
    before = .opening
    depth += 1
  }

  /// Closes what `begin` opened last.
  package mutating func end(_ nest: Nest) {
    depth -= 1
    if before != .opening { breakLine() }
    bytes.append(UInt8(ascii: nest == .object ? "}" : "]"))
    before = .value
  }

  /// A member's name; its value follows.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if form == .readable { bytes.append(UInt8(ascii: " ")) }
    before = .key
  }

  // MARK: Values

  /// A text.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    switch form {
    case .canonical, .document: for byte in text.utf8 { append(byte) }
    case .readable: for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
    before = .value
  }

  /// A whole number.
  package mutating func integer(_ number: Int) { put(String(number)) }

  /// `true` or `false`.
  package mutating func boolean(_ flag: Bool) { put(flag ? "true" : "false") }

  /// `null`.
  package mutating func null() { put("null") }

  /// Puts in JSON that stands already, as it is.
  package mutating func verbatim(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    before = .value
  }

  /// A line's end in canonical JSON, for people and for `diff`; readers skip it.
  package mutating func lineBreak() {
    separate()
    before = .lineBreak
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The end of the last line in an object or array.
  package mutating func lastLineBreak() { bytes.append(UInt8(ascii: "\n")) }

  // MARK: Writing

  private mutating func put(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
    before = .value
  }

  private mutating func separate() {
    if before == .value { bytes.append(UInt8(ascii: ",")) }
    if before != .key, depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard form == .readable else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch ScalarKind(scalar) {
    case .newline, .lineEnd, .tab, .control, .direction, .directionMark:
      if scalar.value < 0x20 { return append(UInt8(scalar.value)) }
      let digits = [UInt8(scalar.value >> 8), UInt8(scalar.value & 0xFF)].hexadecimal
      bytes.append(contentsOf: "\\u\(digits)".utf8)
    case .plain where scalar.isASCII: append(UInt8(ascii: scalar))
    default: bytes.append(contentsOf: scalar.utf8)
    }
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): escape("\"")
    case UInt8(ascii: "\\"): escape("\\")
    case 0x08 where form == .document, 0x0C where form == .document, 0x7F where form == .document:
      escapeByNumber(byte)
    case 0x08: escape("b")
    case 0x09: escape("t")
    case 0x0A: escape("n")
    case 0x0C: escape("f")
    case 0x0D: escape("r")
    case 0..<0x20: escapeByNumber(byte)
    default: bytes.append(byte)
    }
  }

  private mutating func escapeByNumber(_ byte: UInt8) {
    bytes.append(contentsOf: "\\u00\([byte].hexadecimal)".utf8)
  }

  private mutating func escape(_ letter: Unicode.Scalar) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: letter))
  }
}
