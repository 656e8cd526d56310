import PackModel

/// What the rows and groups are called that the cells of a list may name, looked up once: a list of
/// thousands of rows names one of them in each.
struct ListPointers {
  /// By column that points.
  private var ids: [Int: [FoldedName: [String]]] = [:]
  private var names: [String: String] = [:]

  init(_ pack: Pack, _ sheet: AnswerSheet, of table: Int) {
    for column in pack.questions[table].children {
      for owner in pack.questions[column].rowsOf { take(owner, for: column, pack, sheet) }
    }
  }

  private mutating func take(_ owner: Int, for column: Int, _ pack: Pack, _ sheet: AnswerSheet) {
    let model = pack.questions[owner]
    guard let part = pack.nameColumn(of: owner) else { return }
    let rows = model.kind == .table ? sheet.rows(of: model.linkId) : [model.linkId]
    for id in rows {
      let key = AnswerKey(pack.questions[part].linkId, row: model.kind == .table ? id : nil)
      guard case .value(.text(let name))? = sheet[key] else { continue }
      ids[column, default: [:]][FoldedName(name), default: []].append(id)
      names[id] = name
    }
  }

  /// The one row or group that words name; nil where there is none, or there are several.
  func id(_ words: String, _ column: Int) -> String? {
    guard let found = ids[column]?[FoldedName(words)], found.count == 1 else { return nil }
    return found[0]
  }

  func name(of id: String) -> String? { names[id] }
}
