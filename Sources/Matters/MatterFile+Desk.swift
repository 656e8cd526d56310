import FoundationEssentials
import GRDB
import Interview

extension MatterFile {
  /// Where a person stands, and what that person has half filled in.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func desk(of person: String) throws(MatterError) -> Desk {
    try perform { database in try MatterFile.desk(of: person, in: database) }
  }

  static func desk(of person: String, in database: Database) throws -> Desk {
    var desk = Desk()
    if let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT step, question, row FROM desk WHERE person = ?"),
      arguments: [person]), let step = row.text(0)
    {
      desk.place = DeskPlace(step: step, question: row.text(1), row: row.text(2))
    }
    let fields = try Row.fetchCursor(
      database.cachedStatement(sql: "SELECT question, row, text FROM field WHERE person = ?"),
      arguments: [person])
    while let field = try fields.next() {
      guard let question = field.text(0), let row = field.text(1), let text = field.bytes(2)
      else { continue }
      desk.fields[AnswerKey(question, row: row.isEmpty ? nil : row)] =
        String(decoding: text, as: UTF8.self)
    }
    return desk
  }

  /// Puts down where a person stands and what is half filled in. It is on disk when this returns.
  ///
  /// - Throws: as `append`.
  package func save(_ change: DeskChange) throws(MatterError) {
    try write { database, _ in try self.put(change, in: database) }
  }

  func put(_ change: DeskChange, in database: Database) throws {
    let place = change.place
    let names =
      [change.person] + change.fields.keys.flatMap(\.names)
      + [place?.step, place?.question, place?.row].compactMap(\.self)
    for name in names where !Names.isName(name) { throw refusal(.refused(.name(name))) }
    if let place {
      try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO desk (person, step, question, row) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [change.person, place.step, place.question, place.row])
    }
    for (key, text) in change.fields {
      guard let text else {
        try database.cachedStatement(
          sql: "DELETE FROM field WHERE person = ? AND question = ? AND row = ?"
        ).execute(arguments: [change.person, key.linkId, key.row ?? ""])
        continue
      }
      guard text.utf8.count <= MatterFile.largestEntry else {
        throw refusal(.tooLarge(bytes: text.utf8.count, limit: MatterFile.largestEntry))
      }
      try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO field (person, question, row, text) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [change.person, key.linkId, key.row ?? "", Data(text.utf8)])
    }
  }
}
