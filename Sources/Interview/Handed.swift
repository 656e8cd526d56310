import PackModel

/// Questions that somebody else is to answer.
extension Setting {
  private static let handedTo = "handed to"

  /// Kept like a follow-up, so that journal, undo and export know it.
  package static func handed(_ key: AnswerKey) -> Setting {
    .followUp(finding: key.linkId + (key.row.map { "[\($0)]" } ?? ""), field: handedTo)
  }
}

extension AnswerSheet {
  /// Who is to answer a question; nil where nobody was named.
  package func handed(_ key: AnswerKey) -> String? { setting(.handed(key)) }

  /// The changes that hand questions to somebody.
  package func handing(_ keys: [AnswerKey], to person: String?) -> [Change] {
    keys.flatMap { changing(.handed($0), to: person) }
  }
}

extension Evaluation {
  /// A place as a sheet names it, by the row's own id: that stays what it is where rows come and go.
  package func lastingPath(of key: AnswerKey) -> String {
    guard let row = key.row, let question = pack.question(key.linkId),
      let table = pack.table(of: question)
    else { return key.linkId }
    let name = pack.questions[table].linkId
    return "\(name)[\(row)]\(key.linkId.dropFirst(name.count))"
  }

  /// Whether words choose a question: its id, or that of its step's part, table, group or row.
  package func isChosen(_ key: AnswerKey, by words: String) -> Bool {
    [key.linkId, path(of: key), lastingPath(of: key)].contains { name in
      name == words || name.hasPrefix(words + ".") || name.hasPrefix(words + "[")
    }
  }
}
