import PackModel

extension Promise.Modality: PackedCase { static let cases = allCases }
extension Promise.Act: PackedCase { static let cases = allCases }
extension Promise.Measure: PackedCase { static let cases = allCases }
extension PromiseRule: PackedCase { static let cases = allCases }

extension PromiseBook: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var book = PromiseBook()
    book.promises = try c(it().promises)
    book.clocks = try c.list(it().clocks) { it, c in
      try Clock(id: c(it().id), after: c(it().after), within: c(it().within))
    }
    book.places = try c.list(it().places) { it, c in
      try Place(
        word: c(it().word), attribute: c(it().attribute), among: c(it().among),
        names: c(it().names))
    }
    book.countries = try c.index(it().countries, ofAny: .questions)
    return book
  }
}

extension Promise: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Promise(
      id: c(it().id), clause: c.index(it().clause, of: .clauses), modality: c(it().modality),
      act: c(it().act), data: c(it().data), table: c.index(it().table, ofAny: .questions),
      when: c(it().when), bound: c(it().bound), yields: c(it().yields))
  }
}

extension Promise.Bound: Variant {
  enum Tag: UInt8, CaseIterable { case these, itself, time }
  static let blanks: [Self] = [.these(.place, []), .itself, .time(.drafted(""), from: "")]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .these(let a, let b): try .these(c.tagged(Tag.these, a), c(b))
    case .itself: c.tagged(.itself, alone: it)
    case .time(let a, let b): try .time(c.tagged(Tag.time, a), from: c(b))
    }
  }
}

extension Promise.Term: Variant {
  enum Tag: UInt8, CaseIterable { case word, answer }
  static let blanks: [Self] = [.word(""), .answer(.drafted(""), question: nil)]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .word(let a): try .word(c.tagged(Tag.word, a))
    case .answer(let a, let b):
      try .answer(c.tagged(Tag.answer, a), question: c.index(b, ofAny: .questions))
    }
  }
}

extension PromiseCheck: Variant {
  enum Tag: UInt8, CaseIterable { case rule, pair }
  static let blanks: [Self] = [
    .rule(.place), .pair(Pair(rule: .place, open: 0, closed: [])),
  ]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .rule(let a): try .rule(c.tagged(Tag.rule, a))
    case .pair(let a): try .pair(c.tagged(Tag.pair, a))
    }
  }
}

extension PromiseCheck.Pair: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Self(
      rule: c(it().rule), open: c.index(it().open, of: .promises),
      closed: c.indices(it().closed, of: .promises))
  }
}
