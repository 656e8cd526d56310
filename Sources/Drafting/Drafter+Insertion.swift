import Documents
import PackModel

/// A clause that goes into another's paper.
extension Drafter {
  /// A clause's text for another's paper: drafted from the answers, and from what the pack has stand
  /// for those that nobody gave, with named blanks, whatever our own draft decides of it. Empty where
  /// nothing would print.
  ///
  /// - Parameter provisions: by clause, the provision as which it goes there.
  func insertion(of id: String, provisions: [Int: Provision] = [:]) -> [Block] {
    guard let number = pack.clause(id) else { return [] }
    var drafter = Drafter(
      pack.clauses[number].document, insertable ?? evaluation, asOf, settings)
    drafter.runs.isInsertion = true
    drafter.runs.provisions = provisions
    guard !drafter.emptiness.isEmpty(pack.clauses[number].blocks) else { return [] }
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
}
