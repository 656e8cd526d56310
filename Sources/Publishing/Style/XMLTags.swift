/// The tags of an XML part, in order: as much of XML as it takes to look into a file of Word.
struct XMLTags {
  struct Tag: Hashable {
    enum Kind: Hashable { case opens, closes, empty }

    var kind: Kind
    var name: String
    var attributes: [String: String]
    /// Where it stands in the part's bytes, with its brackets.
    var range: Range<Int>

    subscript(name: String) -> String? { attributes[name] }
  }

  let tags: [Tag]

  /// - Returns: nil where tags do not close each other.
  init?(_ bytes: [UInt8]) {
    guard let tags = Self.scan(bytes) else { return nil }
    var open: [String] = []
    for tag in tags {
      switch tag.kind {
      case .opens: open.append(tag.name)
      case .closes: guard open.popLast() == tag.name else { return nil }
      case .empty: continue
      }
    }
    guard open.isEmpty, !tags.isEmpty else { return nil }
    self.tags = tags
  }

  private static func scan(_ bytes: [UInt8]) -> [Tag]? {
    var tags: [Tag] = []
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      if let end = endOfAside(bytes, at: start) {
        at = end
        continue
      }
      guard let end = end(of: start, in: bytes), let tag = tag(bytes, start..<end) else {
        return nil
      }
      tags.append(tag)
      at = end
    }
    return tags
  }

  /// The end of a declaration, a comment or raw text, which are no tags. A document type is none of
  /// these: it could give words another meaning, and no part of Word's has one.
  private static func endOfAside(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x21 || bytes[start + 1] == 0x3F else {
      return nil
    }
    for (opening, closing) in [("<?", "?>"), ("<!--", "-->"), ("<![CDATA[", "]]>")]
    where bytes[start...].starts(with: opening.utf8) {
      let closing = Array(closing.utf8)
      var at = start + opening.utf8.count
      while at < bytes.count, !bytes[at...].starts(with: closing) { at += 1 }
      return min(at + closing.count, bytes.count)
    }
    return nil
  }

  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    for at in (start + 1)..<max(bytes.count, start + 1) {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      }
    }
    return nil
  }

  private static func tag(_ bytes: [UInt8], _ range: Range<Int>) -> Tag? {
    var inner = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    var kind = Tag.Kind.opens
    if inner.first == UInt8(ascii: "/") {
      kind = .closes
      inner = inner.dropFirst()
    } else if inner.last == UInt8(ascii: "/") {
      kind = .empty
      inner = inner.dropLast()
    }
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    let name = inner.prefix { !isSpace($0) }
    guard !name.isEmpty else { return nil }
    var attributes: [String: String] = [:]
    var rest = inner[name.endIndex...].drop(while: isSpace)
    while !rest.isEmpty {
      let key = rest.prefix { $0 != UInt8(ascii: "=") && !isSpace($0) }
      rest = rest[key.endIndex...].drop(while: isSpace)
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst().drop(while: isSpace)
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      let value = rest.dropFirst().prefix { $0 != quote }
      attributes[String(decoding: key, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      rest = rest[value.endIndex...].dropFirst().drop(while: isSpace)
    }
    return Tag(
      kind: kind, name: String(decoding: name, as: UTF8.self), attributes: attributes,
      range: range)
  }
}
