import Documents

/// The names of Word's bookmarks, and which headings and clauses Word numbers by itself.
struct WordReferences {
  /// By anchor, in the order of the document. The leading underscore hides them from the user.
  private(set) var bookmarks: [String: String] = [:]
  /// What stands before each target, by anchor: the number that a field can repeat.
  private(set) var liveNumbers: [String: String] = [:]
  private(set) var annexWord = "Annex "
  /// In a redline: what stood there before, where that was another number.
  private var earlierNumbers: [String: String] = [:]

  init(_ document: Document) {
    var numbering = TrackedNumbering()
    gather(document.blocks, &numbering)
    annexWord = numbering.annexWord ?? "Annex "
  }

  /// What Word shows before a target, for words that stand, came or went.
  func number(of anchor: String, _ revision: Revision?) -> String? {
    revision == .deleted ? earlierNumbers[anchor] ?? liveNumbers[anchor] : liveNumbers[anchor]
  }

  private mutating func gather(_ blocks: [Block], _ numbering: inout TrackedNumbering) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        name(heading.anchor)
        if numbering.takes(heading), let number = heading.number {
          liveNumbers[heading.anchor] = number
          earlierNumbers[heading.anchor] = heading.earlier
        }
      case .paragraph(let paragraph):
        if let anchor = paragraph.anchor { name(anchor) }
        guard paragraph.style == .clause, let number = paragraph.number else { continue }
        if numbering.takes(paragraph) != nil, let anchor = paragraph.anchor {
          liveNumbers[anchor] = number
          earlierNumbers[anchor] = paragraph.earlier
        }
      case .list, .landscape: gather(block.children, &numbering)
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
