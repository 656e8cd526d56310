import Compression

/// An OpenDocument text as a paper: its words as proposed, with the numbers that a word processor
/// shows. Nothing is computed, loaded or followed.
package enum OpenTextPaper {
  /// Reads an ODT. The `paragraph` of each passage is which `text:p` or `text:h` of `content.xml` it is,
  /// from 0, every one counted.
  package static func read(_ bytes: [UInt8]) throws(PaperFault) -> Paper {
    do throws(PaperFault) {
      return try read(try OfficeArchive.open(bytes))
    } catch {
      throw error.ofDocument
    }
  }

  private static func read(_ archive: ZipArchive) throws(PaperFault) -> Paper {
    guard archive.entry("content.xml") != nil else {
      throw PaperFault(
        "It is an archive without a document in it. Unpack it first, and name the file that is meant."
      )
    }
    if archive.text(of: "META-INF/manifest.xml")?.contains("encryption-data") == true {
      throw PaperFault("The document has a password. Save it without one.")
    }
    guard let content = archive.contents(of: "content.xml") else { throw .brokenDocument }
    var styles = OpenTextStyles()
    if let bytes = archive.contents(of: "styles.xml") { try styles.take(bytes) }
    try styles.take(content)
    var body = try OpenTextBody(content, styles: styles)
    try body.read()
    guard !body.found.isEmpty else { throw .noText }
    let places = OfficePassage.places(body.found)
    return Paper(
      format: .odt, title: try title(archive), read: NumberDepths.settled(body.found),
      comments: body.comments.enumerated().map {
        PaperComment(
          author: $0.element.author, text: $0.element.text, passage: places[String($0.offset)])
      }, remarks: body.omissions.remarks)
  }

  private static func title(_ archive: ZipArchive) throws(PaperFault) -> String? {
    guard let bytes = archive.contents(of: "meta.xml") else { return nil }
    return try OfficeArchive.title(bytes)
  }
}
