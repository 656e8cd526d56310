/// A paragraph, heading, cell or line of a document, and where it stands.
package struct Passage: Hashable, Sendable {
  /// "7.2", "7.2(b)", "Annex B, row 3, column 2", "Definitions, row 1, column 2".
  package var place: String
  /// The number it stands under: "7.2", "Annex B"; nil before the first.
  package var number: String?
  /// Its words.
  package var runs: [Run]

  /// The same as plain text.
  package var text: String { runs.text }
}

extension Document {
  /// Everything that is printed and may be asked about, in order: the title, the cover, the text.
  /// Contents only repeat headings.
  package var passages: [Passage] {
    var walk = PassageWalk()
    walk.add(title, at: "title")
    walk.add(cover)
    walk.reset()
    walk.add(blocks)
    return walk.found
  }
}

private struct PassageWalk {
  private(set) var found: [Passage] = []
  private var number: String?
  private var place = "beginning"

  mutating func reset() {
    number = nil
    place = "beginning"
  }

  mutating func add(_ runs: [Run], at place: String) {
    if !runs.isEmpty { found.append(Passage(place: place, number: number, runs: runs)) }
  }

  mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        if heading.level == 1 { number = heading.number }
        place = heading.number ?? heading.runs.text
        add(heading.runs, at: place)
      case .paragraph(let paragraph):
        if let own = paragraph.number { (number, place) = (own, own) }
        add(paragraph.runs, at: place)
      case .list(let list):
        let outer = place
        for item in list.items {
          if list.ordered { place = outer + item.marker }
          add(item.blocks)
        }
        place = outer
      case .table(let table):
        for (column, cell) in table.header.enumerated() {
          add(cell, at: "\(place), head, column \(column + 1)")
        }
        for (row, cells) in table.rows.enumerated() {
          for (column, cell) in cells.enumerated() {
            add(cell, at: "\(place), row \(row + 1), column \(column + 1)")
          }
        }
      case .signatures(let signatures):
        for signature in signatures {
          add(signature.party, at: place)
          for line in signature.lines { add(line.runs, at: place) }
        }
      case .landscape(let inner): add(inner)
      case .picture(let picture): add([Run(picture.description)], at: place)
      case .contents: continue
      }
    }
  }
}
