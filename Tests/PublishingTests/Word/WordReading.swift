import Compression
import Testing

@testable import Publishing

/// What a reader of a file for Word has before them when all tracked changes are accepted or
/// rejected: by Word's rules, and by nothing that wrote the file.
struct WordReading {
  enum Choice { case accept, reject }

  struct Paragraph: Hashable, CustomStringConvertible {
    var style: String
    var number: String
    var text: String
    var description: String { "\(style) \(number) “\(text)”" }
  }

  /// Paragraphs in order; those in tables one by one, each row with a line before it.
  private(set) var paragraphs: [Paragraph] = []
  /// What Word could not do cleanly, such as a paragraph's mark that goes while its words stay.
  private(set) var faults: [String] = []
  private let choice: Choice
  private var counters: [String: [Int]] = [:]
  private var numbers: [String: String] = [:]
  /// References by paragraph and place, to be filled in when all numbers are known.
  private var references: [(paragraph: Int, bookmark: String, mark: String)] = []

  init(_ archive: ZipArchive, _ choice: Choice = .accept) throws {
    self.choice = choice
    let bytes = try #require(archive.contents(of: "word/document.xml"))
    let root = try WordNode.root(of: bytes)
    let body = try #require(root.child("w:body"))
    read(body.children)
    for reference in references {
      let number = numbers[reference.bookmark] ?? "?"
      paragraphs[reference.paragraph].text.replace(reference.mark, with: number)
    }
  }

  /// Whether the change stays under this choice; nil where the node is no change.
  private func stays(_ node: WordNode?) -> Bool? {
    switch node?.name {
    case "w:ins": choice == .accept
    case "w:del": choice == .reject
    default: nil
    }
  }

  private func mark(in properties: WordNode?) -> Bool {
    let change = properties?.children.first { $0.name == "w:ins" || $0.name == "w:del" }
    return stays(change) ?? true
  }

  private mutating func read(_ nodes: [WordNode]) {
    var before = Content()
    for node in nodes {
      switch node.name {
      case "w:p":
        var content = before
        before = Content()
        read(node.children, into: &content)
        if mark(in: node.child("w:pPr", "w:rPr")) {
          close(content, node)
        } else {
          // Its mark goes: what is left of it begins the next paragraph.
          if !content.text.isEmpty { faults.append("words without a mark: \(content.text)") }
          before = content
        }
      case "w:tbl":
        let rows = node.children.filter { $0.name == "w:tr" && mark(in: $0.child("w:trPr")) }
        for row in rows {
          paragraphs.append(Paragraph(style: "row", number: "", text: ""))
          for cell in row.children where cell.name == "w:tc" {
            let count = paragraphs.count
            read(cell.children)
            if paragraphs.count == count { faults.append("a cell without a paragraph") }
          }
        }
      default: continue
      }
    }
    if !before.text.isEmpty { faults.append("words after the last mark: \(before.text)") }
  }

  private struct Content {
    var text = ""
    var bookmarks: [String] = []
    var references: [(bookmark: String, mark: String)] = []
    var field: String?
    var isResult = false
  }

  private mutating func close(_ content: Content, _ node: WordNode) {
    var style = node.child("w:pPr", "w:pStyle")?.attributes["w:val"] ?? ""
    // How a paragraph holds on to the next is no matter of its text.
    if style.hasSuffix("Lead") { style.removeLast(4) }
    if style == "BodyTitle" { style = "BodyText" }
    let number = count(style)
    for bookmark in content.bookmarks {
      if numbers[bookmark] != nil { faults.append("two bookmarks \(bookmark)") }
      numbers[bookmark] = number.hasSuffix(".") ? String(number.dropLast()) : number
    }
    references += content.references.map { (paragraphs.count, $0.bookmark, $0.mark) }
    paragraphs.append(Paragraph(style: style, number: number, text: content.text))
  }

  private mutating func read(_ nodes: [WordNode], into content: inout Content) {
    for node in nodes {
      if let stays = stays(node) {
        if stays { read(node.children, into: &content) }
        continue
      }
      switch node.name {
      case "w:r", "w:hyperlink", "w:sdt", "w:sdtContent": read(node.children, into: &content)
      case "w:bookmarkStart": content.bookmarks.append(node.attributes["w:name"] ?? "")
      case "w:fldChar": field(node.attributes["w:fldCharType"] ?? "", &content)
      case "w:instrText", "w:delInstrText": content.field? += node.text
      case "w:t", "w:delText": if !content.isResult { content.text += node.text }
      case "w:tab": if !content.isResult { content.text += "\t" }
      case "w:br": content.text += "\n"
      default: continue
      }
    }
  }

  /// Numbers that Word computes are computed here too; of other fields the result is read.
  private mutating func field(_ type: String, _ content: inout Content) {
    switch type {
    case "begin": content.field = ""
    case "separate":
      let words = (content.field ?? "").split(separator: " ").map(String.init)
      // A page's number is only known when Word has laid the pages out.
      if words.first == "PAGEREF" { content.isResult = true }
      guard words.first == "REF", words.contains("\\r") else { return }
      let mark = "\u{1}\(paragraphs.count).\(content.references.count)\u{2}"
      content.references.append((words[1], mark))
      content.text += mark
      content.isResult = true
    default:
      content.field = nil
      content.isResult = false
    }
  }

  private static let levels: [String: (list: String, level: Int)] = [
    "Heading1": ("clauses", 0), "Clause": ("clauses", 1), "ClauseList": ("clauses", 2),
    "ClauseList2": ("clauses", 3), "AnnexHeading": ("annexes", 0), "AnnexClause": ("annexes", 1),
    "AnnexList": ("annexes", 2), "AnnexList2": ("annexes", 3),
  ]

  private mutating func count(_ style: String) -> String {
    guard let (list, level) = Self.levels[style] else { return "" }
    var counts = counters[list] ?? [0, 0, 0, 0]
    counts[level] += 1
    for below in (level + 1)..<4 where below < 4 { counts[below] = 0 }
    counters[list] = counts
    let head =
      list == "clauses" ? "\(counts[0])" : LiveNumbering.letters(counts[0]).uppercased()
    switch level {
    case 0: return list == "clauses" ? head + "." : "Annex " + head
    case 1: return "\(head).\(counts[1])"
    case 2: return "(\(LiveNumbering.letters(counts[2])))"
    default: return "(\(LiveNumbering.roman(counts[3])))"
    }
  }
}
