import PackModel

/// Goes over a pack in the order of its description, one way or the other: `ByteWriter` writes what
/// it is shown, `ByteReader` gives what it reads and never looks at what it is shown.
protocol Codec {
  /// Whether values come out of it rather than go in.
  static var reads: Bool { get }
  /// By `Numbered`: how many there are.
  var sizes: [Int] { get set }
  /// How many variants are open around the one that is gone over.
  var depth: Int { get set }
  /// A list has fewer items: whatever it is, an item has a byte.
  var room: Int { get }

  mutating func number(_ value: @autoclosure () -> Int, below limit: Int) throws -> Int
  /// One of some alternatives of a type.
  mutating func choice(
    _ value: @autoclosure () -> Int, of type: Any.Type, among count: Int
  ) throws -> Int
  /// How many items follow.
  mutating func count(_ value: @autoclosure () -> Int) throws -> Int
  mutating func string(_ value: @autoclosure () -> String) throws -> String
  /// A list that many questions have, and that is kept once.
  mutating func shared(_ value: @autoclosure () -> [Option]) throws -> [Option]
  /// What is written, or where it is read a blank of the case whose tag is next.
  mutating func shape<V: Variant>(of value: @autoclosure () -> V) throws -> V
  /// Says which case it is; what reads had that with the shape.
  mutating func tag(_ tag: some RawRepresentable<UInt8>)
}

/// Bytes that mean nothing, or a pack that cannot be kept.
struct Damage: Error {}

/// What is named by its number in the pack.
enum Numbered: Int, CaseIterable {
  case steps, questions, calculated, decisions, documents, clauses, promises
}

/// A type with one description of its form, which serves writing and reading.
protocol Packed {
  /// - Parameter it: what is written. What reads does not ask for it: there is nothing yet.
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self
}

/// A closed set of words.
protocol PackedCase: Packed, Equatable { static var cases: [Self] { get } }

/// An enum whose cases carry something.
protocol Variant: Packed {
  associatedtype Tag: RawRepresentable, CaseIterable where Tag.RawValue == UInt8
  /// One of each case in the order of `Tag`, with anything in it. The first carries nothing of its
  /// own kind.
  static var blanks: [Self] { get }
  /// The description: each case with its tag, and what it carries.
  static func made(like it: Self, by c: inout some Codec) throws -> Self
}

/// Stands for what is not there before it is read.
func unread<T>() -> T { preconditionFailure("what reads does not ask for what it has not read") }

extension Codec {
  mutating func choice(
    _ value: @autoclosure () -> Int, of type: Any.Type, among count: Int
  ) throws -> Int {
    try number(value(), below: count)
  }

  mutating func count(_ value: @autoclosure () -> Int) throws -> Int {
    try number(value(), below: room)
  }

  mutating func index(_ value: @autoclosure () -> Int, of kind: Numbered) throws -> Int {
    try number(value(), below: sizes[kind.rawValue])
  }

  /// Any integer, as two halves.
  mutating func integer(_ value: @autoclosure () -> Int) throws -> Int {
    let half = 1 << 32
    let value = Self.reads ? 0 : value()
    let high = try number(value >> 32 & (half - 1), below: half)
    return high << 32 | (try number(value & (half - 1), below: half))
  }

  mutating func callAsFunction<T: Packed>(_ value: @autoclosure () -> T) throws -> T {
    try T.coded(value(), by: &self)
  }

  mutating func tagged<T: Packed>(
    _ tag: some RawRepresentable<UInt8>, _ value: @autoclosure () -> T
  ) throws -> T {
    self.tag(tag)
    return try T.coded(value(), by: &self)
  }

  /// Of no kind: any integer.
  mutating func tagged(
    _ tag: some RawRepresentable<UInt8>, _ value: @autoclosure () -> Int, of kind: Numbered?
  ) throws -> Int {
    self.tag(tag)
    guard let kind else { return try integer(value()) }
    return try index(value(), of: kind)
  }

  /// A case that carries nothing.
  mutating func tagged<V: Variant>(_ tag: V.Tag, alone it: V) -> V {
    self.tag(tag)
    return it
  }

  mutating func index(_ value: @autoclosure () -> Int?, ofAny kind: Numbered) throws -> Int? {
    try optional(value()) { try $1.index($0(), of: kind) }
  }

  mutating func indices(_ value: @autoclosure () -> [Int], of kind: Numbered) throws -> [Int] {
    try list(value()) { try $1.index($0(), of: kind) }
  }

  mutating func optional<T>(
    _ value: @autoclosure () -> T?, _ one: (() -> T, inout Self) throws -> T
  ) throws -> T? {
    let value = Self.reads ? nil : value()
    return try self(value != nil) ? try one({ value ?? unread() }, &self) : nil
  }

  mutating func list<T>(
    _ value: @autoclosure () -> [T], _ one: (() -> T, inout Self) throws -> T
  ) throws -> [T] {
    let items = Self.reads ? [] : value()
    let count = try count(items.count)
    if count == 0 { return [] }
    var found: [T] = []
    // Bytes may promise more than they hold; no honest pack has a longer list.
    found.reserveCapacity(min(count, Bounds.questions))
    for at in 0..<count { found.append(try one({ Self.reads ? unread() : items[at] }, &self)) }
    return found
  }

  /// In the order of the keys, so that equal packs give equal bytes.
  mutating func map<T>(
    _ value: @autoclosure () -> [String: T], _ one: (() -> T, inout Self) throws -> T
  ) throws -> [String: T] {
    let entries = Self.reads ? [] : value().sorted { $0.key < $1.key }
    var found: [String: T] = [:]
    for at in 0..<(try count(entries.count)) {
      let key = try string(Self.reads ? unread() : entries[at].key)
      found[key] = try one({ Self.reads ? unread() : entries[at].value }, &self)
    }
    return found
  }
}

extension Variant {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    // Deeper than any pack that compiles.
    guard c.depth < 300 else { throw Damage() }
    c.depth += 1
    defer { c.depth -= 1 }
    return try made(like: try c.shape(of: it()), by: &c)
  }
}

extension PackedCase {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try cases[c.choice(cases.firstIndex(of: it()) ?? 0, of: Self.self, among: cases.count)]
  }
}

extension Bool: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try c.choice(it() ? 1 : 0, of: Bool.self, among: 2) == 1
  }
}

extension String: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try c.string(it())
  }
}

extension Optional: Packed where Wrapped: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try c.optional(it()) { try $1($0()) }
  }
}

extension Array: Packed where Element: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try c.list(it()) { try $1($0()) }
  }
}

extension Dictionary: Packed where Key == String, Value: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try c.map(it()) { try $1($0()) }
  }
}
