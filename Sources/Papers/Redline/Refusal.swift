/// Why a change is not written into a paper.
enum Refusal: Error, Equatable {
  case noParagraph
  case noWords
  case absent(String)
  case several(String, Int)
  case noOccurrence(String, Int, of: Int)
  case overlap
  case same
  case partOfField
  case longField
  case locked
  case filledIn
  case textBox
  case emptyParagraph

  /// What is wrong, and what to do.
  var sentence: String {
    switch self {
    case .noParagraph:
      "The file has no such paragraph. Read the paper in again, and choose the passage anew."
    case .noWords:
      "The change names no words. Say which words it is about, or what is to be put in."
    case .absent(let words):
      "\(PaperFault.quoted(words)) does not stand in the paragraph. Take the words from the paper as they stand there."
    case .several(let words, let count):
      "\(PaperFault.quoted(words)) stands \(count) times in the paragraph. Take more words, or say which of them is meant."
    case .noOccurrence(let words, let occurrence, let count):
      "\(PaperFault.quoted(words)) stands \(count == 1 ? "once" : "\(count) times") in the paragraph, so there is no number \(occurrence). Choose the place anew."
    case .overlap:
      "Another change has been made to the same words. Make one change of both."
    case .same: "The new words are the ones that stand there already. Leave the change out."
    case .partOfField:
      "The words are a part of what a field shows, such as a reference to a clause. Word would write it anew and lose the change: take all that the field shows, or make the change by hand."
    case .longField:
      "The words stand in a field that goes over several paragraphs, such as a table of contents, which Word writes anew. Change the passage that it was made from."
    case .locked:
      "The words stand in a part that the paper's author has locked. Put a comment there, or ask for an unlocked copy."
    case .filledIn:
      "The words stand in a box of a form, where a change would not stay a proposal. Put a comment there."
    case .textBox:
      "The words stand in a text box or in a part that the file holds twice. Make the change by hand."
    case .emptyParagraph: "The paragraph is empty. Put the comment to one that has words."
    }
  }
}
