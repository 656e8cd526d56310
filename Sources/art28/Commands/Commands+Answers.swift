import ArgumentParser
import Casework
import Interview
import Matters
import PackCompiler
import PackModel
import Publishing
import Screens

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a matter.")

  @Argument(help: "The matter file to make, NAME.art28.") var matter: String
  @ArgumentParser.Option(
    help: "Its id; else what the answers name, else the questionnaire's first.")
  var journey: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("Answers in YAML or JSON; - is standard input.", valueName: "answers"))
  var from: String?
  @OptionGroup var packs: PackOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var lock: LockOptions

  func run() throws {
    let (pack, _) = try packs.store.catalogue()
    let answers = try from.map(Answers.read)
    let journey = journey ?? answers?.journey ?? pack.journeys.first?.id ?? ""
    guard pack.journeys.contains(where: { $0.id == journey }) else {
      throw Outcome.usage(
        "There is no journey “\(journey)”. Journeys: "
          + pack.journeys.map(\.id).joined(separator: ", ") + ".")
    }
    let made = try lock.made(for: matter, by: Locking(by: person.name, at: .here))
    let session = try MatterSession.create(
      matter, journey: journey, by: person.name, packs: packs.store, at: .here, locked: made?.lock)
    defer { session.file.close() }
    Console.say("Made \(matter).")
    LockOptions.say(made?.recovery)
    if let named = try packs.store.named() {
      Console.say("Its questionnaire, \(pack.id) \(pack.version), is that of “\(named)”.")
    }
    if let answers {
      if answers.journey == nil { try Answers.complainOfNothing(answers.assignments, from) }
      try Answers.take(answers.assignments, into: session, from: from)
    }
  }
}

struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer questions of a matter.",
    discussion: """
      Rows of a table are counted from 0: subprocessors[0].name=…; [+] adds one. A state is \
      written as ?unknown, ?parked (both also with :NOTE), ?none, ?open or \
      ?not-applicable:REASON, and subprocessors[0]=?remove takes a row away. A refused value \
      loses no other. An answer that goes below what the law asks needs --note.

      --rows TABLE FILE takes a list from elsewhere: CSV, TSV, XLSX, ODS, or a table in Markdown \
      or HTML. Its headings say which column is which; a row is known by its name.
      """)

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    name: .customLong("set"),
    help: ArgumentHelp("An answer; may be given many times.", valueName: "linkId=value"))
  var set: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Why; kept as a note on what is set. Needed where a choice goes below the law.",
      valueName: "reason"))
  var note: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A duty of Art. 28(3) that is left out of the draft on purpose; --note says why.",
      valueName: "obligation"))
  var duty: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("Answers in YAML or JSON; - is standard input.", valueName: "answers"))
  var from: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The sheet of art28 ask, filled in; - is standard input.", valueName: "sheet"))
  var sheet: String?
  @Flag(help: "List what follows from answers, from facts and from a profile; nothing is kept.")
  var proposals = false
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Make answers of what is proposed: for a step, a question, or all.", valueName: "page"))
  var accept: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With these two, the profile that is meant; else the one saved last.", valueName: "name"))
  var profile: String?
  @OptionGroup var list: ListOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    if proposals || !accept.isEmpty { return try propose() }
    if try list.take(into: matter, by: person.name) { return }
    let answers = try from.map(Answers.read)
    var assignments = answers?.assignments ?? []
    var troubles: [(path: String, message: String)] = []
    if let answers { try Answers.complainOfNothing(answers.assignments, from) }
    if let sheet {
      let read = try ReturnedText(sheet)
      let returned = QuestionSheet.returned(read.text)
      if returned.troubles.isEmpty { try Answers.complainOfNothing(returned.answers, sheet) }
      if let remark = read.remark { Console.complain(remark) }
      assignments += returned.answers
      troubles = returned.troubles.map { ($0.path, $0.message) }
    }
    for pair in set {
      var assignment = try Answers.assignment(pair)
      assignment.note = note
      assignments.append(assignment)
    }
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    if let journey = answers?.journey, let here = session.file.sheet.setting(.journey),
      journey != here
    {
      Console.complain(
        "These answers are for the journey \(journey), and this matter is on \(here): what the "
          + "other journey asks is kept, and not shown here.")
    }
    if let duty, try session.leaveOut(duty, because: note) {
      Console.say("Reason kept for leaving out \(duty).")
    }
    if duty == nil || !assignments.isEmpty {
      try Answers.take(assignments, into: session, from: from ?? sheet, refusing: troubles)
    }
  }
}

