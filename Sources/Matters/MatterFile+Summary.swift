import GRDB
import Interview
import PlainText

extension MatterFile {
  /// What a list shows of this matter.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func listing() throws(MatterError) -> MatterListing {
    try perform { database in try MatterListing(database) }
  }

  /// What a list shows of a matter that is not open: it is read without its journal, and nothing is
  /// locked or changed.
  ///
  /// - Throws: as `open`.
  package static func listing(at path: String) throws(MatterError) -> MatterListing {
    let place = try MatterPath.existing(path)
    let queue = try Connection.toMatter(place, writing: false)
    defer { try? queue.close() }
    do {
      return try queue.writeWithoutTransaction { database in try MatterListing(database) }
    } catch {
      throw MatterError(error, path: place.path, kept: .untouched)
    }
  }
}

extension MatterSummary {
  /// In the order of the export.
  var members: [(String, String)] {
    [
      ("title", title), ("controller", controller), ("processor", processor),
      ("answered", String(answered)), ("open", String(open)),
    ]
  }

  /// Whether the file has it so already.
  func stands(in database: Database) throws -> Bool {
    let stored = try MatterSummary(database).members
    return zip(members, stored).allSatisfy { $1.1.utf8.elementsEqual($0.1.utf8) }
  }

  /// A number of answers as it is stored; none where it cannot be one.
  private static func count(_ text: String?) -> Int {
    let number = text.flatMap { Int($0) } ?? 0
    return (0...JSONReader.mostThings).contains(number) ? number : 0
  }

  init(_ database: Database) throws {
    var found: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT name, value FROM metadata") {
      guard let name = row.text(0), let value = row.bytes(1) else { continue }
      found[name] = String(decoding: value, as: UTF8.self)
    }
    self.init(found)
  }

  /// - Parameter found: values by their names.
  init(_ found: [String: String]) {
    self.init(
      title: found["title"] ?? "", controller: found["controller"] ?? "",
      processor: found["processor"] ?? "", answered: MatterSummary.count(found["answered"]),
      open: MatterSummary.count(found["open"]))
  }
}

extension MatterListing {
  fileprivate init(_ database: Database) throws {
    let last = try Row.fetchOne(
      database, sql: EntryRecord.columns + " ORDER BY number DESC LIMIT 1"
    ).flatMap(EntryRecord.init)
    let entry = last.flatMap { try? Payload.entry(number: $0.number, from: $0.payload) }
    self.init(
      summary: try MatterSummary(database), entries: last?.number ?? 0, changed: entry?.when,
      changedBy: entry?.by)
  }
}
