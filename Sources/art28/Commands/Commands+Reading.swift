import ArgumentParser
import Casework
import Findings
import Interview
import Matters
import PackModel
import PlainText

struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "List every question of the questionnaire.")

  @Flag(help: "As JSON.") var json = false
  @OptionGroup var packs: PackOptions

  func run() throws {
    let (pack, _) = try packs.store.catalogue()
    if json { return Console.handOver(QuestionList.json(pack).text) }
    for line in QuestionList.lines(pack) { Console.say(line) }
  }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a matter's answers, what is open, and warnings.",
    discussion: """
      --rows TABLE writes a table alone, as CSV or XLSX: filled in elsewhere it comes back with \
      art28 answer MATTER --rows TABLE FILE --update.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Flag(help: "As JSON.") var json = false
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("A table that is written alone.", valueName: "linkId"))
  var rows: String?
  @ArgumentParser.Option(help: ArgumentHelp("Of a table: csv or xlsx.", valueName: "format"))
  var format: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Of a table: a file instead of standard output; its ending says the format.",
      valueName: "file"))
  var out: String?
  @OptionGroup var files: OverwriteOptions

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    if let rows { return try write(rows, of: session) }
    guard format == nil, out == nil else {
      throw Outcome.usage("Name the table that is written: --rows TABLE.")
    }
    let evaluation = session.evaluation
    let findings = examine(evaluation, asOf: try AsOf.date(asOf))
    if json {
      return Console.handOver(MatterJSON.show(session, evaluation, findings).text)
    }
    for line in session.lines(evaluation, findings) { Console.say(line) }
    if let likeness = PackStore.likeness(session.pack, at: .here) { Console.complain(likeness) }
  }

  private func write(_ table: String, of session: MatterSession) throws {
    let ending = out.flatMap { $0.hasSuffix(".xlsx") ? "xlsx" : nil } ?? "csv"
    let bytes = try session.list(table, as: format ?? ending)
    guard let out else { return Console.handOver(bytes) }
    do throws(Output.Fault) {
      try Output(of: session, overwrites: files.overwrite).write(bytes, to: out)
    } catch {
      throw error.outcome
    }
    Console.say(out)
  }
}

enum AsOf {
  /// The day that a report is made for: as given, else today.
  static func date(_ words: String?) throws -> CalendarDate {
    guard let words else { return Clock.today }
    guard let date = CalendarDate(iso: words) else {
      throw Outcome.usage("“\(words)” is no date: write --as-of 2026-03-01.")
    }
    return date
  }
}

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show the journal of a matter: who did what, when and why.")

  @Argument(help: "The matter file.") var matter: String

  func run() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    for line in try session.journalLines() { Console.say(line) }
  }
}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a whole matter as canonical JSON.",
    discussion: "What a damaged matter still holds is written too; what is lost is named.")

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp("The file to write; standard output if left out.", valueName: "file"))
  var out: String?
  @OptionGroup var files: OverwriteOptions

  func run() throws {
    let export = try MatterExport(of: matter, at: .here)
    if let out {
      do throws(Output.Fault) {
        try Output(source: export.source, at: .here, overwrites: files.overwrite)
          .write(export.bytes, to: out)
      } catch {
        throw error.outcome
      }
    } else {
      Console.handOver(export.bytes)
    }
    if let damage = export.damage { throw Outcome.file(damage, "What could be read is written.") }
  }
}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a matter from an export.")

  @Argument(help: "The export, canonical JSON; - is standard input.") var export: String
  @Argument(help: "The matter file to make, NAME.art28.") var matter: String
  @OptionGroup var person: PersonOptions
  @OptionGroup var lock: LockOptions

  func run() throws {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(export, as: .export) }
    let made = try lock.made(for: matter, by: Locking(by: person.name, at: .here))
    let entries = try MatterExport.restore(
      bytes, to: matter, by: person.name, at: .here, locked: made?.lock)
    Console.say("Made \(matter) with \(entries) entries.")
    LockOptions.say(made?.recovery)
  }
}
