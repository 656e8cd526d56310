import Documents
import Foundation
import FoundationXML
import PlainText
import Testing

@testable import Publishing

@Suite struct HostileTests {
  @Test(arguments: Hostile.answers)
  func nothingUnseenIsLeft(_ answer: String) {
    let document = Hostile.document(answer)
    for text in [Markdown.write(document), PlainDocument.write(document), HTML.write(document)] {
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control, "\(scalar.value)")
        #expect(!(0x202A...0x202E).contains(scalar.value))
        #expect(!(0x2066...0x2069).contains(scalar.value))
        #expect(!(0xE0000...0xE007F).contains(scalar.value))
      }
    }
  }

  @Test(arguments: Hostile.answers)
  func htmlHoldsWordsOnly(_ answer: String) throws {
    let reader = HTMLReader()
    let parser = XMLParser(data: Data(HTML.write(Hostile.document(answer)).utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.elements.isSubset(of: HTMLReader.known), "\(reader.elements)")
    #expect(reader.attributes.isSubset(of: HTMLReader.knownAttributes), "\(reader.attributes)")
    let seen = Hostile.seen(answer)
    #expect(reader.paragraphs.filter { $0.contains(seen) }.count >= 8, "\(reader.paragraphs)")
  }

  @Test(arguments: Hostile.answers)
  func plainTextHoldsTheWords(_ answer: String) {
    let text = Hostile.gathered(PlainDocument.write(Hostile.document(answer)))
    #expect(text.contains("1.1 " + Hostile.seen(answer)))
  }

  @Test(
    .enabled(if: Tools.pandocIsHere),
    arguments: ["gfm", "commonmark_x", "markdown-smart", "markdown"])
  func markdownIsReadAsTheseWords(_ dialect: String) async throws {
    // One paragraph, one strong paragraph, one item and one cell for each answer.
    var blocks: [Block] = []
    var expected: [String] = []
    for answer in Hostile.answers {
      blocks.append(Sample.body([Run(answer)]))
      blocks.append(Sample.body([Run("x "), Run(answer, strong: true), Run(" y")]))
      blocks.append(
        .list(
          List(
            ordered: false, items: [List.Item(marker: "•", blocks: [Sample.body([Run(answer)])])])))
      blocks.append(.table(Table(header: [[Run("h")]], rows: [[[Run(answer)]]])))
      let seen = Hostile.seen(answer)
      expected += [seen, "x \(seen) y", seen, "h", seen]
    }
    let document = Document(
      id: "x", title: [Run("T")], language: "en-GB", paper: .a4, standing: .final, cover: [],
      blocks: blocks, blanks: [])
    let json = try await Tools.output(
      of: "pandoc", ["--from=\(dialect)", "--to=json"], input: Array(Markdown.write(document).utf8))
    let read = try PandocReader.paragraphs(json)
    // pandoc makes dashes and quotes of its own in its dialect; that is its reader's wish.
    let isSmart = dialect == "markdown" || dialect == "commonmark_x"
    let found = read.dropFirst().map { isSmart ? PandocReader.plain($0) : $0 }
    let wanted = expected.map { isSmart ? PandocReader.plain($0) : $0 }
    #expect(found.count == wanted.count)
    for (a, b) in zip(found, wanted) where a != b {
      Issue.record("\(dialect) reads \(a.debugDescription), not \(b.debugDescription)")
      break
    }
  }

  @Test func aFieldOfAHundredThousandCharacters() {
    let words = String(repeating: "long words ", count: 9000)
    let signature = Signature(party: [Run("p")], lines: [Signature.Line(label: words, runs: [])])
    let table = Table(header: [[Run("h")], [Run("h")]], rows: [[[Run(words)], [Run("x")]]])
    var places: [Block] = [.signatures([signature]), .table(table)]
    for (sign, count) in [
      ("long words ", 9000), ("x", 99_000), ("云", 33_000), ("\n", 99_000), ("*", 99_000),
    ] {
      places.append(Sample.clause("1.1", "a", [Run(String(repeating: sign, count: count))]))
    }
    for place in places {
      let document = Document(
        id: "x", title: [Run("T")], language: "en-GB", paper: .a4, standing: .final, cover: [],
        blocks: [place], blanks: [])
      // Milliseconds when optimised; here it is to be seen that the time does not grow as a square.
      let clock = ContinuousClock()
      for write in [Markdown.write, PlainDocument.write, HTML.write] {
        let time = clock.measure { _ = write(document) }
        #expect(time < .seconds(8), "\(time)")
      }
      let widest = PlainDocument.write(document).split(separator: "\n").map { CellWidth.of($0) }
        .max()
      #expect(widest.map { $0 <= PlainDocument.width } ?? false, "\(String(describing: widest))")
    }
  }
}

