/// A change to the words of one passage of a paper.
package struct WordEdit: Hashable, Sendable {
  /// What goes, in bytes of UTF-8 from the start of the passage's text; empty where something only comes.
  package let range: Range<Int>
  /// The words that go; where none do, the words that the new ones come behind.
  package let old: String
  /// What comes; empty where words only go.
  package let new: String
  /// Whether nothing goes.
  package var isInsertion: Bool { range.isEmpty }

  package init(range: Range<Int>, old: String, new: String) {
    self.range = range
    self.old = old
    self.new = new
  }

  /// Where `old` begins, in bytes.
  package var start: Int { isInsertion ? range.lowerBound - old.utf8.count : range.lowerBound }

  /// Whether it touches bytes of the passage.
  package func touches(_ other: Range<Int>) -> Bool {
    isInsertion
      ? other.lowerBound < range.lowerBound && range.lowerBound < other.upperBound
      : range.overlaps(other)
  }

  /// A change of the file. `occurrence` is which of the places of `old` is meant.
  package func change(
    _ number: Int, paragraph: Int, in text: String, comment: String?
  ) -> PaperChange {
    let kind: PaperChange.Kind =
      if isInsertion {
        .insertAfter(words: old, text: new)
      } else if new.isEmpty {
        .delete(words: old)
      } else {
        .replace(words: old, by: new)
      }
    return PaperChange(
      number, paragraph: paragraph, kind,
      occurrence: WordRedline.occurrence(of: old, at: start, in: text), comment: comment)
  }

  /// A passage's text with changes in it, of which none overlaps another: as a `WordRedline` would have it.
  package static func applied(_ edits: [WordEdit], to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let range = edit.new.isEmpty ? widened(edit.range, bytes) : edit.range
      let needsSpace =
        edit.isInsertion
        && (edit.new.first.map { $0.isLetter || $0.isNumber || $0 == "(" } ?? false)
      bytes.replaceSubrange(range, with: Array(((needsSpace ? " " : "") + edit.new).utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// With the space that would be one too many.
  private static func widened(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let space = UInt8(ascii: " ")
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : space
    let closes = after == space || ".,;:)".utf8.contains(after)
    if closes, range.lowerBound > 0, bytes[range.lowerBound - 1] == space {
      return (range.lowerBound - 1)..<range.upperBound
    }
    if range.lowerBound == 0, range.upperBound < bytes.count, after == space {
      return range.lowerBound..<(range.upperBound + 1)
    }
    return range
  }
}
