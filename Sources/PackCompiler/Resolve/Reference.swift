import PackModel

/// Where a document refers to its clauses or sections: the first of them that is in is meant.
struct Reference {
  let ids: [String]
  let place: Place
  let whereabouts: Whereabouts
}

/// What a text stands in.
struct Whereabouts {
  /// nil for a text that any document may print.
  var document: Int?
  var clause: Int?
  /// Those of the blocks around it.
  var conditions: [Expression] = []
}
