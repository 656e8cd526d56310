import GRDB
import Interview
import PlainText

extension MatterFile {
  /// What a list shows of this matter.
  ///
  /// - Throws: `.damaged`, `.busy`, `.storage`.
  package func listing() throws(MatterError) -> MatterListing {
    try perform { database in try MatterListing(database, self.sealer) }
  }

  /// What a list shows of a matter that is not open: it is read without its journal, and nothing is
  /// locked or changed. Of a matter that is locked it says so, and how many entries it has.
  ///
  /// - Throws: as `open`.
  package static func listing(at path: String) throws(MatterError) -> MatterListing {
    let place = try MatterPath.existing(path)
    let queue = try Connection.toMatter(place, writing: false)
    defer { try? queue.close() }
    do {
      return try queue.writeWithoutTransaction { database in try MatterListing(database, nil) }
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
  func stands(in database: Database, _ sealer: Sealer?) throws -> Bool {
    let stored = try MatterSummary(database, sealer).members
    return zip(members, stored).allSatisfy { $1.1.utf8.elementsEqual($0.1.utf8) }
  }

  /// A number of answers as it is stored; none where it cannot be one.
  private static func count(_ text: String?) -> Int {
    let number = text.flatMap { Int($0) } ?? 0
    return (0...JSONReader.mostThings).contains(number) ? number : 0
  }

  init(_ database: Database, _ sealer: Sealer?) throws {
    if let sealer {
      self = try Beside(database, sealer).summary
      return
    }
    var found: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT name, value FROM metadata") {
      guard let name = row.text(0), let value = row.bytes(1) else { continue }
      found[name] = String(decoding: value, as: UTF8.self)
    }
    self.init(members: found)
  }

  init(members found: [String: String]) {
    self.init(
      title: found["title"] ?? "", controller: found["controller"] ?? "",
      processor: found["processor"] ?? "", answered: MatterSummary.count(found["answered"]),
      open: MatterSummary.count(found["open"]))
  }
}

extension MatterListing {
  fileprivate init(_ database: Database, _ sealer: Sealer?) throws {
    let last = try Row.fetchOne(
      database, sql: EntryRecord.columns + " ORDER BY number DESC LIMIT 1"
    ).flatMap(EntryRecord.init)
    let isLocked = try sealer == nil && Lock.reading(database).isLocked
    let entry = isLocked ? nil : try? last?.entry(sealer)
    self.init(
      summary: isLocked ? MatterSummary() : try MatterSummary(database, sealer),
      entries: last?.number ?? 0, changed: entry?.when, changedBy: entry?.by, isLocked: isLocked)
  }
}
