import ArgumentParser
import Drafting
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
    if json {
      Console.handOver(JSON.array(pack.questions.map { question(pack, $0) }).text)
      return
    }
    for step in pack.steps.indices {
      Console.say("\(pack.steps[step].prefix) \(pack.steps[step].title)")
      for question in pack.questions where question.step == step {
        Console.say("  \(question.linkId)  \(question.kind.rawValue)  \(question.text)")
      }
    }
  }

  private func question(_ pack: Pack, _ question: Question) -> JSON {
    .object([
      ("linkId", .string(question.linkId)), ("kind", .string(question.kind.rawValue)),
      ("step", .string(pack.steps[question.step].id)), ("text", .string(question.text)),
      ("shortText", .string(question.shortText)), ("required", .bool(question.required)),
      ("short", .bool(question.short)),
      (
        "options",
        .array(
          question.options.map {
            .object([
              ("code", .string($0.code)), ("display", .string($0.display)),
              ("alias", .strings($0.aliases)),
            ])
          })
      ),
      ("units", .strings(question.units.map(\.rawValue))),
      (
        "condition",
        .optional(question.enableWhen.map { ExpressionWords(pack).words($0) })
      ),
      ("authority", .strings(question.authority)), ("help", .string(question.help)),
      ("why", .string(question.why)),
    ])
  }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a matter's answers, what is open, and warnings.")

  @Argument(help: "The matter file.") var matter: String
  @Flag(help: "As JSON.") var json = false
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?

  func run() throws {
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let evaluation = session.evaluation
    let findings = examine(evaluation, asOf: try AsOf.date(asOf))
    if json {
      Console.handOver(MatterJSON.show(session, evaluation, findings).text)
      return
    }
    let items = evaluation.allAnswers()
    Console.say("\(session.title): \(evaluation.sheet.head) entries")
    var step = -1
    for item in items {
      let question = evaluation.pack.questions[item.question]
      if question.step != step {
        step = question.step
        Console.say("")
        Console.say(evaluation.pack.steps[step].title)
      }
      let shown: String
      if case .value(let value)? = evaluation.sheet[item.key] {
        shown = evaluation.shown(value, of: item.question)
      } else {
        shown = "(\(item.state.rawValue))"
      }
      Console.say("  \(item.name): \(shown)\(item.note.map { "  [\($0)]" } ?? "")")
    }
    let failed = findings.failed(evaluation.pack)
    if !failed.isEmpty {
      Console.say("")
      Console.say("Warnings")
    }
    for result in failed {
      let words = FindingWords(result, evaluation, findings.asOf)
      Console.say("  \(words.severity.rawValue): \(words.finding)")
    }
    let open = items.filter { $0.state != .answered && $0.state != .notApplicable }.count
    Console.say("")
    Console.say("\(items.count - open) of \(items.count) answered; \(open) open.")
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
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let evaluation = session.evaluation
    do throws(MatterError) {
      for entry in try session.file.entries() {
        var head = "\(entry.number)  \(entry.when)  \(entry.by)"
        switch entry.reverses {
        case .undo(let number): head += "  undoes \(number)"
        case .redo(let number): head += "  does \(number) again"
        case nil: break
        }
        if let why = entry.why { head += "  \(why)" }
        Console.say(head)
        for change in entry.changes { Console.say("    \(ChangeWords.line(change, evaluation))") }
      }
    } catch {
      throw Outcome(error)
    }
  }
}

/// A change of the journal in one line.
enum ChangeWords {
  static func line(_ change: Change, _ evaluation: Evaluation) -> String {
    switch change {
    case .set(let key, let from, let to):
      "\(evaluation.name(of: key)): \(words(from, key, evaluation)) → \(words(to, key, evaluation))"
    case .addRow(let table, let row, _): "\(name(table, evaluation)): row \(row) added"
    case .removeRow(let table, let row, _, let cells):
      "\(name(table, evaluation)): row \(row) removed with \(cells.count) answers"
    case .moveRow(let table, let row, let from, let to):
      "\(name(table, evaluation)): row \(row) moved from \(from + 1) to \(to + 1)"
    case .remark(let key, _, let to):
      "\(evaluation.name(of: key)): note \(to.map { "“\($0)”" } ?? "removed")"
    case .setting(let setting, _, let to): "\(name(setting)): \(to ?? "none")"
    }
  }

  private static func words(_ answer: Answer?, _ key: AnswerKey, _ evaluation: Evaluation) -> String
  {
    switch answer {
    case nil: return "open"
    case .unknown: return "not known yet"
    case .parked: return "parked for counsel"
    case .notApplicable(let reason): return "not applicable (\(reason))"
    case .some(.none): return "there are none"
    case .value(let value):
      guard let question = evaluation.pack.question(key.linkId) else {
        return Evaluation.written(value)
      }
      return evaluation.shown(value, of: question)
    }
  }

  private static func name(_ table: String, _ evaluation: Evaluation) -> String {
    evaluation.pack.question(table).map { evaluation.pack.questions[$0].shortText } ?? table
  }

  private static func name(_ setting: Setting) -> String {
    switch setting {
    case .journey: "journey"
    case .title: "title"
    case .pack: "questionnaire"
    case .asOf: "as of"
    case .form(let form): form.rawValue
    case .followUp(let finding, let field): "\(finding): \(field)"
    case .published(let file): "published \(file)"
    }
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
    let bytes: [UInt8]
    let source: String
    var damage: String?
    do throws(MatterError) {
      let file = try MatterFile.open(at: matter, by: Holder(who: "", since: ""), readOnly: true)
      bytes = try file.export()
      source = file.path
      file.close()
    } catch {
      guard case .damaged = error.kind else { throw Outcome(error) }
      do throws(MatterError) {
        bytes = try MatterFile.salvage(at: matter).export()
        // What is left of a damaged matter does not take the place of a whole export.
        source = "\(error.path), damaged"
        damage = error.message
      } catch {
        throw Outcome(error)
      }
    }
    if let out {
      do throws(Output.Fault) {
        try Output(source: source, overwrites: files.overwrite).write(bytes, to: out)
      } catch {
        throw error.outcome
      }
    } else {
      Console.handOver(bytes)
    }
    if let damage { throw Outcome.file(damage, "What could be read is written.") }
  }
}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a matter from an export.")

  @Argument(help: "The export, canonical JSON; - is standard input.") var export: String
  @Argument(help: "The matter file to make, NAME.art28.") var matter: String
  @OptionGroup var person: PersonOptions

  func run() throws {
    let bytes = try Files.outcome { () throws(FileError) in try Files.read(export, as: .export) }
    do throws(MatterError) {
      let file = try MatterFile.create(
        at: matter, by: Holder(who: person.name, since: Clock.stamp), from: bytes)
      Console.say("Made \(matter) with \(file.sheet.head) entries.")
      file.close()
    } catch {
      throw Outcome(error)
    }
  }
}
