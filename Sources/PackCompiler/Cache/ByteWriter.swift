import PackModel

/// Writes numbers, strings and lists as bytes. Every string is written once and named by its
/// number.
struct ByteWriter {
  var bytes: [UInt8] = []
  private var strings: [String] = []
  private var numbers: [String: Int] = [:]
  /// Lists of options that were written, by their numbers.
  var optionLists: [[Option]: Int] = [:]

  mutating func write(tag: UInt8) { bytes.append(tag) }

  /// Seven bits a byte, the lowest first.
  mutating func write(count: Int) {
    precondition(count >= 0, "a count is never below nothing")
    var rest = UInt64(count)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(number: Int) {
    // The sign goes to the lowest bit, so that small numbers of either sign are short.
    write(word: UInt64(bitPattern: Int64(number)))
  }

  mutating func write(word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  mutating func write(_ bool: Bool) { bytes.append(bool ? 1 : 0) }

  mutating func write(_ string: String) {
    if let number = numbers[string] { return write(count: number) }
    numbers[string] = strings.count
    write(count: strings.count)
    strings.append(string)
  }

  /// A string in its place, for what stands before the table of strings.
  mutating func write(fixed string: String) {
    write(count: string.utf8.count)
    bytes += string.utf8
  }

  mutating func write<T>(_ list: [T], _ one: (inout ByteWriter, T) -> Void) {
    write(count: list.count)
    for item in list { one(&self, item) }
  }

  mutating func write<T>(_ optional: T?, _ one: (inout ByteWriter, T) -> Void) {
    write(optional != nil)
    if let optional { one(&self, optional) }
  }

  mutating func write(_ strings: [String]) { write(strings) { $0.write($1) } }
  mutating func write(_ string: String?) { write(string) { $0.write($1) } }
  mutating func write(index: Int?) { write(index) { $0.write(count: $1) } }
  mutating func write(indices: [Int]) { write(indices) { $0.write(count: $1) } }

  /// In the order of the keys, so that equal packs give equal bytes.
  mutating func write<T>(map: [String: T], _ one: (inout ByteWriter, T) -> Void) {
    write(count: map.count)
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      write(key)
      one(&self, value)
    }
  }

  /// The number of a case among all cases.
  mutating func write<T: CaseIterable & Equatable>(case value: T) {
    write(count: Array(T.allCases).firstIndex(of: value) ?? 0)
  }

  /// The strings, and behind them what was written.
  func finished() -> [UInt8] {
    var head = ByteWriter()
    head.write(count: strings.count)
    for string in strings { head.write(fixed: string) }
    return head.bytes + bytes
  }
}
