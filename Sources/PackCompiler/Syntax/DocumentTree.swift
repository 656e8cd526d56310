/// The text of one document of a pack, with places and without anything resolved.
struct DocumentTree {
  let id: String
  /// Its entry in `pack.yaml`.
  let fields: Fields
  let title: TextSource
  let sections: [SectionTree]
  /// The clauses of all sections, in their order.
  let clauses: [ClauseTree]
}