extension AnswerCommand {
  /// Lists proposals, or makes answers of them.
  private func propose() throws {
    let profiles = Profiles(at: .here)
    let house = try profile.map(profiles.read) ?? profiles.newest
    let session =
      accept.isEmpty
      ? try MatterSession.read(matter, at: .here)
      : try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    for page in accept {
      let count = try session.accept(page, house)
      Console.say(count == 1 ? "1 answer accepted." : "\(count) answers accepted.")
    }
    guard proposals else { return }
    let found = session.proposals(house)
    for proposed in found { Console.say(session.line(proposed)) }
    if found.isEmpty { Console.say("Nothing follows that is not answered.") }
  }
}

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Write questions on a sheet for a colleague.",
    discussion: """
      The sheet is plain text, or a form for Word or a spreadsheet, with room for answers. Filled \
      in, it is read back with art28 answer MATTER --sheet FILE. It asks what is open; with --only \
      what is named there; with --for what was handed to that person. Notes stay in the matter. \
      Nothing is sent.
      """)

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A question, a group, a table or a row of it, answered or not; may be given many times.",
      valueName: "linkId"))
  var only: [String] = []
  @ArgumentParser.Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Asks what was handed to this person; with --only hands it over.", valueName: "name"))
  var person: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A file instead of standard output: .txt, .docx or .xlsx.", valueName: "file"))
  var out: String?
  @OptionGroup var files: OverwriteOptions
  @OptionGroup var by: PersonOptions

  func run() throws {
    let hands = person != nil && !only.isEmpty
    let session = try MatterSession.open(
      matter, by: by.name, at: .here, readOnly: !hands)
    defer { session.file.close() }
    var choice = QuestionSheet.Choice.open
    if !only.isEmpty {
      let keys = try Answers.chosen(only, session.evaluation)
      choice = .these(Set(keys))
      if let person { try session.hand(keys, to: person) }
    } else if let person {
      choice = .handed(to: person)
    }
    guard
      let sheet = QuestionSheet(session.evaluation, title: session.title, asking: choice)
    else {
      return Console.say(
        person.map { "Nothing that was handed to \($0) is open." } ?? "Nothing is open.")
    }
    guard let out else { return Console.say(lines: sheet.text) }
    do throws(Output.Fault) {
      try Output(of: session, overwrites: files.overwrite).write(
        SheetForm(of: out).bytes(of: sheet, on: Workplace.here.today), to: out)
    } catch {
      throw error.outcome
    }
    Console.say(out)
  }
}

extension SheetForm {
  /// By the end of a file's name.
  init(of path: String) {
    self = SheetForm.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") } ?? .txt
  }

  func bytes(of sheet: QuestionSheet, on day: CalendarDate) -> [UInt8] {
    let form = AskingForm(
      title: "Open questions: \(sheet.title)", intro: sheet.intro,
      items: sheet.items.map {
        AskingForm.Item(heading: $0.step, place: $0.path, question: $0.question, lines: $0.lines)
      }, imprint: Imprint(date: day))
    return switch self {
    case .txt: Array(sheet.text.utf8)
    case .docx: form.wordFile
    case .xlsx: form.workbook
    }
  }
}

/// Answers from outside, through the same interview as on the screen.
enum Answers {
  static func read(_ path: String) throws -> AnswersFile {
    switch AnswersFile.read(try Files.text(path, as: .answers), file: path) {
    case .success(let answers): return answers
    case .failure(let failure): throw Outcome(failure)
    }
  }

  /// A file without an answer is not the one that was meant.
  static func complainOfNothing(_ assignments: [Assignment], _ path: String?) throws {
    guard assignments.isEmpty, let path else { return }
    throw Outcome(
      .found,
      lines: [
        "No answer was found in “\(path)”.",
        "Answers are lines such as “linkId: value”; in a sheet of art28 ask they stand below “Answer:”, "
          + "and the lines with == stay as they are.",
      ])
  }

  /// The questions that words name: `controller`, `subprocessors[0]`, `notice`.
  static func chosen(_ words: [String], _ evaluation: Evaluation) throws -> [AnswerKey] {
    let keys = evaluation.allAnswers().map(\.key)
    return try words.flatMap { word in
      let found = keys.filter { evaluation.isChosen($0, by: word) }
      guard found.isEmpty else { return found }
      let known = evaluation.pack.question(word) != nil
      let near = NearWord.of(word, in: evaluation.pack.questions.map(\.linkId))
      throw Outcome.usage(
        known
          ? "“\(word)” is not asked in this matter now."
          : "There is no question “\(word)”.\(near.map { " Did you mean \($0)?" } ?? "")")
    }
  }

  /// `linkId=value` as a command line has it.
  static func assignment(_ pair: String) throws -> Assignment {
    guard let equals = pair.firstIndex(of: "=") else {
      throw Outcome.usage("“\(pair)” is no answer: write --set LINKID=VALUE.")
    }
    let path = String(pair[..<equals])
    let words = String(pair[pair.index(after: equals)...])
    let said: Assignment.Said
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let note = parts.count > 1 ? String(parts[1]) : nil
    switch parts.first {
    case "?unknown": said = .unknown(note: note)
    case "?parked": said = .parked(note: note)
    case "?none": said = .none
    case "?open": said = .open
    case "?remove": said = .removeRow
    case "?not-applicable":
      guard let note, !note.isEmpty else {
        throw Outcome.usage("“\(pair)”: say why: ?not-applicable:REASON.")
      }
      said = .notApplicable(reason: note)
    default: said = .words(words)
    }
    return Assignment(path: path, said: said)
  }

  /// Keeps what is taken, and names what is refused.
  static func take(
    _ assignments: [Assignment], into session: MatterSession, from source: String?,
    refusing troubles: [(path: String, message: String)] = []
  ) throws {
    let taken = try session.take(assignments, from: source, refusing: troubles)
    Console.say(taken.line)
    if let refusal = taken.refusal { throw refusal }
  }
}
