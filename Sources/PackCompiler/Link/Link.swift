import PackModel

/// Looks at what only the whole pack shows: the order in which its members are computed,
/// alternatives that leave a case out, references whose target can be out, promises at odds; and finds
/// what stands for each obligation of the inventory.
func link(_ resolved: ResolvedPack, _ symbols: SymbolTable, _ report: Report) -> PackContents {
  var contents = resolved.contents
  contents.order = EvaluationOrder(contents, symbols, report).members()
  contents.clauses = Alternatives(contents, symbols, report).grouped()
  let check = ReferenceCheck(contents, symbols, report)
  for reference in resolved.references { check.look(at: reference) }
  let meetings = PromiseMeetings(contents, resolved.promises, report)
  meetings.findDeadLetters()
  for (check, proofs) in meetings.checks() {
    contents.checks.append(check)
    contents.background.proofs.append(proofs)
  }
  let checks = Set(contents.checks.map(\.id))
  for (id, place) in resolved.same where !checks.contains(id) {
    report.add(SymbolKind.check.unknown(id, among: checks), place)
  }
  contents.background.coverage = contents.coverageMet()
  return contents
}

extension PackContents {
  /// The inventory with what stands for each of its obligations.
  fileprivate func coverageMet() -> [CoverageItem] {
    let known = Dictionary(obligations.map { ($0.id, $0) }) { first, _ in first }
    return background.coverage.map { item in
      var item = item
      if let obligation = item.obligation.flatMap({ known[$0] }) { item.meet(obligation, self) }
      return item
    }
  }
}
