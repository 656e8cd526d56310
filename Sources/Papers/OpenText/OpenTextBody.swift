/// Reads the paragraphs of an OpenDocument text, in the order of reading: what stands in a frame or a
/// note comes behind the paragraph that holds it.
struct OpenTextBody {
  /// The paragraph that is being read.
  private struct Line {
    var text = OneLine()
    var isProposed = false
    /// Whether a mark in it hides the whole.
    var isHidden = false
    var comments: [String] = []
  }

  /// A list item that is open: its first paragraph has its number.
  private struct Item {
    var isCounted: Bool
    var start: Int?
  }

  private var reader: OpenTextReader
  private let styles: OpenTextStyles
  private var counters = OpenTextCounters()
  private(set) var found: [OfficePassage] = []
  private(set) var comments: [(author: String, text: String)] = []
  private(set) var omissions = Omissions()
  private var line = Line()
  /// The lists that are open, outermost first, with their open item.
  private var lists: [(list: OpenTextCounters.List, item: Item)] = []
  private var cells = 0
  private var notes = 0
  /// The changes that are insertions, and which of them are open.
  private var insertions: Set<String> = []
  private var openInsertions: Set<String> = []
  private var size = 0

  init(_ bytes: [UInt8], styles: OpenTextStyles) throws(PaperFault) {
    reader = try OpenTextReader(bytes)
    self.styles = styles
  }

  /// Reads the body of the part.
  mutating func read() throws(PaperFault) {
    while let event = try reader.next() {
      if event == .start("body") {
        guard try reader.next() == .start("text") else {
          throw PaperFault("It is no text document. Save it as ODT or DOCX.")
        }
        return try blocks(outside: reader.depth - 1)
      }
    }
    throw .brokenDocument
  }

  // MARK: Blocks

