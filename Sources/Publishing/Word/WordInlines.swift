import Documents

/// The words of a `Document` in pandoc's tree: blanks with their margin comments, references that
/// follow Word's numbers, check boxes, right-to-left names.
struct WordInlines {
  let references: WordReferences
  let wording: Wording
  let date: String
  var hasComments = true
  var revisions: WordRevisions
  private var commented: Set<Blank> = []
  private var placed: Set<String> = []
  private var boxes = 0

  init(references: WordReferences, wording: Wording, date: String, revisions: WordRevisions) {
    self.references = references
    self.revisions = revisions
    self.wording = wording
    self.date = date
  }

  mutating func paragraph(_ runs: [Run]) -> [PandocInline] { write(Stretch.stretches(of: runs)) }

  mutating func line(_ runs: [Run]) -> [PandocInline] { write(Stretch.line(of: runs)) }

  /// What stands before and after the words that references aim at; nothing at a second place with
  /// the same anchor.
  mutating func bookmark(_ anchor: String) -> (start: [PandocInline], end: [PandocInline]) {
    guard let name = references.bookmarks[anchor], placed.insert(name).inserted else {
      return ([], [])
    }
    let id = 1000 + placed.count
    return (
      [.raw("<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(name)\"/>")],
      [.raw("<w:bookmarkEnd w:id=\"\(id)\"/>")]
    )
  }

  private mutating func write(_ stretches: [Stretch]) -> [PandocInline] {
    stretches.flatMap { write($0) }
  }

  private mutating func write(_ stretch: Stretch) -> [PandocInline] {
    var inlines: [PandocInline]
    switch stretch.kind {
    case .text: inlines = revisions.wrapped(words(of: stretch), stretch.revision)
    case .blank(let blank):
      inlines = revisions.wrapped(
        [.span(class: nil, attributes: [("custom-style", "Blank")], words(of: stretch))],
        stretch.revision)
      if hasComments, stretch.revision != .deleted, commented.insert(blank).inserted {
        inlines = comment(blank, on: inlines)
      }
    case .reference(let anchor): inlines = reference(stretch, to: anchor)
    }
    if stretch.emphasis { inlines = [.emphasis(inlines)] }
    if stretch.strong { inlines = [.strong(inlines)] }
    return inlines
  }

  private func comment(_ blank: Blank, on inlines: [PandocInline]) -> [PandocInline] {
    let id = String(commented.count - 1)
    let lines = wording.comment(on: blank).map { [PandocInline.words($0)] }
    return [
      .span(
        class: "comment-start",
        attributes: [("id", id), ("author", "art28"), ("initials", "art28"), ("date", date)],
        Array(lines.joined(separator: [.lineBreak])))
    ] + inlines + [.span(class: "comment-end", attributes: [("id", id)], [])]
  }

  /// Where Word numbers the target and the words end in that number, the number is Word's field; else
  /// the words are a link.
  private mutating func reference(_ stretch: Stretch, to anchor: String) -> [PandocInline] {
    let revision = stretch.revision
    guard let bookmark = references.bookmarks[anchor] else {
      return revisions.wrapped(words(of: stretch), revision)
    }
    if let number = references.number(of: anchor, revision), stretch.text.hasSuffix(number) {
      let style = (stretch.strong ? "<w:b/>" : "") + (stretch.emphasis ? "<w:i/>" : "")
      let field = WordXML.field("REF \(bookmark) \\r \\h", result: number, properties: style)
      var before = stretch
      before.text = String(stretch.text.dropLast(number.count))
      return (before.text.isEmpty ? [] : revisions.wrapped(words(of: before), revision))
        + [.raw(revisions.wrapped(xml: field, revision))]
    }
    return WordXML.link(to: bookmark, revisions.wrapped(words(of: stretch), revision))
  }

  private mutating func words(of stretch: Stretch) -> [PandocInline] {
    let text = stretch.text
    var inlines: [PandocInline] = []
    var plain = String.UnicodeScalarView()
    func flush() {
      if !plain.isEmpty { inlines += directed(String(plain)) }
      plain = String.UnicodeScalarView()
    }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0xD6 && $0 != 0x7F }) {
      let needsBoxes = text.unicodeScalars.contains { (0x2610...0x2612).contains($0.value) }
      if !needsBoxes { return text.isEmpty ? [] : [.words(text)] }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A:
        flush()
        inlines.append(.lineBreak)
      // A box that came or went would leave its frame behind: it is a sign like others.
      case 0x2610...0x2612 where stretch.revision == nil:
        flush()
        boxes += 1
        inlines.append(.raw(WordXML.checkBox(scalar, id: 28_000_000 + boxes)))
      default: plain.append(scalar)
      }
    }
    flush()
    return inlines
  }

  /// Right-to-left words are marked as such, with the spaces and signs between them.
  private func directed(_ text: String) -> [PandocInline] {
    guard RightToLeft.holds(in: text) else { return [.words(text)] }
    var inlines: [PandocInline] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(where: RightToLeft.isStrong) {
      if start > rest.startIndex { inlines.append(.words(String(rest[..<start]))) }
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
      inlines.append(
        .span(class: nil, attributes: [("dir", "rtl")], [.words(String(rest[start..<end]))]))
      rest = rest[end...]
    }
    if !rest.isEmpty { inlines.append(.words(String(rest))) }
    return inlines
  }
}
