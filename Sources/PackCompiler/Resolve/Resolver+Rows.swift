import PackModel

extension Resolver {
  /// `TABLE[CODE]`, of a table whose rows the pack gives.
  func row(_ id: String, _ place: SourcePosition) -> (table: Int, code: String)? {
    guard !id.isEmpty else { return nil }
    let parts = id.split(separator: "[", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[1].hasSuffix("]") else {
      report.add(
        .wrongShape, place, "“\(id)” is no row of a table.", "Write `TABLE[ROW]`: `rows[a]`.")
      return nil
    }
    guard let table = question(parts[0], place) else { return nil }
    guard let rows = symbols.rows(of: table) else {
      report.add(
        .wrongShape, place, "\(parts[0]) has no rows that the pack gives.",
        "Name a table with `rows`.")
      return nil
    }
    let code = String(parts[1].dropLast())
    if rows.contains(where: { $0.code == code }) { return (table, code) }
    let hint = nearest(code, in: rows.map(\.code)).map { "Did you mean \($0)? " } ?? ""
    report.add(
      .unknownCode, place, "\(parts[0]) has no row “\(code)”.",
      hint + "Its rows are \(rows.map(\.code).joined(separator: ", ")).")
    return nil
  }
}
