import ArgumentParser
import Documents
import Drafting
import Findings
import Interview
import Matters
import PackCompiler
import PackModel
import Publishing

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Go on with a newer questionnaire.",
    discussion: """
      First says what it changes in this matter: answers, clauses and findings. With --yes the \
      questionnaire is adopted by one entry, which art28 undo takes back. Answers that it has no \
      place for are kept and named.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Flag(help: "Adopt it.") var yes = false
  @OptionGroup var packs: PackOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    let session = try MatterSession.open(matter, by: person.name, readOnly: !yes)
    defer { session.file.close() }
    let (pack, sources) = try packs.store.catalogue()
    let old = session.pack
    guard pack.hash != old.hash else {
      Console.say("The matter has this questionnaire already: \(pack.id) \(pack.version).")
      return
    }
    guard pack.id == old.id else {
      throw Outcome.found("“\(pack.id)” is another questionnaire than the matter's, “\(old.id)”.")
    }
    if case .failure(let failure) = compile(sources, lints: true) { throw Outcome(failure) }
    let before = session.evaluation
    let adoption = Adoption(before: before, after: evaluate(pack, before.sheet))
    for line in adoption.lines(asOf: Clock.today) { Console.say(line) }
    guard yes else {
      Console.say("")
      Console.say("Nothing was changed. art28 adopt --yes adopts it.")
      return
    }
    do throws(MatterError) {
      let entry = try session.append(
        before.sheet.changing(.pack, to: pack.hash),
        why: "\(pack.id) \(pack.version) adopted, \(old.version) before.",
        enclosing: [.pack(PackSources(hash: pack.hash, files: sources.files))])
      Console.say("")
      Console.say("Adopted in entry \(entry.number); art28 undo takes it back.")
    } catch {
      throw Outcome(error)
    }
  }
}
