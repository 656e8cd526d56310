import PackModel

/// Writes a pack as bytes. Every string is written once and named by its number, and so is every
/// list of options.
struct ByteWriter: Codec {
  static let reads = false

  var sizes = Numbered.allCases.map { _ in Int.max }
  var depth = 0
  let room = Int.max
  private(set) var bytes: [UInt8] = []
  private var strings: [String] = []
  private var numbers: [String: Int] = [:]
  private var optionLists: [[Option]: Int] = [:]

  /// A value with the strings that it names before it.
  static func whole(_ value: some Packed) throws -> [UInt8] {
    var writer = ByteWriter()
    _ = try writer(value)
    var head = ByteWriter()
    head.put(writer.strings.count)
    for string in writer.strings { head.put(stretch: Array(string.utf8)) }
    return head.bytes + writer.bytes
  }

  /// Seven bits a byte, the lowest first.
  @discardableResult
  mutating func put(_ count: Int) -> Int {
    precondition(count >= 0, "a count is never below nothing")
    var rest = UInt64(count)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
    return count
  }

  mutating func put(stretch: [UInt8]) {
    put(stretch.count)
    bytes += stretch
  }

  mutating func put(word: UInt64) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
  }

  mutating func number(_ value: @autoclosure () -> Int, below: Int) -> Int { put(value()) }

  mutating func string(_ value: @autoclosure () -> String) -> String {
    let value = value()
    let number = numbers[value] ?? strings.count
    if number == strings.count {
      numbers[value] = number
      strings.append(value)
    }
    put(number)
    return value
  }

  mutating func shared(_ value: @autoclosure () -> [Option]) throws -> [Option] {
    let options = value()
    let number = put(optionLists[options] ?? optionLists.count)
    guard number == optionLists.count else { return options }
    optionLists[options] = number
    return try self(options)
  }

  mutating func shape<V: Variant>(of value: @autoclosure () -> V) -> V { value() }

  mutating func tag(_ tag: some RawRepresentable<UInt8>) { bytes.append(tag.rawValue) }
}
