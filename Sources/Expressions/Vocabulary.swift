import PackModel

extension Expression {
  /// What it means: the list of words.
  package var word: any ExpressionWord {
    switch self {
    case .value(let value): Literal(value: value)
    case .member(let member): Named(member: member)
    case .cell(let member, let row): Cell(member: member, row: row)
    case .follow(let pointer, let targets): Follow(pointer: pointer, targets: targets)
    case .attribute(let inner, let name, let question):
      Attribute(inner: inner, name: name, question: question)
    case .rowAttribute(let table, let name): RowAttribute(table: table, name: name)
    case .reportColumn(let column): ReportCell(column: column)
    case .equal(let a, let b): Equality(left: a, right: b, isNegated: false)
    case .unequal(let a, let b): Equality(left: a, right: b, isNegated: true)
    case .includes(let a, let b): Includes(whole: a, part: b)
    case .among(let a, let list): Among(left: a, list: list)
    case .compare(let a, let comparison, let b): Compare(left: a, comparison: comparison, right: b)
    case .and(let parts): And(parts: parts)
    case .or(let parts): Or(parts: parts)
    case .not(let inner): Not(inner: inner)
    case .answered(let inner): Answered(inner: inner)
    case .open(let inner): Open(inner: inner)
    case .none(let inner): NoneOf(inner: inner)
    case .any(let range, let condition): AnyOf(range: range, condition: condition)
    case .every(let range, let condition): Every(range: range, condition: condition)
    case .count(let range, let condition): Count(range: range, condition: condition)
    case .sum(let column, let table, let along): Sum(column: column, table: table, along: along)
    case .largest(let parts): Extreme(parts: parts, side: .largest)
    case .smallest(let parts): Extreme(parts: parts, side: .smallest)
    case .largestOf(let column, let table, let along):
      ColumnExtreme(column: column, table: table, along: along, side: .largest)
    case .smallestOf(let column, let table, let along):
      ColumnExtreme(column: column, table: table, along: along, side: .smallest)
    case .worst(let column, let table): Worst(column: column, table: table)
    case .share(let percent, let whole): Share(percent: percent, whole: whole)
    case .plus(let a, let b): Plus(left: a, right: b)
    case .daysSince(let inner): DaysSince(date: inner)
    case .counted(let inner): Counted(time: inner)
    case .drafted(let obligation): Drafted(obligation: obligation)
    case .draftedRow(let table): DraftedRow(table: table)
    case .words(let inner): WordCount(text: inner)
    case .mentions(let inner, let words): Mentions(text: inner, words: words)
    }
  }
}

/// A word that a value can begin with.
protocol OpeningWord: Sendable {
  static var opens: [String] { get }
  /// Reads it from the word on.
  static func read(
    _ word: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed
}

/// A word or sign between two values.
protocol JoiningWord: Sendable {
  static var joins: [String] { get }
  /// Reads what follows the sign.
  static func read(
    after left: Typed, _ sign: String, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Typed
}

/// A state that an answer can have, behind `is`.
protocol StateWord: Sendable {
  /// Reads it where it stands there.
  static func read(
    of left: Typed, _ parser: inout ExpressionParser
  ) throws(GrammarFault) -> Expression?
}

/// By what the parser finds a word. What only a name can mean, or what joins conditions, stands in
/// the grammar itself: `ExpressionParser`, and `Naming` of who resolves names.
enum Vocabulary {
  static let opening: [String: any OpeningWord.Type] = {
    let words: [any OpeningWord.Type] = [
      Literal.self, NormValue.self, AnyOf.self, Every.self, Count.self, Sum.self, Extreme.self,
      Worst.self, DaysSince.self, Counted.self, Drafted.self, WordCount.self,
    ]
    return Dictionary(uniqueKeysWithValues: words.flatMap { word in word.opens.map { ($0, word) } })
  }()

  static let joining: [String: any JoiningWord.Type] = {
    let words: [any JoiningWord.Type] = [
      Equality.self, Includes.self, Among.self, Compare.self, Mentions.self,
    ]
    return Dictionary(uniqueKeysWithValues: words.flatMap { word in word.joins.map { ($0, word) } })
  }()

  static let states: [any StateWord.Type] = [Answered.self, Open.self, NoneOf.self]
}
