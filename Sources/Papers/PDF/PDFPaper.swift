import PlainText

/// A PDF as a paper, read by poppler's `pdftotext` in a box.
package enum PDFPaper {
  private static let package = "poppler-utils"

  /// - Parameters:
  ///   - folders: where poppler is looked for.
  ///   - seconds: how long poppler may take.
  /// - Throws: also where poppler isn't there, with what to install. A PDF without any text is a paper
  ///   whose pages are all among those without text.
  package static func read(
    _ bytes: [UInt8], folders: [String] = Box.folders, seconds: Int = 10
  ) async throws(PaperFault) -> Paper {
    guard bytes.count <= PaperLimits.bytes else { throw .tooLarge }
    func run(_ name: String, _ arguments: [String]) async throws(PaperFault) -> [UInt8] {
      var box = Box(Box.Tool(name, package: package), arguments, input: bytes)
      box.folders = folders
      box.seconds = seconds
      return try output(name, try await box.run())
    }
    let about = try await run("pdfinfo", ["-enc", "UTF-8", "-"])
    let info = PDFInfo(String(decoding: about, as: UTF8.self))
    if let count = info.pages, count > PaperLimits.pages { throw .tooManyPages }
    let words = try await run("pdftotext", ["-tsv", "-enc", "UTF-8", "-", "-"])
    return try paper(words, info)
  }

  private static func output(
    _ name: String, _ outcome: Box.Outcome
  ) throws(PaperFault) -> [UInt8] {
    guard !outcome.succeeded else { return outcome.output }
    if outcome.said.contains("Incorrect password") {
      throw PaperFault(
        "The PDF has a password. Save a copy without one (print it to a PDF, or qpdf --decrypt), and add that."
      )
    }
    if !outcome.isSignalled, !outcome.said.lowercased().contains("out of memory") {
      throw PaperFault(
        "The PDF is broken: \(name) can't read it. Open it in a viewer and print it to a new PDF, or ask for it again."
      )
    }
    throw PaperFault(
      "The PDF is not read: it needs more memory or time than a paper does. Open it in a viewer and print it to a new PDF, or ask for it as DOCX."
    )
  }

  /// What poppler said, as a paper.
  package static func paper(_ tsv: [UInt8], _ info: PDFInfo) throws(PaperFault) -> Paper {
    let read = try PDFLines(tsv)
    let count = max(read.pages, info.pages ?? 0)
    let lines = RunningLines.dropped(read.withNumbersJoined(), pages: count)
    let text = ContentsLines.dropped(lines)
    let letters = read.letters + Array(repeating: 0, count: count - read.pages)
    return Paper(
      format: .pdf, title: info.title,
      read: try LaidText.passages(PageColumns.ordered(text, widths: read.widths)), pages: count,
      pagesWithoutText: letters.indices.filter { letters[$0] < fewLetters }.map { $0 + 1 },
      recognisedBy: info.recogniser, remarks: ContentsLines.remarks(lines.count - text.count))
  }

  /// A page with fewer than these is a picture, or empty.
  private static let fewLetters = 25
}
