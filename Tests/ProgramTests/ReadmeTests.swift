import Canvas
import FoundationEssentials
import TestSupport
import Testing

/// README.md and CONTRIBUTING.md show what happens: their transcripts, screens and files are those of
/// the program.
///
/// - A block after `<!-- file: NAME -->` is written as that file.
/// - A `console` block is typed into a shell, line by line after `$ `, in the folder of those files,
///   and must say what stands there. A line `…` stands for any lines.
/// - A block after `<!-- screen: ARGUMENTS | KEYS -->` is the screen at 80 by 24 after those keys.
/// - A block after `<!-- part of: NAME -->` stands in that file.
/// - A block after `<!-- append: NAME -->` is added at the end of that file, one after
///   `<!-- below: NAME | LINE -->` below that line of it.
/// - `<!-- folder: NAME | FOLDER -->`: this folder of the package is copied to that name.
///
/// `RECORD_GOLDENS=1` writes the page anew, and fails: what was recorded is to be read.
@Suite(.serialized) struct ReadmeTests {
  private struct Recorded: Error, CustomStringConvertible {
    let page: String
    var description: String { "Recorded \(page). Read it, then run again without RECORD_GOLDENS." }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md"]) func showsWhatHappens(_ page: String) throws {
    let place = try Place()
    try place.isKnown(as: "Dr. Änne Grünwald")
    let text = try Project.text(of: page)
    let blocks = Self.blocks(of: text)
    #expect(blocks.count { $0.language == "console" } >= 3)
    #expect(page != "README.md" || blocks.contains { $0.kind == "screen" })
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var found: [(block: Block, lines: [String])] = []
    for block in blocks {
      switch block.kind {
      case "file": try place.write(block.text + "\n", to: block.argument)
      case "folder", "append", "below": try change(block, in: place)
      case "part of": found.append((block, try part(block, in: place)))
      case "screen": found.append((block, try screen(block, in: place)))
      default:
        if block.language == "console" { found.append((block, try transcript(block, in: place))) }
      }
    }
    let environment = ProcessInfo.processInfo.environment
    guard environment["RECORD_GOLDENS"] == "1", environment["CI"] == nil else {
      for (block, lines) in found {
        #expect(
          block.lines == lines,
          "\(page), line \(block.start + 1):\n\(lines.joined(separator: "\n"))"
        )
      }
      return
    }
    // From the end, so that the numbers of the lines before stay right.
    for (block, new) in found.reversed() {
      lines.replaceSubrange(block.start..<(block.start + block.lines.count), with: new)
    }
    let new = lines.joined(separator: "\n")
    guard new != text else { return }
    try Data(new.utf8).write(to: URL(filePath: "\(Project.path)/\(page)"))
    throw Recorded(page: page)
  }

  private struct Block {
    var mark: String
    var language: String
    /// The first line inside, counted from 0.
    var start: Int
    var lines: [String] = []

    var text: String { lines.joined(separator: "\n") }
    var kind: String { String(mark.prefix { $0 != ":" }) }
    /// What stands after the mark's colon.
    var argument: String {
      mark.drop { $0 != ":" }.dropFirst().split(separator: " ").joined(separator: " ")
    }
  }

  private static func blocks(of text: String) -> [Block] {
    var found: [Block] = []
    var mark = ""
    var open: Block?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (number, line) in lines.enumerated() {
      if var block = open {
        if line == "```" {
          found.append(block)
          open = nil
          mark = ""
        } else {
          block.lines.append(line)
          open = block
        }
      } else if line.hasPrefix("```") {
        open = Block(mark: mark, language: String(line.dropFirst(3)), start: number + 1)
      } else if line.hasPrefix("<!-- "), line.hasSuffix(" -->") {
        mark = String(line.dropFirst(5).dropLast(4))
      } else if !line.isEmpty {
        mark = ""
      }
    }
    return found
  }

  /// What the block does to a file or folder that the page began with.
  private func change(_ block: Block, in place: Place) throws {
    let words = block.argument.split(separator: " | ", maxSplits: 1).map(String.init)
    switch block.kind {
    case "folder":
      let from = "\(Project.path)/\(try #require(words.last))"
      try FileManager.default.copyItem(atPath: from, toPath: place.file(words[0]))
    case "append":
      // Blocks of Markdown stand apart.
      let gap = words[0].hasSuffix(".md") ? "\n" : ""
      try place.write(try place.text(of: words[0]) + gap + block.text + "\n", to: words[0])
    default:
      var lines = try place.text(of: words[0]).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      let at = try #require(lines.firstIndex(of: words[1]), "no line “\(words[1])”")
      lines.insert(contentsOf: block.lines, at: at + 1)
      try place.write(lines.joined(separator: "\n"), to: words[0])
    }
  }

  /// The block as the program would have it; where the README leaves lines out, so does this.
  private func transcript(_ block: Block, in place: Place) throws -> [String] {
    var commands: [(line: String, says: [String])] = []
    for line in block.lines {
      if line.hasPrefix("$ ") {
        commands.append((line, []))
      } else if !commands.isEmpty {
        commands[commands.count - 1].says.append(line)
      }
    }
    return try commands.flatMap { line, says in
      let run = try Program.shell("(\(line.dropFirst(2))) 2>&1", in: place)
      var said = run.said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if said.last == "" { said.removeLast() }
      if let first = says.firstIndex(of: "…") {
        let after = says.count - first - 1
        if said.count > first + after {
          said = said.prefix(first) + ["…"] + said.suffix(after)
        }
      }
      return [line] + said
    }
  }

  /// As many lines of the file as the block has, from the one that the block begins with.
  private func part(_ block: Block, in place: Place) throws -> [String] {
    let lines = try place.text(of: block.argument).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let start = try #require(
      lines.firstIndex(of: block.lines.first ?? ""),
      "README: \(block.argument) has no line “\(block.lines.first ?? "")”.")
    return Array(lines[start...].prefix(block.lines.count))
  }

  private func screen(_ block: Block, in place: Place) throws -> [String] {
    let parts = block.argument.split(separator: " | ", maxSplits: 1).map(String.init)
    let arguments = parts[0].split(separator: " ").map(String.init)
    let terminal = try OnTerminal.start(arguments, in: place)
    try terminal.wait(for: "Question ")
    try terminal.settle(milliseconds: 400)
    if parts.count > 1 {
      let before = terminal.screen.text
      try terminal.type(parts[1])
      try terminal.wait("another screen") { $0.text != before && $0.text.contains("Question ") }
    }
    try terminal.settle(milliseconds: 800)
    var rows = terminal.screen.rows.map {
      // The minute at which something was saved.
      $0.replacing(/saved \d\d:\d\d/, with: "saved 14:32")
    }
    while rows.last == "" { rows.removeLast() }
    try terminal.leave()
    return rows
  }
}
