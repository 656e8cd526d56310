import PlainText

/// A paper as lines to read at a terminal, in the manner of Markdown: what it is, then every passage with
/// its number, page marks, proposed changes and comments. A stranger's words are cleaned.
package struct PaperOutline: Hashable, Sendable {
  /// Each fits the width; empty ones stand between passages.
  package private(set) var lines: [String] = []
  private let width: Int

  /// - Parameter width: in columns; fewer than 20 count as 20.
  package init(_ paper: Paper, width: Int) {
    self.width = max(20, width)
    begin(paper)
    let comments = Dictionary(grouping: paper.comments) { $0.passage }
    var page: Int?
    var before: ReadPassage.Kind?
    for passage in paper.passages {
      if let next = passage.page, next != page {
        page = next
        space()
        add("--- page \(next) ---")
        before = nil
      }
      // The cells of a table stand together.
      if before != .cell || passage.kind != .cell { space() }
      add(passage)
      before = passage.kind
      for comment in comments[passage.position] ?? [] { add(comment) }
    }
    guard let others = comments[nil] else { return }
    space()
    add("Comments beside no passage:")
    for comment in others { add(comment) }
  }

  // MARK: Parts

  private mutating func begin(_ paper: Paper) {
    if let title = paper.title { add("# \(title)", hanging: 2) }
    let pages = paper.pages.map { ", \(PaperOutline.count($0, "page"))" } ?? ""
    add("\(paper.format.name)\(pages), \(PaperOutline.count(paper.passages.count, "passage"))")
    if !paper.pagesWithoutText.isEmpty {
      let list = paper.pagesWithoutText.map(String.init).joined(separator: ", ")
      add("! Without text, so not read: page \(list)", hanging: 2)
    }
    if let program = paper.recognisedBy {
      add(
        "! Characters recognised from pictures by \(program): compare each quotation with the picture",
        hanging: 2)
    }
    for remark in paper.remarks { add("! \(remark)", hanging: 2) }
  }

  private mutating func add(_ passage: PaperPassage) {
    var mark = passage.number.map { "\($0) " } ?? ""
    var indent = 0
    switch passage.kind {
    case .heading:
      let level = min(max(passage.read.level ?? 1, 1), 5)
      mark = String(repeating: "#", count: level + 1) + " " + mark
    case .text: indent = 2 * max(0, min(passage.read.level ?? 1, PaperLimits.levels) - 1)
    case .cell: mark = "| " + mark
    case .footnote: mark = "[note] " + mark
    }
    indent = min(indent, width / 4)
    let hanging = min(indent + DisplayText(mark).width, width / 3)
    add(
      mark + (passage.read.isProposed ? "[proposed change] " : "") + passage.text, indent: indent,
      hanging: hanging)
  }

  private mutating func add(_ comment: PaperComment) {
    let author = comment.author.isEmpty ? "somebody" : comment.author
    add("> \(author): \(comment.text)", indent: 2, hanging: 4)
  }

  // MARK: Lines

  private mutating func space() {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  private mutating func add(_ text: String, indent: Int = 0, hanging: Int = 0) {
    lines += wrap(
      Sanitiser.line.clean(text), width: width, firstIndent: indent, hangingIndent: hanging
    ).map(\.text)
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension Paper.Format {
  /// As people call it.
  package var name: String {
    switch self {
    case .docx: "DOCX"
    case .odt: "ODT"
    case .pdf: "PDF"
    case .html: "HTML"
    case .markdown: "Markdown"
    case .text: "plain text"
    }
  }
}
