import PackModel

/// What a word asks of whoever knows the answers.
package protocol Evaluating {
  func truth(_ expression: Expression, _ scope: Scope) -> Truth
  func reading(_ expression: Expression, _ scope: Scope) -> Reading

  // MARK: Places

  /// The number of the row that a member is read in; nil outside tables and where there is none.
  func row(of member: Member, _ scope: Scope) -> Int?
  /// The number of the row with this id in the member's table.
  func rowNumber(_ member: Member, _ id: String) -> Int?
  func reading(_ member: Member, row: Int?) -> Reading
  /// The member that a pointer names, in its row or group.
  func followed(_ id: String, _ targets: [Int: Member]) -> (member: Member, row: Int?)?
  /// Whether an answer stands in the place, or it has a value.
  func isAnswered(_ expression: Expression, _ scope: Scope) -> Truth
  /// Whether its answer is still to come.
  func isOpen(_ expression: Expression, _ scope: Scope) -> Truth

  // MARK: The pack

  func options(of question: Int) -> [Option]
  /// What the pack says under that name of the own row of a table of its own.
  func attribute(_ name: String, ofRowIn table: Int, _ scope: Scope) -> [String]?

  // MARK: Rows

  /// Goes over the places of a range, until `body` has seen enough.
  ///
  /// - Parameter body: what is done in each, with whether the place counts; gives whether to go on.
  /// - Returns: what is known of the places as a whole.
  func walk(
    _ range: Expression.Range, _ scope: Scope, _ body: (Scope, Truth) -> Bool
  ) -> RangeStanding
  /// Whether a table has no rows; nil for what is no table.
  func isEmpty(table: Int) -> Truth?
  /// A column's readings over all rows, or along the chain that a pointer makes.
  func column(_ column: Member, of table: Int, along: Int?, _ scope: Scope) -> [Reading]
  /// What was worked out already for a whole column of sums or extremes along chains.
  func chained(_ expression: Expression, of table: Int, _ scope: Scope) -> Reading?

  // MARK: Beside the answers

  /// The day for which ages are counted; nil where none may be.
  var asOf: CalendarDate? { get }
  /// What the draft says of an obligation, or of a row of Art. 28(3).
  func drafted(_ obligation: String) -> Truth
  /// The code or id of the own row of a table.
  func rowID(in table: Int, _ scope: Scope) -> String?
}

/// What is known of the places of a range as a whole.
package enum RangeStanding: Sendable {
  /// The places are all there are, or `body` had seen enough.
  case whole
  /// Nobody has said which there are, or there may be more; or it is too much to go over.
  case unknown
  /// "There are none", or there can be none.
  case none
}
