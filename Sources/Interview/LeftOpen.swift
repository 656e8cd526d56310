import PackModel

/// What a final copy leaves open on purpose: an answer by its key, with the reason.
extension Setting {
  private static let leftOpen = "left open"

  /// Kept like a follow-up, so that journal, undo and export know it.
  package static func leftOpen(_ key: AnswerKey) -> Setting {
    .followUp(finding: key.linkId + (key.row.map { "[\($0)]" } ?? ""), field: leftOpen)
  }
}

extension AnswerSheet {
  /// Why an answer may stay open in a final copy; nil where nobody said that it may.
  package func leftOpen(_ key: AnswerKey) -> String? { setting(.leftOpen(key)) }
}

extension Evaluation {
  /// A place as a command line names it: `notice`, `subprocessors[0].name`, `clauses[A-1].contract`.
  package func path(of key: AnswerKey) -> String {
    guard let row = key.row, let question = pack.question(key.linkId),
      let table = pack.table(of: question)
    else { return key.linkId }
    let name = pack.questions[table].linkId
    let column = key.linkId.dropFirst(name.count)
    if case .pack = pack.questions[table].rows { return "\(name)[\(row)]\(column)" }
    let number = effective.table(table)?.number(of: row).map(String.init)
    return "\(name)[\(number ?? row)]\(column)"
  }
}
