/// Where a quotation stands in a paper.
package struct QuotationPlace: Hashable, Sendable {
  /// What stands in one passage.
  package struct Piece: Hashable, Sendable {
    /// The passage's position.
    package let position: Int
    /// In bytes of UTF-8 from the start of its text.
    package let range: Range<Int>
    /// Whether the quotation leaves something out before it.
    package let isAfterGap: Bool
  }

  /// In the order of reading; one, unless the quotation runs on into the next passage or leaves words out.
  package let pieces: [Piece]

  /// The paper's own words.
  package func words(in paper: Paper) -> String {
    var words = ""
    for piece in pieces {
      if !words.isEmpty { words += piece.isAfterGap ? " … " : " " }
      words += String(
        decoding: paper.passages[piece.position].text.utf8.dropFirst(piece.range.lowerBound)
          .prefix(piece.range.count), as: UTF8.self)
    }
    return words
  }
}
