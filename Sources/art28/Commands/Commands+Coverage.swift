import ArgumentParser
import Casework
import PlainText

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "List what the questionnaire must hold, and where it stands."
  )

  @Flag(help: "As JSON.") var json = false
  @Flag(help: "As Markdown tables.") var markdown = false
  @ArgumentParser.Option(
    help: ArgumentHelp("Only what comes from there, such as law.", valueName: "place"))
  var from: String?
  @OptionGroup var packs: PackOptions

  func run() throws {
    let (pack, _) = try packs.store.catalogue()
    let list = CoverageList(pack, from: from)
    if json {
      Console.handOver(list.json.text)
    } else if markdown {
      Console.say(lines: list.markdown)
    } else {
      for line in list.lines { Console.say(line) }
    }
    if !list.holes.isEmpty { throw Outcome(.found, lines: list.holes) }
  }
}
