import ArgumentParser
import Casework
import Interview
import Matters

/// A list from elsewhere that becomes rows of a table.
struct ListOptions: ParsableArguments {
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A table that takes the rows of FILE: --rows subprocessors list.xlsx.", valueName: "linkId"))
  var rows: String?
  @Argument(help: "With --rows: the list; - is standard input.") var list: String?
  @Flag(help: "The list's rows come behind those of the table.") var add = false
  @Flag(help: "Rows that the list does not have go; the others become what it says.")
  var replace = false
  @Flag(help: "Rows of the same name take what the list says; the others stay.")
  var update = false
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Where a column of the list goes, by its heading or letter; nowhere where nothing follows.",
      valueName: "heading=column"))
  var columns: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp("Of several tables or sheets the one that is meant.", valueName: "name"))
  var table: String?
  @Flag(help: "Only tell what a list would come to.") var dryRun = false

  private var way: RowImport.Way? {
    get throws {
      let ways = [(add, RowImport.Way.add), (replace, .replace), (update, .update)].filter(\.0)
      guard ways.count < 2 else {
        throw Outcome.usage("Give one of --add, --replace and --update.")
      }
      return ways.first?.1
    }
  }

  /// Takes the list, and tells what came of it.
  ///
  /// - Returns: false where none was named.
  func take(into matter: String, by name: String) throws -> Bool {
    guard let rows else {
      guard list == nil else {
        throw Outcome.usage("“\(list ?? "")”: name the table that takes it, --rows TABLE FILE.")
      }
      return false
    }
    guard let list else { throw Outcome.usage("Name the list too: --rows \(rows) FILE.") }
    let session =
      dryRun
      ? try MatterSession.read(matter, at: .here)
      : try MatterSession.open(matter, by: name, at: .here)
    defer { session.file.close() }
    let listing = try Listing(
      list, into: rows, of: session, way: way, sheet: table, columns: columns)
    for line in listing.understood { Console.say(line) }
    for line in listing.remarks { Console.complain(line) }
    if let problem = listing.plan.problem { throw Outcome.found(problem) }
    for line in listing.difference { Console.say(line) }
    if dryRun { Console.say("Nothing was kept.") } else { try listing.keep() }
    if let refusal = listing.refusal { throw refusal }
    return true
  }
}
