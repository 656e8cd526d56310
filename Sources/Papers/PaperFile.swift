import Compression
import PlainText

/// A paper out of a file of any kind that is read. What it is says its content; its name decides only
/// between a plain text and one in Markdown.
package enum PaperFile {
  /// - Parameters:
  ///   - name: of the file.
  ///   - folders: where the converters are looked for.
  /// - Throws: for a kind that isn't read, with what to do.
  package static func read(
    _ bytes: [UInt8], name: String, folders: [String] = Box.folders
  ) async throws(PaperFault) -> Paper {
    guard bytes.count <= PaperLimits.bytes else { throw .tooLarge }
    if let other = ForeignKind(bytes, name: name.lowercased()) { throw other.fault }
    if bytes.starts(with: [0x50, 0x4B]) { return try archive(bytes) }
    if isPDF(bytes) { return try await PDFPaper.read(bytes, folders: folders) }
    return try text(bytes, name: name.lowercased())
  }

  /// Programs write some bytes of their own before the mark, and viewers take that.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    return bytes.indices.prefix(1024).contains { bytes[$0...].starts(with: mark) }
  }

  private static func archive(_ bytes: [UInt8]) throws(PaperFault) -> Paper {
    let archive = try OfficeArchive.open(bytes)
    func has(_ name: String) -> Bool { archive.entry(name) != nil }
    let type = archive.text(of: "mimetype") ?? ""
    if type.contains("opendocument.spreadsheet") {
      throw PaperFault("It is a workbook, not a paper: its tables are read where a list is asked.")
    }
    if type.contains("opendocument.presentation") { throw .presentation }
    if type.contains("epub") {
      throw PaperFault("It is an e-book. Convert it to HTML or PDF, and add that.")
    }
    if has("content.xml"), !has("[Content_Types].xml") { return try OpenTextPaper.read(bytes) }
    if has("ppt/presentation.xml") { throw .presentation }
    if archive.entries.contains(where: { $0.name.hasSuffix(".iwa") }) {
      throw PaperFault("It is a document of Pages. Export it as Word (.docx) or PDF, and add that.")
    }
    return try WordPaper.read(bytes)
  }

  private static func text(_ bytes: [UInt8], name: String) throws(PaperFault) -> Paper {
    let isHTML = isHTML(String(decoding: bytes.prefix(2_000).filter { $0 != 0 }, as: UTF8.self))
    let paper: Paper
    if isHTML {
      paper = try HTMLPaper.read(bytes)
    } else {
      let text = try plain(bytes)
      let isMarkdown = [".md", ".markdown"].contains { name.hasSuffix($0) } || isMarkdown(text)
      paper = try isMarkdown ? MarkdownPaper.read(text) : TextPaper.read(text)
    }
    guard paper.passages.contains(where: { $0.text.contains(where: \.isLetter) }) else {
      throw .noText
    }
    return paper
  }

  private static func plain(_ bytes: [UInt8]) throws(PaperFault) -> String {
    let text: String
    do throws(PaperFault) {
      text = try Encodings.text(bytes)
    } catch {
      throw .noPaper
    }
    guard text.utf8.count <= PaperLimits.paperText else { throw .tooLongText }
    let isBinary = text.unicodeScalars.prefix(100_000).contains {
      $0.value < 32 && ![9, 10, 11, 12, 13, 27].contains($0.value)
    }
    guard !isBinary else { throw .noPaper }
    return text
  }

  private static func isHTML(_ start: String) -> Bool {
    let start = start.lowercased()
    guard start.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{FFFD}" }) == "<"
    else {
      return false
    }
    return [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<h1", "<h2", "<p>",
      "<p ", "<table", "<ol", "<ul", "<article", "<main", "<section",
    ].contains { start.contains($0) }
  }

  /// Whether a text has marks of Markdown that nobody types by chance.
  static func isMarkdown(_ text: String) -> Bool {
    var headings = 0
    var marks = 0
    for line in text.split(whereSeparator: \.isNewline).prefix(5_000) {
      let level = line.prefix { $0 == "#" }.count
      if (1...6).contains(level), line.dropFirst(level).first == " " { headings += 1 }
      if line.contains("**") || line.contains("](http") || line.contains("|---")
        || line.contains("| ---")
        || line.firstRange(of: "\\.").map({ $0.lowerBound != line.startIndex }) ?? false
      {
        marks += 1
      }
    }
    return headings + marks > 1
  }
}

extension PaperFault {
  fileprivate static let presentation = PaperFault(
    "It is a presentation. Save it as PDF, and add that.")
  fileprivate static let noPaper = PaperFault(
    "It is neither a text nor a document that can be read. Papers are read from DOCX, ODT, PDF, HTML, Markdown and plain text."
  )
}
