import PackModel

/// `# Title {#id .style when="…"}` and what stands below it.
struct SectionTree {
  let id: String
  let place: SourcePosition
  let title: TextSource
  let style: Section.Style
  let when: TextSource?
  /// Whether only the long form of a report has it.
  let isLong: Bool
  var parts: [Part] = []

  enum Part {
    /// The number of a clause within its document.
    case clause(Int)
    /// Text that belongs to no clause.
    case blocks([BlockTree])
  }
}
