/// Reads the paragraphs of a part of a Word document, in the order of reading: what stands in a text box
/// or a note comes behind the paragraph that holds it.
struct WordBody {
  /// The notes that paragraphs name, by their ids.
  struct Notes {
    var footnotes: [String: [WordParagraph]] = [:]
    var endnotes: [String: [WordParagraph]] = [:]
  }

  /// The paragraph that is being read.
  private struct Line {
    var paragraph = WordParagraph()
    var notes: [WordParagraph] = []
    /// Whether the run that is being read is hidden.
    var isHidden = false
    var followsDeletion = false
    var hasHidden = false
  }

  private var reader: WordReader
  private var styles: WordStyles
  private let notes: Notes
  private(set) var paragraphs: [WordParagraph] = []
  private(set) var omissions = Omissions()
  private var line = Line()
  private var cells = 0
  private var container = 0
  private var containers = 0
  /// How many insertions are open.
  private var insertions = 0
  /// The fields that are open: whether their code is being read, and not what they show.
  private var fields: [Bool] = []
  /// The choices that are open: whether one has been taken.
  private var choices: [Bool] = []
  private var size = 0

  /// - Parameter root: the name of the part's outermost element.
  init(_ bytes: [UInt8], root: String, styles: WordStyles, notes: Notes = Notes())
    throws(PaperFault)
  {
    reader = try WordReader(bytes, root: root)
    self.styles = styles
    self.notes = notes
  }

  /// Reads a whole part.
  mutating func read() throws(PaperFault) {
    try blocks(outside: 0)
  }

  /// Reads a part of many short texts, such as footnotes: each by its id, with who wrote it.
  mutating func readItems(
    _ name: String
  ) throws(PaperFault) -> [(id: String, author: String, paragraphs: [WordParagraph])] {
    var items: [(id: String, author: String, paragraphs: [WordParagraph])] = []
    while let event = try reader.next(within: 0) {
      guard event == .start(name) else { continue }
      let (id, author) = (reader.attributes["id"] ?? "", reader.attributes["author"] ?? "")
      paragraphs = []
      try blocks(outside: reader.depth - 1)
      items.append((id, author, paragraphs))
    }
    return items
  }

  // MARK: Blocks

