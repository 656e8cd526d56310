import GRDB
import Interview
import PlainText

/// One row of the state table: what the journal adds up to at one place.
///
/// The table is a second copy of what stands, on other pages of the file, for repair and for other
/// programs. This program builds a sheet from the journal alone.
struct StateRow: Hashable {
  let key: Key
  /// Canonical JSON of an answer or of a list of rows; the text of a remark or setting. Empty where
  /// an answer was taken back.
  let value: [UInt8]
  /// The entry that set an answer last; 0 for all else.
  let entry: Int

  /// Kind, name and part, as the table's primary key.
  struct Key: Hashable {
    let kind: Kind
    let name: String
    /// The row of a cell, or the field of a follow-up; else empty.
    let part: String

    enum Kind: String {
      case answer, remark, rows, setting, followUp = "follow-up", published
      case paper, quotation, term
    }
  }

  /// The key comes back as the sheet spells it: Swift takes two spellings of one character for
  /// equal, SQLite does not.
  ///
  /// - Returns: nil where nothing stands at this place.
  init?(_ key: Key, in sheet: AnswerSheet) {
    var writer = JSONWriter()
    let address = AnswerKey(key.name, row: key.part.isEmpty ? nil : key.part)
    switch key.kind {
    case .answer:
      guard let (own, origin) = sheet.origins.pair(address) else { return nil }
      if let answer = sheet.answers[own] { writer.answer(answer) }
      (self.key, value, entry) = (Key(.answer, own), writer.bytes, origin)
    case .remark:
      guard let (own, remark) = sheet.remarks.pair(address) else { return nil }
      (self.key, value, entry) = (Key(.remark, own), [UInt8](remark.utf8), 0)
    case .rows:
      guard let (own, rows) = sheet.rows.pair(key.name) else { return nil }
      writer.array { writer in
        for row in rows { writer.string(row) }
      }
      (self.key, value, entry) = (Key(kind: .rows, name: own, part: ""), writer.bytes, 0)
    case .setting, .followUp, .published, .paper, .quotation, .term:
      guard let setting = key.setting, let (own, text) = sheet.settings.pair(setting) else {
        return nil
      }
      (self.key, value, entry) = (Key(own), [UInt8](text.utf8), 0)
    }
  }

  static let columns = "SELECT kind, name, part, value, entry FROM state"

  /// - Returns: nil where a column holds what it cannot.
  init?(_ row: Row) {
    guard let kind = row.text(0).flatMap(Key.Kind.init), let name = row.text(1),
      let part = row.text(2), let value = row.bytes(3), let entry = Int.fromDatabaseValue(row[4])
    else { return nil }
    key = Key(kind: kind, name: name, part: part)
    (self.value, self.entry) = (value, entry)
  }

  /// All that stands in a sheet.
  static func all(of sheet: AnswerSheet) -> Set<StateRow> {
    let keys =
      sheet.origins.keys.map { Key(.answer, $0) } + sheet.remarks.keys.map { Key(.remark, $0) }
      + sheet.rows.keys.map { Key(kind: .rows, name: $0, part: "") }
      + sheet.settings.keys.map(Key.init)
    return Set(keys.compactMap { StateRow($0, in: sheet) })
  }

  /// The places that an entry changes.
  static func places(of changes: [Change]) -> Set<Key> {
    var found: Set<Key> = []
    for change in changes {
      switch change {
      case .set(let key, _, _): found.insert(Key(.answer, key))
      case .addRow(let table, _, _):
        found.formUnion([
          Key(kind: .rows, name: table, part: ""), Key(.answer, AnswerKey(table)),
        ])
      case .removeRow(let table, _, _, let cells):
        found.insert(Key(kind: .rows, name: table, part: ""))
        found.formUnion(cells.map { Key(.answer, $0.key) })
      case .moveRow(let table, _, _, _): found.insert(Key(kind: .rows, name: table, part: ""))
      case .remark(let key, _, _): found.insert(Key(.remark, key))
      case .setting(let setting, _, _): found.insert(Key(setting))
      }
    }
    return found
  }
}

extension StateRow.Key {
  init(_ kind: Kind, _ key: AnswerKey) {
    self.init(kind: kind, name: key.linkId, part: key.row ?? "")
  }

  init(_ setting: Setting) {
    switch setting {
    case .journey: self.init(kind: .setting, name: "journey", part: "")
    case .title: self.init(kind: .setting, name: "title", part: "")
    case .pack: self.init(kind: .setting, name: "pack", part: "")
    case .asOf: self.init(kind: .setting, name: "as-of", part: "")
    case .form(let form): self.init(kind: .setting, name: form.rawValue, part: "")
    case .followUp(let finding, let field):
      self.init(kind: .followUp, name: finding, part: field)
    case .published(let name): self.init(kind: .published, name: name, part: "")
    case .paper(let sha256, let fact):
      self.init(kind: .paper, name: sha256, part: fact.rawValue)
    case .quotation(let key): self.init(.quotation, key)
    case .term(let sha256, let ours): self.init(kind: .term, name: sha256, part: ours)
    }
  }

  var setting: Setting? {
    switch (kind, name) {
    case (.setting, "journey"): .journey
    case (.setting, "title"): .title
    case (.setting, "pack"): .pack
    case (.setting, "as-of"): .asOf
    case (.setting, _): DocumentForm(rawValue: name).map(Setting.form)
    case (.followUp, _): .followUp(finding: name, field: part)
    case (.published, _): .published(name)
    case (.paper, _): PaperFact(rawValue: part).map { .paper(name, $0) }
    case (.term, _): .term(name, ours: part)
    case (.quotation, _): .quotation(AnswerKey(name, row: part.isEmpty ? nil : part))
    default: nil
    }
  }
}

extension Dictionary {
  /// What stands under a key, with the key as it was put in.
  fileprivate func pair(_ key: Key) -> (Key, Value)? {
    index(forKey: key).map { (self[$0].key, self[$0].value) }
  }
}
