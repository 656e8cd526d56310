import PackModel

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

/// `# Title {#id .style when="…"}` and what stands below it.
struct SectionTree {
  let id: String
  let place: Place
  let title: TextSource
  let style: Section.Style
  let when: TextSource?
  var parts: [Part] = []

  enum Part {
    /// The number of a clause within its document.
    case clause(Int)
    /// Text that belongs to no clause.
    case blocks([BlockTree])
  }
}

/// `::: clause ID` … `:::`
struct ClauseTree {
  let id: String
  let place: Place
  /// The section it stands in; empty where no heading stands before it.
  let section: String
  /// The lines `KEY: words` at its head, and those of its file's.
  let keys: [String: TextSource]
  let blocks: [BlockTree]
}

/// A block of a document's file.
indirect enum BlockTree {
  case paragraph(TextSource)
  case heading(TextSource, id: String)
  case list(ordered: Bool, [[BlockTree]])
  case table(header: [TextSource]?, [[TextSource]])
  case each(TextSource, [BlockTree])
  case when(TextSource, [BlockTree])
  case landscape([BlockTree])
  case picture(TextSource, Place)
  case generated(String, [String: TextSource], Place)
}
