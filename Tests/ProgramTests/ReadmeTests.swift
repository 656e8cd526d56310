import Canvas
import TestSupport
import Testing

/// README.md shows what happens: its transcripts, screens and files are those of the program.
///
/// - A block after `<!-- file: NAME -->` is written as that file.
/// - A `console` block is typed into a shell, line by line after `$ `, in the folder of those files,
///   and must say what stands there. A line `…` stands for any lines.
/// - A block after `<!-- screen: ARGUMENTS | KEYS -->` is the screen at 80 by 24 after those keys.
/// - A block after `<!-- part of: NAME -->` stands in that file, line after line.
@Suite(.serialized) struct ReadmeTests {
  @Test func showsWhatHappens() throws {
    let place = try Place()
    try place.isKnown(as: "Dr. Änne Grünwald")
    let blocks = try Self.blocks(of: try Project.text(of: "README.md"))
    #expect(blocks.count { $0.language == "console" } >= 3)
    #expect(blocks.contains { $0.mark?.hasPrefix("screen:") == true })
    for block in blocks {
      switch block.mark?.split(separator: ":", maxSplits: 1).first {
      case "file": try place.write(block.text + "\n", to: block.argument)
      case "part of": try expectPart(block, in: place)
      case "screen": try expectScreen(block, in: place)
      default: if block.language == "console" { try expectTranscript(block, in: place) }
      }
    }
  }

  private struct Block {
    let mark: String?
    let language: String
    let lines: [String]
    var text: String { lines.joined(separator: "\n") }
    /// What stands after the mark's colon.
    var argument: String {
      let rest = (mark ?? "").drop { $0 != ":" }.dropFirst()
      return rest.split(separator: " ").joined(separator: " ")
    }
  }

  private static func blocks(of text: String) throws -> [Block] {
    var found: [Block] = []
    var mark: String?
    var open: (language: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let (language, lines) = open {
        if line == "```" {
          found.append(Block(mark: mark, language: language, lines: lines))
          open = nil
          mark = nil
        } else {
          open = (language, lines + [line])
        }
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), [])
      } else if line.hasPrefix("<!-- "), line.hasSuffix(" -->") {
        mark = String(line.dropFirst(5).dropLast(4))
      } else if !line.isEmpty {
        mark = nil
      }
    }
    return found
  }

  private func expectTranscript(_ block: Block, in place: Place) throws {
    var commands: [(line: String, says: [String])] = []
    for line in block.lines {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), []))
      } else if !commands.isEmpty {
        commands[commands.count - 1].says.append(line)
      }
    }
    for (line, says) in commands {
      let run = try Program.shell("(\(line)) 2>&1", in: place)
      let said = run.said.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }
      #expect(
        Self.fits(said.last == "" ? said.dropLast() : said[...], says[...]),
        "README: $ \(line)\nsays\n\(run.said)")
    }
  }

  private static func fits(_ said: ArraySlice<String>, _ wanted: ArraySlice<String>) -> Bool {
    guard let line = wanted.first else { return said.isEmpty }
    if line == "…" {
      return (said.startIndex...said.endIndex).contains { fits(said[$0...], wanted.dropFirst()) }
    }
    return said.first == line && fits(said.dropFirst(), wanted.dropFirst())
  }

  private func expectPart(_ block: Block, in place: Place) throws {
    let text = try place.text(of: block.argument)
    for part in block.text.split(separator: "\n…\n") {
      #expect(text.contains(part), "README: not in \(block.argument):\n\(part)")
    }
  }

  private func expectScreen(_ block: Block, in place: Place) throws {
    let parts = block.argument.split(separator: " | ", maxSplits: 1).map(String.init)
    let arguments = parts[0].split(separator: " ").map(String.init)
    let terminal = try OnTerminal.start(arguments, in: place)
    try terminal.wait(for: "Question ")
    try terminal.settle(milliseconds: 250)
    if parts.count > 1 { try terminal.type(parts[1]) }
    let wanted = block.lines.map(Self.timeless)
    let last = try #require(wanted.max { $0.count < $1.count })
    try terminal.wait("README's screen with \(last)") { screen in
      screen.rows.contains { Self.timeless($0) == last }
    }
    try terminal.settle(milliseconds: 400)
    var rows = terminal.screen.rows.map(Self.timeless)
    while rows.last == "" { rows.removeLast() }
    #expect(rows == wanted, "README: the screen is\n\(rows.joined(separator: "\n"))")
    try terminal.leave()
  }

  /// A row without the minute at which something was saved.
  private static func timeless(_ row: String) -> String {
    row.replacing(/saved \d\d:\d\d/, with: "saved 14:32")
  }
}
