import Documents
import Interview
import PackModel

/// What a reference prints.
extension RunDrafter {
  func reference(_ ids: [String], _ whereabouts: Whereabouts) -> Run {
    if isInsertion, let id = ids.first { return titled(id, whereabouts) }
    for id in ids {
      if let text = referred(id) {
        return Run(text, kind: .reference(anchor: id), provenance: whereabouts.provenance)
      }
    }
    // In a paper that is only read the contract's places are words, no links.
    if !isSigned, !ids.contains(where: isOwn) {
      let place = ids.lazy.compactMap { contractPlaces[$0] }.first ?? "not in the draft"
      return Run(place, provenance: whereabouts.provenance)
    }
    // The compiler bars this but where what decides between the targets does not apply at all.
    guard let deciding = ids.lazy.compactMap(deciding).first else {
      return Run("[reference]", provenance: whereabouts.provenance)
    }
    return blank([deciding], prefix: "reference: ", whereabouts)
  }

  /// Whether a clause or section belongs to this document.
  private func isOwn(_ id: String) -> Bool {
    if let clause = pack.clause(id) { return pack.clauses[clause].document == document }
    return pack.documents[document].sections.contains { $0.id == id }
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
      let title = inlines(sections[index].title, Whereabouts()).text
      return "“\(title)”"
    }
    return sections[index].style == .numbered ? "section \(number)" : number
  }

  // MARK: For another's paper

  /// In a clause that goes into another's paper our numbers mean nothing: a reference to a clause names
  /// the provision that goes there with it; else it names a subject, on which the paper may have words
  /// of its own. In the singular, as “section 7.1” is.
  func titled(_ id: String, _ whereabouts: Whereabouts) -> Run {
    let clause = pack.clause(id)
    if let provision = clause.flatMap({ provisions[$0] }) {
      return Run(provision.words, provenance: whereabouts.provenance)
    }
    let section = clause.map { pack.clauses[$0].section } ?? id
    let title = pack.documents[document].sections.first { $0.id == section }.map { section in
      inSentence(inlines(section.title, Whereabouts()).text)
    }
    return Run(
      "what this DPA provides on \(title ?? "that subject")",
      provenance: whereabouts.provenance)
  }

  /// A title inside a sentence: "international transfers", but "Security Incidents" and "AI processing".
  private func inSentence(_ title: String) -> String {
    let lower = title.lowercased()
    let isTerm = pack.terms.contains { term in
      term.definition != nil && term.term.first?.isUppercase == true
        && term.words.contains { lower.hasPrefix($0.lowercased()) }
    }
    if isTerm || title.dropFirst().first?.isUppercase == true { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  /// What a clause says of the place where it stands, said of the provision.
  func moved(_ text: String) -> String {
    text.replacing("this section", with: "this provision")
      .replacing("this Annex", with: "this provision")
  }
}
