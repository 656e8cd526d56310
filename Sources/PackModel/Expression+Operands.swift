extension Expression {
  /// A way from an expression to what it reads. There are few, however many words there are: what is
  /// waited for, what a value rests on, and what has to be made before it all go by them.
  package enum Operand: Hashable, Sendable {
    /// Read where the whole is read.
    case part(Expression)
    /// One of several that decide together: the whole is unknown by those that are.
    case condition(Expression)
    /// A place, of the own row where it belongs to a table.
    case member(Member)
    case cell(Member, row: String)
    /// What a pointer names: the pointer, then the member of the row or group that it points at.
    case followed(Expression, targets: [Int: Member])
    /// A column: in all rows, or in those along the chain that a pointer makes.
    case column(Member, table: Int, along: Int?)
    /// What is asked in each place of a range until one is found.
    case some(Range, Expression?)
    /// What is to hold in each place of a range.
    case every(Range, Expression)
    /// Which rows a table has, whatever is answered in them.
    case rows(Int)

    /// The expression that it reads, where it reads one.
    var part: Expression? {
      switch self {
      case .part(let inner), .condition(let inner), .followed(let inner, _), .every(_, let inner):
        inner
      case .some(_, let inner): inner
      case .member, .cell, .column, .rows: nil
      }
    }

    /// The members that it names itself.
    var members: [Member] {
      switch self {
      case .part, .condition: []
      case .member(let member), .cell(let member, _): [member]
      case .followed(_, let targets): targets.sorted { $0.key < $1.key }.map(\.value)
      case .column(let member, let table, let along):
        [member, .question(table)] + (along.map { [.question($0)] } ?? [])
      case .some(let range, _), .every(let range, _):
        switch range {
        case .rows(let question), .ticks(let question): [.question(question)]
        case .report: []
        }
      case .rows(let table): [.question(table)]
      }
    }
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
      .none(let inner), .daysSince(let inner), .words(let inner), .mentions(let inner, _):
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
}
