import PlainText

/// Reads XML tag by tag, as far as office files need it: elements, their attributes, text. It knows the
/// five entities and numbers; a document type, with which entities are made, is refused. Depth, tags
/// and attributes are bounded, so what it holds at one moment is small.
struct XMLReader {
  enum Event: Equatable {
    /// An element begins; an empty one ends at once.
    case start(Name)
    case end(Name)
    case text(String)
  }

  /// A name without its prefix: office programs choose prefixes as they like.
  typealias Name = String

  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  private(set) var attributes: [String: String] = [:]
  /// The prefix of the element that began or ended last, and the namespaces that it declares where it
  /// began, by their prefixes.
  private(set) var prefix = ""
  private(set) var namespaces: [String: String] = [:]
  /// The bytes of what came last. The end of an empty element has none.
  private(set) var span = 0..<0
  private var endsAtOnce = false

  /// How deep elements may stand in each other.
  private let mostDepth: Int

  init(_ bytes: [UInt8], depth: Int = PaperLimits.depth) throws(PaperFault) {
    mostDepth = depth
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let text = isUTF16 ? Array(try Encodings.text(bytes).utf8) : bytes
    self.bytes = text
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// How many elements are open.
  var depth: Int { open.count }

  /// What comes next; nil at the end of the whole.
  mutating func next() throws(PaperFault) -> Event? {
    if endsAtOnce {
      endsAtOnce = false
      span = at..<at
      return open.popLast().map { .end($0) }
    }
    while at < bytes.count {
      let start = at
      defer { span = start..<at }
      guard bytes[at] == UInt8(ascii: "<") else { return .text(try text()) }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        let start = at + 9
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<(at - 3)], as: UTF8.self))
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        throw PaperFault(
          "The file declares a document type, which is not read: it may lead anywhere.")
      } else if starts("</") {
        return try endTag()
      } else {
        return .start(try startTag())
      }
    }
    guard open.isEmpty else { throw .broken }
    return nil
  }

  /// Goes on to the beginning of the element that holds all others; its name.
  mutating func root() throws(PaperFault) -> Name {
    while let event = try next() { if case .start(let name) = event { return name } }
    throw .broken
  }

  /// Goes on past the end of the element that has just begun.
  mutating func skipElement() throws(PaperFault) {
    let outside = depth - 1
    while depth > outside { guard try next() != nil else { throw .broken } }
  }

  /// The text of the element that has just begun, with that of the elements in it.
  mutating func textOfElement() throws(PaperFault) -> String {
    let outside = depth - 1
    var words = ""
    while depth > outside {
      guard let event = try next() else { throw .broken }
      if case .text(let text) = event { words += text }
    }
    return words
  }

  // MARK: Tags

  private mutating func startTag() throws(PaperFault) -> String {
    at += 1
    let start = at
    let (prefix, name) = try name()
    self.prefix = prefix
    attributes = [:]
    namespaces = [:]
    while true {
      space()
      guard at < bytes.count, at - start < PaperLimits.tag else { throw .broken }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        break
      }
      if starts("/>") {
        at += 2
        endsAtOnce = true
        break
      }
      try attribute()
    }
    guard open.count < mostDepth else {
      throw PaperFault("Its parts stand too deep in each other to be read.")
    }
    open.append(name)
    return name
  }

  private mutating func attribute() throws(PaperFault) {
    let (prefix, name) = try name()
    space()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "="),
      attributes.count < PaperLimits.attributes
    else { throw .broken }
    at += 1
    space()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      throw .broken
    }
    let quote = bytes[at]
    let start = at + 1
    guard let end = bytes[start...].firstIndex(of: quote), end - start < PaperLimits.tag else {
      throw .broken
    }
    let value = try decoded(bytes[start..<end])
    attributes[name] = value
    if prefix == "xmlns" { namespaces[name] = value }
    if prefix.isEmpty, name == "xmlns" { namespaces[""] = value }
    at = end + 1
  }

  private mutating func endTag() throws(PaperFault) -> Event {
    at += 2
    let (prefix, name) = try name()
    self.prefix = prefix
    space()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">"), open.popLast() == name else {
      throw .broken
    }
    at += 1
    return .end(name)
  }

  /// A name, apart from its prefix.
  private mutating func name() throws(PaperFault) -> (prefix: String, name: String) {
    let first = at
    var start = at
    while at < bytes.count, Self.isOfName(bytes[at]) {
      if bytes[at] == UInt8(ascii: ":") { start = at + 1 }
      at += 1
    }
    guard at > start, at - first < 200 else { throw .broken }
    return (
      String(decoding: bytes[first..<max(first, start - 1)], as: UTF8.self),
      String(decoding: bytes[start..<at], as: UTF8.self)
    )
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      false
    default: true
    }
  }

  // MARK: Text

  private mutating func text() throws(PaperFault) -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return try decoded(bytes[start..<at])
  }

  private func decoded(_ part: ArraySlice<UInt8>) throws(PaperFault) -> String {
    guard part.contains(UInt8(ascii: "&")) else { return String(decoding: part, as: UTF8.self) }
    var out: [UInt8] = []
    var next = part.startIndex
    while next < part.endIndex {
      guard part[next] == UInt8(ascii: "&") else {
        out.append(part[next])
        next += 1
        continue
      }
      guard let end = part[next...].prefix(14).firstIndex(of: UInt8(ascii: ";")),
        let scalar = MarkupText.scalar(
          String(decoding: part[(next + 1)..<end], as: UTF8.self), isHTML: false)
      else { throw PaperFault("The file names an entity that it does not explain.") }
      out += Array(String(Character(scalar)).utf8)
      next = end + 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func space() {
    while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
  }

  private func starts(_ words: StaticString) -> Bool {
    guard at + words.utf8CodeUnitCount <= bytes.count else { return false }
    return words.withUTF8Buffer { letters in
      letters.indices.allSatisfy { letters[$0] == bytes[at + $0] }
    }
  }

  private mutating func skip(past end: StaticString) throws(PaperFault) {
    while at < bytes.count {
      if starts(end) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw .broken
  }
}
