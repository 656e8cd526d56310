/// Where a document refers to its clauses or sections: the first of them that is in is meant.
struct Reference {
  let ids: [String]
  let place: SourcePosition
  let whereabouts: Whereabouts
}
