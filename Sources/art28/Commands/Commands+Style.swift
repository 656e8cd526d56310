import ArgumentParser
import Casework
import Documents
import Publishing

struct StyleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "style", abstract: "A firm's own look for DOCX and PDF.",
    subcommands: [New.self, Check.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Write a pair to start from.",
      discussion: """
        reference.docx gives Word its styles, numbering and pages: change the styles, and put a \
        letterhead into header and footer, where {{title}}, {{confidentiality}}, {{draft}} and \
        {{hash}} are filled in. template.typ does the same for PDF. Use them with --style FOLDER, \
        or for every document from the folder art28/style of your configuration.
        """)

    @Argument(help: "The folder to write to.") var folder: String
    @ArgumentParser.Option(help: ArgumentHelp("a4 or letter.", valueName: "paper"))
    var paper = Document.Paper.a4

    func run() throws {
      for path in try StyleFolder.start(folder, paper: paper) { Console.say(path) }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Say whether a style can be used.")

    @Argument(help: "The folder; the one of your configuration if left out.") var folder: String?

    func run() async throws {
      guard let style = try StyleFolder.load(folder, at: .here) else {
        throw Outcome.file("There is no style in “\(StyleFolder.kept(at: .here))”.")
      }
      let faults = await style.faults(tools: Workplace.here.tools)
      guard faults.isEmpty else { throw Outcome(.found, lines: faults.map { "\($0)" }) }
      Console.say("The style can be used.")
    }
  }
}

extension Document.Paper: ExpressibleByArgument {}
