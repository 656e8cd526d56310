/// Makes passages of the paragraphs of a Word document: each with the number that Word shows.
struct WordAssembly {
  private var styles: WordStyles
  private var lists: WordLists
  private var counters = WordCounters()
  private(set) var found: [OfficePassage] = []
  private(set) var hasContents = false
  /// Words whose paragraph somebody proposes to join to the next one.
  private var carried: WordParagraph?

  init(styles: WordStyles, lists: WordLists) {
    self.styles = styles
    self.lists = lists
  }

  mutating func take(_ paragraphs: [WordParagraph]) {
    for paragraph in paragraphs {
      if paragraph.isNote {
        add(OfficePassage(read: passage(.footnote, paragraph)), paragraph)
      } else {
        if let carried, carried.container != paragraph.container { flush() }
        take(paragraph)
      }
    }
    flush()
  }

  /// What runs on into nothing stands for itself.
  private mutating func flush() {
    guard let last = carried else { return }
    carried = nil
    place(last, number: nil, style: styles.resolved(last.properties.style))
  }

  private mutating func take(_ paragraph: WordParagraph) {
    let style = styles.resolved(paragraph.properties.style)
    if style.isOfContents {
      hasContents = true
      return
    }
    let isEmpty = paragraph.text.isEmpty
    if isEmpty, paragraph.isHidden || paragraph.properties.endsSection { return }
    let number = number(paragraph, style)
    let whole = joined(paragraph)
    if paragraph.properties.isMarkDeleted {
      carried = whole
    } else {
      place(whole, number: number, style: style)
    }
  }

  /// A paragraph with the words before it that are proposed to run on into it.
  private mutating func joined(_ paragraph: WordParagraph) -> WordParagraph {
    guard let before = carried else { return paragraph }
    carried = nil
    var whole = paragraph
    whole.comments = before.comments + paragraph.comments
    guard !before.text.isEmpty else { return whole }
    whole.text = before.text
    whole.text.append(paragraph.text)
    whole.isProposed = true
    // It is in the file as several paragraphs.
    whole.isInPieces = true
    return whole
  }

  // MARK: Numbers

  private struct Number {
    let text: String?
    let list: String
    let level: Int
    let definition: WordLists.Level?
    let isOfStyle: Bool
  }

  private mutating func number(
    _ paragraph: WordParagraph, _ style: WordStyles.Resolved
  ) -> Number? {
    let own = paragraph.properties
    guard let id = own.list ?? style.properties.list, id != "0",
      let list = lists.resolved(id, styles)
    else { return nil }
    let level =
      own.level ?? list.level(ofStyles: style.chain)
      ?? (own.list == nil ? style.properties.level : nil) ?? 0
    let text = counters.number(list, id: id, level: level, advances: !own.isMarkDeleted)
    return Number(
      text: text, list: list.definition, level: level, definition: list.levels[level],
      isOfStyle: own.list == nil)
  }

  // MARK: Passages

  /// A heading of more letters is a clause that has a heading's style.
  private static let longestHeading = 160

  private mutating func place(
    _ paragraph: WordParagraph, number: Number?, style: WordStyles.Resolved
  ) {
    guard !paragraph.text.isEmpty || number?.text != nil else { return }
    let heading =
      paragraph.properties.outline.map { WordStyles.heading(outline: $0) } ?? style.heading
    let isShort = paragraph.text.size <= Self.longestHeading
    let kind: ReadPassage.Kind =
      paragraph.isCell ? .cell : heading != nil && isShort ? .heading : .text
    var read = passage(kind, paragraph)
    read.number = number?.text
    if kind == .heading { read.level = heading }
    var one = OfficePassage(read: read)
    if let number, number.text != nil {
      one.list = number.list
      one.depth = number.level
    }
    one.indent = Self.indent(paragraph.properties, number, style.properties)
    add(one, paragraph)
  }

  private func passage(_ kind: ReadPassage.Kind, _ paragraph: WordParagraph) -> ReadPassage {
    ReadPassage(
      kind, text: paragraph.text.clean,
      paragraph: paragraph.isInPieces ? nil : paragraph.ordinal, isProposed: paragraph.isProposed)
  }

  private mutating func add(_ one: OfficePassage, _ paragraph: WordParagraph) {
    guard !one.read.text.isEmpty || one.read.number != nil else { return }
    var one = one
    one.comments = paragraph.comments
    found.append(one)
  }

  /// How far in the first line begins: by what is said of the paragraph, of its list and of its style.
  private static func indent(
    _ own: WordProperties, _ number: Number?, _ style: WordProperties
  ) -> Int {
    func measure(_ path: KeyPath<WordProperties, Int?>, _ ofList: Int?) -> Int {
      let inherited =
        number?.isOfStyle == true ? style[keyPath: path] ?? ofList : ofList ?? style[keyPath: path]
      return own[keyPath: path] ?? inherited ?? 0
    }
    return measure(\.left, number?.definition?.left) + measure(\.first, number?.definition?.first)
  }
}
