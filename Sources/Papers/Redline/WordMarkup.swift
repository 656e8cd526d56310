/// The main part of a Word document as bytes, with the places of its elements. Nothing is changed in it:
/// changes are said as edits of its bytes.
struct WordMarkup {
  /// An element and where it stands. Offsets are in bytes, other numbers count elements.
  struct Element {
    let tag: WordTag
    /// `w:fldCharType` of a field's mark, `w:instr` of a field of one element, `w:val` of a lock and
    /// of hidden letters; else nothing.
    let value: String
    /// -1 of the root.
    let parent: Int
    let start: Int
    /// Behind its start tag.
    let inside: Int
    /// Where its end tag begins; of an empty element, where it ends.
    var insideEnd: Int
    var end: Int
    /// The element that follows after all that stand in it.
    var next: Int

    /// Whether it is one tag only, as `<w:p/>`.
    var isOneTag: Bool { inside == end }
  }

  /// A field of several runs: its code stands between `begin` and `separate`, what it shows after that.
  struct Field {
    let begin: Int
    /// `end` where it shows nothing.
    let separate: Int
    let end: Int
  }

  /// The namespace of a part, and the prefix that it has there.
  struct Space {
    let name: String
    let prefix: String

    var isStrict: Bool { name == Self.strict }

    static let usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    /// Of the root that a reader has just begun.
    init(of reader: XMLReader) throws(PaperFault) {
      let declared = reader.namespaces.filter { [Self.usual, Self.strict].contains($0.value) }
      guard let (prefix, name) = declared.filter({ !$0.key.isEmpty }).min(by: { $0.key < $1.key })
      else {
        throw PaperFault(
          "The Word document is written in a way that changes can't be put into. Open it in Word or LibreOffice, save it as DOCX and try again."
        )
      }
      self.prefix = prefix
      self.name = name
    }
  }

  private static let mostElements = 1_000_000

  let bytes: [UInt8]
  let space: Space
  private(set) var elements: [Element] = []
  /// The elements that are paragraphs.
  private(set) var paragraphs: [Int] = []
  private(set) var fields: [Field] = []

  init(_ bytes: [UInt8]) throws(PaperFault) {
    try Self.requireUTF8(bytes)
    self.bytes = bytes
    var reader = try XMLReader(bytes, depth: PaperLimits.paperDepth)
    var event: XMLReader.Event? = .start(try reader.root())
    let space = try Space(of: reader)
    self.space = space
    let prefixes = Set(reader.namespaces.filter { $0.value == space.name }.keys)
    var open: [Int] = []
    var fieldMarks: [(begin: Int, separate: Int?)] = []
    while let now = event {
      switch now {
      case .start(let name):
        guard elements.count < Self.mostElements else {
          throw PaperFault("The document has more parts than are read. Split it.")
        }
        let tag = WordTag(name, isWord: prefixes.contains(reader.prefix))
        let at = elements.count
        let value =
          switch tag {
          case .fldChar: reader.attributes["fldCharType"] ?? ""
          case .fldSimple: reader.attributes["instr"] ?? ""
          case .vanish: reader.attributes["val"] ?? ""
          case .lock: reader.attributes["val"] ?? ""
          default: ""
          }
        if tag == .p { paragraphs.append(at) }
        if tag == .fldChar { note(value, at, &fieldMarks) }
        elements.append(
          Element(
            tag: tag, value: value, parent: open.last ?? -1, start: reader.span.lowerBound,
            inside: reader.span.upperBound, insideEnd: 0, end: 0, next: 0))
        open.append(at)
      case .end:
        guard let at = open.popLast() else { throw .brokenDocument }
        elements[at].insideEnd = reader.span.lowerBound
        elements[at].end = reader.span.upperBound
        elements[at].next = elements.count
      case .text: break
      }
      event = try reader.next()
    }
  }

  private mutating func note(
    _ type: String, _ at: Int, _ open: inout [(begin: Int, separate: Int?)]
  ) {
    switch type {
    case "begin": open.append((at, nil))
    case "separate": if !open.isEmpty { open[open.count - 1].separate = at }
    default:
      guard let (begin, separate) = open.popLast() else { return }
      fields.append(Field(begin: begin, separate: separate ?? at, end: at))
    }
  }

  /// Changes are written as UTF-8, so the part has to be that.
  static func requireUTF8(_ bytes: [UInt8]) throws(PaperFault) {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    var isUTF8 = true
    if start.contains("<?xml"), let declared = start.firstRange(of: "encoding=") {
      let name = start[declared.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
      isUTF8 = ["utf-8", "utf8", "us-ascii"].contains(name)
    }
    guard isUTF8, String(validating: bytes, as: UTF8.self) != nil else {
      throw PaperFault(
        "The text of the Word document is not in UTF-8. Open it in Word or LibreOffice, save it as DOCX and try again."
      )
    }
  }

  // MARK: Walks

  /// The elements that stand directly in one, in order.
  func children(of element: Int) -> [Int] {
    var found: [Int] = []
    var at = element + 1
    while at < elements[element].next {
      found.append(at)
      at = elements[at].next
    }
    return found
  }

  func child(_ tag: WordTag, of element: Int) -> Int? {
    children(of: element).first { elements[$0].tag == tag }
  }

  /// The bytes of an element with its tags.
  func raw(_ element: Int) -> [UInt8] {
    Array(bytes[elements[element].start..<elements[element].end])
  }

  func startTag(_ element: Int) -> [UInt8] {
    Array(bytes[elements[element].start..<elements[element].inside])
  }

  func endTag(_ element: Int) -> [UInt8] {
    Array(bytes[elements[element].insideEnd..<elements[element].end])
  }

  /// The bytes of what stands in an element, without the elements of some names however deep.
  func inner(_ element: Int, without tags: Set<String>) -> [UInt8] {
    let whole = elements[element]
    var out: [UInt8] = []
    var from = whole.inside
    var at = element + 1
    while at < whole.next {
      let one = elements[at]
      if tags.contains(name(at)) {
        out += bytes[from..<one.start]
        from = one.end
        at = one.next
      } else {
        at += 1
      }
    }
    return from < whole.insideEnd ? out + bytes[from..<whole.insideEnd] : out
  }

  /// An element's name with its prefix.
  func fullName(_ element: Int) -> String {
    let tag = bytes[(elements[element].start + 1)..<elements[element].inside]
    return String(
      decoding: tag.prefix { ![32, 9, 10, 13, 47, 62].contains($0) }, as: UTF8.self)
  }

  private func name(_ element: Int) -> String {
    String(fullName(element).split(separator: ":").last ?? "")
  }
}
