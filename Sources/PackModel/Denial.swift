/// Words that would be wrong wherever they are not marked as a correct mention.
package struct Denial: Hashable, Sendable {
  /// The coverage item that says so.
  package let item: String
  package let words: String
  package let mentioned: Set<String>

  package init(item: String, words: String, mentioned: Set<String>) {
    self.item = item
    self.words = words
    self.mentioned = mentioned
  }

  /// Whether the words stand in a text, whatever the case; `a + b` means both. A number is not
  /// found within a longer one.
  package func isSaid(in text: String) -> Bool {
    let text = Array(text.lowercased().unicodeScalars)
    return words.lowercased().split(separator: "+").allSatisfy { part in
      var part = part
      while part.first == " " { part = part.dropFirst() }
      while part.last == " " { part = part.dropLast() }
      return holds(text, Array(part.unicodeScalars))
    }
  }

  private func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      guard text[start..<(start + part.count)].elementsEqual(part) else { return false }
      func joins(_ at: Int, _ edge: Unicode.Scalar) -> Bool {
        text.indices.contains(at)
          && text[at].properties.isAlphabetic
            == edge.properties.isAlphabetic
          && text[at].isWordPart && edge.isWordPart
      }
      return !joins(start - 1, part[0]) && !joins(start + part.count, part[part.count - 1])
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}

extension PackBackground {
  package var denials: [Denial] {
    coverage.flatMap { item in
      item.deny.map { Denial(item: item.id, words: $0, mentioned: Set(item.mentioned)) }
    }
  }
}
