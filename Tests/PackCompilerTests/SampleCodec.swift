import PackModel
import TestSupport

@testable import PackCompiler

/// Makes values up while it goes over their descriptions: every case of every enum comes in its
/// turn, and what the descriptions name is filled with something.
struct SampleCodec: Codec {
  static let reads = true

  var sizes = Numbered.allCases.map { _ in SampleCodec.size }
  var depth = 0
  let room = Int.max
  /// By type: the cases that were made, and how many there are.
  private(set) var cases: [String: (made: Set<Int>, count: Int)] = [:]
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// How many there are of everything that is named by number.
  static let size = 3

  private var isDeep: Bool { depth > 6 }

  private mutating func turn(_ type: Any.Type, _ count: Int) -> Int {
    let made = cases[String(reflecting: type)]?.made ?? []
    // What is still missing comes first.
    let number =
      isDeep
      ? 0 : (0..<count).first { !made.contains($0) } ?? Int.random(in: 0..<count, using: &random)
    cases[String(reflecting: type), default: ([], count)].made.insert(number)
    return number
  }

  mutating func choice(
    _ value: @autoclosure () -> Int, of type: Any.Type, among count: Int
  ) -> Int {
    // Whether something is there: seldom, where everything is deep already.
    if type == Bool.self { return isDeep ? 0 : Int.random(in: 0..<2, using: &random) }
    return turn(type, count)
  }

  mutating func count(_ value: @autoclosure () -> Int) -> Int {
    depth == 0 ? SampleCodec.size : isDeep ? 0 : Int.random(in: 0...2, using: &random)
  }

  mutating func index(_ value: @autoclosure () -> Int, of kind: Numbered) -> Int {
    Int.random(in: 0..<SampleCodec.size, using: &random)
  }

  /// Of the upper half, where every number is a day that the calendar has.
  mutating func number(_ value: @autoclosure () -> Int, below limit: Int) -> Int {
    Int.random(in: limit / 2..<limit, using: &random)
  }

  mutating func string(_ value: @autoclosure () -> String) -> String {
    "word \(Int.random(in: 0..<1000, using: &random))"
  }

  mutating func shared(_ value: @autoclosure () -> [Option]) throws -> [Option] {
    try self(unread())
  }

  mutating func shape<V: Variant>(of value: @autoclosure () -> V) -> V {
    V.blanks[turn(V.self, V.Tag.allCases.count)]
  }

  mutating func tag(_ tag: some RawRepresentable<UInt8>) {}
}

extension SampleCodec {
  /// A pack of everything.
  mutating func pack() throws -> Pack {
    depth = 0
    var contents = try self(unread() as PackContents)
    for number in contents.questions.indices {
      contents.questions[number].parent = number == 0 ? nil : number - 1
      contents.questions[number].children = Array(number + 1..<contents.questions.count)
    }
    let text = try self(unread() as PackText)
    for number in contents.clauses.indices {
      contents.clauses[number].blocks = text.clauses[number]
    }
    for number in contents.checks.indices {
      contents.checks[number].read { text.checks[number] }
    }
    contents.background = try self(unread() as PackBackground)
    return Pack(contents, hash: "sample")
  }
}
