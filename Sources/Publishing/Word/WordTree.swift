import Documents

/// A `Document` as the tree that pandoc turns into a DOCX.
struct WordTree {
  private(set) var blocks: [PandocBlock] = []
  private var inlines: WordInlines
  private var numbering = TrackedNumbering()
  private let references: WordReferences
  private let wording: Wording
  private let page: WordPage
  private let widePage: WordPage
  private let sections: WordSections
  private let ids: [String: String]
  private var hasTitle = false
  /// The section that begins with the title is over.
  private var wasOpened = false
  /// The texts that already hold something in the section that is being written.
  private var begun: Texts = []
  /// The next id of a drawing or a shape in one.
  private var pictureIDs = 1000

  /// - Parameters:
  ///   - sections: how its pages are set up.
  ///   - ids: under which pandoc will file headers and footers, by target.
  ///   - date: what margin comments are dated with.
  ///   - revised: whose changes a redline tracks.
  init(
    _ document: Document, sections: WordSections, ids: [String: String], date: String,
    revised: Imprint.Revised
  ) {
    references = WordReferences(document)
    wording = Wording.wording(for: document.language)
    page = sections.page(document.paper)
    widePage = sections.page(document.paper, isLandscape: true)
    inlines = WordInlines(
      references: references, wording: wording, date: date, revisions: WordRevisions(revised))
    (self.sections, self.ids) = (sections, ids)
    inlines.hasComments = false
    write(document.cover, on: .cover)
    // What is left open in a final copy is open on purpose; why is not for the other side.
    inlines.hasComments = document.standing != .final
    if !document.cover.isEmpty {
      breakSection(page, in: Texts(Block.landscape(document.cover).revision))
    }
    hasTitle = true
    paragraph("Title", inlines.line(document.title))
    begun = .both
    write(document.blocks, on: .body)
  }

  /// Whether the section that begins with the title ends before the document does.
  static func breaksSections(_ document: Document) -> Bool {
    document.blocks.contains { if case .landscape = $0 { true } else { false } }
  }

  /// The tracked changes that were written, to be settled in the file.
  var revisions: WordRevisions { inlines.revisions }

  private enum Sheet { case cover, body }

  private mutating func paragraph(
    _ style: String, _ inlines: [PandocInline], _ revision: Revision? = nil
  ) {
    // pandoc leaves an empty paragraph out.
    let words = inlines.isEmpty ? [.raw("<w:r/>")] : inlines
    blocks.append(.paragraph(style: style, self.inlines.revisions.mark(revision) + words))
  }

