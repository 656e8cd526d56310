import Interview

/// The papers of the open matter, as the screens need them: in the order of their rank.
package struct Shelf: Hashable, Sendable {
  package var papers: [ShelfPaper]
  /// What of them was not read, a sentence each.
  package var remarks: [String]

  package init(papers: [ShelfPaper] = [], remarks: [String] = []) {
    self.papers = papers
    self.remarks = remarks
  }

  /// The passage that a place on the shelf names.
  subscript(place: ShelfPlace) -> ShelfPassage? {
    guard papers.indices.contains(place.paper),
      papers[place.paper].passages.indices.contains(place.passage)
    else { return nil }
    return papers[place.paper].passages[place.passage]
  }
}

/// A paper on the shelf.
package struct ShelfPaper: Hashable, Sendable {
  package var sha256: String
  package var name: String
  package var rank: PaperRank
  /// Whether its characters were recognised from a picture, so that each quotation may hold errors.
  package var isRecognised: Bool
  package var passages: [ShelfPassage]

  package init(
    sha256: String, name: String, rank: PaperRank, isRecognised: Bool = false,
    passages: [ShelfPassage]
  ) {
    self.sha256 = sha256
    self.name = name
    self.rank = rank
    self.isRecognised = isRecognised
    self.passages = passages
  }
}

/// A passage of a paper.
package struct ShelfPassage: Hashable, Sendable {
  package var anchor: String
  /// Where it stands, as an agreement is cited: “section 4.1(a)”.
  package var place: String
  /// The words of the nearest heading above it; empty where there is none.
  package var heading: String
  package var page: Int?
  package var text: String
  package var isHeading: Bool
  /// Whether words in it are proposed changes.
  package var isProposed: Bool

  package init(
    anchor: String, place: String = "", heading: String = "", page: Int? = nil, text: String,
    isHeading: Bool = false, isProposed: Bool = false
  ) {
    self.anchor = anchor
    self.place = place
    self.heading = heading
    self.page = page
    self.text = text
    self.isHeading = isHeading
    self.isProposed = isProposed
  }
}

/// A place on the shelf.
package struct ShelfPlace: Hashable, Sendable {
  package var paper: Int
  package var passage: Int

  package init(paper: Int, passage: Int) {
    self.paper = paper
    self.passage = passage
  }
}

/// A passage that was found, with what was found in it.
package struct FoundOnShelf: Hashable, Sendable {
  package var place: ShelfPlace
  /// Where the words lie that were looked for, in characters.
  package var matches: [Range<Int>]
  /// Numbers in it that may be the figure asked for, as an answer is written: “10 day”.
  package var figures: [String]

  package init(place: ShelfPlace, matches: [Range<Int>] = [], figures: [String] = []) {
    self.place = place
    self.matches = matches
    self.figures = figures
  }
}

/// What a search has brought.
package struct ShelfSearch: Hashable, Sendable {
  /// What it was made for: a row of a table; nil for words that were typed.
  package var row: AnswerKey?
  /// Best first.
  package var found: [FoundOnShelf]
  /// The words that were looked for, as a sentence names them.
  package var sought: String
  /// Whether what was found is too little to be called found: it is shown as the nearest, and no words of
  /// it are taken before somebody marks them.
  package var isWeak: Bool

  package init(row: AnswerKey?, found: [FoundOnShelf], sought: String, isWeak: Bool = false) {
    self.row = row
    self.found = found
    self.sought = sought
    self.isWeak = isWeak
  }
}