/// What an HTML file consists of.
final class HTMLReader: NSObject, XMLParserDelegate {
  static let known: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "aside", "main", "nav", "section",
    "div", "h1", "h2", "h3", "p", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td",
    "dl",
    "dt", "dd", "a", "mark", "strong", "em", "br", "bdi", "span",
  ]
  static let knownAttributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope", "role",
    "aria-label",
  ]
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var paragraphs: [String] = []
  private var text = ""
  private static let blocks: Set<String> = ["p", "h1", "h2", "li", "td", "th", "dt", "dd", "title"]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
    if name == "br" { text += " " }
    if Self.blocks.contains(name) { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if Self.blocks.contains(name) {
      paragraphs.append(Hostile.gathered(text))
      text = ""
    }
  }
}

/// The words of each paragraph, heading and cell that pandoc reads.
enum PandocReader {
  static func paragraphs(_ json: [UInt8]) throws -> [String] {
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    var found: [String] = []
    gather(tree["blocks"] ?? [], into: &found)
    return found
  }

  private static func gather(_ value: Any, into found: inout [String]) {
    if let list = value as? [Any] {
      for element in list { gather(element, into: &found) }
    } else if let node = value as? [String: Any], let kind = node["t"] as? String {
      switch kind {
      case "Para", "Plain", "Header", "LineBlock", "CodeBlock", "RawBlock", "HorizontalRule":
        var text = kind == "Para" || kind == "Plain" || kind == "Header" ? "" : "\(kind) "
        words(node["c"] ?? [], into: &text)
        found.append(Hostile.gathered(text))
      default: gather(node["c"] ?? [], into: &found)
      }
    }
  }

  private static func words(_ value: Any, into text: inout String) {
    if let list = value as? [Any] {
      for element in list { words(element, into: &text) }
    } else if let node = value as? [String: Any], let kind = node["t"] as? String {
      switch kind {
      case "Str": text += node["c"] as? String ?? ""
      case "Space", "SoftBreak", "LineBreak": text += " "
      case "Strong", "Emph", "Plain", "Para": words(node["c"] ?? [], into: &text)
      case "RawInline":
        let raw = (node["c"] as? [String])?.last ?? ""
        if raw.hasPrefix("<br") {
          text += " "
        } else if raw != "<strong>", raw != "</strong>" {
          text += "RAW(\(raw))"
        }
      case "Link":
        // An address that a reader turns into a link by itself is no harm, as long as it reads alike.
        if let parts = node["c"] as? [Any], parts.count == 3 { words(parts[1], into: &text) }
      case "Quoted":
        text += "'"
        if let parts = node["c"] as? [Any], parts.count == 2 { words(parts[1], into: &text) }
        text += "'"
      default: text += "\(kind)(\(node["c"] ?? ""))"
      }
    }
  }

  /// Without the typographer's signs that a smart reader puts in.
  static func plain(_ text: String) -> String {
    var plain = text
    for (sign, ascii) in [
      ("\u{2013}", "-"), ("\u{2014}", "-"), ("\u{2026}", "."), ("\u{2018}", "'"), ("\u{2019}", "'"),
      ("\u{201c}", "'"), ("\u{201d}", "'"), ("\"", "'"), ("---", "-"), ("--", "-"), ("...", "."),
    ] { plain = plain.replacing(sign, with: ascii) }
    return plain
  }
}
