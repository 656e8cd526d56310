import Documents
import PlainText

/// A document as one HTML file: no script, no request to anywhere, landmarks and table headers for
/// those who listen, a style for paper for those who print.
package struct HTML {
  private var html = ""
  /// How many pictures there are so far.
  private var pictures = 0
  private let wording: Wording

  /// The whole file. It is well-formed XML too.
  package static func write(_ document: Document) -> String {
    var html = HTML(wording: Wording.wording(for: document.language))
    html.page(document)
    return html.html
  }

  private init(wording: Wording) {
    self.wording = wording
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
      \(HTMLStyle.css(paper: document.paper))</style>
      </head>
      <body>

      """
    if document.standing == .draft {
      html += "<header class=\"draft\"><p>\(wording.draft)</p></header>\n"
    }
    if !document.cover.isEmpty {
      html += "<aside class=\"cover\" aria-label=\"\(wording.coverSheet)\">\n"
      write(document.cover)
      html += "</aside>\n"
    }
    html += "<main>\n<h1>\(HTMLText.inline(Stretch.line(of: document.title)))</h1>\n"
    write(document.blocks)
    html += "</main>\n</body>\n</html>\n"
  }

  private mutating func write(_ blocks: [Block]) {
    var margin = Margin.page
    for block in blocks { write(block, margin: margin.take(block)) }
  }

  private mutating func write(_ block: Block, margin: Margin) {
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
    case .contents(let entries): write(entries)
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

  private mutating func write(_ paragraph: Paragraph, margin: Margin) {
    let words = HTMLText.inline(Stretch.stretches(of: paragraph.runs))
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
    html += "<nav aria-label=\"\(wording.contents)\">\n<ol role=\"list\">\n"
    for entry in entries {
      let number = entry.label.map { HTMLText.number($0) + " " } ?? ""
      html += "<li class=\"level-\(entry.level)\"><a href=\"#\(HTMLText.anchor(entry.anchor))\">"
      html += "\(number)\(HTMLText.inline(Stretch.line(of: entry.runs), links: false))</a></li>\n"
    }
    html += "</ol>\n</nav>\n"
  }
}
