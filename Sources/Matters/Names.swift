import Interview

/// What the format takes for an id, a name or a point in time.
enum Names {
  /// Not empty, and without control characters: SQLite ends a text at its first NUL.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 4096 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// RFC 3339 in UTC to the second: `2026-03-01T09:30:00Z`.
  static func isTime(_ text: String) -> Bool {
    let form = "0000-00-00T00:00:00Z".utf8
    return text.utf8.count == form.count
      && zip(text.utf8, form).allSatisfy { byte, sample in
        sample == UInt8(ascii: "0")
          ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sample
      }
  }
}

extension Change {
  /// The ids and names in it that become keys.
  var names: [String] {
    switch self {
    case .set(let key, _, _), .remark(let key, _, _): key.names
    case .addRow(let table, let row, _), .moveRow(let table, let row, _, _): [table, row]
    case .removeRow(let table, let row, _, let cells):
      [table, row] + cells.flatMap(\.key.names)
    case .setting(.followUp(let finding, let field), _, _): [finding, field]
    case .setting(.published(let name), _, _): [name]
    case .setting(.paper(let sha256, _), _, _): [sha256]
    case .setting(.quotation(let key), _, _): key.names
    case .setting(.term(let sha256, let ours), _, _): [sha256, ours]
    case .setting: []
    }
  }
}

extension AnswerKey {
  var names: [String] { [linkId] + (row.map { [$0] } ?? []) }
}

extension StateRow.Key {
  /// Whether both have the same bytes.
  func isSpelt(like other: StateRow.Key?) -> Bool {
    guard let other else { return false }
    return kind == other.kind && name.utf8.elementsEqual(other.name.utf8)
      && part.utf8.elementsEqual(other.part.utf8)
  }
}
