import PackModel

/// What rows and groups are called, as far as their answers say.
struct RowNames {
  private let pack: Pack
  private let answers: EffectiveAnswers

  init(_ pack: Pack, _ answers: EffectiveAnswers) {
    self.pack = pack
    self.answers = answers
  }

  /// The rows and groups that a pointer may name, with their names as far as given.
  func targets(of question: Int) -> [(id: String, name: String)] {
    pack.questions[question].rowsOf.flatMap { owner -> [(String, String)] in
      let model = pack.questions[owner]
      guard model.kind == .table else { return [(model.linkId, targetName(owner, row: nil))] }
      let rows = answers.table(owner)?.rows ?? []
      return rows.indices.map { (rows[$0], targetName(owner, row: $0)) }
    }
  }

  /// The name of one row or group that a pointer may name; nil where there is none of that id.
  func target(_ id: String, of question: Int) -> String? {
    for owner in pack.questions[question].rowsOf {
      if pack.questions[owner].kind != .table {
        if pack.questions[owner].linkId == id { return targetName(owner, row: nil) }
      } else if let row = answers.table(owner)?.number(of: id) {
        return targetName(owner, row: row)
      }
    }
    return nil
  }

  private func targetName(_ owner: Int, row: Int?) -> String {
    if let column = pack.nameColumn(of: owner),
      case .value(.text(let text)) = answers.reading(.question(column), row: row)
    {
      return text
    }
    guard let row else { return pack.questions[owner].shortText }
    return "\(rowText(owner)) \(row + 1)"
  }

  /// What one row of a table is called: "sub-processor".
  func rowText(_ table: Int) -> String {
    if case .user(let text) = pack.questions[table].rows { return text }
    return "row"
  }

  /// The row or group that words name, by its id or its name.
  func id(_ text: String, for pointer: Int) throws(AnswerError) -> String {
    let targets = targets(of: pointer)
    if let exact = targets.first(where: { $0.id == text }) { return exact.id }
    let alike = targets.filter { $0.name == text }
    if alike.count == 1 { return alike[0].id }
    let wanted = FoldedName(text)
    let named = targets.filter { FoldedName($0.name) == wanted }
    if named.count == 1 {
      let isDoubted = Doubts.isInDoubt(text) && !Doubts.isInDoubt(named[0].name)
      guard !isDoubted else { throw .inDoubt(text) }
      return named[0].id
    }
    throw .names(text, none: named.isEmpty, of: named.isEmpty ? targets : named)
  }
}

extension Pack {
  /// The part by which a row or a group is called: the first of its two leading ones that is a text,
  /// else the first.
  package func nameColumn(of owner: Int) -> Int? {
    let parts = questions[owner].children
    return parts.prefix(2).first { questions[$0].kind == .string } ?? parts.first
  }
}

extension Evaluation {
  /// The rows and groups that a pointer may name, with their names as far as given.
  package func targets(of question: Int) -> [(id: String, name: String)] {
    RowNames(pack, effective).targets(of: question)
  }

  /// The name of one row or group that a pointer may name; nil where there is none of that id.
  package func target(_ id: String, of question: Int) -> String? {
    RowNames(pack, effective).target(id, of: question)
  }

  /// What one row of a table is called: "sub-processor".
  package func rowText(_ table: Int) -> String { RowNames(pack, effective).rowText(table) }
}
