import Documents

/// A contents table of Word's own. Its entries are in the file; on which page they stand only Word can
/// say, when it lays out the pages, and until then no number stands there.
enum WordContents {
  static func write(_ entries: [ContentsEntry], to flow: inout WordFlow) {
    let hadComments = flow.runs.comments.areWritten
    flow.runs.comments.areWritten = false
    for (place, entry) in entries.enumerated() {
      // The field begins and ends whatever comes and goes within it.
      let start = place == 0 ? WordXML.fieldStart("TOC \\o \"1-1\" \\h \\z \\u") : ""
      let end = place == entries.count - 1 ? WordXML.fieldEnd : ""
      flow.paragraph(
        entry.level == 1 ? "toc 1" : "toc 2", start + words(of: entry, &flow.runs) + end,
        entry.revision)
    }
    flow.runs.comments.areWritten = hadComments
  }

  private static func words(of entry: ContentsEntry, _ runs: inout WordRuns) -> String {
    let revision = entry.revision
    var words = ""
    if revision == nil, let earlier = entry.earlier {
      words += number(earlier, .deleted, &runs) + number(entry.number, .inserted, &runs)
    } else {
      words += number(entry.number, revision, &runs)
    }
    words += runs.line(entry.runs)
    guard let bookmark = runs.references.bookmarks[entry.anchor] else { return words }
    // What went needs no field: nothing is computed anew in it.
    let page = revision == .deleted ? "" : WordXML.field("PAGEREF \(bookmark) \\h", result: "")
    return WordXML.link(
      to: bookmark, words + runs.changes.wrapped(WordXML.tab + page, revision))
  }

  /// As Word will set it: an annex's is followed by a full stop and a space.
  private static func number(
    _ number: String?, _ revision: Revision?, _ runs: inout WordRuns
  ) -> String {
    guard let label = number.map(NumberLabel.label) else { return "" }
    let words = label.hasSuffix(".") ? "\(label)\t" : "\(label). "
    return runs.changes.wrapped(WordXML.run(words, isGone: revision == .deleted), revision)
  }
}
