import Documents

/// A `Document` as the tree that pandoc turns into a DOCX.
struct WordTree {
  private(set) var blocks: [PandocBlock] = []
  private var inlines: WordInlines
  private var numbering = LiveNumbering()
  private let references: WordReferences
  private let wording: Wording
  private let page: WordPage
  private let widePage: WordPage
  private let sections: WordSections
  private let ids: [String: String]
  private var hasTitle = false
  /// The section that begins with the title is over.
  private var wasOpened = false
  private var paragraphsInSection = 0
  /// The next id of a drawing or a shape in one.
  private var pictureIDs = 1000

  /// - Parameters:
  ///   - sections: how its pages are set up.
  ///   - ids: under which pandoc will file headers and footers, by target.
  ///   - date: what margin comments are dated with.
  init(_ document: Document, sections: WordSections, ids: [String: String], date: String) {
    references = WordReferences(document)
    wording = Wording.wording(for: document.language)
    page = sections.page(document.paper)
    widePage = sections.page(document.paper, isLandscape: true)
    inlines = WordInlines(references: references, wording: wording, date: date)
    (self.sections, self.ids) = (sections, ids)
    inlines.hasComments = false
    write(document.cover, on: .cover)
    inlines.hasComments = true
    if !document.cover.isEmpty { breakSection(page) }
    hasTitle = true
    paragraph("Title", inlines.line(document.title))
    write(document.blocks, on: .body)
  }

  /// Whether the section that begins with the title ends before the document does.
  static func breaksSections(_ document: Document) -> Bool {
    document.blocks.contains { if case .landscape = $0 { true } else { false } }
  }

  private enum Sheet { case cover, body }

  private mutating func paragraph(_ style: String, _ inlines: [PandocInline]) {
    // pandoc leaves an empty paragraph out.
    blocks.append(.paragraph(style: style, inlines.isEmpty ? [.raw("<w:r/>")] : inlines))
    paragraphsInSection += 1
  }

