/// XML as a tree, read strictly: what is not well formed is nil. It is written apart from the program's
/// reader, to judge what that writes.
final class MarkupTree {
  enum Part {
    case element(MarkupTree)
    case text(String)
  }

  let name: String
  var attributes: [(name: String, value: String)]
  var parts: [Part] = []

  init(_ name: String, _ attributes: [(name: String, value: String)] = []) {
    self.name = name
    self.attributes = attributes
  }

  var children: [MarkupTree] {
    parts.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  func child(_ name: String) -> MarkupTree? { children.first { $0.name == name } }

  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// All elements of a name, however deep.
  func all(_ name: String) -> [MarkupTree] {
    (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  var text: String {
    parts.map {
      switch $0 {
      case .element(let child): child.text
      case .text(let text): text
      }
    }.joined()
  }

  /// As XML, without numbers that tell changes apart.
  var written: String {
    let own = attributes.filter { $0.name != "w:id" }.map { " \($0.name)=\"\($0.value)\"" }.joined()
    let inner = parts.map {
      switch $0 {
      case .element(let child): child.written
      case .text(let text): text
      }
    }.joined()
    return "<\(name)\(own)>\(inner)</\(name)>"
  }

  static func read(_ bytes: [UInt8]) -> MarkupTree? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var rest = Array(text.unicodeScalars)[...]
    let root = MarkupTree("")
    var open = [root]
    while let sign = rest.first {
      if sign != "<" {
        guard let words = decoded(String(String.UnicodeScalarView(rest.prefix { $0 != "<" })))
        else { return nil }
        open[open.count - 1].parts.append(.text(words))
        rest = rest.drop { $0 != "<" }
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return nil }
      var tag = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<end]))
      rest = rest[(end + 1)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        guard open.count > 1, open.removeLast().name == tag.dropFirst() else { return nil }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag.removeLast() }
      guard let element = element(tag) else { return nil }
      open[open.count - 1].parts.append(.element(element))
      if !isEmpty { open.append(element) }
    }
    return open.count == 1 && root.children.count == 1 ? root.children[0] : nil
  }

  private static func element(_ tag: String) -> MarkupTree? {
    var rest = tag[...]
    let name = rest.prefix { !$0.isWhitespace }
    rest = rest.dropFirst(name.count)
    var attributes: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.isEmpty { return name.isEmpty ? nil : MarkupTree(String(name), attributes) }
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=", let quote = rest.dropFirst().first, quote == "\"" || quote == "'",
        !attributes.contains(where: { $0.name == key })
      else { return nil }
      let value = rest.dropFirst(2).prefix { $0 != quote }
      rest = rest.dropFirst(2 + value.count)
      guard rest.first == quote, let words = decoded(String(value)) else { return nil }
      rest = rest.dropFirst()
      attributes.append((String(key), words))
    }
  }

  private static func decoded(_ text: String) -> String? {
    var out = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";") else { return nil }
      switch rest[rest.index(after: start)..<end] {
      case "amp": out += "&"
      case "lt": out += "<"
      case "gt": out += ">"
      case "quot": out += "\""
      case "apos": out += "'"
      case "#13": out += "\r"
      default: return nil
      }
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }
}
