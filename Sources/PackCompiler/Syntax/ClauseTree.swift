/// `::: clause ID` … `:::`
struct ClauseTree {
  let id: String
  let place: SourcePosition
  /// The section it stands in; empty where no heading stands before it.
  let section: String
  /// The lines `KEY: words` at its head, and those of its file's.
  let keys: [String: TextSource]
  let blocks: [BlockTree]
}
