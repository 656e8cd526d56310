/// What somebody else has written, as it was read: passages in the order of reading. It holds no judgement.
package struct Paper: Hashable, Sendable {
  /// What kind of file it was.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case docx, odt, pdf, html, markdown, text
  }

  package let format: Format
  /// What the file itself says its title is; nil where it says nothing.
  package let title: String?
  /// Every passage, in the order of reading.
  package let passages: [PaperPassage]
  /// Comments in the margin, which are no part of the text.
  package let comments: [PaperComment]
  /// How many pages the file has, where it has pages.
  package let pages: Int?
  /// The pages that hold no text, from 1: pictures of text, as a scanner makes them.
  package let pagesWithoutText: [Int]
  /// The program that recognised its characters from a picture, where the file says so: each
  /// quotation may hold errors then.
  package let recognisedBy: String?
  /// What of the file was not read, a sentence each.
  package let remarks: [String]

  package init(
    format: Format, title: String? = nil, read: [ReadPassage], comments: [PaperComment] = [],
    pages: Int? = nil, pagesWithoutText: [Int] = [], recognisedBy: String? = nil,
    remarks: [String] = []
  ) {
    self.format = format
    self.title = title
    self.passages = PassageAssembly.passages(read)
    self.comments = comments
    self.pages = pages
    self.pagesWithoutText = pagesWithoutText
    self.recognisedBy = recognisedBy
    self.remarks = remarks
  }

  /// The passage with an anchor.
  package func passage(_ anchor: String) -> PaperPassage? {
    passages.first { $0.anchor == anchor }
  }
}
