/// A place that has a value: a question or a calculated value, by its number in the pack.
package enum Member: Hashable, Sendable {
  case question(Int)
  case calculated(Int)
}

/// A condition or a value, with every name resolved. See `Questionnaires/FORMAT.md`, Expressions.
package indirect enum Expression: Hashable, Sendable {
  case value(Value)
  /// A question or calculated value; of a table's own row where it belongs to a table.
  case member(Member)
  /// A cell of a table whose rows the pack gives.
  case cell(Member, row: String)
  /// `pointer.name`: the member of that name in the row or group that the pointer names; `targets`
  /// maps a table's or group's question to the member there.
  case follow(Expression, targets: [Int: Member])
  /// An attribute of the option that is chosen; `question` has the options.
  case attribute(Expression, String, question: Int)
  /// An attribute of the own row of a table whose rows the pack gives.
  case rowAttribute(table: Int, String)
  /// A column of the own row of a report's table.
  case reportColumn(ReportColumn)
  case equal(Expression, Expression)
  /// Not the negation of `equal`: an absent side makes both *no*.
  case unequal(Expression, Expression)
  case includes(Expression, Expression)
  /// The left code, or any of the left ticks, is one of the right ones.
  case among(Expression, [Expression])
  case compare(Expression, Comparison, Expression)
  case and([Expression])
  case or([Expression])
  case not(Expression)
  case answered(Expression)
  case open(Expression)
  case none(Expression)
  case any(Range, Expression?)
  case every(Range, Expression)
  case count(Range, Expression?)
  case sum(Member, table: Int, along: Int?)
  case largest([Expression])
  case smallest([Expression])
  /// Of all rows, or of the rows along the chain that a pointer makes.
  case largestOf(Member, table: Int, along: Int?)
  case smallestOf(Member, table: Int, along: Int?)
  /// The answer whose option stands last in its question's list.
  case worst(Member, table: Int)
  case share(Expression, of: Expression)
  /// Of quantities or money; where one side is absent there is no sum.
  case plus(Expression, Expression)
  case daysSince(Expression)
  /// An amount of time in calendar days, where it is in business days.
  case counted(Expression)
  case drafted(String)
  /// The duty that the own row of a table names by its code: an obligation, or a row of Art. 28(3).
  case draftedRow(table: Int)
  case words(Expression)
  case mentions(Expression, [String])

  /// How two values are held against each other.
  package enum Comparison: Hashable, Sendable, CaseIterable {
    case less, lessOrEqual, greater, greaterOrEqual
  }

  /// What a quantifier goes over.
  package enum Range: Hashable, Sendable {
    /// The rows of a table, by the table's question.
    case rows(Int)
    /// The ticks of checks.
    case ticks(Int)
    /// The rows of a table that the program fills, in reports.
    case report(ReportTable)
  }

  /// What it is made from, in the order it names it. Attributes of a row and columns of a report are
  /// no answers.
  package var operands: [Operand] {
    switch self {
    case .value, .rowAttribute, .reportColumn, .drafted: []
    case .member(let member): [.member(member)]
    case .cell(let member, let row): [.cell(member, row: row)]
    case .follow(let pointer, let targets): [.followed(pointer, targets: targets)]
    case .attribute(let inner, _, _), .not(let inner), .answered(let inner), .open(let inner),
      .none(let inner), .daysSince(let inner), .counted(let inner), .words(let inner),
      .mentions(let inner, _):
      [.part(inner)]
    case .equal(let a, let b), .unequal(let a, let b), .includes(let a, let b),
      .compare(let a, _, let b), .share(let a, let b), .plus(let a, let b):
      [.part(a), .part(b)]
    case .among(let a, let list): [.part(a)] + list.map { .part($0) }
    case .largest(let parts), .smallest(let parts): parts.map { .part($0) }
    case .and(let parts), .or(let parts): parts.map { .condition($0) }
    case .any(let range, let inner), .count(let range, let inner): [.some(range, inner)]
    case .every(let range, let inner): [.every(range, inner)]
    case .sum(let member, let table, let along), .largestOf(let member, let table, let along),
      .smallestOf(let member, let table, let along):
      [.column(member, table: table, along: along)]
    case .worst(let member, let table): [.column(member, table: table, along: nil)]
    case .draftedRow(let table): [.rows(table)]
    }
  }

  /// What an expression reads directly, in the order it names them; for `follow`, every target.
  package var members: [Member] {
    var found: [Member] = []
    visit { part in
      for operand in part.operands { found += operand.members }
    }
    return found
  }

  /// Calls `body` with this expression and all its parts, outermost first.
  package func visit(_ body: (Expression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }

  /// The expressions that this one is made of, one level down.
  package var parts: [Expression] { operands.compactMap(\.part) }
}
