import FoundationEssentials
import GRDB
import Interview

extension WorkState {
  /// A person's desk as the file has it.
  init(of person: String, in database: Database, _ sealer: Sealer?) throws {
    if let sealer {
      self = try Beside(database, sealer).desks[person] ?? WorkState()
      return
    }
    self.init()
    if let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT step, question, row FROM desk WHERE person = ?"),
      arguments: [person]), let step = row.text(0)
    {
      place = DeskPlace(step: step, question: row.text(1), row: row.text(2))
    }
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: "SELECT question, row, text FROM field WHERE person = ?"),
      arguments: [person])
    while let field = try rows.next() {
      guard let question = field.text(0), let row = field.text(1), let text = field.bytes(2)
      else { continue }
      fields[AnswerKey(question, row: row.isEmpty ? nil : row)] =
        String(decoding: text, as: UTF8.self)
    }
  }
}

extension DeskChange {
  /// Everybody's desk, as changes to an empty one.
  static func all(in database: Database, _ sealer: Sealer?) throws -> [DeskChange] {
    if let sealer {
      return try Beside(database, sealer).desks.map { DeskChange(person: $0.key, whole: $0.value) }
    }
    let people = try Row.fetchAll(
      database, sql: "SELECT person FROM desk UNION SELECT person FROM field"
    ).compactMap { $0.text(0) }
    return try people.map { person in
      DeskChange(person: person, whole: try WorkState(of: person, in: database, nil))
    }
  }

  private init(person: String, whole desk: WorkState) {
    self.init(person: person, place: desk.place, fields: desk.fields.mapValues { .some($0) })
  }

  /// What the format keeps as names.
  var names: [String] {
    [person] + fields.keys.flatMap(\.names)
      + [place?.step, place?.question, place?.row].compactMap(\.self)
  }

  /// Whether the file has it so already.
  func stands(in database: Database, _ sealer: Sealer?) throws -> Bool {
    let desk = try WorkState(of: person, in: database, sealer)
    return (place == nil || place == desk.place)
      && fields.allSatisfy { key, text in
        // Two spellings of one character are equal for Swift, and differ on paper.
        desk.fields[key].map { Array($0.utf8) } == text.map { Array($0.utf8) }
      }
  }

  /// Writes it as it is.
  func write(to database: Database) throws {
    if let place {
      try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO desk (person, step, question, row) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [person, place.step, place.question, place.row])
    }
    for (key, text) in fields {
      let (question, row) = (key.linkId, key.row ?? "")
      if let text {
        try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO field (person, question, row, text) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [person, question, row, Data(text.utf8)])
      } else {
        try database.cachedStatement(
          sql: "DELETE FROM field WHERE person = ? AND question = ? AND row = ?"
        ).execute(arguments: [person, question, row])
      }
    }
  }
}