  private mutating func write(_ blocks: [Block], on sheet: Sheet) {
    var margin = Margin.page
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let margin = margin.take(block)
      switch block {
      case .heading(let heading): write(heading, before: next, on: sheet)
      case .paragraph(let paragraph): write(paragraph, before: next, margin: margin, on: sheet)
      case .list(let list): write(list, depth: 0, margin: margin, on: sheet)
      case .table(let table): write(table, width: page.textWidth)
      case .signatures(let signatures):
        self.blocks += WordSignatures.blocks(signatures, width: page.textWidth, &inlines)
      case .contents(let entries): write(entries)
      case .picture(let picture): write(picture)
      case .landscape(let inner): write(landscape: inner, isLast: next == nil, on: sheet)
      }
    }
  }

  private mutating func write(_ heading: Heading, before next: Block?, on sheet: Sheet) {
    let mark = inlines.bookmark(heading.anchor)
    let title = inlines.line(heading.runs)
    guard sheet == .body else { return paragraph("Cover Heading", mark.start + title + mark.end) }
    if heading.level > 1 { return paragraph("heading 2", mark.start + title + mark.end) }
    if numbering.takes(heading) {
      let style = heading.numbering == .annex ? "Annex Heading" : "heading 1"
      return paragraph(style, mark.start + title + mark.end)
    }
    var style = "Unnumbered Heading"
    if case .contents? = next { style = "TOC Heading" }
    let number = heading.label.map { [PandocInline.words($0), .raw(WordXML.tab)] } ?? []
    paragraph(style, mark.start + number + title + mark.end)
  }

  private mutating func write(
    _ paragraph: Paragraph, before next: Block?, margin: Margin, on sheet: Sheet
  ) {
    let mark = inlines.bookmark(paragraph.anchor ?? "")
    let words = inlines.paragraph(paragraph.runs)
    guard sheet == .body else { return self.paragraph("Cover Text", words) }
    // The styles that stay with what follows.
    let lead = Lead.isLead(paragraph, before: next) ? " Lead" : ""
    guard paragraph.style == .clause, let number = paragraph.number else {
      var style = (margin == .clause ? "Clause Text" : "Body Text") + lead
      if Lead.isTitle(paragraph, before: next), margin == .page { style = "Body Title" }
      return self.paragraph(style, mark.start + words + mark.end)
    }
    switch numbering.takes(clause: number) {
    case .section: self.paragraph("Clause" + lead, mark.start + words + mark.end)
    case .annex: self.paragraph("Annex Clause" + lead, mark.start + words + mark.end)
    case nil:
      let text: [PandocInline] = [.words(Printable.line(number)), .raw(WordXML.tab)]
      self.paragraph("Fixed Clause" + lead, mark.start + text + words + mark.end)
    }
  }

  private mutating func write(_ list: List, depth: Int, margin: Margin, on sheet: Sheet) {
    let scheme =
      margin == .clause && sheet == .body ? numbering.takes(list, depth: depth) : nil
    let level = min(depth + (margin == .clause ? 1 : 0), 2)
    for item in list.items {
      if let scheme { numbering.begin(itemAt: depth, in: scheme) }
      var rest = item.blocks[...]
      var words: [PandocInline] = []
      if case .paragraph(let paragraph)? = rest.first {
        let mark = inlines.bookmark(paragraph.anchor ?? "")
        words = mark.start + inlines.paragraph(paragraph.runs) + mark.end
        rest = rest.dropFirst()
      }
      if let scheme {
        let name = scheme == .section ? "Clause List" : "Annex List"
        paragraph(depth == 0 ? name : "\(name) 2", words)
      } else if !list.ordered, Printable.line(item.marker) == "•" {
        paragraph(sheet == .cover ? "Cover List" : Self.bullets[level], words)
      } else {
        let marker: [PandocInline] = [.words(Printable.line(item.marker)), .raw(WordXML.tab)]
        paragraph(Self.lists[level], marker + words)
      }
      for block in rest {
        switch block {
        case .list(let inner): write(inner, depth: depth + 1, margin: margin, on: sheet)
        case .paragraph(let paragraph):
          self.paragraph(Self.texts[level], inlines.paragraph(paragraph.runs))
        default: write([block], on: sheet)
        }
      }
    }
  }

  private static let bullets = ["List Bullet", "List Bullet 2", "List Bullet 3"]
  private static let lists = ["List", "List 2", "List 3"]
  private static let texts = ["List Continue", "List Continue 2", "List Continue 3"]

  private mutating func write(_ picture: Picture) {
    let sketches = Sketch.sketches(picture)
    for (part, sketch) in sketches.enumerated() {
      blocks.append(
        .raw(
          WordDrawing.paragraph(
            sketch, picture, part: Sketch.part(part, of: sketches.count), id: pictureIDs)))
      pictureIDs += sketch.items.count + 1
      paragraphsInSection += 1
    }
  }

  private mutating func write(_ table: Table, width: Int) {
    blocks += WordTable.blocks(table, width: width, &inlines)
    paragraphsInSection += 1
  }

  /// A contents table of Word's own, with its entries in the file: they are there before Word has
  /// opened it, and Word makes them anew from the headings.
  private mutating func write(_ entries: [ContentsEntry]) {
    inlines.hasComments = false
    var start = [PandocInline.raw(WordXML.fieldStart("TOC \\o \"1-1\" \\h \\z \\u"))]
    for (place, entry) in entries.enumerated() {
      var words = contentsNumber(entry) + inlines.line(entry.runs)
      if let bookmark = references.bookmarks[entry.anchor] {
        let page = WordXML.field("PAGEREF \(bookmark) \\h", result: WordPages.mark(bookmark))
        words.append(.raw(WordXML.tab + page))
        words = WordXML.link(to: bookmark, words)
      }
      words = start + words
      if place == entries.count - 1 { words.append(.raw(WordXML.fieldEnd)) }
      paragraph(entry.level == 1 ? "toc 1" : "toc 2", words)
      start = []
    }
    inlines.hasComments = true
  }

  /// The number as Word will set it: an annex's is followed by a full stop and a space.
  private func contentsNumber(_ entry: ContentsEntry) -> [PandocInline] {
    guard let label = entry.label else { return [] }
    return label.hasSuffix(".") ? [.words(label), .raw(WordXML.tab)] : [.words("\(label). ")]
  }

  private mutating func write(landscape inner: [Block], isLast: Bool, on sheet: Sheet) {
    if paragraphsInSection > 0 { breakSection(page) }
    for block in inner {
      if case .table(let table) = block {
        write(table, width: widePage.textWidth)
      } else {
        write([block], on: sheet)
      }
    }
    // The last section's properties are those of the reference document.
    if !isLast { breakSection(widePage) }
  }

  private mutating func breakSection(_ page: WordPage) {
    let opens = hasTitle && !wasOpened
    blocks.append(
      .raw(
        """
        <w:p><w:pPr><w:pStyle w:val="SectionBreak"/>\
        \(sections.xml(page, opens: opens, ids: ids))</w:pPr></w:p>
        """))
    if hasTitle { wasOpened = true }
    paragraphsInSection = 0
  }
}
