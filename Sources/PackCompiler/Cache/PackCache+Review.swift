import PackModel

extension ByteWriter {
  mutating func write(_ review: Review) {
    for question in [review.paper, review.side, review.title, review.controller] {
      write(index: question)
    }
    for value in [review.hours, review.notice, review.limit, review.objection] {
      write(value) { $0.write($1) }
    }
    for table in [review.matrix, review.chain, review.transfers] { write(table) { $0.write($1) } }
    for list in [review.duties, review.evidence, review.facts] { write(list) { $0.write($1) } }
    write(review.stale)
    write(indices: review.exposure)
    write(review.insert) { $0.write($1) }
  }

  private mutating func write(_ assumption: Review.Assumption) {
    write(count: assumption.question)
    switch assumption.source {
    case .value(let value):
      write(tag: 0)
      write(value)
    case .question(let question):
      write(tag: 1)
      write(count: question)
    }
  }

  private mutating func write(_ columns: Review.Columns) {
    write(count: columns.table)
    // In the order of the parts, so that equal packs give equal bytes.
    write(Review.Part.allCases.map { columns[$0] }) { $0.write($1) { $0.write($1) } }
  }
}

extension ByteReader {
  mutating func review() throws(PackCacheFault) -> Review {
    var review = Review()
    review.paper = try optionalIndex(sizes.questions)
    review.side = try optionalIndex(sizes.questions)
    review.title = try optionalIndex(sizes.questions)
    review.controller = try optionalIndex(sizes.questions)
    review.hours = try optionalExpression()
    review.notice = try optionalExpression()
    review.limit = try optionalExpression()
    review.objection = try optionalExpression()
    review.matrix = try optional { reader throws(PackCacheFault) in try reader.columns() }
    review.chain = try optional { reader throws(PackCacheFault) in try reader.columns() }
    review.transfers = try optional { reader throws(PackCacheFault) in try reader.columns() }
    review.duties = try list { reader throws(PackCacheFault) in try reader.columns() }
    review.evidence = try list { reader throws(PackCacheFault) in try reader.columns() }
    review.facts = try list { reader throws(PackCacheFault) in try reader.columns() }
    review.stale = try optionalString()
    review.exposure = try indices(sizes.calculated)
    review.insert = try list { reader throws(PackCacheFault) in try reader.assumption() }
    return review
  }

  private mutating func assumption() throws(PackCacheFault) -> Review.Assumption {
    let question = try index(sizes.questions)
    switch try byte() {
    case 0: return Review.Assumption(question: question, source: .value(try value()))
    case 1:
      return Review.Assumption(question: question, source: .question(try index(sizes.questions)))
    default: throw .damaged
    }
  }

  private mutating func columns() throws(PackCacheFault) -> Review.Columns {
    let table = try index(sizes.questions)
    let members = try list { reader throws(PackCacheFault) in
      try reader.optional { reader throws(PackCacheFault) in try reader.member() }
    }
    let parts = Review.Part.allCases
    guard members.count == parts.count else { throw .damaged }
    var columns: [Review.Part: Member] = [:]
    for (part, member) in zip(parts, members) { columns[part] = member }
    return Review.Columns(table: table, columns: columns)
  }
}