  /// Reads what stands in the element that has just begun.
  private mutating func blocks(outside: Int) throws(PaperFault) {
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("p"): try paragraph()
      case .start("tc"):
        cells += 1
        beginContainer()
      case .end("tc"):
        cells -= 1
        beginContainer()
      case .start("sectPr"), .start("tblPr"), .start("tblGrid"), .start("trPr"), .start("tcPr"),
        .start("tblPrEx"):
        try reader.skip()
      case .start("altChunk"), .start("subDoc"): omissions.hasForeignParts = true
      default: try common(event)
      }
    }
  }

  private mutating func beginContainer() {
    containers += 1
    container = containers
  }

  /// What may stand around blocks and around words alike.
  private mutating func common(_ event: XMLReader.Event) throws(PaperFault) {
    switch event {
    case .start("sdtPr"), .start("sdtEndPr"), .start("customXmlPr"), .start("smartTagPr"):
      try reader.skip()
    case .start("ins"), .start("moveTo"): insertions += 1
    case .end("ins"), .end("moveTo"): insertions = max(insertions - 1, 0)
    case .start("del"), .start("moveFrom"): try deletion()
    // The same is said several times, for older programs too.
    case .start("AlternateContent"): choices.append(false)
    case .end("AlternateContent"): _ = choices.popLast()
    case .start("Choice"), .start("Fallback"):
      guard let isTaken = choices.last else { return }
      if isTaken { try reader.skip() } else { choices[choices.count - 1] = true }
    case .start("commentRangeStart"), .start("commentReference"):
      if let id = reader.attributes["id"], line.paragraph.comments.last != id {
        line.paragraph.comments.append(id)
      }
    default: break
    }
  }

  /// Passes over what somebody proposes to delete.
  private mutating func deletion() throws(PaperFault) {
    let outside = reader.depth - 1
    var hasText = false
    while let event = try reader.next(within: outside) {
      switch event {
      case .text(let text): hasText = hasText || text.contains { !$0.isWhitespace }
      case .start("commentRangeStart"), .start("commentReference"): try common(event)
      default: break
      }
    }
    if hasText, !line.followsDeletion { omissions.deletions += 1 }
    line.followsDeletion = line.followsDeletion || hasText
  }

  // MARK: Paragraphs

  private mutating func paragraph() throws(PaperFault) {
    // What stands in it comes behind it.
    var before: [WordParagraph] = []
    swap(&before, &paragraphs)
    let outer = (line, fields, container, cells)
    line = Line()
    line.paragraph.ordinal = reader.paragraphs - 1
    line.paragraph.container = container
    line.paragraph.isCell = cells > 0
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      if case .start(let name) = event { try element(name) } else { try common(event) }
    }
    try finish()
    before.append(line.paragraph)
    before += line.notes
    before += paragraphs
    swap(&before, &paragraphs)
    guard paragraphs.count <= PaperLimits.paragraphs else { throw .tooManyPassages }
    let open = fields
    (line, fields, container, cells) = outer
    // A field may show several paragraphs; code that never ends must not hide what follows.
    if open.count >= fields.count { fields = open.filter { !$0 } }
  }

  private mutating func finish() throws(PaperFault) {
    omissions.hasHidden = omissions.hasHidden || line.hasHidden
    let mark = line.paragraph.properties
    line.paragraph.isHidden =
      line.paragraph.text.isEmpty && mark.isHidden == true && !mark.isSeparator
    size += line.paragraph.text.size
    size += line.notes.reduce(0) { $0 + $1.text.size }
    guard size <= PaperLimits.paperText else { throw .tooLongText }
  }

  private mutating func element(_ name: String) throws(PaperFault) {
    switch name {
    case "pPr":
      line.paragraph.properties = try WordProperties(&reader)
    case "r": line.isHidden = isHidden(styles.resolved(line.paragraph.properties.style))
    case "rPr": try runProperties()
    case "t": add(try reader.text())
    case "tab", "br", "cr", "ptab": add(" ")
    case "noBreakHyphen": add("-")
    case "sym": add(WordSymbols.text(reader.attributes["char"], font: reader.attributes["font"]))
    case "fldChar": field()
    case "footnoteReference": addNote(notes.footnotes)
    case "endnoteReference": addNote(notes.endnotes)
    case "delText", "instrText", "delInstrText", "rt": try reader.skip()
    case "blip", "imagedata": omissions.pictures += 1
    case "txbxContent":
      let outer = container
      beginContainer()
      try blocks(outside: reader.depth - 1)
      container = outer
    case "p": try paragraph()
    default: try common(.start(name))
    }
  }

  private func isHidden(_ style: WordStyles.Resolved) -> Bool {
    style.properties.isHidden ?? false
  }

  private mutating func runProperties() throws(PaperFault) {
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("rPrChange"): try reader.skip()
      case .start("rStyle"):
        let style = styles.resolved(reader.value)
        line.isHidden = style.properties.isHidden ?? line.isHidden
      case .start("vanish"): line.isHidden = reader.isOn
      default: break
      }
    }
  }

  private mutating func field() {
    switch reader.attributes["fldCharType"] {
    case "begin": if fields.count < 1000 { fields.append(true) }
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private mutating func add(_ text: String) {
    guard !fields.contains(true) else { return }
    guard !line.isHidden else {
      line.hasHidden = line.hasHidden || text.contains { !$0.isWhitespace }
      return
    }
    line.paragraph.text.append(text)
    if text.contains(where: { !$0.isWhitespace }) {
      line.followsDeletion = false
      if insertions > 0 { line.paragraph.isProposed = true }
    }
  }

  private mutating func addNote(_ notes: [String: [WordParagraph]]) {
    guard let id = reader.attributes["id"], let note = notes[id], !line.isHidden else { return }
    for paragraph in note {
      var paragraph = paragraph
      paragraph.ordinal = nil
      line.notes.append(paragraph)
    }
  }
}
