/// A paragraph of a Word document as its reader sees it: the signs of its text, each with its place in the
/// file. What is proposed for deletion is no text, what is proposed for insertion is; of a field it is what
/// it shows.
struct WordLine {
  /// What stands in a run.
  struct Item {
    enum Kind {
      case text
      /// Nothing to read, and gone with the words around it: where a page once ended.
      case unseen
      /// A part of a field that isn't shown.
      case field
      /// A footnote's mark, a picture, hidden text: it stays when the words around it go.
      case kept
    }

    let element: Int
    let run: Int
    let kind: Kind
    let text: [Character]

    /// How many places there are in it to stand behind.
    var length: Int { max(text.count, 1) }
  }

  struct Run {
    let element: Int
    /// Its `w:rPr`.
    let properties: Int?
    var items: Range<Int>
    /// Why its words can't be changed.
    let obstacle: Refusal?
    /// The field of one element that it stands in.
    let simpleField: Int?
  }

  /// A place between two signs, or before or behind what has none.
  struct Place: Comparable {
    let item: Int
    /// From 0, where it stands before the item, to its length.
    let offset: Int

    static func < (one: Self, other: Self) -> Bool {
      (one.item, one.offset) < (other.item, other.offset)
    }
  }

  let markup: WordMarkup
  /// The element that is the paragraph.
  let element: Int
  private(set) var runs: [Run] = []
  private(set) var items: [Item] = []
  /// The signs that are read, each by the place before it.
  private(set) var signs: [(character: Character, place: Place)] = []
  /// The fields that begin, end or go on in the paragraph.
  let fields: [WordMarkup.Field]
  /// Why nothing in the paragraph can be changed.
  let obstacle: Refusal?

  init(_ element: Int, of markup: WordMarkup) throws(PaperFault) {
    self.markup = markup
    self.element = element
    let after = markup.elements[element].next
    fields = markup.fields.filter { $0.begin < after && $0.end > element }
    obstacle = Self.obstacle(around: element, of: markup)
    try walk(element, obstacle: obstacle, simpleField: nil)
    for (index, item) in items.enumerated() where item.kind == .text {
      for (offset, character) in item.text.enumerated() {
        signs.append((character, Place(item: index, offset: offset)))
      }
    }
  }

  private static func obstacle(around element: Int, of markup: WordMarkup) -> Refusal? {
    var found: Refusal?
    var at = markup.elements[element].parent
    while at >= 0 {
      switch markup.elements[at].tag {
      case .txbxContent, .choice, .fallback: return .textBox
      case .sdt: found = obstacle(ofControl: at, in: markup) ?? found
      default: break
      }
      at = markup.elements[at].parent
    }
    return found
  }

  private static func obstacle(ofControl control: Int, in markup: WordMarkup) -> Refusal? {
    guard let properties = markup.child(.sdtPr, of: control) else { return nil }
    for one in markup.children(of: properties) {
      switch markup.elements[one].tag {
      case .lock where markup.elements[one].value.lowercased().contains("contentlocked"):
        return .locked
      // LibreOffice keeps no proposals in a box for plain text.
      case .dataBinding, .dropDownList, .checkbox, .text: return .filledIn
      default: break
      }
    }
    return nil
  }

  private mutating func walk(
    _ container: Int, obstacle: Refusal?, simpleField: Int?
  ) throws(PaperFault) {
    for one in markup.children(of: container) {
      switch markup.elements[one].tag {
      case .r: try add(run: one, obstacle, simpleField)
      case .hyperlink, .smartTag, .customXml, .bdo, .dir, .ins, .moveTo, .sdtContent:
        try walk(one, obstacle: obstacle, simpleField: simpleField)
      case .fldSimple: try walk(one, obstacle: obstacle, simpleField: simpleField ?? one)
      case .sdt:
        try walk(
          one, obstacle: obstacle ?? Self.obstacle(ofControl: one, in: markup),
          simpleField: simpleField)
      default: break
      }
    }
  }

  private mutating func add(
    run: Int, _ obstacle: Refusal?, _ simpleField: Int?
  ) throws(PaperFault) {
    let first = items.count
    let properties = markup.child(.rPr, of: run)
    let isHidden =
      properties.flatMap { markup.child(.vanish, of: $0) }.map {
        !["0", "false", "off"].contains(markup.elements[$0].value)
      } ?? false
    for one in markup.children(of: run) where markup.elements[one].tag != .rPr {
      let isCode = fields.contains { $0.begin < one && one < $0.separate }
      var kind = Item.Kind.text
      var text: [Character] = []
      switch markup.elements[one].tag {
      case .t:
        var reader = try XMLReader(markup.raw(one))
        _ = try reader.next()
        text = Array(try reader.textOfElement())
        if text.isEmpty { kind = .unseen }
      case .tab, .ptab: text = ["\t"]
      case .br, .cr: text = ["\n"]
      case .noBreakHyphen: text = ["\u{2011}"]
      case .sym: text = [QuotedWords.anySign]
      case .softHyphen, .lastRenderedPageBreak: kind = .unseen
      case .fldChar, .instrText, .delInstrText: kind = .field
      default: kind = .kept
      }
      if isCode, kind == .text { (kind, text) = (.field, []) }
      if isHidden, kind == .text { (kind, text) = (.kept, []) }
      items.append(Item(element: one, run: runs.count, kind: kind, text: text))
    }
    runs.append(
      Run(
        element: run, properties: properties, items: first..<items.count,
        obstacle: obstacle, simpleField: simpleField))
  }
}
