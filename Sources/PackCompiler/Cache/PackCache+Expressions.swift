import PackModel

extension ByteWriter {
  mutating func write(_ member: Member) {
    switch member {
    case .question(let number):
      write(tag: 0)
      write(count: number)
    case .calculated(let number):
      write(tag: 1)
      write(count: number)
    }
  }

  mutating func write(_ range: Expression.Range) {
    switch range {
    case .rows(let question):
      write(tag: 0)
      write(count: question)
    case .ticks(let question):
      write(tag: 1)
      write(count: question)
    case .report(let table):
      write(tag: 2)
      write(table.rawValue)
    }
  }

  mutating func write(_ comparison: Expression.Comparison) {
    switch comparison {
    case .less: write(tag: 0)
    case .lessOrEqual: write(tag: 1)
    case .greater: write(tag: 2)
    case .greaterOrEqual: write(tag: 3)
    }
  }

  private mutating func write(_ tag: UInt8, _ parts: Expression...) {
    write(tag: tag)
    for part in parts { write(part) }
  }

  private mutating func write(_ tag: UInt8, _ column: Member, _ table: Int) {
    write(tag: tag)
    write(column)
    write(count: table)
  }

  private mutating func write(_ tag: UInt8, all parts: [Expression]) {
    write(tag: tag)
    write(parts) { $0.write($1) }
  }

  private mutating func write(
    _ tag: UInt8, _ range: Expression.Range, _ condition: Expression?
  ) {
    write(tag: tag)
    write(range)
    write(condition) { $0.write($1) }
  }

  mutating func write(_ expression: Expression) {
    switch expression {
    case .value(let value):
      write(tag: 0)
      write(value)
    case .member(let member):
      write(tag: 1)
      write(member)
    case .cell(let member, let row):
      write(tag: 2)
      write(member)
      write(row)
    case .follow(let pointer, let targets):
      write(3, pointer)
      write(targets.sorted { $0.key < $1.key }) {
        $0.write(count: $1.key)
        $0.write($1.value)
      }
    case .attribute(let inner, let name, let question):
      write(4, inner)
      write(name)
      write(count: question)
    case .rowAttribute(let table, let name):
      write(tag: 5)
      write(count: table)
      write(name)
    case .reportColumn(let column):
      write(tag: 6)
      write(column)
    case .equal(let a, let b): write(7, a, b)
    case .unequal(let a, let b): write(8, a, b)
    case .includes(let a, let b): write(9, a, b)
    case .among(let a, let list):
      write(10, a)
      write(list) { $0.write($1) }
    case .compare(let a, let comparison, let b):
      write(11, a, b)
      write(comparison)
    case .and(let parts): write(12, all: parts)
    case .or(let parts): write(13, all: parts)
    case .not(let inner): write(14, inner)
    case .answered(let inner): write(15, inner)
    case .open(let inner): write(16, inner)
    case .none(let inner): write(17, inner)
    case .any(let range, let condition): write(18, range, condition)
    case .every(let range, let condition): write(19, range, condition)
    case .count(let range, let condition): write(20, range, condition)
    case .sum(let member, let table, let along):
      write(21, member, table)
      write(index: along)
    case .largest(let parts): write(22, all: parts)
    case .smallest(let parts): write(23, all: parts)
    case .largestOf(let member, let table, let along):
      write(24, member, table)
      write(index: along)
    case .smallestOf(let member, let table, let along):
      write(25, member, table)
      write(index: along)
    case .worst(let member, let table): write(26, member, table)
    case .share(let percent, let whole): write(27, percent, whole)
    case .daysSince(let inner): write(28, inner)
    case .drafted(let obligation):
      write(tag: 29)
      write(obligation)
    case .words(let inner): write(30, inner)
    case .mentions(let inner, let words):
      write(31, inner)
      write(words)
    case .plus(let a, let b): write(33, a, b)
    case .draftedRow(let table):
      write(tag: 32)
      write(count: table)
    }
  }
}