  private mutating func blocks(outside: Int) throws(PaperFault) {
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("p"), .start("h"): try paragraph(isHeading: event == .start("h"))
      case .start(let name): try block(name)
      case .end("list"): _ = lists.popLast()
      case .end("table-cell"): cells -= 1
      default: break
      }
    }
  }

  private mutating func block(_ name: String) throws(PaperFault) {
    let attributes = reader.attributes
    switch name {
    case "tracked-changes": try trackedChanges()
    case "list": beginList(attributes)
    case "list-item":
      guard !lists.isEmpty else { return }
      lists[lists.count - 1].item = Item(
        isCounted: false, start: OpenTextLists.number(attributes["start-value"]))
    case "list-header": if !lists.isEmpty { lists[lists.count - 1].item.isCounted = true }
    case "table-cell": cells += 1
    case "section": try section(attributes)
    case "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
      "alphabetical-index", "bibliography":
      omissions.hasContents = true
      try reader.skip()
    case "covered-table-cell", "forms", "variable-decls", "sequence-decls", "user-field-decls",
      "event-listeners", "dde-connection-decls":
      try reader.skip()
    default: try inline(name)
    }
  }

  private mutating func beginList(_ attributes: [String: String]) {
    let item = Item(isCounted: true, start: nil)
    if let outer = lists.last?.list {
      lists.append(
        (
          OpenTextCounters.List(style: attributes["style-name"] ?? outer.style, run: outer.run),
          item
        ))
    } else {
      lists.append((counters.begin(attributes["style-name"] ?? "", attributes), item))
    }
  }

  private mutating func section(_ attributes: [String: String]) throws(PaperFault) {
    let isHidden =
      attributes["display"] == "none"
      || attributes["display"] == "condition" && attributes["is-hidden"] == "true"
      || attributes["style-name"].map { styles.hiddenSections.contains($0) } == true
    guard isHidden else { return }
    omissions.hasHidden = true
    try reader.skip()
  }

  /// What was proposed is told beside the text: deletions lie here whole.
  private mutating func trackedChanges() throws(PaperFault) {
    let outside = reader.depth - 1
    var id = ""
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("changed-region"):
        id = reader.attributes["id"] ?? ""
      case .start("insertion"): insertions.insert(id)
      case .start("deletion"):
        omissions.deletions += 1
        try reader.skip()
      default: break
      }
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(isHeading: Bool) throws(PaperFault) {
    let attributes = reader.attributes
    let place = reader.paragraphs - 1
    let style = attributes["style-name"]
    // What stands in it comes behind it.
    var before: [OfficePassage] = []
    swap(&before, &found)
    let outer = (line, lists, cells)
    line = Line()
    try words(outside: reader.depth - 1, isHidden: styles.isHidden(style))
    var inner: [OfficePassage] = []
    swap(&inner, &found)
    swap(&before, &found)
    let own = line
    (line, lists, cells) = outer
    size += own.text.size
    guard size <= PaperLimits.paperText else { throw .tooLongText }
    if own.isHidden {
      omissions.hasHidden = true
    } else {
      add(own, isHeading: isHeading, style: style, attributes, place: place)
    }
    found += inner
  }

  private mutating func add(
    _ own: Line, isHeading: Bool, style: String?, _ attributes: [String: String], place: Int
  ) {
    let level =
      isHeading ? min(max(OpenTextLists.number(attributes["outline-level"]) ?? 1, 1), 10) : nil
    let isTitle = !isHeading && styles.isTitle(style)
    let kind: ReadPassage.Kind =
      notes > 0 ? .footnote : cells > 0 ? .cell : isHeading || isTitle ? .heading : .text
    var one = OfficePassage(
      read: ReadPassage(
        kind, level: kind == .heading ? level ?? 1 : nil, text: own.text.clean,
        paragraph: notes > 0 ? nil : place, isProposed: own.isProposed))
    if notes == 0 { count(&one, level: level, style: style, attributes) }
    guard !one.read.text.isEmpty || one.read.number != nil else { return }
    one.comments = own.comments
    found.append(one)
  }

  private mutating func count(
    _ one: inout OfficePassage, level: Int?, style: String?, _ attributes: [String: String]
  ) {
    var (list, depth, start) = (OpenTextCounters.List(style: "", run: ""), 0, Int?.none)
    if let last = lists.indices.last {
      guard !lists[last].item.isCounted else { return }
      lists[last].item.isCounted = true
      (list, depth, start) = (lists[last].list, last, lists[last].item.start)
      if list.style.isEmpty { list.style = styles.list(style) ?? "" }
    } else if let level {
      // A heading that is in no list is counted with the other headings.
      list = OpenTextCounters.List(style: OpenTextLists.outline, run: OpenTextLists.outline)
      depth = level - 1
    } else {
      return
    }
    guard attributes["is-list-header"] != "true" else { return }
    if attributes["restart-numbering"] == "true" {
      start =
        OpenTextLists.number(attributes["start-value"])
        ?? styles.lists.level(list.style, depth).start
    }
    one.read.number = counters.number(list, depth: depth, start: start, lists: styles.lists)
    if one.read.number != nil { (one.list, one.depth) = (list.run, depth) }
  }

  // MARK: Words

  private mutating func words(outside: Int, isHidden: Bool) throws(PaperFault) {
    var hidden = [isHidden]
    while let event = try reader.next(within: outside) {
      switch event {
      case .text(let text): add(text, isHidden: hidden.last == true)
      case .start("span"):
        let style = reader.attributes["style-name"]
        hidden.append(hidden.last == true || styles.isHidden(style))
      case .end("span"): if hidden.count > 1 { hidden.removeLast() }
      case .start("s"), .start("tab"), .start("line-break"): add(" ", isHidden: hidden.last == true)
      case .start("p"), .start("h"):
        // Words of a drawing.
        let outer = lists
        lists = []
        try paragraph(isHeading: event == .start("h"))
        lists = outer
      case .start(let name): try inline(name)
      default: break
      }
    }
  }

  private mutating func add(_ text: String, isHidden: Bool) {
    guard !isHidden else {
      omissions.hasHidden = omissions.hasHidden || text.contains { !$0.isWhitespace }
      return
    }
    line.text.append(text)
    if !openInsertions.isEmpty, text.contains(where: { !$0.isWhitespace }) {
      line.isProposed = true
    }
  }

  /// What stands within words, or around blocks.
  private mutating func inline(_ name: String) throws(PaperFault) {
    let attributes = reader.attributes
    switch name {
    case "note": try note()
    case "annotation": try annotation()
    case "text-box", "table":
      let outer = (lists, cells)
      lists = []
      try blocks(outside: reader.depth - 1)
      (lists, cells) = outer
    case "change-start":
      if let id = attributes["change-id"], insertions.contains(id) { openInsertions.insert(id) }
    case "change-end": if let id = attributes["change-id"] { openInsertions.remove(id) }
    case "hidden-paragraph": if attributes["is-hidden"] == "true" { line.isHidden = true }
    case "hidden-text":
      guard attributes["is-hidden"] == "true" else { return }
      omissions.hasHidden = true
      try reader.skip()
    case "image": omissions.pictures += 1
    case "ruby-text", "script", "event-listeners": try reader.skip()
    case "title", "desc": if reader.isOfDrawing { try reader.skip() }
    case "variable-set", "variable-input", "user-field-get":
      if attributes["display"] == "none" { try reader.skip() }
    default: break
    }
  }

  private mutating func note() throws(PaperFault) {
    let outer = (lists, cells)
    (lists, cells) = ([], 0)
    notes += 1
    let outside = reader.depth - 1
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("note-citation"): try reader.skip()
      case .start("note-body"): try blocks(outside: reader.depth - 1)
      default: break
      }
    }
    notes -= 1
    (lists, cells) = outer
  }

  private mutating func annotation() throws(PaperFault) {
    let outside = reader.depth - 1
    var author = OneLine()
    var text = OneLine()
    while let event = try reader.next(within: outside) {
      switch event {
      case .start("creator"): author.append(try reader.text())
      case .start("date"), .start("date-string"), .start("creator-initials"): try reader.skip()
      case .text(let words): text.append(words)
      case .start("s"), .start("tab"), .start("line-break"), .end("p"): text.append(" ")
      default: break
      }
    }
    line.comments.append(String(comments.count))
    comments.append((author.clean, text.clean))
  }
}
