/// A change to the words of somebody else's paper, to be proposed in their own file.
package struct PaperChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Other words in the place of these. What both have at the beginning and at the end stays as it is.
    case replace(words: String, by: String)
    /// A text behind words. A space is put between them where it begins with a letter, a digit or
    /// an opening sign.
    case insertAfter(words: String, text: String)
    /// Paragraphs behind the one that is named, in its style and numbering.
    case insertParagraphs([String])
    /// Words go, and one space beside them where two would be left. Where they are all of their
    /// paragraph, it goes too, with its number.
    case delete(words: String)
    /// A remark beside words, or beside the whole paragraph; the text stays.
    case comment(words: String?, text: String)
  }

  /// Tells the change apart from others for the caller; it is not written.
  package var number: Int
  /// Which `<w:p>` of the main part it is: how many start tags stand before its own, nested ones and those
  /// of text boxes among them.
  package var paragraph: Int
  package var kind: Kind
  /// Which of the places is meant where the words stand in the paragraph more than once, from 1.
  package var occurrence: Int?
  /// A remark beside the change.
  package var comment: String?

  package init(
    _ number: Int, paragraph: Int, _ kind: Kind, occurrence: Int? = nil, comment: String? = nil
  ) {
    self.number = number
    self.paragraph = paragraph
    self.kind = kind
    self.occurrence = occurrence
    self.comment = comment
  }
}
