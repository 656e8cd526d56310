import Documents

/// The words of a `Document` as Word's runs: blanks with their margin comments, references that follow
/// Word's numbers, check boxes, right-to-left names, tracked changes.
struct WordRuns {
  let references: WordReferences
  let styles: StyleIndex
  var comments: WordComments
  var changes: WordChanges
  private var placed: Set<String> = []
  private var boxes = 0

  init(
    references: WordReferences, styles: StyleIndex, comments: WordComments, changes: WordChanges
  ) {
    (self.references, self.styles) = (references, styles)
    (self.comments, self.changes) = (comments, changes)
  }

  mutating func paragraph(_ runs: [Run]) -> String { write(Stretch.stretches(of: runs)) }

  mutating func line(_ runs: [Run]) -> String { write(Stretch.line(of: runs)) }

  /// A number, a marker or a label, and the tab after it.
  mutating func label(_ words: String, _ revision: Revision?) -> String {
    changes.wrapped(WordXML.run("\(words)\t", isGone: revision == .deleted), revision)
  }

  /// `words` between the marks that references to `anchor` aim at; without them at a second place with
  /// the same anchor.
  mutating func marked(_ anchor: String?, _ words: String) -> String {
    guard let anchor, let name = references.bookmarks[anchor], placed.insert(name).inserted else {
      return words
    }
    let id = "w:id=\"\(1000 + placed.count)\""
    return "<w:bookmarkStart \(id) w:name=\"\(name)\"/>\(words)<w:bookmarkEnd \(id)/>"
  }

  private mutating func write(_ stretches: [Stretch]) -> String {
    stretches.reduce(into: "") { $0 += write($1) }
  }

  private mutating func write(_ stretch: Stretch) -> String {
    switch stretch.kind {
    case .text: return changed(stretch)
    case .blank(let blank):
      let runs = changed(stretch)
      return stretch.revision == .deleted ? runs : comments.beside(runs, blank)
    case .reference(let anchor): return reference(stretch, to: anchor)
    }
  }

  /// Where Word numbers the target and the words end in that number, the number is Word's field; else
  /// the words are a link.
  private mutating func reference(_ stretch: Stretch, to anchor: String) -> String {
    guard let bookmark = references.bookmarks[anchor] else { return changed(stretch) }
    let revision = stretch.revision
    guard let number = references.number(of: anchor, revision), stretch.text.hasSuffix(number)
    else { return WordXML.link(to: bookmark, changed(stretch)) }
    var before = stretch
    before.text = String(stretch.text.dropLast(number.count))
    let field = WordXML.field(
      "REF \(bookmark) \\r \\h", result: number, look: look(of: stretch),
      isGone: revision == .deleted)
    return changed(before) + changes.wrapped(field, revision)
  }

  private mutating func changed(_ stretch: Stretch) -> String {
    let words = words(of: stretch)
    return changes.wrapped(words, stretch.revision)
  }

  /// The properties of its runs, in the schema's order.
  private func look(of stretch: Stretch) -> String {
    (stretch.blank == nil ? "" : styles.run("Blank")) + (stretch.strong ? "<w:b/><w:bCs/>" : "")
      + (stretch.emphasis ? "<w:i/><w:iCs/>" : "")
  }

  private mutating func words(of stretch: Stretch) -> String {
    let (text, look) = (stretch.text, look(of: stretch))
    // A box that came or went would leave its frame behind: it is a sign like others.
    guard stretch.revision == nil, text.utf8.contains(0xE2) else {
      return Self.directed(text, look, isGone: stretch.revision == .deleted)
    }
    var xml = ""
    var rest = text[...].unicodeScalars
    while let at = rest.firstIndex(where: { (0x2610...0x2612).contains($0.value) }) {
      boxes += 1
      xml += Self.directed(String(rest[..<at]), look)
      xml += WordXML.checkBox(rest[at], id: 28_000_000 + boxes)
      rest = rest[rest.index(after: at)...]
    }
    return xml + Self.directed(String(rest), look)
  }

  /// Right-to-left words are marked as such, with the spaces and signs between them.
  private static func directed(_ text: String, _ look: String, isGone: Bool = false) -> String {
    if text.isEmpty { return "" }
    guard RightToLeft.holds(in: text) else { return WordXML.run(text, look: look, isGone: isGone) }
    var xml = ""
    func add(_ words: Substring.UnicodeScalarView, _ look: String) {
      if !words.isEmpty { xml += WordXML.run(String(words), look: look, isGone: isGone) }
    }
    var rest = text[...].unicodeScalars
    while let start = rest.firstIndex(where: RightToLeft.isStrong) {
      add(rest[..<start], look)
      var end = start
      var index = start
      while index < rest.endIndex {
        let scalar = rest[index]
        if RightToLeft.isStrong(scalar) || scalar.properties.generalCategory == .nonspacingMark {
          end = rest.index(after: index)
        } else if scalar.properties.isAlphabetic {
          break
        }
        index = rest.index(after: index)
      }
      add(rest[start..<end], look + "<w:rtl/>")
      rest = rest[end...]
    }
    add(rest, look)
    return xml
  }
}
