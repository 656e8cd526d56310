/// In a row its own names come first, so a name from outside must not be the same.
func findHiddenNames(_ symbols: SymbolTable, _ report: Report) {
  func look(_ id: String, _ table: Int?, _ place: SourcePosition) {
    guard let table else { return }
    let owner = symbols.questions[table].id
    let own = String(id.dropFirst(owner.count + 1))
    guard symbols.member(own) != nil else { return }
    report.add(
      .hiddenName, place,
      "In a row of \(owner), “\(own)” hides the question of the same name.",
      "Rename one of the two.")
  }
  for question in symbols.questions { look(question.id, question.table, question.place) }
  for value in symbols.calculated { look(value.id, value.table, value.place) }
}
