import ArgumentParser
import Casework
import Findings
import Matters

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "What the papers hold for each row of the self-test.",
    discussion: """
      For each row that is graded with the paper in hand: the passages that may hold it, best first, \
      and what was graded and quoted so far. Nothing is graded by the program.

      A second reader grades blind: --blind makes a matter with the same papers and without any grade, \
      quotation or finding of this one. --against compares the two, and shows grades only when both \
      have said something of every row; --settle takes one reading, or another grade, into this matter.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "One paper only: its file, its number, or its rank.") var paper: String?
  @Flag(help: "As JSON.") var json = false
  @ArgumentParser.Option(
    help: ArgumentHelp("Make a matter for a second reader, there.", valueName: "matter"))
  var blind: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("Another person's matter over the same paper.", valueName: "matter"))
  var against: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With --against: ROW=first, ROW=second or ROW=GRADE; may be given again.",
      valueName: "choice"))
  var settle: [String] = []
  @ArgumentParser.Option(help: "With --settle: why, for the journal.")
  var because = "The written criteria say so."
  @OptionGroup var person: PersonOptions

  func validate() throws {
    if against == nil, !settle.isEmpty {
      throw ValidationError("--settle needs --against: the other person's matter.")
    }
  }

  func run() throws {
    if let blind { return try copyBlind(to: blind) }
    if !settle.isEmpty, let against { return try settle(against) }
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

  private func copyBlind(to path: String) throws {
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    try session.blindCopy(to: path).file.close()
    Console.say(
      "Made \(Files.name(of: path)) for a second reader: it holds no grade of this matter.")
    Console.say("When both are done: art28 review \(matter) --against \(path)")
  }

  /// Each choice is an entry of its own.
  private func settle(_ against: String) throws {
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    let other = try MatterSession.read(against, at: .here)
    defer { other.file.close() }
    for choice in settle {
      let settled = try Readings(session, other).settling(choice, because: because)
      do throws(MatterError) {
        try session.append(settled.changes, why: settled.why)
      } catch {
        throw Outcome(error)
      }
      Console.say(settled.why)
    }
  }
}
