import Documents
import PlainText

/// A document as one HTML file: no script, no request to anywhere, landmarks and table headers for
/// those who listen, a style for paper for those who print.
package struct HTML {
  private var html = ""
  /// How many pictures there are so far.
  private var pictures = 0
  private let wording: Wording
  private var filter: FindingFilter
  /// Whether the words of a finding stand open to what follows.
  private var isInFinding = false

  /// The whole file. It is well-formed XML too.
  package static func write(_ document: Document) -> String {
    let wording = Wording.wording(for: document.language)
    var html = HTML(wording: wording, filter: FindingFilter(document, wording))
    html.page(document)
    return html.html
  }

  private init(wording: Wording, filter: FindingFilter) {
    self.wording = wording
    self.filter = filter
    html.reserveCapacity(1 << 17)
  }

  private mutating func page(_ document: Document) {
    let title = HTMLText.escaped(Stretch.lineOfWords(document.title))
    let language = HTMLText.escaped(Sanitiser.documentLine.clean(document.language))
    html += """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <title>\(title)</title>
      <style>
      \(HTMLStyle.css(paper: document.paper))\(filter.css)</style>
      </head>
      <body>

      """
    let side = HTMLSide(document)
    if !side.entries.isEmpty {
      html += "<a class=\"skip\" href=\"#text\">\(wording.skip)</a>\n"
      html += "<div class=\"page\">\n"
      html += "<nav class=\"side\" aria-label=\"\(wording.contents)\">\n"
      html += "<details>\n<summary>\(wording.contents)</summary>\n"
      write(side.entries)
      html += "</details>\n</nav>\n<div class=\"column\">\n"
    }
    if document.standing == .draft {
      html += "<header class=\"draft\"><p>\(wording.draft)</p></header>\n"
    }
    if !document.cover.isEmpty {
      html += "<aside class=\"cover\" aria-label=\"\(wording.coverSheet)\">\n"
      write(document.cover)
      html += "</aside>\n"
    }
    html += "<main id=\"text\">\n<h1>\(HTMLText.inline(Stretch.line(of: document.title)))</h1>\n"
    write(document.picturesFirst.blocks)
    closeFinding()
    html += "</main>\n"
    if !side.entries.isEmpty { html += "</div>\n</div>\n" }
    html += "</body>\n</html>\n"
  }

  private mutating func write(_ blocks: [Block]) {
    var margin = Margin.page
    for block in blocks { write(block, margin: margin.take(block)) }
  }

  private mutating func write(_ block: Block, margin: Margin) {
    if block.endsAFinding { closeFinding() }
    switch block {
    case .heading(let heading):
      let tag = heading.level == 1 ? "h2" : "h3"
      let number = heading.label.map { HTMLText.number($0) + " " } ?? ""
      let form = heading.numbering == .annex ? " class=\"annex\"" : ""
      html += "<\(tag)\(HTMLText.id(heading.anchor))\(form)>\(number)"
      html += "\(HTMLText.inline(Stretch.line(of: heading.runs)))</\(tag)>\n"
    case .paragraph(let paragraph): write(paragraph, margin: margin)
    case .list(let list): write(list, margin: margin)
    case .table(let table): write(table)
    case .signatures(let signatures):
      html += "<section class=\"signatures\" aria-label=\"\(wording.signatures)\">\n"
      signatures.forEach { write($0) }
      html += "</section>\n"
    case .contents(let entries):
      html += "<nav aria-label=\"\(wording.contents)\">\n"
      write(entries)
      html += "</nav>\n"
    case .picture(let picture):
      let sketches = Sketch.sketches(picture)
      for (part, sketch) in sketches.enumerated() {
        pictures += 1
        let title = picture.title + Sketch.part(part, of: sketches.count)
        html += "<figure>\n"
        html += SVG.write(
          sketch, title: title, description: picture.description, id: "picture-\(pictures)")
        html += "</figure>\n"
      }
    case .landscape(let blocks):
      html += "<div class=\"landscape\">\n"
      write(blocks)
      html += "</div>\n"
    }
  }

  /// Folded up to its first line. The choice of what is shown stands before the first.
  private mutating func openFinding(_ mark: FindingMark, _ words: String) {
    html += filter.take()
    html += "<details class=\"\(filter.classes(of: mark))\">\n<summary>"
    html += "<span class=\"grade\">\(HTMLText.escaped(Sanitiser.documentLine.clean(mark.grade)))"
    html += "</span> \(words)</summary>\n"
    isInFinding = true
  }

  private mutating func closeFinding() {
    if isInFinding { html += "</details>\n" }
    isInFinding = false
  }

  private mutating func write(_ paragraph: Paragraph, margin: Margin) {
    let words = HTMLText.inline(Stretch.stretches(of: paragraph.runs))
    if let mark = paragraph.finding { return openFinding(mark, words) }
    let id = paragraph.anchor.map(HTMLText.id) ?? ""
    if paragraph.style == .clause, let number = paragraph.number {
      html +=
        "<p\(id) class=\"clause\">\(HTMLText.number(Sanitiser.documentLine.clean(number))) \(words)</p>\n"
    } else {
      html += "<p\(id)\(margin == .clause ? " class=\"continued\"" : "")>\(words)</p>\n"
    }
  }

  /// The markers are text, as computed: they can be copied, and no browser counts otherwise.
  private mutating func write(_ list: List, margin: Margin) {
    let tag = list.ordered ? "ol" : "ul"
    html += "<\(tag) role=\"list\"\(margin == .clause ? " class=\"continued\"" : "")>\n"
    for item in list.items {
      html += "<li>"
      var rest = item.blocks[...]
      let marker = HTMLText.number(Sanitiser.documentLine.clean(item.marker))
      if case .paragraph(let paragraph)? = rest.first {
        let id = paragraph.anchor.map(HTMLText.id) ?? ""
        html += "<p\(id)>\(marker) \(HTMLText.inline(Stretch.stretches(of: paragraph.runs)))</p>"
        rest = rest.dropFirst()
      } else {
        html += "<p>\(marker)</p>"
      }
      if !rest.isEmpty { html += "\n" }
      for block in rest { write(block, margin: .page) }
      html += "</li>\n"
    }
    html += "</\(tag)>\n"
  }

  private mutating func write(_ table: Table) {
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    if count == 0 { return }
    // What is wider than a telephone is moved by itself, with the keys too.
    let isWide = count > 2
    if isWide {
      html += "<div class=\"wide\(count > 3 ? " many" : "")\" role=\"region\" tabindex=\"0\" "
      html += "aria-label=\"\(wording.table)\">\n"
    }
    html += "<table>\n"
    if !table.header.isEmpty {
      html += "<thead>\n<tr>"
      for cell in table.header {
        html += "<th scope=\"col\">\(HTMLText.inline(Stretch.stretches(of: cell)))</th>"
      }
      html += String(repeating: "<th scope=\"col\"></th>", count: count - table.header.count)
      html += "</tr>\n</thead>\n"
    }
    html += "<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for cell in row { html += "<td>\(HTMLText.inline(Stretch.stretches(of: cell)))</td>" }
      html += String(repeating: "<td></td>", count: count - row.count) + "</tr>\n"
    }
    html += "</tbody>\n</table>\n"
    if isWide { html += "</div>\n" }
  }

  private mutating func write(_ signature: Signature) {
    html += "<div class=\"signature\">\n"
    html += "<p class=\"party\">\(HTMLText.inline(Stretch.line(of: signature.party)))</p>\n"
    for person in signature.people {
      html += "<dl>\n"
      for line in person {
        let words = HTMLText.inline(Stretch.line(of: line.runs))
        html += "<dt>\(HTMLText.escaped(Sanitiser.documentLine.clean(line.label)))</dt>"
        html += words.isEmpty ? "<dd class=\"rule\"></dd>\n" : "<dd>\(words)</dd>\n"
      }
      html += "</dl>\n"
    }
    html += "</div>\n"
  }

  private mutating func write(_ entries: [ContentsEntry]) {
    html += "<ol role=\"list\">\n"
    for entry in entries {
      let number = entry.label.map { HTMLText.number($0) + " " } ?? ""
      html += "<li class=\"level-\(entry.level)\"><a href=\"#\(HTMLText.anchor(entry.anchor))\">"
      html += "\(number)\(HTMLText.inline(Stretch.line(of: entry.runs), links: false))</a></li>\n"
    }
    html += "</ol>\n"
  }
}
