import Documents

/// How the sections of a file for Word are set up: margins, headers and footers, upright and wide.
struct WordSections: Hashable {
  var upright: Side
  var wide: Side

  struct Side: Hashable {
    var margins = WordPage.Margins()
    /// In the order in which they stand.
    var parts: [Part] = []
    /// The first page has a header and a footer of its own: a letterhead.
    var hasFirstPage = false
  }

  struct Part: Hashable {
    /// `w:headerReference` or `w:footerReference`.
    var element: String
    /// `default`, `first` or `even`.
    var pages: String
    /// The file, beside the document's.
    var target: String
  }

  func side(isLandscape: Bool) -> Side { isLandscape ? wide : upright }

  func page(_ paper: Document.Paper, isLandscape: Bool = false) -> WordPage {
    WordPage(
      paper: paper, isLandscape: isLandscape, margins: side(isLandscape: isLandscape).margins)
  }

  /// The properties of a section on such pages. Every section names its header and footer: one that
  /// did not would show none where it is the first.
  ///
  /// - Parameters:
  ///   - opens: the section that begins with the title, on a letterhead where there is one.
  ///   - ids: under which the headers and footers are filed, by target.
  func xml(_ page: WordPage, opens: Bool, ids: [String: String]) -> String {
    let side = side(isLandscape: page.isLandscape)
    let references = side.parts.compactMap { part in
      ids[part.target].map { "<\(part.element) w:type=\"\(part.pages)\" r:id=\"\($0)\"/>" }
    }
    return """
      <w:sectPr>\(references.joined())<w:type w:val="nextPage"/>\(page.xml)\
      \(opens && side.hasFirstPage ? "<w:titlePg/>" : "")</w:sectPr>
      """
  }

  /// Reads the sections of a document: the last upright one, and the last wide one where there is
  /// one.
  ///
  /// - Parameter targets: the files of headers and footers, by id.
  init?(_ document: XMLTags, targets: [String: String]) {
    var found: [Bool: Side] = [:]
    var side: Side?
    var isLandscape = false
    for tag in document.tags {
      switch (tag.name, tag.kind) {
      // What the section was before a tracked change.
      case ("w:sectPrChange", .opens): continue
      case ("w:sectPr", .opens): (side, isLandscape) = (Side(), false)
      case ("w:sectPr", .closes):
        found[isLandscape] = side ?? found[isLandscape]
        side = nil
      case ("w:pgSz", _): isLandscape = tag["w:orient"] == "landscape"
      case ("w:pgMar", _):
        func twips(_ name: String) -> Int { tag["w:\(name)"].flatMap { Int($0) } ?? 0 }
        side?.margins = WordPage.Margins(
          top: twips("top"), right: twips("right"), bottom: twips("bottom"), left: twips("left"),
          header: twips("header"), footer: twips("footer"), gutter: twips("gutter"))
      case ("w:titlePg", _):
        side?.hasFirstPage = !["0", "false", "off"].contains(tag["w:val"] ?? "")
      case ("w:headerReference", _), ("w:footerReference", _):
        guard let id = tag["r:id"], let target = targets[id] else { continue }
        side?.parts.append(
          Part(element: tag.name, pages: tag["w:type"] ?? "default", target: target))
      default: continue
      }
    }
    guard let upright = found[false] ?? found[true] else { return nil }
    self.upright = upright
    wide = found[true] ?? upright
  }
}
