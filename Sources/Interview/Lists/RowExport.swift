import PackModel

extension Evaluation {
  /// A table as rows of text, the headings first: a list that is filled in elsewhere and comes back as
  /// the same answers. A cell says its answer as the screen does, or, where that would not be read as
  /// the same, as files hold it; a state as the command line has it.
  package func list(of table: Int) -> [[String]] {
    let model = pack.questions[table]
    let names = ColumnNames(pack, table: table)
    let columns = names.targets.compactMap { target -> Int? in
      if case .column(let column) = target { column } else { nil }
    }
    let heads = names.targets.map { target in
      let label = names.label(target)
      return names.target(label)?.target == target ? label : names.id(target)
    }
    var judge = AnswerJudge(self)
    let reader = ListCells(today: nil)
    let pointers = ListPointers(pack, sheet, of: table)
    func cells(_ id: String, _ number: Int?, _ judge: inout AnswerJudge) -> [String] {
      columns.map { column in
        let key = AnswerKey(pack.questions[column].linkId, row: id)
        guard let answer = sheet[key] else { return "" }
        var words: [String] = []
        switch answer {
        case .value(.row(let id)): words = [pointers.name(of: id) ?? id, id]
        case .value(let value): words = [shown(value, of: column), Evaluation.written(value)]
        case .unknown, .parked:
          let state = ListCells.words(answer, of: column, self)
          return sheet.remark(key).map { "\(state): \($0)" } ?? state
        case .notApplicable, .none: return ListCells.words(answer, of: column, self)
        }
        for text in words {
          guard
            case .value(let back)? = try? reader.said(text, column, number, &judge, pointers),
            .value(back) == answer
          else { continue }
          return RowExport.escaped(text)
        }
        return RowExport.escaped(words.last ?? "")
      }
    }
    var rows = [heads]
    if case .pack(let packed) = model.rows {
      for (number, row) in packed.enumerated() {
        let isNamed = packed.count { FoldedName($0.text) == FoldedName(row.text) } == 1
        rows.append([isNamed ? row.text : row.code] + cells(row.code, number, &judge))
      }
    } else {
      for (number, id) in sheet.rows(of: model.linkId).enumerated() {
        rows.append(cells(id, number, &judge))
      }
    }
    return rows
  }
}

enum RowExport {
  /// An apostrophe before a sign of computing is taken off where a list is read; one that is the
  /// answer's own gets another before it.
  static func escaped(_ text: String) -> String {
    guard text.first == "'", let next = text.drop(while: { $0 == "'" }).first,
      "=+-@|".contains(next)
    else { return text }
    return "'" + text
  }
}
