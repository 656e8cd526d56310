import Interview

/// What of the papers stands beside a question: the shelf, and what was found for its rows. It is asked
/// for in the pause, and forgotten when other papers come in.
struct PassagesBeside: Sendable {
  private(set) var shelf: Shelf?
  private(set) var searches: [AnswerKey: ShelfSearch] = [:]
  /// Another number after each change, so that what was made of it before is known to be old.
  private(set) var state = 0
  /// The passage in hand, by its number among those found for a row.
  private var inHand: (row: AnswerKey, number: Int)?
  /// The passage that shall be in hand when the row is opened with the paper in hand.
  var wanted: (row: AnswerKey, place: ShelfPlace)?

  mutating func take(_ shelf: Shelf) {
    (self.shelf, searches) = (shelf, [:])
    state += 1
  }

  mutating func take(_ search: ShelfSearch) {
    guard let row = search.row else { return }
    searches[row] = search
    state += 1
  }

  /// The papers are others now.
  mutating func forget() {
    (shelf, searches, inHand, wanted) = (nil, [:], nil, nil)
    state += 1
  }

  /// What is still to be asked for before the passages of a row can be shown.
  func asks(for row: AnswerKey) -> Effect? {
    guard let shelf else { return .readShelf }
    return shelf.papers.isEmpty || searches[row] != nil ? nil : .findOnShelf(row)
  }

  /// The number of the passage in hand for a row, from 0.
  func cursor(_ row: AnswerKey) -> Int { inHand?.row == row ? inHand?.number ?? 0 : 0 }

  /// To the next passage of a row, or the one before.
  mutating func move(_ by: Int, of row: AnswerKey) {
    let last = max(0, (searches[row]?.found.count ?? 0) - 1)
    inHand = (row, min(max(0, cursor(row) + by), last))
    state += 1
  }

  /// The passage in hand for a row, with the words that would be quoted; none where what was found is
  /// only the nearest.
  func passage(_ row: AnswerKey) -> (found: FoundOnShelf, marks: WordMarks?)? {
    guard let search = searches[row], search.found.indices.contains(cursor(row)) else {
      return nil
    }
    let found = search.found[cursor(row)]
    guard !search.isWeak, let text = shelf?[found.place]?.text else { return (found, nil) }
    return (found, WordMarks(text, around: found.matches))
  }
}
