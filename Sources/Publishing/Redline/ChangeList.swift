import Documents
import PlainText

/// The changes of a redline as a list: passages that came, went or changed, in order, each under
/// its heading.
package struct ChangeList: Sendable {
  package private(set) var changes: [Change] = []
  /// Numbers that only moved along, new and old.
  package private(set) var renumbered: [Renumbering] = []
  private var section = ""
  private let wording: Wording

  package struct Change: Hashable, Sendable {
    /// "7. Sub-processors"
    package var section: String
    /// "7.1", "(b)", "row"; empty where it has none.
    package var place: String
    /// The number it had before, where that was another.
    package var earlier: String?
    /// nil: it changed within.
    package var revision: Revision?
    package var parts: [Part]
  }

  package struct Part: Hashable, Sendable {
    package var text: String
    package var revision: Revision?
  }

  package struct Renumbering: Hashable, Sendable {
    package var number: String
    package var earlier: String
  }

  /// - Parameter redline: as `Document.redline(from:to:)` makes it.
  package init(_ redline: Document) {
    wording = Wording.wording(for: redline.language)
    add(redline.title, place: "", revision: nil)
    section = wording.coverSheet
    add(redline.cover)
    section = ""
    add(redline.blocks)
  }

  package var isEmpty: Bool { changes.isEmpty }

  private mutating func add(_ blocks: [Block], marker: (String, String?)? = nil) {
    for (at, block) in blocks.enumerated() {
      switch block {
      case .heading(let heading):
        let title = Stretch.lineOfWords(heading.runs)
        if heading.level == 1 { section = NumberLabel.joined(heading.number, title) }
        add(
          heading.runs, place: heading.number ?? "", earlier: heading.earlier,
          revision: heading.revision)
      case .paragraph(let paragraph):
        let isFirst = at == 0 && marker != nil
        add(
          paragraph.runs, place: (isFirst ? marker?.0 : paragraph.number) ?? "",
          earlier: isFirst ? marker?.1 : paragraph.earlier, revision: paragraph.revision)
      case .list(let list):
        for item in list.items {
          add(item.blocks, marker: list.ordered ? (item.marker, item.earlier) : ("•", nil))
        }
      case .table(let table):
        add(row: table.header, revision: table.revision)
        for (number, cells) in table.rows.enumerated() {
          add(row: cells, revision: table.rowRevisions[number])
        }
      case .signatures(let signatures):
        for signature in signatures {
          add(signature.party, place: wording.signatures, revision: signature.revision)
          for line in signature.lines {
            let label = [Run("\(line.label): ")]
            if !line.runs.isEmpty {
              add(label + line.runs, place: wording.signatures, revision: signature.revision)
            }
          }
        }
      case .picture(let picture):
        var words = Run(picture.description)
        words.revision = picture.revision
        add([words], place: "", revision: picture.revision)
      case .landscape(let inner): add(inner)
      // It repeats the headings.
      case .contents: continue
      }
    }
  }

  private mutating func add(row: [[Run]], revision: Revision?) {
    var runs: [Run] = []
    for (column, cell) in row.enumerated() {
      if column > 0 {
        var bar = Run(" | ")
        bar.revision = revision
        runs.append(bar)
      }
      runs += cell
    }
    add(runs, place: "", revision: revision)
  }

  private mutating func add(
    _ runs: [Run], place: String, earlier: String? = nil, revision: Revision?
  ) {
    var parts: [Part] = []
    for stretch in Stretch.line(of: runs) {
      if let last = parts.last, last.revision == stretch.revision {
        parts[parts.count - 1].text += stretch.text
      } else {
        parts.append(Part(text: stretch.text, revision: stretch.revision))
      }
    }
    let place = Sanitiser.documentLine.clean(place)
    guard parts.contains(where: { $0.revision != nil }) else {
      if let earlier, !place.isEmpty {
        renumbered.append(
          Renumbering(number: place, earlier: Sanitiser.documentLine.clean(earlier)))
      }
      return
    }
    changes.append(
      Change(
        section: section, place: place, earlier: earlier.map(Sanitiser.documentLine.clean),
        revision: revision,
        parts: parts))
  }
}
