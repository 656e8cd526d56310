import Canvas
import Interview
import PackModel
import PlainText

/// Rows out of pasted text.
enum PastedRows {
  /// The rows that pasted text would make in a table.
  static func read(_ text: String, for table: Int, _ pack: Pack) -> [[String]] {
    let names = pack.questions[table].children.map { column -> [String] in
      let question = pack.questions[column]
      return [question.label, question.shortText, question.text].map { $0.lowercased() }
    }
    // Within a cell these break a line; they end no row.
    let text = String(text.map { $0 == "\u{B}" || $0 == "\u{C}" ? " " : $0 })
    return ordered(split(TypedText(text, multiline: true).text), by: names)
  }

  /// Lines into cells by tabs where there are any, else by semicolons, else by commas.
  static func split(_ text: String) -> [[String]] {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.trimmed.isEmpty }
    let separator: Character =
      text.contains("\t") ? "\t" : text.contains(";") ? ";" : ","
    return lines.map { cells($0, separator) }
  }

  /// Rows in the order of a table's columns. Where the first line names columns it says the order,
  /// and is no row.
  static func ordered(_ rows: [[String]], by names: [[String]]) -> [[String]] {
    let heads = rows.first.map { line in
      line.map { cell in names.firstIndex { $0.contains(cell.lowercased()) } }
    }
    guard let heads, heads.contains(where: { $0 != nil }), rows.count > 1 else {
      return rows.map { Array($0.prefix(names.count)) }
    }
    return rows.dropFirst().map { row in
      var found = Array(repeating: "", count: names.count)
      for (head, cell) in zip(heads, row) { if let head { found[head] = cell } }
      return found
    }
  }

  /// A cell may stand in quotation marks, with its separators in it.
  private static func cells(_ line: Substring, _ separator: Character) -> [String] {
    var found: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        found.append(String(cell.trimmed))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return found + [String(cell.trimmed)]
  }
}

extension PastedRows {
  /// The changes that add rows of text to a table, and the cells whose text is no answer yet.
  static func adding(
    _ rows: [[String]], to table: Int, of file: OpenMatter, today: CalendarDate
  ) -> (changes: [Change], kept: [(AnswerKey, String)]) {
    let (pack, sheet) = (file.pack, file.sheet)
    let model = pack.questions[table]
    var changes: [Change] = []
    var kept: [(AnswerKey, String)] = []
    if sheet[AnswerKey(model.linkId)] != nil {
      changes += sheet.setting(AnswerKey(model.linkId), to: nil)
    }
    let start = sheet.rows(of: model.linkId).count
    for (number, cells) in rows.enumerated() {
      let row = "r\(sheet.rowsEverAdded + 1 + number)"
      changes.append(.addRow(table: model.linkId, row: row, at: start + number))
      for (column, text) in zip(model.children, cells) where !text.isEmpty {
        let key = AnswerKey(pack.questions[column].linkId, row: row)
        if let value = try? file.evaluation.read(text, for: column, today: today) {
          changes.append(.set(key, from: nil, to: .value(value)))
        } else {
          kept.append((key, text))
        }
      }
    }
    return (changes, kept)
  }
}
