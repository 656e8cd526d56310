import ArgumentParser
import Casework
import Matters

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "What the papers hold for each row of the self-test.",
    discussion: """
      For each row that is graded with the paper in hand: the passages that may hold it, best first, \
      and what was graded and quoted so far. Nothing is graded by the program. With --against it \
      compares the grades of two people who read the same paper, each in a matter of their own.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "One paper only: its file, its number, or its rank.") var paper: String?
  @Flag(help: "As JSON.") var json = false
  @ArgumentParser.Option(
    help: ArgumentHelp("Another person's matter over the same paper.", valueName: "matter"))
  var against: String?

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    if let against {
      let other = try MatterSession.read(against, at: .here)
      defer { other.file.close() }
      for line in try Readings(session, other).lines { Console.say(line) }
      return
    }
    let listing = try ReviewListing(of: session, paper: paper)
    if json {
      Console.handOver(String(decoding: listing.json, as: UTF8.self))
    } else {
      for line in listing.lines { Console.say(line) }
    }
  }
}
