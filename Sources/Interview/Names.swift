import PackModel

extension Evaluation {
  /// The name of a blank: "controller: legal name", "sub-processor 2: place".
  package func name(of key: AnswerKey) -> String {
    guard let question = pack.question(key.linkId) else { return key.linkId }
    let name = pack.questions[question].shortText
    return rowName(of: key).map { "\($0): \(name)" } ?? name
  }

  /// The same for a list that stands alone, where a number says little: the row comes with its own
  /// name, "sub-processor 2 (Chatty Inc.): place".
  package func fullName(of key: AnswerKey, in language: Language = .british) -> String {
    guard let question = pack.question(key.linkId) else { return key.linkId }
    let name = pack.questions[question].shortText
    return fullRowName(of: key, in: language).map { "\($0): \(name)" } ?? name
  }

  /// "sub-processor 2 (Chatty Inc.)"; nil where the key is of no row.
  package func fullRowName(of key: AnswerKey, in language: Language = .british) -> String? {
    guard let row = rowName(of: key) else { return nil }
    guard let question = pack.question(key.linkId), let table = pack.table(of: question),
      case .user = pack.questions[table].rows, let column = pack.nameColumn(of: table),
      let number = key.row.flatMap({ effective.table(table)?.number(of: $0) }),
      case .value(let value) = effective.reading(.question(column), row: number)
    else { return row }
    return "\(row) (\(shown(value, of: column, in: language)))"
  }

  private func rowName(of key: AnswerKey) -> String? {
    guard let question = pack.question(key.linkId), let table = pack.table(of: question),
      let row = key.row
    else { return nil }
    if case .pack(let rows) = pack.questions[table].rows {
      return rows.first { $0.code == row }?.text ?? row
    }
    return "\(rowText(table)) \((effective.table(table)?.number(of: row) ?? 0) + 1)"
  }
}
