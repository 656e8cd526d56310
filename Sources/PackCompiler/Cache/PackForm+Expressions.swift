import PackModel

extension Expression: Variant {
  enum Tag: UInt8, CaseIterable {
    case value, member, cell, follow, attribute, rowAttribute, reportColumn, equal, unequal
    case includes, among, compare, and, or, not, answered, open, none, any, every, count, sum
    case largest, smallest, largestOf, smallestOf, worst, share, plus, daysSince, counted
    case drafted, draftedRow, words, mentions
  }
  static let blanks: [Expression] = {
    let (a, m, r) = (Expression.drafted(""), Member.question(0), Range.rows(0))
    return [
      .value(.number(0)), .member(m), .cell(m, row: ""), .follow(a, targets: [:]),
      .attribute(a, "", question: 0), .rowAttribute(table: 0, ""), .reportColumn(.blank),
      .equal(a, a),
      .unequal(a, a), .includes(a, a), .among(a, []), .compare(a, .less, a), .and([]), .or([]),
      .not(a), .answered(a), .open(a), .none(a), .any(r, nil), .every(r, a), .count(r, nil),
      .sum(m, table: 0, along: nil), .largest([]), .smallest([]),
      .largestOf(m, table: 0, along: nil), .smallestOf(m, table: 0, along: nil),
      .worst(m, table: 0), .share(a, of: a), .plus(a, a), .daysSince(a), .counted(a), a,
      .draftedRow(table: 0), .words(a), .mentions(a, []),
    ]
  }()

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .value(let a): try .value(c.tagged(Tag.value, a))
    case .member(let m): try .member(c.tagged(Tag.member, m))
    case .cell(let m, let row): try .cell(c.tagged(Tag.cell, m), row: c(row))
    case .follow(let a, let to): try .follow(c.tagged(Tag.follow, a), targets: c.targets(to))
    case .attribute(let a, let name, let q):
      try .attribute(c.tagged(Tag.attribute, a), c(name), question: c.index(q, of: .questions))
    case .rowAttribute(let t, let name):
      try .rowAttribute(table: c.tagged(Tag.rowAttribute, t, of: .questions), c(name))
    case .reportColumn(let name): try .reportColumn(c.tagged(Tag.reportColumn, name))
    case .equal(let a, let b): try .equal(c.tagged(Tag.equal, a), c(b))
    case .unequal(let a, let b): try .unequal(c.tagged(Tag.unequal, a), c(b))
    case .includes(let a, let b): try .includes(c.tagged(Tag.includes, a), c(b))
    case .among(let a, let list): try .among(c.tagged(Tag.among, a), c(list))
    case .compare(let a, let how, let b): try .compare(c.tagged(Tag.compare, a), c(how), c(b))
    case .and(let list): try .and(c.tagged(Tag.and, list))
    case .or(let list): try .or(c.tagged(Tag.or, list))
    case .not(let a): try .not(c.tagged(Tag.not, a))
    case .answered(let a): try .answered(c.tagged(Tag.answered, a))
    case .open(let a): try .open(c.tagged(Tag.open, a))
    case .none(let a): try .none(c.tagged(Tag.none, a))
    case .any(let r, let a): try .any(c.tagged(Tag.any, r), c(a))
    case .every(let r, let a): try .every(c.tagged(Tag.every, r), c(a))
    case .count(let r, let a): try .count(c.tagged(Tag.count, r), c(a))
    case .sum(let m, let t, let along):
      try .sum(c.tagged(Tag.sum, m), table: c.table(t), along: c.along(along))
    case .largest(let list): try .largest(c.tagged(Tag.largest, list))
    case .smallest(let list): try .smallest(c.tagged(Tag.smallest, list))
    case .largestOf(let m, let t, let along):
      try .largestOf(c.tagged(Tag.largestOf, m), table: c.table(t), along: c.along(along))
    case .smallestOf(let m, let t, let along):
      try .smallestOf(c.tagged(Tag.smallestOf, m), table: c.table(t), along: c.along(along))
    case .worst(let m, let t): try .worst(c.tagged(Tag.worst, m), table: c.table(t))
    case .share(let a, let b): try .share(c.tagged(Tag.share, a), of: c(b))
    case .plus(let a, let b): try .plus(c.tagged(Tag.plus, a), c(b))
    case .daysSince(let a): try .daysSince(c.tagged(Tag.daysSince, a))
    case .counted(let a): try .counted(c.tagged(Tag.counted, a))
    case .drafted(let id): try .drafted(c.tagged(Tag.drafted, id))
    case .draftedRow(let t): try .draftedRow(table: c.tagged(Tag.draftedRow, t, of: .questions))
    case .words(let a): try .words(c.tagged(Tag.words, a))
    case .mentions(let a, let words): try .mentions(c.tagged(Tag.mentions, a), c(words))
    }
  }
}

extension Codec {
  fileprivate mutating func table(_ number: @autoclosure () -> Int) throws -> Int {
    try index(number(), of: .questions)
  }

  fileprivate mutating func along(_ number: @autoclosure () -> Int?) throws -> Int? {
    try index(number(), ofAny: .questions)
  }

  /// In the order of the questions, so that equal packs give equal bytes.
  fileprivate mutating func targets(_ targets: [Int: Member]) throws -> [Int: Member] {
    let list = try list(targets.sorted { $0.key < $1.key }) { target, c in
      (key: try c.table(target().key), value: try c(target().value))
    }
    return Dictionary(list.map { ($0.key, $0.value) }) { first, _ in first }
  }
}

extension Expression.Range: Variant {
  enum Tag: UInt8, CaseIterable { case rows, ticks, report }
  static let blanks: [Self] = [.rows(0), .ticks(0), .report(.findings)]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .rows(let a): try .rows(c.tagged(Tag.rows, a, of: .questions))
    case .ticks(let a): try .ticks(c.tagged(Tag.ticks, a, of: .questions))
    case .report(let a): try .report(c.tagged(Tag.report, a))
    }
  }
}

extension Member: Variant {
  enum Tag: UInt8, CaseIterable { case question, calculated }
  static let blanks: [Member] = [.question(0), .calculated(0)]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .question(let a): try .question(c.tagged(Tag.question, a, of: .questions))
    case .calculated(let a): try .calculated(c.tagged(Tag.calculated, a, of: .calculated))
    }
  }
}
