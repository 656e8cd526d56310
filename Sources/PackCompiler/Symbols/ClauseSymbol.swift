/// A clause, and where it stands.
struct ClauseSymbol {
  let tree: ClauseTree
  let document: Int
}
