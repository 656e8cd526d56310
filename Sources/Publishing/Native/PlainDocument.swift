import Documents
import PlainText

/// A document as text that can be pasted into a mail: lines of at most 78 columns, clauses hung at
/// their numbers, tables as columns or, where they are too wide, as lists of labels.
package struct PlainDocument {
  package static let width = 78
  /// Where the text of a clause stands: "15.12 ".
  private static let clauseIndent = 6
  /// Text begins no further to the right, however deep its list or long its label.
  private static let deepest = 36

  private var lines: [String] = []

  /// The whole document. Ends with a line end; has no control character but `\n`.
  package static func write(_ document: Document) -> String {
    var text = PlainDocument()
    let wording = Wording.wording(for: document.language)
    if document.standing == .draft { text.lines += [wording.draft] }
    if !document.cover.isEmpty {
      text.write(document.cover)
      text.lines += ["", String(repeating: "-", count: width)]
    }
    text.title(Stretch.lineOfWords(document.title))
    text.write(document.blocks)
    return text.lines.drop { $0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private mutating func title(_ title: String) {
    let wrapped = Columns.wrap(title, width: Self.width)
    lines += [""] + wrapped
    lines.append(String(repeating: "=", count: wrapped.map { CellWidth.of($0) }.max() ?? 0))
  }

  private mutating func write(_ blocks: [Block]) {
    var margin = Margin.page
    for block in blocks {
      let indent = margin.take(block) == .clause ? Self.clauseIndent : 0
      write(block, indent: indent)
    }
  }

  private mutating func write(_ block: Block, indent: Int) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let paragraph):
      let number =
        paragraph.style == .clause ? paragraph.number.map(Sanitiser.documentLine.clean) : nil
      lines.append("")
      hang(
        Stretch.words(paragraph.runs), marker: number ?? "", at: indent,
        text: number == nil ? indent : Self.clauseIndent)
    case .list(let list): write(list, indent: indent)
    case .table(let table): lines += [""] + PlainTable(table).lines(width: Self.width)
    case .signatures(let signatures): signatures.forEach { write($0) }
    case .contents(let entries):
      lines.append("")
      let text = entries.compactMap { $0.label.map { CellWidth.of($0) + 2 } }.max() ?? 0
      for entry in entries {
        let step = 2 * (entry.level - 1)
        hang(
          Stretch.lineOfWords(entry.runs), marker: entry.label ?? "", at: step,
          text: entry.label == nil ? step : text)
      }
    case .picture(let picture):
      lines += [""] + PictureText.plain(picture, width: Self.width)
    case .landscape(let blocks): write(blocks)
    }
  }

  private mutating func write(_ heading: Heading) {
    let words = NumberLabel.joined(heading.number, Stretch.lineOfWords(heading.runs))
    let wrapped = Columns.wrap(words, width: Self.width)
    lines += ["", ""] + wrapped
    let rule: Character = heading.level == 1 ? "-" : "."
    lines.append(
      String(repeating: rule, count: wrapped.map { CellWidth.of($0) }.max() ?? 0))
  }

  private mutating func write(_ list: List, indent: Int) {
    let markers = list.items.map { Sanitiser.documentLine.clean($0.marker) }
    let text = indent + (markers.map { CellWidth.of($0) }.max() ?? 0) + 1
    let isTight = list.items.allSatisfy { $0.blocks.count == 1 && Self.isShort($0.blocks) }
    if isTight { lines.append("") }
    for (item, marker) in zip(list.items, markers) {
      if !isTight { lines.append("") }
      var rest = item.blocks[...]
      var first = ""
      if case .paragraph(let paragraph)? = rest.first {
        first = Stretch.words(paragraph.runs)
        rest = rest.dropFirst()
      }
      hang(first, marker: marker, at: indent, text: text)
      for block in rest { write(block, indent: text) }
    }
  }

  /// A list of short items needs no lines between them.
  private static func isShort(_ blocks: [Block]) -> Bool {
    guard case .paragraph(let paragraph)? = blocks.first else { return false }
    return paragraph.runs.reduce(0) { $0 + $1.text.utf8.count } <= 160
  }

  private mutating func write(_ signature: Signature) {
    let labels = signature.lines.map { Sanitiser.documentLine.clean($0.label) + ":" }
    let text = (labels.map { CellWidth.of($0) }.max() ?? 0) + 2
    lines += [""] + Columns.wrap(Stretch.lineOfWords(signature.party), width: Self.width)
    for (line, label) in zip(signature.lines, labels) {
      lines += line.startsPerson ? ["", ""] : [""]
      let words = Stretch.lineOfWords(line.runs)
      hang(
        words.isEmpty ? String(repeating: "_", count: 40) : words, marker: label, at: 0, text: text)
    }
    lines.append("")
  }

  /// Text whose lines begin at column `text`, with `marker` before the first.
  private mutating func hang(_ words: String, marker: String, at indent: Int, text: Int) {
    let text = min(text, Self.deepest)
    let wrapped = Columns.wrap(words, width: Self.width - text)
    var head = String(repeating: " ", count: min(indent, text)) + marker
    if !marker.isEmpty, CellWidth.of(head) >= text {
      // A label that leaves no room stands above its text.
      lines += Columns.wrap(head, width: Self.width)
      head = ""
    }
    for (number, line) in wrapped.enumerated() {
      let start = number == 0 ? Columns.padded(head, to: text) : String(repeating: " ", count: text)
      lines.append(line.isEmpty && number > 0 ? "" : String((start + line).withoutSpacesAtEnd))
    }
  }
}
