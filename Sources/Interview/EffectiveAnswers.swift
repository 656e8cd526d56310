import PackModel

/// What the answers come to: for every question and calculated value a reading. Only `evaluate`
/// makes it, so an answer of an abandoned branch cannot be read from it.
package struct EffectiveAnswers: Sendable {
  /// Readings and states of all members, in slots: first one for every question and calculated
  /// value, then the cells of each column.
  private var readings: [Reading]
  private var states: [AnswerState]
  /// By member: where its slots begin, and how many rows it has; `Span.single` outside tables.
  private var spans: [Span]
  private let questions: Int
  private var tables: [TableState] = []

  private struct Span: Sendable {
    static let single: Int32 = -1
    var first: Int32
    var rows = Span.single
    /// How many rows there are slots for.
    var room: Int32 = 0
    /// For a table: its place among `tables`.
    var table: Int32 = -1
  }

  init(pack: Pack) {
    questions = pack.questions.count
    let members = questions + pack.calculated.count
    readings = Array(repeating: .unknown, count: members)
    states = Array(repeating: .open, count: members)
    spans = (0..<Int32(members)).map { Span(first: $0) }
  }

  /// - Parameter row: the number of the row, for a column or a calculated value of a table.
  package func reading(_ member: Member, row: Int? = nil) -> Reading {
    slot(member, row).map { readings[$0] } ?? .absent
  }

  /// What is known of a question or a calculated value, in a row of its table or outside.
  package func state(_ member: Member, row: Int? = nil) -> AnswerState {
    slot(member, row).map { states[$0] } ?? .notAsked
  }

  /// A table's rows; nil for a question that is no table.
  package func table(_ question: Int) -> TableState? {
    let place = Int(spans[question].table)
    return place < 0 ? nil : tables[place]
  }

  /// How many slots there are.
  var slots: Int { readings.count }

  /// How many rows all tables have together.
  var rows: Int { tables.reduce(0) { $0 + $1.rows.count } }

  // MARK: Filling

  mutating func set(_ table: TableState, of question: Int) {
    let place = Int(spans[question].table)
    guard place < 0 else { return tables[place] = table }
    spans[question].table = Int32(tables.count)
    tables.append(table)
  }

  /// Says anew of a table that stands already how it stands, and which of its rows apply.
  mutating func set(_ standing: TableState.Standing, _ live: [Truth], of question: Int) {
    let place = Int(spans[question].table)
    tables[place].standing = standing
    tables[place].live = live
  }

  /// Adds a row of the user at the end of a table, with open cells.
  mutating func addRow(_ id: String, to question: Int, columns: [Member]) {
    tables[Int(spans[question].table)].append(id)
    for column in columns { addCell(to: column) }
  }

  private mutating func addCell(to column: Member) {
    let index = index(column)
    var span = spans[index]
    if span.rows == span.room {
      // A column that grows is moved to the end, with room for as many again.
      let first = Int32(readings.count)
      span.room = max(8, span.rows * 2)
      readings.append(contentsOf: repeatElement(.unknown, count: Int(span.room)))
      states.append(contentsOf: repeatElement(.open, count: Int(span.room)))
      for row in 0..<Int(span.rows) {
        readings[Int(first) + row] = readings[Int(span.first) + row]
        states[Int(first) + row] = states[Int(span.first) + row]
      }
      span.first = first
    }
    span.rows += 1
    spans[index] = span
  }

  mutating func set(_ reading: Reading, _ state: AnswerState, _ member: Member, row: Int? = nil) {
    guard let slot = slot(member, row) else { return }
    readings[slot] = reading
    states[slot] = state
  }

  /// Gives a column a slot for every row, all open, for what looks along the table.
  mutating func open(_ member: Member, rows: Int) {
    let index = index(member)
    guard rows > Int(spans[index].room) else {
      spans[index].rows = Int32(rows)
      for row in 0..<rows { set(.unknown, .open, member, row: row) }
      return
    }
    spans[index] = Span(first: Int32(readings.count), rows: Int32(rows), room: Int32(rows))
    readings.append(contentsOf: repeatElement(.unknown, count: rows))
    states.append(contentsOf: repeatElement(.open, count: rows))
  }

  private func index(_ member: Member) -> Int {
    switch member {
    case .question(let number): number
    case .calculated(let number): questions + number
    }
  }

  /// Where the reading of a place lies; nil for a row that there is not.
  func slot(_ member: Member, _ row: Int?) -> Int? {
    let span = spans[index(member)]
    guard span.rows != Span.single else { return Int(span.first) }
    guard let row, row >= 0, row < Int(span.rows) else { return nil }
    return Int(span.first) + row
  }
}

/// What is known of a table's rows.
package struct TableState: Sendable {
  /// Whether an answer counts.
  package enum Standing: Hashable, Sendable {
    /// The rows are all there are.
    case whole
    /// Nobody has said yet, or there may be more.
    case unknown
    /// "There are none", not applicable or not asked.
    case none
  }

  package internal(set) var standing: Standing
  /// Row ids of the user, or codes of the pack's rows.
  package private(set) var rows: [String]
  /// Whether a row of the pack applies; rows of the user always do.
  package internal(set) var live: [Truth]
  /// Rows by id, where there are many.
  private var numbers: [String: Int]

  private static let few = 12

  init(standing: Standing, rows: [String], live: [Truth]) {
    self.standing = standing
    self.rows = rows
    self.live = live
    numbers =
      rows.count < TableState.few
      ? [:]
      : Dictionary(zip(rows, rows.indices)) { first, _ in first }
  }

  /// The number of the row with this id.
  package func number(of row: String) -> Int? {
    rows.count < TableState.few ? rows.firstIndex(of: row) : numbers[row]
  }

  fileprivate mutating func append(_ row: String) {
    rows.append(row)
    live.append(.yes)
    if rows.count == TableState.few {
      self = TableState(standing: standing, rows: rows, live: live)
    } else if rows.count > TableState.few, numbers[row] == nil {
      numbers[row] = rows.count - 1
    }
  }
}
