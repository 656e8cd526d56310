import PackModel

extension Evaluation {
  /// The name of a blank: "controller: legal name", "sub-processor 2: place".
  package func name(of key: AnswerKey) -> String {
    guard let question = pack.question(key.linkId) else { return key.linkId }
    let model = pack.questions[question]
    guard let table = pack.table(of: question), let row = key.row else { return model.shortText }
    if case .pack(let rows) = pack.questions[table].rows {
      let text = rows.first { $0.code == row }?.text ?? row
      return "\(text): \(model.shortText)"
    }
    let number = (effective.table(table)?.number(of: row) ?? 0) + 1
    return "\(rowText(table)) \(number): \(model.shortText)"
  }
}
