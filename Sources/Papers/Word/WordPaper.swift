import Compression

/// A Word document as a paper: its words as proposed, with the numbers that Word shows. Nothing is
/// computed, loaded or followed.
package enum WordPaper {
  /// Reads a DOCX. The `paragraph` of each passage is which `w:p` of the main part it is, from 0, every
  /// one counted: in tables and text boxes, in what is hidden and in what is proposed to be deleted.
  package static func read(_ bytes: [UInt8]) throws(PaperFault) -> Paper {
    do throws(PaperFault) {
      return try read(try WordParts(try OfficeArchive.open(bytes)))
    } catch {
      throw error.ofDocument
    }
  }

  private static func read(_ parts: WordParts) throws(PaperFault) -> Paper {
    let styles = try WordStyles(try parts.bytes("styles"))
    let lists = try WordLists(try parts.bytes("numbering"))
    var omissions = Omissions()
    var notes = WordBody.Notes()
    notes.footnotes = try self.notes("footnote", parts, styles, &omissions)
    notes.endnotes = try self.notes("endnote", parts, styles, &omissions)
    var body = try WordBody(
      try parts.mainBytes(), root: "document", styles: styles, notes: notes)
    try body.read()
    omissions.add(body.omissions)
    var assembly = WordAssembly(styles: styles, lists: lists)
    assembly.take(body.paragraphs)
    omissions.hasContents = assembly.hasContents
    omissions.hasMargins = parts.has("header") || parts.has("footer")
    guard !assembly.found.isEmpty else { throw .noText }
    return Paper(
      format: .docx, title: try parts.title(), read: NumberDepths.settled(assembly.found),
      comments: try comments(parts, styles, OfficePassage.places(assembly.found)),
      remarks: omissions.remarks)
  }

  private static func notes(
    _ kind: String, _ parts: WordParts, _ styles: WordStyles, _ omissions: inout Omissions
  ) throws(PaperFault) -> [String: [WordParagraph]] {
    guard let bytes = try parts.bytes("\(kind)s") else { return [:] }
    var body = try WordBody(bytes, root: "\(kind)s", styles: styles)
    let items = try body.readItems(kind)
    omissions.add(body.omissions)
    return Dictionary(items.map { ($0.id, $0.paragraphs) }) { first, _ in first }
  }

  private static func comments(
    _ parts: WordParts, _ styles: WordStyles, _ places: [String: Int]
  ) throws(PaperFault) -> [PaperComment] {
    guard let bytes = try parts.bytes("comments") else { return [] }
    var body = try WordBody(bytes, root: "comments", styles: styles)
    return try body.readItems("comment").map { item in
      var text = OneLine()
      for paragraph in item.paragraphs {
        text.append(paragraph.text)
        text.append(" ")
      }
      return PaperComment(
        author: OneLine(item.author).clean, text: text.clean, passage: places[item.id])
    }
  }
}
