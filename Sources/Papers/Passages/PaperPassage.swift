/// A passage of a paper, with its place: what a quotation is taken from.
package struct PaperPassage: Hashable, Sendable {
  /// Where it stands among the passages, from 0.
  package let position: Int
  /// What stands there.
  package let read: ReadPassage
  /// Its place as it would be cited: `4.1(a)`; nil where no number leads to it.
  package let citation: String?
  /// The positions of the headings above it, outermost first.
  package let headings: [Int]
  /// 16 hexadecimal digits of the words, and from the second passage of the same words on `-2`, `-3`, …
  /// Numbers, pages and what stands around it may change without changing it.
  package let anchor: String

  package var kind: ReadPassage.Kind { read.kind }
  package var number: String? { read.number }
  package var text: String { read.text }
  package var page: Int? { read.page }
  /// What stands there, the number alone where there is nothing else: `Schedule 1`.
  var words: String { text.isEmpty ? number ?? "" : text }

  package init(
    position: Int, read: ReadPassage, citation: String?, headings: [Int], anchor: String
  ) {
    self.position = position
    self.read = read
    self.citation = citation
    self.headings = headings
    self.anchor = anchor
  }
}
