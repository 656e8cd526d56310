/// A comment that somebody put beside a paper's text.
package struct PaperComment: Hashable, Sendable {
  /// Who wrote it, as the file says.
  package let author: String
  /// Its words.
  package let text: String
  /// The passage that it stands beside, by its position; nil where the file doesn't say.
  package let passage: Int?

  package init(author: String, text: String, passage: Int?) {
    self.author = author
    self.text = text
    self.passage = passage
  }
}
