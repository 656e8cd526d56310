/// Words that would be wrong wherever they are not marked as a correct mention.
package struct Denial: Hashable, Sendable {
  /// The coverage item that says so.
  package let item: String
  /// The words as the pack's author wrote them; `a + b` is both in one text.
  package let words: String
  /// The ids where they stand rightly.
  package let mentioned: Set<String>
  /// The words that must all stand in a text, in small letters.
  private let parts: [[Unicode.Scalar]]

  package init(item: String, words: String, mentioned: Set<String>) {
    self.item = item
    self.words = words
    self.mentioned = mentioned
    parts = words.lowercased().split(separator: "+").map { part in
      Array(part.unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Whether the words stand in a text, whatever the case; `a + b` means both. A number is not
  /// found within a longer one.
  package func isSaid(in text: String) -> Bool { isSaid(in: SmallLetters(text)) }

  /// The same of a text that many denials are held against.
  package func isSaid(in text: SmallLetters) -> Bool {
    parts.allSatisfy { holds(text.scalars, $0) }
  }

  private func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard let first = part.first, let last = part.last, text.count >= part.count else {
      return false
    }
    return (0...(text.count - part.count)).contains { start in
      guard text[start] == first,
        text[start..<(start + part.count)].elementsEqual(part)
      else { return false }
      func joins(_ at: Int, _ edge: Unicode.Scalar) -> Bool {
        text.indices.contains(at)
          && text[at].properties.isAlphabetic
            == edge.properties.isAlphabetic
          && text[at].isWordPart && edge.isWordPart
      }
      return !joins(start - 1, first) && !joins(start + part.count, last)
    }
  }
}

/// A text in small letters, to be searched many times.
package struct SmallLetters: Sendable {
  fileprivate let scalars: [Unicode.Scalar]

  package init(_ text: String) { scalars = Array(text.lowercased().unicodeScalars) }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}

extension PackBackground {
  /// Every denial of the coverage, in its order.
  package var denials: [Denial] {
    coverage.flatMap { item in
      item.deny.map { Denial(item: item.id, words: $0, mentioned: Set(item.mentioned)) }
    }
  }
}