extension ByteReader {
  mutating func member() throws(PackCacheFault) -> Member {
    switch try byte() {
    case 0: .question(try index(sizes.questions))
    case 1: .calculated(try index(sizes.calculated))
    default: throw .damaged
    }
  }

  mutating func range() throws(PackCacheFault) -> Expression.Range {
    switch try byte() {
    case 0: .rows(try index(sizes.questions))
    case 1: .ticks(try index(sizes.questions))
    case 2: .report(try reportTable())
    default: throw .damaged
    }
  }

  mutating func comparison() throws(PackCacheFault) -> Expression.Comparison {
    switch try byte() {
    case 0: .less
    case 1: .lessOrEqual
    case 2: .greater
    case 3: .greaterOrEqual
    default: throw .damaged
    }
  }

  mutating func expression() throws(PackCacheFault) -> Expression {
    try nested { reader throws(PackCacheFault) in try reader.anyExpression() }
  }

  mutating func expressions() throws(PackCacheFault) -> [Expression] {
    try list { reader throws(PackCacheFault) in try reader.expression() }
  }

  mutating func optionalExpression() throws(PackCacheFault) -> Expression? {
    try bool() ? try expression() : nil
  }

  private mutating func table() throws(PackCacheFault) -> Int { try index(sizes.questions) }

  private mutating func anyExpression() throws(PackCacheFault) -> Expression {
    let tag = try byte()
    switch tag {
    case 0: return .value(try value())
    case 1: return .member(try member())
    case 2:
      let member = try member()
      return .cell(member, row: try string())
    case 3:
      let pointer = try expression()
      let targets = try list { reader throws(PackCacheFault) -> (Int, Member) in
        let owner = try reader.index(reader.sizes.questions)
        return (owner, try reader.member())
      }
      return .follow(pointer, targets: Dictionary(targets) { first, _ in first })
    case 4:
      let inner = try expression()
      let name = try string()
      return .attribute(inner, name, question: try table())
    case 5:
      let table = try table()
      return .rowAttribute(table: table, try string())
    case 6: return .reportColumn(try reportColumn())
    case 7...9, 11, 27, 33: return try pair(tag)
    case 10:
      let inner = try expression()
      return .among(inner, try expressions())
    case 12: return .and(try expressions())
    case 13: return .or(try expressions())
    case 14: return .not(try expression())
    case 15: return .answered(try expression())
    case 16: return .open(try expression())
    case 17: return .none(try expression())
    case 18...20: return try quantifier(tag)
    case 21, 24...26: return try overColumn(tag)
    case 22: return .largest(try expressions())
    case 23: return .smallest(try expressions())
    case 28: return .daysSince(try expression())
    case 29: return .drafted(try string())
    case 30: return .words(try expression())
    case 31:
      let inner = try expression()
      return .mentions(inner, try strings())
    case 32: return .draftedRow(table: try table())
    default: throw .damaged
    }
  }

  private mutating func pair(_ tag: UInt8) throws(PackCacheFault) -> Expression {
    let a = try expression()
    let b = try expression()
    return switch tag {
    case 7: .equal(a, b)
    case 8: .unequal(a, b)
    case 9: .includes(a, b)
    case 11: .compare(a, try comparison(), b)
    case 33: .plus(a, b)
    default: .share(a, of: b)
    }
  }

  private mutating func quantifier(_ tag: UInt8) throws(PackCacheFault) -> Expression {
    let range = try range()
    let condition = try optionalExpression()
    switch (tag, condition) {
    case (18, _): return .any(range, condition)
    case (19, let condition?): return .every(range, condition)
    case (20, _): return .count(range, condition)
    default: throw .damaged
    }
  }

  private mutating func overColumn(_ tag: UInt8) throws(PackCacheFault) -> Expression {
    let member = try member()
    let table = try table()
    return switch tag {
    case 21: .sum(member, table: table, along: try optionalIndex(sizes.questions))
    case 24: .largestOf(member, table: table, along: try optionalIndex(sizes.questions))
    case 25: .smallestOf(member, table: table, along: try optionalIndex(sizes.questions))
    default: .worst(member, table: table)
    }
  }
}
