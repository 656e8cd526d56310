import Compression
import Documents

/// A document as a file for Word: its text is put into the package that a reference gives.
struct Docx {
  let imprint: Imprint
  var style: HouseStyle?

  func bytes(of document: Document) throws(StyleFault) -> [UInt8] {
    let reference =
      if let firm = style?.reference {
        try Reference(firm: firm)
      } else {
        Reference(own: document)
      }
    var (package, parts) = try reference.package(for: document, imprint)
    let body = WordBody(document, reference, parts: parts, imprint)
    if let comments = body.comments { package.add("word/comments.xml", comments, as: .comments) }
    let properties = WordProperties.xml(
      title: Stretch.lineOfWords(document.title), language: document.language,
      moment: imprint.moment)
    return package.archive(body: body.xml, properties: properties).bytes()
  }
}
