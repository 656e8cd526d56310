import Compression
import Foundation
import FoundationXML
import Testing

@testable import Publishing

/// Counts as Word does: from the styles, the numbering and the paragraphs of a file, and from nothing
/// that wrote them.
struct WordCounter {
  /// The text of each numbered paragraph's number, in order: "1.", "1.1", "(a)", "Annex A".
  private(set) var numbers: [String] = []
  private var counters: [String: [Int]] = [:]

  init(_ archive: ZipArchive) throws {
    let styles = try Self.xml(archive, "word/styles.xml")
    let numbering = try Self.xml(archive, "word/numbering.xml")
    let body = try Self.xml(archive, "word/document.xml")
    for paragraph in try body.nodes(forXPath: "//w:p") {
      guard let id = try Self.value(paragraph, "./w:pPr/w:pStyle/@w:val") else { continue }
      guard let (list, level) = try Self.list(of: id, styles), list != "0" else { continue }
      let kind = try #require(
        try Self.value(numbering, "//w:num[@w:numId='\(list)']/w:abstractNumId/@w:val"))
      let path = "//w:abstractNum[@w:abstractNumId='\(kind)']/w:lvl"
      var counts = counters[kind] ?? Array(repeating: 0, count: 9)
      counts[level] += 1
      for below in (level + 1)..<9 { counts[below] = 0 }
      counters[kind] = counts
      var text = try #require(
        try Self.value(numbering, "\(path)[@w:ilvl='\(level)']/w:lvlText/@w:val"))
      if text == "•" || text == "–" { continue }
      for part in 0...level {
        let format = try #require(
          try Self.value(numbering, "\(path)[@w:ilvl='\(part)']/w:numFmt/@w:val"))
        text = text.replacing("%\(part + 1)", with: Self.number(counts[part], format))
      }
      numbers.append(text)
    }
  }

  /// The list and level that a style stands in, by itself or by the one it is based on.
  private static func list(of id: String, _ styles: XMLDocument) throws -> (String, Int)? {
    var style: String? = id
    while let current = style {
      let path = "//w:style[@w:styleId='\(current)']"
      if let list = try value(styles, "\(path)/w:pPr/w:numPr/w:numId/@w:val") {
        let level = try value(styles, "\(path)/w:pPr/w:numPr/w:ilvl/@w:val")
        return (list, level.flatMap(Int.init) ?? 0)
      }
      style = try value(styles, "\(path)/w:basedOn/@w:val")
    }
    return nil
  }

  private static func number(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter", "upperLetter":
      let letter = String(UnicodeScalar(UInt8(96 + number)))
      return format == "upperLetter" ? letter.uppercased() : letter
    case "lowerRoman":
      return ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"][number]
    default: return String(number)
    }
  }

  static func xml(_ archive: ZipArchive, _ name: String) throws -> XMLDocument {
    let bytes = try #require(archive.contents(of: name), "\(name) is missing or broken")
    return try XMLDocument(data: Data(bytes))
  }

  static func value(_ node: XMLNode, _ path: String) throws -> String? {
    try node.nodes(forXPath: path).first?.stringValue
  }
}
