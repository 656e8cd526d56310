import PackModel

/// Reads what `ByteWriter` wrote. It throws where the bytes end too soon or mean nothing, and never
/// traps.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var stringTable: [String] = []
  private var depth = 0
  /// Lists of options that were read, by their numbers.
  var optionLists: [[Option]] = []
  /// What numbers of the pack may name.
  var sizes = Sizes()

  struct Sizes {
    var steps = 0
    var questions = 0
    var calculated = 0
    var decisions = 0
    var documents = 0
    var clauses = 0
  }

  /// - Parameter bytes: must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// What was not read yet.
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[at...]) }
  var isAtEnd: Bool { at == bytes.count }

  mutating func byte() throws(PackCacheFault) -> UInt8 {
    guard at < bytes.count else { throw .damaged }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func count() throws(PackCacheFault) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
      guard shift < 56 else { throw .damaged }
    }
    return Int(result)
  }

  /// A stretch of bytes with its length before it.
  mutating func part() throws(PackCacheFault) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[try stretch()])
  }

  /// Where such a stretch lies.
  mutating func stretch() throws(PackCacheFault) -> Range<Int> {
    let length = try count()
    guard length <= bytes.count - at else { throw .damaged }
    defer { at += length }
    return at..<at + length
  }

  mutating func word() throws(PackCacheFault) -> UInt64 {
    guard at + 8 <= bytes.count else { throw .damaged }
    defer { at += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  mutating func number() throws(PackCacheFault) -> Int {
    Int(truncatingIfNeeded: Int64(bitPattern: try word()))
  }

  mutating func bool() throws(PackCacheFault) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .damaged
    }
  }

  /// A number that names one of `count` things.
  mutating func index(_ count: Int) throws(PackCacheFault) -> Int {
    let found = try self.count()
    guard found < count else { throw .damaged }
    return found
  }

  mutating func string() throws(PackCacheFault) -> String {
    stringTable[try index(stringTable.count)]
  }

  mutating func fixed() throws(PackCacheFault) -> String {
    String(decoding: try part(), as: UTF8.self)
  }

  /// The table of strings that stands before everything else.
  mutating func readStrings() throws(PackCacheFault) {
    stringTable = try list { reader throws(PackCacheFault) in try reader.fixed() }
  }

  mutating func list<T>(
    _ one: (inout ByteReader) throws(PackCacheFault) -> T
  ) throws(PackCacheFault) -> [T] {
    let count = try count()
    // Whatever it is, an item has a byte.
    guard count <= bytes.count - at else { throw .damaged }
    if count == 0 { return [] }
    var found: [T] = []
    found.reserveCapacity(count)
    for _ in 0..<count { found.append(try one(&self)) }
    return found
  }

  mutating func optional<T>(
    _ one: (inout ByteReader) throws(PackCacheFault) -> T
  ) throws(PackCacheFault) -> T? {
    try bool() ? try one(&self) : nil
  }

  mutating func map<T>(
    _ one: (inout ByteReader) throws(PackCacheFault) -> T
  ) throws(PackCacheFault) -> [String: T] {
    let count = try count()
    guard count <= bytes.count - at else { throw .damaged }
    if count == 0 { return [:] }
    var found = [String: T](minimumCapacity: count)
    for _ in 0..<count {
      let key = try string()
      found[key] = try one(&self)
    }
    return found
  }

  mutating func strings() throws(PackCacheFault) -> [String] {
    try list { reader throws(PackCacheFault) in try reader.string() }
  }

  mutating func optionalString() throws(PackCacheFault) -> String? {
    try bool() ? try string() : nil
  }

  mutating func indices(_ count: Int) throws(PackCacheFault) -> [Int] {
    try list { reader throws(PackCacheFault) in try reader.index(count) }
  }

  mutating func optionalIndex(_ count: Int) throws(PackCacheFault) -> Int? {
    try bool() ? try index(count) : nil
  }

  /// One of all cases, by its number.
  mutating func oneOf<T>(_ cases: [T]) throws(PackCacheFault) -> T { cases[try index(cases.count)] }

  /// Reads what holds more of its own kind; a compiled pack never nests this deeply.
  mutating func nested<T>(
    _ one: (inout ByteReader) throws(PackCacheFault) -> T
  ) throws(PackCacheFault) -> T {
    guard depth < 200 else { throw .damaged }
    depth += 1
    defer { depth -= 1 }
    return try one(&self)
  }
}
