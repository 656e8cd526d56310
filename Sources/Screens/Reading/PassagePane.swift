import Canvas
import PackModel
import PlainText

/// The passages that may hold the row in hand, beside its question: the one in hand whole, with the words
/// that would be quoted in brackets, the others in a few rows.
struct PassagePane {
  private(set) var strips: [StyledLine] = []
  /// The row at which the passage in hand begins.
  private(set) var target = 0
  /// Whether the first is in hand: what is said above them is in view too.
  let isFirst: Bool

  /// Rows of a passage that is not in hand.
  private static let around = 3

  init(_ row: ReadingRow, _ beside: PassagesBeside, width: Int) {
    isFirst = beside.cursor(row.key) == 0
    let said = PassagePane.said(row, beside)
    strips = said.flatMap { StyledLine.wrapped($0.words, width: width, style: $0.style) }
    guard let shelf = beside.shelf, let search = beside.searches[row.key] else { return }
    for (number, found) in search.found.enumerated() {
      guard let passage = shelf[found.place] else { continue }
      let isInHand = number == beside.cursor(row.key)
      if isInHand { target = strips.count }
      strips += StyledLine.wrapped(
        "\(number + 1) \(ShelfPassage.title(found.place, of: shelf))", width: width,
        style: isInHand ? .heading : .dim
      ).prefix(2)
      let marked = isInHand ? beside.passage(row.key)?.marks?.range : nil
      let lines = StyledLine.wrapped(
        ReadingView.pieces(passage.text, matches: found.matches, marked: marked), width: width)
      strips += isInHand ? lines : Array(lines.prefix(PassagePane.around))
    }
  }

  /// What is said above the passages, or in their place.
  private static func said(
    _ row: ReadingRow, _ beside: PassagesBeside
  ) -> [(words: String, style: Canvas.Style)] {
    guard let shelf = beside.shelf else { return [("Reading the papers.", .dim)] }
    guard !shelf.papers.isEmpty else {
      return [("There is no paper in this matter yet. Ctrl-T, then a adds one.", .dim)]
    }
    guard let search = beside.searches[row.key] else { return [("Looking.", .dim)] }
    let none = ("No passage found with these words: \(search.sought).", Canvas.Style.warning)
    guard !search.found.isEmpty else { return [none, ("Ctrl-T reads the paper.", .dim)] }
    return search.isWeak
      ? [none, ("The nearest. Alt-PgDn the next, Ctrl-T reads on.", .dim)]
      : [
        (
          "Ctrl-O quotes the words in brackets, Alt-PgDn the next, Ctrl-T reads on.", .dim
        )
      ]
  }
}

extension ShelfPassage {
  /// Where a passage stands, in a line: as it is cited, its page, its heading, and what is to be known
  /// of its words.
  static func title(_ place: ShelfPlace, of shelf: Shelf) -> String {
    guard let passage = shelf[place] else { return "" }
    let paper = shelf.papers[place.paper]
    var words = passage.place
    if let page = passage.page, !passage.place.hasPrefix("page") { words += "  page \(page)" }
    if !passage.heading.isEmpty, !passage.place.contains(passage.heading.prefix(60)) {
      words += "  \(passage.heading)"
    }
    if shelf.papers.count > 1 { words += "  (\(paper.name))" }
    if passage.isProposed { words += "  as proposed" }
    if paper.isRecognised { words += "  recognised from a picture" }
    return words
  }
}
