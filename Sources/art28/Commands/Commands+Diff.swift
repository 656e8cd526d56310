import ArgumentParser
import Casework

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what changed in the agreement: a redline.",
    discussion: """
      Compares two matters, or two moments of one: MATTER@12 is the matter as it was after \
      entry 12 (art28 log). The list stands on the screen; md writes redline.md, docx a \
      redline.docx whose tracked changes Word accepts or rejects one by one. Words that went \
      stand in [-…-], words that came in {+…+}.
      """)

  @Argument(help: "The matter before, or with --from the one matter.") var old: String
  @Argument(help: "The matter after.") var new: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("The entry of the matter that is compared with today.", valueName: "entry"))
  var from: Int?
  @ArgumentParser.Option(
    help: ArgumentHelp("list, md, docx; several with commas.", valueName: "formats"))
  var to = "list"
  @ArgumentParser.Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out = "."
  @OptionGroup var files: OverwriteOptions

  private enum Kind: String, CaseIterable { case list, md, docx }

  func run() async throws {
    let kinds = try to.split(separator: ",").map { name in
      guard let kind = Kind(rawValue: String(name)) else {
        throw Outcome.usage("“\(name)” is no form of a redline. Forms: list, md, docx.")
      }
      return kind
    }
    let (before, after) = try moments()
    let comparison = try Comparison(from: before, to: after)
    let output = Output(source: comparison.source, at: .here, overwrites: files.overwrite)
    for kind in kinds {
      switch kind {
      case .list: Console.say(lines: comparison.text)
      case .md: try write(Array(comparison.markdown.utf8), as: "md", by: output)
      case .docx:
        try write(
          try await comparison.docx(tools: Workplace.here.tools), as: "docx", by: output)
      }
    }
  }

  private func moments() throws -> (before: Moment, after: Moment) {
    func named(_ words: String) throws -> Moment { try .named(words, at: .here) }
    switch (new, from) {
    case (let new?, nil): return (try named(old), try named(new))
    case (nil, let from?):
      return (try .at(old, after: from, at: .here), try .at(old, after: nil, at: .here))
    case (nil, nil) where Moment.place(old).entry != nil:
      return (try named(old), try named(Moment.place(old).path))
    case (nil, nil):
      throw Outcome.usage("Say what to compare with: a second matter, MATTER@12, or --from 12.")
    case (_?, _?): throw Outcome.usage("--from compares a matter with itself: leave NEW out.")
    }
  }

  private func write(_ bytes: [UInt8], as ending: String, by output: Output) throws {
    let path = "\(out)/redline.\(ending)"
    try Files.outcome { () throws(FileError) in try Files.makeFolder(out) }
    do throws(Output.Fault) { try output.write(bytes, to: path) } catch { throw error.outcome }
    Console.say(path)
  }
}
