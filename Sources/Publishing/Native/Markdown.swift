import Documents
import PlainText

/// A document as Markdown: CommonMark with GitHub's tables, one line a paragraph, no raw HTML from
/// any answer. Read by another dialect it shows the same words.
package struct Markdown {
  private var text = ""

  /// The whole document, ending with a line end.
  package static func write(_ document: Document) -> String {
    var markdown = Markdown()
    let wording = Wording.wording(for: document.language)
    if document.standing == .draft { markdown.block("**\(wording.draft)**") }
    if !document.cover.isEmpty {
      markdown.write(document.cover, indent: "")
      markdown.block("---")
    }
    markdown.block("# " + MarkdownText.inline(Stretch.line(of: document.title), at: .heading))
    markdown.write(document.blocks, indent: "")
    return markdown.text
  }

  /// One block with an empty line before it; `indent` stands before every line.
  private mutating func block(_ lines: String, indent: String = "") {
    if !text.isEmpty { text += "\n" }
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\n" : "\(indent)\(line)\n"
    }
  }

  private mutating func write(_ blocks: [Block], indent: String) {
    var previousWasList = false
    for block in blocks {
      // Two lists that follow each other would be read as one.
      if case .list = block {
        if previousWasList { self.block("<!-- -->", indent: indent) }
        previousWasList = true
      } else {
        previousWasList = false
      }
      write(block, indent: indent)
    }
  }

  private mutating func write(_ block: Block, indent: String) {
    switch block {
    case .heading(let heading):
      let marks = heading.level == 1 ? "##" : "###"
      let title = MarkdownText.inline(Stretch.line(of: heading.runs), at: .heading)
      let number = heading.number.map {
        MarkdownText.escaped(Sanitiser.documentLine.clean($0), at: .heading)
      }
      self.block("\(marks) \(NumberLabel.joined(number, title))", indent: indent)
    case .paragraph(let paragraph): self.block(Self.paragraph(paragraph), indent: indent)
    case .list(let list): write(list, indent: indent)
    case .table(let table): write(table, indent: indent)
    case .signatures(let signatures): signatures.forEach { write($0) }
    case .contents(let entries):
      let lines = entries.map { entry in
        let title = MarkdownText.inline(Stretch.line(of: entry.runs), at: .lineStart)
        let number = entry.number.map {
          MarkdownText.escaped(Sanitiser.documentLine.clean($0), at: .lineStart)
        }
        let words = number.map { "\($0) \u{2013} \(title)" } ?? title
        return String(repeating: "  ", count: entry.level - 1) + "- \(words)"
      }
      self.block(lines.joined(separator: "\n"))
    case .picture(let picture):
      // A fence, so that no reader moves the signs.
      let lines = PictureText.plain(picture, width: PlainDocument.width)
      self.block((["~~~text"] + lines + ["~~~"]).joined(separator: "\n"), indent: indent)
    case .landscape(let blocks): write(blocks, indent: indent)
    }
  }

  private static func paragraph(_ paragraph: Paragraph) -> String {
    let stretches = Stretch.stretches(of: paragraph.runs)
    guard let number = paragraph.number else {
      return MarkdownText.inline(stretches, at: .lineStart)
    }
    let words = MarkdownText.inline(stretches, at: .withinLine)
    return
      "**\(MarkdownText.escaped(Sanitiser.documentLine.clean(number), at: .withinLine))** \(words)"
  }

  private mutating func write(_ list: List, indent: String) {
    let isTight = list.items.allSatisfy { $0.blocks.count <= 1 }
    for (position, item) in list.items.enumerated() {
      var rest = item.blocks[...]
      var first = ""
      if case .paragraph(let paragraph)? = rest.first {
        first = Self.paragraph(paragraph)
        rest = rest.dropFirst()
      }
      // A marker that Markdown knows is left to it, as long as it counts alike; (a) is its own text.
      let marker = Sanitiser.documentLine.clean(item.marker)
      let isNumber = list.ordered && marker == "\(position + 1)."
      let bullet = isNumber ? marker + " " : "- "
      let shown =
        list.ordered && !isNumber ? MarkdownText.escaped(marker, at: .withinLine) + " " : ""
      let inner = indent + String(repeating: " ", count: bullet.utf8.count)
      let lines = first.split(separator: "\n", omittingEmptySubsequences: false)
      if position == 0 || !isTight { text += text.isEmpty ? "" : "\n" }
      text += "\(indent)\(bullet)\(shown)\(lines.first ?? "")\n"
      for line in lines.dropFirst() { text += "\(inner)\(line)\n" }
      write(Array(rest), indent: inner)
    }
  }

  private mutating func write(_ table: Table, indent: String) {
    let count = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    if count == 0 { return }
    func row(_ cells: [String]) -> String {
      let filled = cells + Array(repeating: "", count: count - cells.count)
      return "| " + filled.joined(separator: " | ") + " |"
    }
    func cell(_ runs: [Run]) -> String {
      MarkdownText.inline(Stretch.stretches(of: runs), at: .cell)
    }
    var lines = [row(table.header.map(cell))]
    lines.append("|" + String(repeating: "---|", count: count))
    lines += table.rows.map { row($0.map(cell)) }
    block(lines.joined(separator: "\n"), indent: indent)
  }

  private mutating func write(_ signature: Signature) {
    let party = MarkdownText.inline(Stretch.line(of: signature.party), at: .lineStart)
    block(party)
    for (number, person) in signature.people.enumerated() {
      // Another bullet begins another list.
      let bullet = number.isMultiple(of: 2) ? "-" : "*"
      let lines = person.map { line in
        let words = MarkdownText.inline(Stretch.line(of: line.runs), at: .withinLine)
        let rule = String(repeating: "\\_", count: 30)
        let label = MarkdownText.escaped(Sanitiser.documentLine.clean(line.label), at: .lineStart)
        return "\(bullet) \(label): \(words.isEmpty ? rule : words)"
      }
      block(lines.joined(separator: "\n"))
    }
  }
}
