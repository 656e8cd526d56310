import PackModel

/// Reads what `ByteWriter` wrote. It throws where the bytes end too soon or mean nothing, and never
/// traps.
struct ByteReader: Codec {
  static let reads = true

  var sizes: [Int]
  var depth = 0
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var strings: [String] = []
  private var optionLists: [[Option]] = []

  /// - Parameter bytes: must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer, sizes: [Int]? = nil) {
    self.bytes = bytes
    self.sizes = sizes ?? Numbered.allCases.map { _ in 0 }
  }

  var room: Int { bytes.count - at }

  /// What was not read yet.
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[at...]) }

  /// A value with the strings that it names before it, and nothing behind it.
  mutating func whole<T: Packed>(_ type: T.Type) throws -> T {
    strings = try list([]) { try $1.text() }
    let value: T = try self(unread())
    guard at == bytes.count else { throw Damage() }
    return value
  }

  /// Where the next stretch of bytes lies.
  mutating func stretch() throws -> Range<Int> {
    let length = try count(unread())
    guard length <= bytes.count - at else { throw Damage() }
    defer { at += length }
    return at..<at + length
  }

  /// A string in its place.
  mutating func text() throws -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[try stretch()]), as: UTF8.self)
  }

  mutating func word() throws -> UInt64 {
    guard bytes.count - at >= 8 else { throw Damage() }
    defer { at += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Most numbers are of one byte.
  @inline(__always)
  mutating func number(_ value: @autoclosure () -> Int, below limit: Int) throws -> Int {
    guard at < bytes.count, bytes[at] < 0x80 else { return try longNumber(below: limit) }
    guard bytes[at] < limit else { throw Damage() }
    defer { at += 1 }
    return Int(bytes[at])
  }

  private mutating func longNumber(below limit: Int) throws -> Int {
    var found = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      guard at < bytes.count else { break }
      found |= Int(bytes[at] & 0x7F) << shift
      at += 1
      guard bytes[at - 1] < 0x80 else { continue }
      guard found < limit else { break }
      return found
    }
    throw Damage()
  }

  mutating func string(_ value: @autoclosure () -> String) throws -> String {
    strings[try number(unread(), below: strings.count)]
  }

  mutating func shared(_ value: @autoclosure () -> [Option]) throws -> [Option] {
    let number = try number(unread(), below: optionLists.count + 1)
    if number == optionLists.count { optionLists.append(try self(unread())) }
    return optionLists[number]
  }

  mutating func shape<V: Variant>(of value: @autoclosure () -> V) throws -> V {
    let blanks = V.blanks
    return blanks[try number(unread(), below: blanks.count)]
  }

  mutating func tag(_ tag: some RawRepresentable<UInt8>) {}
}
