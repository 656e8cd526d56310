import ArgumentParser
import Casework
import Drafting
import Interview
import Matters

/// How documents are written: for a matter with `settings`, for one draft with `draft`.
struct FormOptions: ParsableArguments {
  @Option(help: ArgumentHelp("en-GB, en-IE, en-US or another English.", valueName: "tag"))
  var language: String?
  @Option(
    help: ArgumentHelp("day-month-year, month-day-year or iso.", valueName: "form"))
  var dates: String?
  @Option(
    help: ArgumentHelp("What stands between thousands: comma, space, point.", valueName: "form"))
  var numbers: String?
  @Option(help: ArgumentHelp("a4 or letter.", valueName: "paper"))
  var paper: String?
  @Option(
    help: ArgumentHelp("The words at the head of every page; \"\" for none.", valueName: "words"))
  var confidentiality: String?

  /// Those that were given.
  func chosen() throws -> [DocumentForm: String] {
    var chosen: [DocumentForm: String] = [:]
    chosen[.language] = language
    chosen[.dates] = dates
    chosen[.numbers] = numbers
    chosen[.paper] = paper
    chosen[.confidentiality] = confidentiality
    let complaints = DocumentForm.allCases.compactMap { form in
      chosen[form].flatMap { form.complaint(about: $0) }
    }
    guard complaints.isEmpty else { throw Outcome(.usage, lines: complaints) }
    return chosen
  }
}

struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Show or set how a matter's documents are written.",
    discussion: """
      What is set here stands in the journal and holds for every document of the matter; draft \
      and report take the same options for one time.
      """)

  @Argument(help: "The matter file.") var matter: String
  @OptionGroup var forms: FormOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    let chosen = try forms.chosen()
    let session = try MatterSession.open(
      matter, by: person.name, at: .here, readOnly: chosen.isEmpty)
    defer { session.file.close() }
    try session.set(chosen)
    let settings = DraftSettings(of: session.file.sheet)
    for form in DocumentForm.allCases {
      Console.say("\(form.rawValue): \(settings.value(of: form))")
    }
  }
}
