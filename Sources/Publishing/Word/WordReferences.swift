import Documents

/// The names of Word's bookmarks, and which headings and clauses Word numbers by itself.
struct WordReferences {
  /// By anchor, in the order of the document. The leading underscore hides them from the user.
  private(set) var bookmarks: [String: String] = [:]
  /// What stands before each target, by anchor: the number that a field can repeat.
  private(set) var liveNumbers: [String: String] = [:]
  private(set) var annexWord = "Annex "

  init(_ document: Document) {
    var numbering = LiveNumbering()
    gather(document.blocks, &numbering)
    annexWord = numbering.annexWord ?? "Annex "
  }

  private mutating func gather(_ blocks: [Block], _ numbering: inout LiveNumbering) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        name(heading.anchor)
        if numbering.takes(heading), let number = heading.number {
          liveNumbers[heading.anchor] = number
        }
      case .paragraph(let paragraph):
        if let anchor = paragraph.anchor { name(anchor) }
        guard paragraph.style == .clause, let number = paragraph.number else { continue }
        if numbering.takes(clause: number) != nil, let anchor = paragraph.anchor {
          liveNumbers[anchor] = number
        }
      case .list(let list):
        for item in list.items { gather(item.blocks, &numbering) }
      case .landscape(let blocks): gather(blocks, &numbering)
      case .table, .signatures, .contents, .picture: break
      }
    }
  }

  private mutating func name(_ anchor: String) {
    guard !anchor.isEmpty, bookmarks[anchor] == nil else { return }
    let digits = String(bookmarks.count + 1)
    bookmarks[anchor] =
      "_Ref28" + String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
  }
}
