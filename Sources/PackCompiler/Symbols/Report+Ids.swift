/// What every id must be.
extension Report {
  /// Whether an id is made of lower-case words with hyphens, and dots where they are allowed.
  func checkID(_ id: String, _ place: SourcePosition, upper: Bool = false) {
    let fits = id.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
        || (upper && ("A"..."Z").contains($0))
    }
    if !fits || id.isEmpty || id.utf8.count > Bounds.id {
      add(
        .badID, place, "“\(id)” is no id.",
        "Use lower-case letters, digits and hyphens, \(Bounds.id) at most.")
    }
  }

  func duplicate(_ id: String, _ place: SourcePosition) {
    add(.duplicateID, place, "The id \(id) is given twice.", "Rename one of the two.")
  }
}
