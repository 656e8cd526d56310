import ArgumentParser
import PackModel
import PlainText

struct AuthoritiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authorities", abstract: "List what the questionnaire cites, and where.",
    discussion: """
      Each statute, guideline and decision with its status, the day its text was last looked at, \
      the source and how sure we are. What must be verified is marked so.
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
    let uses = pack.authorityUses
    let listed = pack.authorities.filter { authority in
      stale.map { day.ordinal - authority.asOf.ordinal > $0 } ?? true
    }
    if json {
      let items = listed.map { AuthoritiesCommand.json($0, uses[$0.id] ?? [], day) }
      Console.handOver(JSON.array(items).text)
      return
    }
    for authority in listed {
      for line in AuthoritiesCommand.lines(authority, uses[authority.id] ?? []) {
        Console.say(line)
      }
    }
    let marked = listed.filter(\.mustBeVerified).count
    Console.say(
      "\(listed.count) of \(pack.authorities.count) authorities; \(marked) to verify; ages as of "
        + "\(Language.british.date(day)).")
  }

  private static func lines(_ authority: Authority, _ uses: [AuthorityUse]) -> [String] {
    let language = Language.british
    var status = authority.status
    if let from = authority.from { status += ", from \(day(from))" }
    if let amended = authority.amendedBy { status += ", amended by \(amended)" }
    var found = [
      "\(authority.marked)  [\(authority.id)]", "    \(authority.says)",
      "    \(authority.kind); \(status)",
      "    text as of \(language.date(authority.asOf)); confidence \(authority.confidence.rawValue); "
        + "source: \(authority.source)",
    ]
    if let note = authority.note { found.append("    note: \(note)") }
    let places = AuthorityUse.Kind.allCases.compactMap { kind -> String? in
      let ids = uses.filter { $0.kind == kind }.map(\.id)
      return ids.isEmpty ? nil : "\(kind.rawValue): \(ids.joined(separator: ", "))"
    }
    found.append("    " + (places.isEmpty ? "not used" : places.joined(separator: "; ")))
    return found
  }

  /// A day in words where it is a day.
  private static func day(_ text: String) -> String {
    CalendarDate(iso: text).map { Language.british.date($0) } ?? text
  }

  private static func json(
    _ authority: Authority, _ uses: [AuthorityUse], _ day: CalendarDate
  ) -> JSON {
    .object([
      ("id", .string(authority.id)), ("citation", .string(authority.citation)),
      ("title", .string(authority.title)), ("says", .string(authority.says)),
      ("kind", .string(authority.kind)), ("status", .string(authority.status)),
      ("from", .optional(authority.from)), ("amendedBy", .optional(authority.amendedBy)),
      ("asOf", .string(authority.asOf.iso)),
      ("age", .number(day.ordinal - authority.asOf.ordinal)),
      ("source", .string(authority.source)),
      ("confidence", .string(authority.confidence.rawValue)),
      ("verify", .bool(authority.mustBeVerified)), ("note", .optional(authority.note)),
      (
        "uses",
        .array(
          uses.map { .object([("kind", .string($0.kind.rawValue)), ("id", .string($0.id))]) })
      ),
    ])
  }
}
