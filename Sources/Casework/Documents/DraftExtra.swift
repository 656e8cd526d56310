import PackModel

/// What a draft can bring along beside its documents.
package enum DraftExtra: String, CaseIterable, Sendable {
  /// What every sentence rests on, as JSON.
  case why

  /// The words for which a pack has documents, in its order, each once.
  package static func words(_ pack: Pack) -> [String] {
    var seen: Set<String> = []
    return pack.documents.compactMap(\.with).filter { seen.insert($0).inserted }
  }

  /// The words of `--with`: what the program brings along, and documents that the pack has for the
  /// asking.
  ///
  /// - Throws: a usage error that names every word that is known.
  package static func read(
    _ names: String, _ pack: Pack
  ) throws -> (extras: Set<DraftExtra>, documents: [String]) {
    let known = words(pack)
    var found: (extras: Set<DraftExtra>, documents: [String]) = ([], [])
    for word in names.split(separator: ",").map(String.init) {
      if let extra = DraftExtra(rawValue: word) {
        found.extras.insert(extra)
      } else if known.contains(word) {
        found.documents.append(word)
      } else {
        throw Outcome.usage(
          "“\(word)” is nothing that a draft can bring along. There is: "
            + (allCases.map(\.rawValue) + known).joined(separator: ", ") + ".")
      }
    }
    return found
  }
}
