import PackModel
import PlainText

/// The tables of a Markdown text: lines with strokes around a line of hyphens.
enum MarkdownTables {
  /// - Returns: nothing where there is none.
  static func grids(_ text: String) throws(PaperFault) -> [Grid] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var found: [Grid] = []
    var heading = ""
    var at = 0
    while at < lines.count {
      let line = lines[at].trimmed
      if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      guard at + 1 < lines.count, line.contains("|"), isRule(lines[at + 1]) else {
        at += 1
        continue
      }
      var grid = GridBuilder(name: heading)
      try grid.add(cells(line), number: at + 1)
      var row = at + 2
      while row < lines.count, lines[row].contains("|"), !lines[row].trimmed.isEmpty {
        try grid.add(cells(lines[row].trimmed), number: row + 1)
        row += 1
      }
      found.append(grid.grid)
      guard found.count <= PaperLimits.tables else { throw tooMany }
      at = row
    }
    return found
  }

  static let tooMany = PaperFault(
    "It holds more than \(PaperLimits.tables) tables. Keep the one that is meant.")

  /// `| --- | :-: |`
  static func isRule(_ line: Substring) -> Bool {
    let line = line.trimmed
    return line.contains("-") && line.contains("|")
      && line.allSatisfy { "|-: \t".contains($0) }
  }

  static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line {
      if isEscaped {
        if !"|\\`*_{}[]()#+-.!<>&~".contains(character) { cells[cells.count - 1] += "\\" }
        cells[cells.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append("")
      } else {
        // What follows is a letter of its own, and no emphasis.
        cells[cells.count - 1].append(character)
      }
    }
    if line.hasPrefix("|") { cells.removeFirst() }
    if cells.count > 1, cells.last?.trimmed.isEmpty == true { cells.removeLast() }
    return cells.map { plain(String($0.trimmed)) }
  }

  /// Without emphasis around the whole, without code marks; of a link its words.
  private static func plain(_ cell: String) -> String {
    var text = cell
    for line in ["<br>", "<br/>", "<br />"] { text = text.replacing(line, with: "\n") }
    for mark in ["**", "__", "*", "_", "`"]
    where text.count > 2 * mark.count && text.hasPrefix(mark) && text.hasSuffix(mark) {
      text = String(text.dropFirst(mark.count).dropLast(mark.count))
    }
    return MarkupText.decoded(withoutTags(links(text)))
  }

  /// Marks of HTML are no part of a text; items of a list are lines.
  private static func withoutTags(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      let tag = rest[rest.index(after: open)...].prefix(200)
      guard let close = tag.firstIndex(of: ">"),
        let first = tag.first, first.isLetter || first == "/"
      else {
        out.append("<")
        rest = rest[rest.index(after: open)...]
        continue
      }
      if ["li", "br", "/p", "/div"].contains(where: { tag.lowercased().hasPrefix($0) }) {
        out.append("\n")
      }
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private static func links(_ text: String) -> String {
    guard text.contains("](") else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      out += rest[..<open]
      out += rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
