import Documents

@testable import Publishing

/// What a reader of a `Document` is to have before them on paper, paragraph by paragraph, each with the
/// number before it: said by the document alone, and by nothing that writes files.
struct ExpectedWords {
  private(set) var paragraphs: [String] = []

  init(_ document: Document) {
    add(document.cover)
    add(document.title)
    add(document.blocks)
  }

  /// The words one by one, without the signs that only look nice.
  static func words(_ paragraphs: [String]) -> [Substring] {
    paragraphs.flatMap { $0.split { $0.isWhitespace || $0 == "\u{a0}" } }
      .map { $0.last == "." ? $0.dropLast() : $0 }
      .filter { !["•", "◦", "▪", "–", ""].contains($0) }
  }

  private mutating func add(_ runs: [Run], after number: String = "") {
    let words = runs.map(\.text).joined()
    let shown = Hostile.seen("\(number) \(words)").replacing("\u{ad}", with: "")
    if !shown.isEmpty { paragraphs.append(shown) }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading): add(heading.runs, after: Self.label(heading.number))
      case .paragraph(let paragraph): add(paragraph.runs, after: paragraph.number ?? "")
      case .list(let list):
        for item in list.items {
          let marker = list.ordered ? item.marker : ""
          guard case .paragraph(let first)? = item.blocks.first else { continue }
          add(first.runs, after: marker)
          add(Array(item.blocks.dropFirst()))
        }
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row { add(cell) }
        }
      case .signatures(let signatures):
        for signature in signatures {
          add(signature.party)
          for line in signature.lines { add(line.runs, after: line.label) }
        }
      case .contents(let entries):
        for entry in entries { add(entry.runs, after: Self.label(entry.number)) }
      case .landscape(let inner): add(inner)
      case .picture: continue
      }
    }
  }

  /// Word parts a heading's number from its words by a full stop.
  private static func label(_ number: String?) -> String { number.map { "\($0)." } ?? "" }
}