  private mutating func write(_ blocks: [Block], on sheet: Sheet, isWide: Bool = false) {
    var margin = Margin.page
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let margin = margin.take(block)
      switch block {
      case .heading(let heading): write(heading, before: next, on: sheet)
      case .paragraph(let paragraph): write(paragraph, before: next, margin: margin, on: sheet)
      case .list(let list): write(list, depth: 0, margin: margin, on: sheet)
      case .table(let table): write(table, isWide: isWide)
      case .signatures(let signatures):
        self.blocks += WordSignatures.blocks(signatures, width: page.textWidth, &inlines)
      case .contents(let entries): write(entries)
      case .picture(let picture): write(picture)
      case .landscape(let inner):
        write(landscape: inner, isLast: next == nil, on: sheet)
        continue
      }
      begun.formUnion(Texts(block.revision))
    }
  }

  private mutating func write(_ heading: Heading, before next: Block?, on sheet: Sheet) {
    let mark = inlines.bookmark(heading.anchor)
    let title = inlines.line(heading.runs)
    let revision = heading.revision
    guard sheet == .body else {
      return paragraph("Cover Heading", mark.start + title + mark.end, revision)
    }
    if heading.level > 1 { return paragraph("heading 2", mark.start + title + mark.end, revision) }
    if numbering.takes(heading) {
      let style = heading.numbering == .annex ? "Annex Heading" : "heading 1"
      return paragraph(style, mark.start + title + mark.end, revision)
    }
    var style = "Unnumbered Heading"
    if case .contents? = next { style = "TOC Heading" }
    let number = heading.label.map { label(Printable.line($0), revision) } ?? []
    paragraph(style, mark.start + number + title + mark.end, revision)
  }

  private mutating func write(
    _ paragraph: Paragraph, before next: Block?, margin: Margin, on sheet: Sheet
  ) {
    let mark = inlines.bookmark(paragraph.anchor ?? "")
    let words = inlines.paragraph(paragraph.runs)
    let revision = paragraph.revision
    guard sheet == .body else { return self.paragraph("Cover Text", words, revision) }
    // The styles that stay with what follows.
    let lead = Lead.isLead(paragraph, before: next) ? " Lead" : ""
    guard paragraph.style == .clause, let number = paragraph.number else {
      var style = (margin == .clause ? "Clause Text" : "Body Text") + lead
      if Lead.isTitle(paragraph, before: next), margin == .page { style = "Body Title" }
      return self.paragraph(style, mark.start + words + mark.end, revision)
    }
    switch numbering.takes(paragraph) {
    case .section: self.paragraph("Clause" + lead, mark.start + words + mark.end, revision)
    case .annex: self.paragraph("Annex Clause" + lead, mark.start + words + mark.end, revision)
    case nil:
      let text = label(Printable.line(number), revision)
      self.paragraph("Fixed Clause" + lead, mark.start + text + words + mark.end, revision)
    }
  }

  /// A number or marker as text.
  private mutating func label(_ words: String, _ revision: Revision?) -> [PandocInline] {
    inlines.revisions.wrapped([.words(words), .raw(WordXML.tab)], revision)
  }

  private mutating func write(_ list: List, depth: Int, margin: Margin, on sheet: Sheet) {
    let scheme =
      margin == .clause && sheet == .body ? numbering.takes(list, depth: depth) : nil
    let level = min(depth + (margin == .clause ? 1 : 0), 2)
    for item in list.items {
      if let scheme { numbering.begin(item, at: depth, in: scheme) }
      let revision = item.revision
      var rest = item.blocks[...]
      var words: [PandocInline] = []
      if case .paragraph(let paragraph)? = rest.first {
        let mark = inlines.bookmark(paragraph.anchor ?? "")
        words = mark.start + inlines.paragraph(paragraph.runs) + mark.end
        rest = rest.dropFirst()
      }
      if let scheme {
        let name = scheme == .section ? "Clause List" : "Annex List"
        paragraph(depth == 0 ? name : "\(name) 2", words, revision)
      } else if !list.ordered, Printable.line(item.marker) == "•" {
        paragraph(sheet == .cover ? "Cover List" : Self.bullets[level], words, revision)
      } else {
        paragraph(Self.lists[level], label(Printable.line(item.marker), revision) + words, revision)
      }
      for block in rest {
        switch block {
        case .list(let inner): write(inner, depth: depth + 1, margin: margin, on: sheet)
        case .paragraph(let paragraph):
          self.paragraph(
            Self.texts[level], inlines.paragraph(paragraph.runs), paragraph.revision)
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
    }
  }

  private mutating func write(_ table: Table, isWide: Bool) {
    let width = (isWide ? widePage : page).textWidth
    blocks += WordTable.blocks(table, width: width, isWide: isWide, &inlines)
  }

  /// A contents table of Word's own, with its entries in the file: they are there before Word has
  /// opened it, and Word makes them anew from the headings.
  private mutating func write(_ entries: [ContentsEntry]) {
    let hadComments = inlines.hasComments
    inlines.hasComments = false
    // The field begins and ends whatever comes and goes within it.
    var start = [PandocInline.raw(WordXML.fieldStart("TOC \\o \"1-1\" \\h \\z \\u"))]
    for (place, entry) in entries.enumerated() {
      var words = contentsNumber(entry) + inlines.line(entry.plainRuns)
      if entry.revision == nil {
        words = contentsNumber(entry, earlier: entry.earlier) + inlines.line(entry.runs)
      }
      if let bookmark = references.bookmarks[entry.anchor] {
        let page = WordXML.field("PAGEREF \(bookmark) \\h", result: WordPages.mark(bookmark))
        // What went needs no field: nothing is computed anew in it.
        words.append(.raw(WordXML.tab + (entry.revision == .deleted ? "" : page)))
        words = inlines.revisions.wrapped(words, entry.revision)
        words = WordXML.link(to: bookmark, words)
      } else {
        words = inlines.revisions.wrapped(words, entry.revision)
      }
      words = start + words
      if place == entries.count - 1 { words.append(.raw(WordXML.fieldEnd)) }
      paragraph(entry.level == 1 ? "toc 1" : "toc 2", words, entry.revision)
      start = []
    }
    inlines.hasComments = hadComments
  }

  /// The number as Word will set it: an annex's is followed by a full stop and a space.
  private mutating func contentsNumber(
    _ entry: ContentsEntry, earlier: String?
  ) -> [PandocInline] {
    guard let earlier else { return contentsNumber(entry) }
    var before = entry
    before.number = earlier
    return inlines.revisions.wrapped(contentsNumber(before), .deleted)
      + inlines.revisions.wrapped(contentsNumber(entry), .inserted)
  }

  private func contentsNumber(_ entry: ContentsEntry) -> [PandocInline] {
    guard let label = entry.label else { return [] }
    return label.hasSuffix(".") ? [.words(label), .raw(WordXML.tab)] : [.words("\(label). ")]
  }

  private mutating func write(landscape inner: [Block], isLast: Bool, on sheet: Sheet) {
    let texts = Texts(Block.landscape(inner).revision)
    breakSection(page, in: texts.intersection(begun))
    write(inner, on: sheet, isWide: true)
    // The last section's properties are those of the reference document.
    if !isLast { breakSection(widePage, in: texts) }
  }

  private mutating func breakSection(_ page: WordPage, in texts: Texts) {
    if texts.isEmpty { return }
    let opens = hasTitle && !wasOpened
    let mark = inlines.revisions.markProperty(texts.revision)
    blocks.append(
      .raw(
        """
        <w:p><w:pPr><w:pStyle w:val="SectionBreak"/>\(mark)\
        \(sections.xml(page, opens: opens, ids: ids))</w:pPr></w:p>
        """))
    if hasTitle { wasOpened = true }
    begun.subtract(texts)
  }

  /// The two texts of a redline; elsewhere they are one.
  private struct Texts: OptionSet {
    let rawValue: Int
    static let old = Texts(rawValue: 1)
    static let new = Texts(rawValue: 2)
    static let both: Texts = [.old, .new]

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ revision: Revision?) {
      switch revision {
      case .deleted: self = .old
      case .inserted: self = .new
      case nil: self = .both
      }
    }

    var revision: Revision? {
      if self == .both { return nil }
      return self == .old ? .deleted : .inserted
    }
  }
}

extension ContentsEntry {
  /// Its words without marks, for an entry that came or went as a whole.
  fileprivate var plainRuns: [Run] {
    runs.map { run in
      var run = run
      run.revision = nil
      return run
    }
  }
}
