/// Where something stands in a pack.
struct SourcePosition: Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int

  func moved(by columns: Int) -> SourcePosition {
    SourcePosition(file: file, line: line, column: column + columns)
  }
}
