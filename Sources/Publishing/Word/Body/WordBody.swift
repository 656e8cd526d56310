import Documents
import PlainText

/// A whole `Document` in Word's XML: the cover, the title, the text, section by section.
struct WordBody {
  /// The properties of the last section.
  private var end = ""
  private var flow: WordFlow
  private var sections: SectionBreaks
  private var numbering = TrackedNumbering()
  private let page: WordPage
  private let widePage: WordPage
  /// The next id of a drawing or a shape in one.
  private var pictureIDs = 1000

  private enum Sheet { case cover, body }

  /// - Parameter parts: under which id headers and footers are filed, by their names.
  init(
    _ document: Document, _ reference: Reference, parts: [String: String], _ imprint: Imprint
  ) {
    let wording = Wording.wording(for: document.language)
    let comments = WordComments(
      wording: wording, date: imprint.moment, styles: reference.styles)
    flow = WordFlow(
      WordRuns(
        references: WordReferences(document), styles: reference.styles, comments: comments,
        changes: WordChanges(imprint.revised)))
    sections = SectionBreaks(reference.sections, parts: parts)
    page = reference.sections.page(document.paper)
    widePage = reference.sections.page(document.paper, isLandscape: true)
    flow.runs.comments.areWritten = false
    write(document.cover, on: .cover)
    // What is left open in a final copy is open on purpose; why is not for the other side.
    flow.runs.comments.areWritten = document.standing != .final
    if !document.cover.isEmpty {
      sections.end(page, Block.landscape(document.cover).revision, in: &flow)
    }
    sections.beginTitle()
    flow.paragraph("Title", flow.runs.line(document.title))
    write(document.blocks, on: .body)
    var last = page
    if case .landscape? = document.blocks.last { last = widePage }
    end = sections.last(last)
  }

  /// `word/document.xml` between its body's tags, in pieces.
  var xml: [String] { [flow.xml, end] }

  /// `word/comments.xml`; nil where there are none.
  var comments: String? { flow.runs.comments.xml }

  private mutating func write(_ blocks: [Block], on sheet: Sheet, isWide: Bool = false) {
    var margin = TrackedMargin()
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let margin = margin.take(block)
      switch block {
      case .heading(let heading): write(heading, before: next, on: sheet)
      case .paragraph(let paragraph): write(paragraph, before: next, margin: margin, on: sheet)
      case .list(let list): write(list, depth: 0, margin: margin, on: sheet)
      case .table(let table):
        WordTable.write(
          table, width: (isWide ? widePage : page).textWidth, isWide: isWide, to: &flow)
      case .signatures(let signatures):
        WordSignatures.write(signatures, width: page.textWidth, to: &flow)
      case .contents(let entries): WordContents.write(entries, to: &flow)
      case .picture(let picture): write(picture)
      case .landscape(let inner):
        sections.end(page, block.revision, ifBegun: true, in: &flow)
        write(inner, on: sheet, isWide: true)
        if next != nil { sections.end(widePage, block.revision, in: &flow) }
        continue
      }
      sections.hold(block.revision)
    }
  }

  private mutating func write(_ heading: Heading, before next: Block?, on sheet: Sheet) {
    let revision = heading.revision
    var words = flow.runs.line(heading.runs)
    var style = "Unnumbered Heading"
    if sheet == .cover {
      style = "Cover Heading"
    } else if heading.level > 1 {
      style = "heading 2"
    } else if numbering.takes(heading) {
      style = heading.numbering == .annex ? "Annex Heading" : "heading 1"
    } else {
      if case .contents? = next { style = "TOC Heading" }
      if let label = heading.label { words = flow.runs.label(label, revision) + words }
    }
    flow.paragraph(style, flow.runs.marked(heading.anchor, words), revision)
  }

  private mutating func write(
    _ paragraph: Paragraph, before next: Block?, margin: Margin, on sheet: Sheet
  ) {
    var words = flow.runs.paragraph(paragraph.runs)
    let revision = paragraph.revision
    // The styles that stay with what follows.
    let lead = Lead.isLead(paragraph, before: next) ? " Lead" : ""
    var style = (margin == .clause ? "Clause Text" : "Body Text") + lead
    if sheet == .cover {
      return flow.paragraph("Cover Text", words, revision)
    } else if paragraph.style == .clause, let number = paragraph.number {
      switch numbering.takes(paragraph) {
      case .section: style = "Clause" + lead
      case .annex: style = "Annex Clause" + lead
      case nil:
        style = "Fixed Clause" + lead
        words = flow.runs.label(Sanitiser.documentLine.clean(number), revision) + words
      }
    } else if Lead.isTitle(paragraph, before: next), margin == .page {
      style = "Body Title"
    }
    flow.paragraph(style, flow.runs.marked(paragraph.anchor, words), revision)
  }

  private mutating func write(_ list: List, depth: Int, margin: Margin, on sheet: Sheet) {
    let scheme =
      margin == .clause && sheet == .body ? numbering.takes(list, depth: depth) : nil
    let level = min(depth + (margin == .clause ? 1 : 0), 2)
    let place = level == 0 ? "" : " \(level + 1)"
    for item in list.items {
      if let scheme { numbering.begin(item, at: depth, in: scheme) }
      let revision = item.revision
      var rest = item.blocks[...]
      var words = ""
      if case .paragraph(let paragraph)? = rest.first {
        words = flow.runs.marked(paragraph.anchor, flow.runs.paragraph(paragraph.runs))
        rest = rest.dropFirst()
      }
      var style = "List" + place
      if let scheme {
        style = (scheme == .section ? "Clause List" : "Annex List") + (depth == 0 ? "" : " 2")
      } else if !list.ordered, Sanitiser.documentLine.clean(item.marker) == "•" {
        style = sheet == .cover ? "Cover List" : "List Bullet" + place
      } else {
        words = flow.runs.label(Sanitiser.documentLine.clean(item.marker), revision) + words
      }
      flow.paragraph(style, words, revision)
      for block in rest {
        switch block {
        case .list(let inner): write(inner, depth: depth + 1, margin: margin, on: sheet)
        case .paragraph(let paragraph):
          flow.paragraph(
            "List Continue" + place, flow.runs.paragraph(paragraph.runs), paragraph.revision)
        default: write([block], on: sheet)
        }
      }
    }
  }

  private mutating func write(_ picture: Picture) {
    let sketches = Sketch.sketches(picture)
    for (part, sketch) in sketches.enumerated() {
      let drawing = WordDrawing.run(
        sketch, picture, part: Sketch.part(part, of: sketches.count), id: pictureIDs)
      flow.paragraph(
        properties: "<w:keepNext w:val=\"0\"/><w:spacing w:before=\"120\" w:after=\"120\"/>",
        flow.runs.changes.wrapped(drawing, picture.revision), picture.revision)
      pictureIDs += sketch.items.count + 1
    }
  }
}
