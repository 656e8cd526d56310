/// Walks through text by user-perceived characters, fast where they are of one plain scalar each.
///
/// Most text is: letters, digits and signs that join nothing. Two such scalars in a row are two
/// characters, so the rules for clusters (UAX #29) are asked only around the others.
package struct ClusterIterator: IteratorProtocol {
  package enum Cluster {
    /// One scalar and its columns.
    case plain(UInt32, Int)
    /// A character whose cells `DisplayText.forEachCell` hands over.
    case other(Character)
  }

  private let text: String
  /// Where the next character begins.
  package private(set) var index: String.Index

  /// Begins before the first character.
  package init(_ text: String) {
    self.text = text
    index = text.startIndex
  }

  /// The next character; nil at the end.
  package mutating func next() -> Cluster? {
    let scalars = text.unicodeScalars
    guard index < scalars.endIndex else { return nil }
    let scalar = scalars[index].value
    if let columns = Self.columns(ofPlain: scalar) {
      let next = scalars.index(after: index)
      if next == scalars.endIndex || Self.columns(ofPlain: scalars[next].value) != nil {
        index = next
        return .plain(scalar, columns)
      }
    }
    defer { index = text.index(after: index) }
    return .other(text[index])
  }

  /// Columns of a scalar that is shown as it is and joins no neighbour but a mark; nil for others.
  static func columns(ofPlain scalar: UInt32) -> Int? {
    switch scalar {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: 1
    // Greek and Cyrillic letters; dashes, quotation marks and dots; lines and boxes.
    case 0x391...0x3A1, 0x3A3...0x3CE, 0x400..<0x483, 0x2010...0x2027, 0x2500..<0x2580: 1
    // Chinese characters and Hangul syllables.
    case 0x4E00..<0xA000, 0xAC00..<0xD7A4: 2
    default: nil
    }
  }
}
