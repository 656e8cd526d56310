/// Which typed numbers can stand where they stand: each must follow one before it, or begin a list.
package struct NumberSequence: Sendable {
  private struct Open {
    var reading: TypedNumber.Reading
    /// The depth of it.
    var level: Int
    let indent: Int?
  }

  private var open: [Open] = []

  package init() {}

  /// Takes a number in where it can follow, and gives its depth, from 1; nil where it is none.
  /// - Parameters:
  ///   - indent: how far in the paragraph stands, in any unit, where that is known: of two lists that
  ///     are numbered alike the one further in is below the other.
  ///   - next: the number that comes behind it; it tells `(i)` after `(h)` from the first of a list.
  package mutating func follow(
    _ number: TypedNumber, indent: Int? = nil, next: TypedNumber? = nil
  ) -> Int? {
    let beginsRoman =
      next?.readings.contains { $0.isRoman && $0.values == [2] } == true
      && number.readings.contains { $0.isRoman && $0.values == [1] }
    let readings = beginsRoman ? number.readings.filter(\.isRoman) : number.readings
    if let (index, reading) = predecessor(readings, isBare: number.isBare, indent: indent) {
      return goOn(at: index, with: reading)
    }
    for reading in readings where Self.begins(reading, isBare: number.isBare) {
      return take(reading, indent: indent)
    }
    return nil
  }

  /// How deep the number that was taken in last stands; 0 before the first.
  var level: Int { open.last?.level ?? 0 }

  /// Takes in a number that is known to be one, as a word processor makes them, with its depth.
  package mutating func note(_ number: String, level: Int, indent: Int? = nil) {
    let reading = reading(of: number)
    open.removeAll { $0.level >= level }
    guard let reading else { return }
    open.append(Open(reading: reading, level: level, indent: indent))
  }

  /// How deep a number would stand that is known to be one, and begins a list or goes on with one.
  func place(_ number: String, indent: Int?) -> Int {
    guard let reading = reading(of: number) else { return level + 1 }
    var copy = self
    return copy.take(reading, indent: indent)
  }

  /// What a number is that is known to be one: `(i)` goes on with `(h)`, else it begins.
  private func reading(of number: String) -> TypedNumber.Reading? {
    guard let readings = TypedNumber.split(number + " X")?.readings else { return nil }
    return predecessor(readings, isBare: true, indent: nil)?.reading
      ?? readings.first { $0.values == [1] } ?? readings.first
  }

  /// The innermost number that one of the readings follows: directly rather than with a gap, and of a
  /// list that stands no further in rather than of any.
  private func predecessor(
    _ readings: [TypedNumber.Reading], isBare: Bool, indent: Int?
  ) -> (index: Int, reading: TypedNumber.Reading)? {
    for most in isBare ? [1] : [1, 3] {
      for isAny in [false, true] {
        for index in open.indices.reversed()
        where isAny || !Self.isFurtherIn(open[index].indent, than: indent) {
          let before = open[index].reading
          if let reading = readings.first(where: {
            $0.form == before.form && Self.follows($0.values, before.values, within: most)
          }) {
            return (index, reading)
          }
        }
      }
    }
    return nil
  }

  private mutating func goOn(at index: Int, with reading: TypedNumber.Reading) -> Int {
    open.removeSubrange((index + 1)...)
    open[index].level += reading.values.count - open[index].reading.values.count
    open[index].level = max(open[index].level, 1)
    open[index].reading = reading
    return open[index].level
  }

  /// Puts a number in the place of one that is written like it, unless it stands further in.
  private mutating func take(_ reading: TypedNumber.Reading, indent: Int?) -> Int {
    if let index = open.lastIndex(where: { $0.reading.form == reading.form }),
      !Self.isFurtherIn(indent, than: open[index].indent)
    {
      return goOn(at: index, with: reading)
    }
    return begin(reading, indent: indent)
  }

  private mutating func begin(_ reading: TypedNumber.Reading, indent: Int?) -> Int {
    if case .word(let word) = reading.form, let rank = TypedNumber.ranks[word] {
      // A schedule stands in nothing, a clause in a schedule or a part only.
      let outside = open.prefix {
        guard case .word(let other) = $0.reading.form else { return false }
        return (TypedNumber.ranks[other] ?? 0) < rank
      }
      open = Array(outside)
    } else if reading.form == .dotted, let last = open.last,
      !Self.isFurtherIn(indent, than: last.indent)
    {
      // `1.` behind recitals `(A)` and `(B)` is not below them.
      open = Array(
        open.prefix {
          if case .word = $0.reading.form { true } else { false }
        })
    }
    let level = (open.last?.level ?? 0) + reading.values.count
    open.append(Open(reading: reading, level: level, indent: indent))
    return level
  }

  private static func isFurtherIn(_ one: Int?, than other: Int?) -> Bool {
    guard let one, let other else { return false }
    return one > other
  }

  /// Whether a number can be the next one: the first part that differs is a little more, and what
  /// stands behind that begins.
  private static func follows(_ values: [Int], _ before: [Int], within most: Int) -> Bool {
    guard let at = values.indices.first(where: { $0 >= before.count || values[$0] != before[$0] })
    else { return false }
    let isDeeper = at >= before.count
    let step = values[at] - (isDeeper ? 0 : before[at])
    return (step >= 1 && step <= most || isDeeper && step == 0)
      && values[(at + 1)...].allSatisfy { $0 <= 1 }
  }

  /// Whether a list can begin with it.
  private static func begins(_ reading: TypedNumber.Reading, isBare: Bool) -> Bool {
    switch reading.form {
    case .word: !isBare || reading.values == [1]
    case .dotted where reading.values.count > 1:
      reading.values.dropFirst().allSatisfy { $0 <= 1 } && reading.values[0] <= 99
    default: reading.values == [1]
    }
  }
}

extension TypedNumber.Reading {
  fileprivate var isRoman: Bool {
    if case .roman = form { true } else { false }
  }
}
