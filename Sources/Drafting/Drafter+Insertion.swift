import Documents
import Interview
import PackModel

/// A clause that goes into another's paper.
extension Drafter {
  /// A provision of the amendment: "3", or its second clause, "3(2)".
  struct Provision {
    let number: Int
    var part: Int?

    var words: String { "Provision \(number)\(part.map { "(\($0))" } ?? "")" }
  }

  /// A clause's text for another's paper: drafted from the answers, and from what the pack has stand
  /// for those that nobody gave, with named blanks, whatever our own draft decides of it. Empty where
  /// nothing would print.
  ///
  /// - Parameter provisions: by clause, the provision as which it goes there.
  func insertion(of id: String, provisions: [Int: Provision] = [:]) -> [Block] {
    guard let number = pack.clause(id) else { return [] }
    var drafter = Drafter(
      pack.clauses[number].document, insertable ?? evaluation, findings, settings)
    drafter.isInsertion = true
    drafter.provisions = provisions
    guard !drafter.isEmpty(pack.clauses[number].blocks) else { return [] }
    var whereabouts = Whereabouts()
    whereabouts.clause = id
    var blocks = drafter.blocks(pack.clauses[number].blocks, whereabouts)
    // Numbers of its own would be taken for the amendment's.
    if let part = provisions[number]?.part, case .paragraph(var first)? = blocks.first {
      first.runs.insert(Run("(\(part)) ", provenance: whereabouts.provenance), at: 0)
      blocks[0] = .paragraph(first)
    }
    // Without its number nothing would tell that its first sentence leads to the wide tables.
    guard blocks.count > 1, case .paragraph = blocks[0], case .landscape(let inner) = blocks[1]
    else { return blocks }
    return [.landscape([blocks[0]] + inner)] + blocks.dropFirst(2)
  }

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
      inSentence(inlines(section.title, Whereabouts()).map(\.text).joined())
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
    text.replacing("this section", with: "this Provision")
      .replacing("this Annex", with: "this Provision")
  }
}
