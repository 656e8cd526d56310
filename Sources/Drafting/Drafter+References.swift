import Documents
import Interview
import PackModel

/// What a reference prints.
extension Drafter {
  func reference(_ ids: [String], _ whereabouts: Whereabouts) -> Run {
    if isInsertion, let id = ids.first { return titled(id, whereabouts) }
    for id in ids {
      if let text = referred(id) {
        return Run(text, kind: .reference(anchor: id), provenance: whereabouts.provenance)
      }
    }
    // The compiler bars this but where what decides between the targets does not apply at all.
    guard let deciding = ids.lazy.compactMap(deciding).first else {
      return Run("[reference]", provenance: whereabouts.provenance)
    }
    return blank([deciding], prefix: "reference: ", whereabouts)
  }

  /// The question that decides whether a clause, or one of a section, is in.
  private func deciding(_ id: String) -> AnswerKey? {
    let sections = pack.documents[document].sections
    let parts = sections.first { $0.id == id }?.parts ?? pack.clause(id).map { [.clause($0)] } ?? []
    for case .clause(let number) in parts {
      let clause = pack.clauses[number]
      if case .question(let question)? = clause.alternative?.subject {
        return AnswerKey(pack.questions[question].linkId)
      }
      for case .question(let question) in clause.when?.members ?? [] {
        return AnswerKey(pack.questions[question].linkId)
      }
    }
    return nil
  }

  /// "section 7.1", "Annex B", or the title of a section without a number.
  func referred(_ id: String) -> String? {
    guard let numbering else { return nil }
    if let clause = pack.clause(id), numbering.printed.contains(clause) {
      if let number = numbering.clauses[clause] { return "section \(number)" }
      return referred(pack.clauses[clause].section)
    }
    let sections = pack.documents[document].sections
    guard let index = sections.firstIndex(where: { $0.id == id }), numbering.sections[index].prints
    else { return nil }
    let number = numbering.sections[index].number
    if number.isEmpty {
      let title = inlines(sections[index].title, Whereabouts()).map(\.text).joined()
      return "“\(title)”"
    }
    return sections[index].style == .numbered ? "section \(number)" : number
  }
}
