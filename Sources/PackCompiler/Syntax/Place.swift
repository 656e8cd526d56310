/// Where something stands in a pack.
struct Place: Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int

  func moved(by columns: Int) -> Place {
    Place(file: file, line: line, column: column + columns)
  }
}
