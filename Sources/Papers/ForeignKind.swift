/// A kind of file that no paper is read from, and what to do about it.
struct ForeignKind {
  let fault: PaperFault

  /// nil where it may be a paper.
  init?(_ bytes: [UInt8], name: String) {
    guard let words = Self.words(bytes, name) else { return nil }
    fault = PaperFault(words)
  }

  private static func words(_ bytes: [UInt8], _ name: String) -> String? {
    func starts(_ words: String) -> Bool { bytes.starts(with: Array(words.utf8)) }
    if bytes.isEmpty { return "The file is empty. Ask for it again, or copy it once more." }
    if pictures.contains(where: { bytes.starts(with: $0) }) || isHEIC(bytes) {
      return
        "It is a picture. Have its text recognised (img2pdf and ocrmypdf make a PDF with text), and add that."
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return name.hasSuffix(".msg")
        ? "It is an e-mail of Outlook. Save the paper that is attached to it, and add that."
        : "It is an old document (.doc), or one with a password. Save it as .docx without a password, and add that."
    }
    if starts("{\\rtf") {
      return "It is RTF. Open it in a word processor, save it as .docx, and add that."
    }
    if [[0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8)].contains(where: {
      bytes.starts(with: $0)
    }) {
      return "It is an archive. Unpack it first, and name the file that is meant."
    }
    if starts("%!PS") { return "It is PostScript. Print it to a PDF (ps2pdf), and add that." }
    let start = String(decoding: bytes.prefix(3_000), as: UTF8.self)
    if isMail(start, name) {
      return
        "It is an e-mail, or a page that was saved as one (.mht). Save the attachment, or the page as HTML, and add that."
    }
    if start.drop(while: \.isWhitespace).hasPrefix("<?xml"), !start.contains("<html") {
      return "It is XML of a kind that is not read. Save it as .docx, .odt or PDF, and add that."
    }
    return nil
  }

  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00],
    [0x4D, 0x4D, 0x00, 0x2A], Array("RIFF".utf8), Array("BM".utf8) + [0x36],
  ]

  private static func isHEIC(_ bytes: [UInt8]) -> Bool {
    bytes.count > 12 && bytes[4..<8].elementsEqual("ftyp".utf8)
  }

  /// Lines of names and values at the very start, of those that every e-mail has.
  private static func isMail(_ start: String, _ name: String) -> Bool {
    if [".eml", ".mht", ".mhtml", ".mbox"].contains(where: { name.hasSuffix($0) }) { return true }
    let lines = start.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .prefix { !$0.isEmpty }
    let names = Set(
      lines.compactMap { line in line.firstIndex(of: ":").map { line[..<$0].lowercased() } })
    return names.contains("mime-version") || names.isSuperset(of: ["from", "date", "subject"])
  }
}
