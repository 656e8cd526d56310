import Interview
import PlainText

/// What rows of the state table say. Nothing proves it: its rows have no hash.
package struct StateSummary: Sendable {
  /// An answer and the entry that set it; nil where it was taken back.
  package struct Stated: Sendable {
    package let answer: Answer?
    package let entry: Int
  }

  package private(set) var answers: [AnswerKey: Stated] = [:]
  package private(set) var remarks: [AnswerKey: String] = [:]
  /// The rows of tables, in their order.
  package private(set) var rows: [String: [String]] = [:]
  package private(set) var settings: [Setting: String] = [:]

  package var isEmpty: Bool {
    answers.isEmpty && remarks.isEmpty && rows.isEmpty && settings.isEmpty
  }

  /// - Parameters:
  ///   - first: answers of this entry and those before it are not taken.
  ///   - last: nor are those of this one and those behind it.
  init(_ found: [StateRow], after first: Int, before last: Int) {
    for row in found where row.key.names.allSatisfy(Names.isName) {
      let key = AnswerKey(row.key.name, row: row.key.part.isEmpty ? nil : row.key.part)
      switch row.key.kind {
      case .answer:
        guard row.entry > first, row.entry < last, row.entry > answers[key]?.entry ?? -1 else {
          continue
        }
        var reader = JSONReader(row.value)
        let answer = row.value.isEmpty ? nil : try? reader.answer()
        guard row.value.isEmpty || answer != nil else { continue }
        answers[key] = Stated(answer: answer, entry: row.entry)
      case .remark: remarks[key] = remarks[key] ?? text(row)
      case .rows:
        var (reader, list) = (JSONReader(row.value), [String]())
        guard
          (try? reader.array { (reader) throws(JSONFault) in list.append(try reader.string()) })
            != nil, list.allSatisfy(Names.isName), rows[row.key.name] == nil
        else { continue }
        rows[row.key.name] = list
      // A publication is proven by its entry alone.
      case .published: continue
      case .setting, .followUp, .paper, .quotation, .term:
        guard let setting = row.key.setting, settings[setting] == nil else { continue }
        settings[setting] = text(row)
      }
    }
  }

  private func text(_ row: StateRow) -> String? { String(validating: row.value, as: UTF8.self) }

  /// The rows of those pages that do not contradict the entries: another matter's page may have come in
  /// the place of this one's.
  static func rows(
    of pages: [[StateRow]], entries: [Entry], loose: [Entry], holdsOthers: Bool
  ) -> [StateRow] {
    var places: [Int: Set<StateRow.Key>] = [:]
    for entry in holdsOthers ? entries : entries + loose {
      places[entry.number, default: []].formUnion(StateRow.places(of: entry.changes))
    }
    return pages.flatMap { rows -> [StateRow] in
      let told = rows.filter { $0.entry > 0 && places[$0.entry] != nil }
      let isRefuted = told.contains { places[$0.entry]?.contains($0.key) == false }
      return isRefuted || (told.isEmpty && holdsOthers) ? [] : rows
    }
  }
}

extension StateRow.Key {
  /// What the format keeps as names.
  fileprivate var names: [String] { [name] + (part.isEmpty ? [] : [part]) }
}

extension AnswerSheet {
  /// The same with what the state table says beyond it.
  package func adding(_ stated: StateSummary) -> AnswerSheet {
    var sheet = self
    func add(_ changes: [Change]) {
      guard !changes.isEmpty else { return }
      sheet.apply(Entry(number: sheet.head, when: "", by: "", why: nil, changes: changes))
    }
    for (table, rows) in stated.rows { add(sheet.arranging(table, as: rows)) }
    for (key, said) in stated.answers where said.entry > origins[key] ?? 0 {
      add(sheet.setting(key, to: said.answer))
    }
    for (key, remark) in stated.remarks { add(sheet.remarking(key, remark)) }
    for (setting, value) in stated.settings { add(sheet.changing(setting, to: value)) }
    return sheet
  }
}
