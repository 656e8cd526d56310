/// A block of a document, with every answer in place.
package indirect enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(List)
  case table(Table)
  case signatures([Signature])
  case contents([ContentsEntry])
  case picture(Picture)
  /// These blocks on pages turned sideways.
  case landscape([Block])
}

/// A heading, with the number it bears.
package struct Heading: Hashable, Sendable {
  /// 1 is a section or annex, 2 a heading within.
  package var level: Int
  /// How its number is made.
  package var numbering: Numbering
  /// "7", "Annex B"; nil where it has none.
  package var number: String?
  /// What references aim at.
  package var anchor: String
  /// Its words.
  package var runs: [Run]
  /// In a redline: whether it came or went, and the number it had before where that was another.
  package var revision: Revision?
  /// Its number in the earlier text, where a redline shows one; so is it of every block.
  package var earlier: String?

  /// Which of the document's counters it moves; a format that numbers by itself needs it.
  package enum Numbering: String, Hashable, Sendable { case section, annex, none }

  package init(
    level: Int, numbering: Numbering, number: String?, anchor: String, runs: [Run]
  ) {
    self.level = level
    self.numbering = numbering
    self.number = number
    self.anchor = anchor
    self.runs = runs
  }
}

/// A paragraph, numbered or not.
package struct Paragraph: Hashable, Sendable {
  /// "7.1" or "B.1" on the first paragraph of a numbered clause, nil elsewhere.
  package var number: String?
  /// What references lead to; nil where none does.
  package var anchor: String?
  /// How it is set.
  package var style: Style
  /// Its words.
  package var runs: [Run]
  /// Where a finding of a report begins here.
  package var finding: FindingMark?
  /// In a redline: whether it came or went, and the number it had before where that was another.
  package var revision: Revision?
  /// Its number in the earlier text, where a redline shows one.
  package var earlier: String?

  /// How it is set.
  package enum Style: String, Hashable, Sendable {
    /// The first paragraph of a numbered clause.
    case clause
    /// A further paragraph of a numbered clause, set at its text.
    case continued
    case body
  }

  package init(number: String?, anchor: String?, style: Style, runs: [Run]) {
    self.number = number
    self.anchor = anchor
    self.style = style
    self.runs = runs
  }

  /// Whether it is a line in bold that does a heading's work.
  package var isTitle: Bool { number == nil && !runs.isEmpty && runs.allSatisfy(\.strong) }

  /// Whether it announces what comes after it.
  package var endsInColon: Bool { runs.last { !$0.text.isEmpty }?.text.utf8.last == 0x3A }
}

/// A list. Ordered ones of a clause are its third level: (a), (b) …
package struct List: Hashable, Sendable {
  /// Whether its items bear letters or numbers.
  package var ordered: Bool
  /// In order.
  package var items: [Item]

  /// An item of a list.
  package struct Item: Hashable, Sendable {
    /// "(a)" or "•", as computed.
    package var marker: String
    /// What stands in it.
    package var blocks: [Block]
    /// In a redline: whether it came or went, and the marker it had before where that was another.
    package var revision: Revision?
    /// Its number in the earlier text, where a redline shows one.
    package var earlier: String?

    package init(marker: String, blocks: [Block]) {
      self.marker = marker
      self.blocks = blocks
    }
  }

  package init(ordered: Bool, items: [Item]) {
    self.ordered = ordered
    self.items = items
  }
}

/// A table with one row of headings.
package struct Table: Hashable, Sendable {
  /// The headings, one a column.
  package var header: [[Run]]
  /// Each row's cells, as many as there are headings.
  package var rows: [[[Run]]]
  /// In a redline: whether the whole table came or went.
  package var revision: Revision?
  /// In a redline: the rows that came or went, by their place in `rows`.
  package var rowRevisions: [Int: Revision] = [:]
  /// What is still to fill it, while a document is drafted; nil in every finished one.
  package var awaits: Filling?

  /// What can be made only of the rest of the document.
  package enum Filling: Hashable, Sendable { case definitions, sources }

  /// A table that the rest of the document will fill.
  package init(awaiting filling: Filling) {
    self.init(header: [], rows: [])
    awaits = filling
  }

  package init(header: [[Run]], rows: [[[Run]]]) {
    self.header = header
    self.rows = rows
  }
}

/// One party's place to sign, for one person or more: labels with what is filled in.
package struct Signature: Hashable, Sendable {
  /// The name of the party.
  package var party: [Run]
  /// What is filled in by hand, in order.
  package var lines: [Line]
  /// In a redline: whether the place came or went; all of one block agree.
  package var revision: Revision?

  /// A line to write on.
  package struct Line: Hashable, Sendable {
    /// What is written there: "Name", "Date".
    package var label: String
    /// Empty: a rule to write on.
    package var runs: [Run]
    /// Whether the place of another person begins here, apart from the lines above it.
    package var startsPerson: Bool

    package init(label: String, runs: [Run], startsPerson: Bool = false) {
      self.label = label
      self.runs = runs
      self.startsPerson = startsPerson
    }
  }

  package init(party: [Run], lines: [Line]) {
    self.party = party
    self.lines = lines
  }

  /// The lines of each person who signs.
  package var people: [ArraySlice<Line>] {
    let starts = lines.indices.filter { $0 == 0 || lines[$0].startsPerson }
    return zip(starts, starts.dropFirst() + [lines.count]).map { lines[$0..<$1] }
  }
}

/// A line of the contents.
package struct ContentsEntry: Hashable, Sendable {
  /// 1 for a section, 2 for a heading within.
  package var level: Int
  /// The section's number; nil where it bears none.
  package var number: String?
  /// What it leads to.
  package var anchor: String
  /// The heading's words.
  package var runs: [Run]
  /// In a redline: whether it came or went, and the number it had before where that was another.
  package var revision: Revision?
  /// The number in the earlier text, where a redline shows one.
  package var earlier: String?

  package init(level: Int, number: String?, anchor: String, runs: [Run]) {
    self.level = level
    self.number = number
    self.anchor = anchor
    self.runs = runs
  }
}
