/// A drafted document: a tree of blocks and runs, each run with its provenance. Values only; it
/// knows no file format.
package struct Document: Hashable, Sendable {
  /// The document's id in the pack.
  package var id: String
  /// What stands at its head.
  package var title: [Run]
  /// BCP 47, for hyphenation and the files' properties: `en-GB`.
  package var language: String
  /// The size of its pages.
  package var paper: Paper
  /// A working draft says so on every page; a final copy does not.
  package var standing: Standing
  /// Printed before the title and outside what is signed.
  package var cover: [Block]
  /// The text, in order.
  package var blocks: [Block]
  /// Open points, in the order of the document, each once.
  package var blanks: [Blank]
  /// It holds two texts, see `Revision`; `redline(from:to:)` makes such a one.
  package internal(set) var isRedline = false

  /// ISO 216's A4, or the letter of North America.
  package enum Paper: String, Hashable, Sendable { case a4, letter }
  /// What it is to its reader: a working draft, the copy to sign, a report.
  package enum Standing: String, Hashable, Sendable { case draft, final, report }

  package init(
    id: String, title: [Run], language: String, paper: Paper, standing: Standing,
    cover: [Block], blocks: [Block], blanks: [Blank]
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.paper = paper
    self.standing = standing
    self.cover = cover
    self.blocks = blocks
    self.blanks = blanks
  }
}

/// A named blank: something that is still to be said.
package struct Blank: Hashable, Sendable {
  /// As printed between the brackets: "controller: legal name".
  package var name: String
  /// The questions whose answers it waits for, as linkIds, with the row where there is one.
  package var waitsFor: [Source]
  /// `open`, `unknown`, `parked`: the worst of the states it waits for.
  package var state: String
  /// What was noted beside the question; nil where nothing was.
  package var note: String?

  /// The answer that would fill it.
  package struct Source: Hashable, Sendable {
    /// The question.
    package var linkId: String
    /// The row of its table, by id; nil outside tables.
    package var row: String?
    /// The question in full.
    package var asks: String

    package init(linkId: String, row: String?, asks: String = "") {
      self.linkId = linkId
      self.row = row
      self.asks = asks
    }
  }

  package init(name: String, waitsFor: [Source], state: String, note: String?) {
    self.name = name
    self.waitsFor = waitsFor
    self.state = state
    self.note = note
  }
}
