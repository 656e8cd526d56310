import ArgumentParser
import Casework
import PackModel
import PlainText

struct AuthoritiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authorities", abstract: "List what the questionnaire cites, and where.",
    discussion: """
      Each statute, guideline and decision with its status, the day its text was last looked at, \
      the source and what was read of it. What must be verified is marked so. With --stale, \
      also the norms, the facts about providers and the dated options; exit 1 where some are due.
      """)

  @ArgumentParser.Option(
    help: ArgumentHelp("Only those looked at longer ago than this many days.", valueName: "days"))
  var stale: Int?
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var packs: PackOptions

  func run() throws {
    let (pack, _) = try packs.store.catalogue()
    let day = try AsOf.date(asOf)
    if let stale, stale < 0 { throw Outcome.usage("--stale takes a number of days, such as 90.") }
    let list = AuthorityList(pack, staleAfter: stale, asOf: day)
    if json {
      Console.handOver(list.json.text)
    } else {
      for line in list.lines { Console.say(line) }
    }
    if stale != nil, list.isDue { throw Outcome(.found, lines: ["Some of it is due."]) }
  }
}
