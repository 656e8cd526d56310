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
}
