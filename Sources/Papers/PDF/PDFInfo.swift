import PlainText

/// What a PDF says of itself, as `pdfinfo` writes it down: a line `Name:  value` each.
package struct PDFInfo: Hashable {
  /// What it says its title is, where that is one and not the name of a file.
  private(set) var title: String?
  package private(set) var pages: Int?
  /// The program that made its text out of pictures, where one did.
  private(set) var recogniser: String?

  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = LineJoining.oneSpaced(
        Sanitiser.documentLine.clean(String(line[line.index(after: colon)...])))
      switch line[..<colon] {
      case "Title": title = title ?? (Self.isTitle(value) ? value : nil)
      case "Pages": pages = pages ?? Int(value)
      case "Producer", "Creator":
        let small = value.lowercased()
        if Self.recognisers.contains(where: { small.contains($0) }) {
          recogniser = recogniser ?? value
        }
      default: break
      }
    }
  }

  /// In small letters.
  private static let recognisers = [
    "abbyy", "finereader", "tesseract", "ocrmypdf", "paper capture", "scansoft", "omnipage",
    "readiris", "nuance", "kofax", "adobe scan", "clearscan", "luratech", "cvision", "ocr",
  ]

  /// `Microsoft Word - DPA v3.docx` and `untitled` are none.
  private static func isTitle(_ value: String) -> Bool {
    let small = value.lowercased()
    guard value.contains(where: \.isLetter), value.count < 200,
      !["untitled", "untitled document", "document", "document1", "unbenannt"].contains(small),
      !small.hasPrefix("microsoft word - ")
    else { return false }
    return ![
      ".doc", ".docx", ".odt", ".pdf", ".indd", ".rtf", ".tex", ".dvi", ".txt", ".pages", ".md",
    ].contains { small.hasSuffix($0) }
  }
}
