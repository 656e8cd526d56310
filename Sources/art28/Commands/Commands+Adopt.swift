import ArgumentParser
import Casework
import Interview
import Matters
import PackModel

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
    let session = try MatterSession.open(matter, by: person.name, at: .here, readOnly: !yes)
    defer { session.file.close() }
    let catalogue = try packs.store.catalogue()
    guard let adoption = try Adoption(of: catalogue, by: session) else {
      let pack = catalogue.pack
      return Console.say("The matter has this questionnaire already: \(pack.id) \(pack.version).")
    }
    for line in adoption.lines(asOf: Clock.today) { Console.say(line) }
    Console.say("")
    guard yes else {
      return Console.say("Nothing was changed. art28 adopt --yes adopts it.")
    }
    let entry = try adoption.adopt()
    Console.say("Adopted in entry \(entry.number); art28 undo takes it back.")
  }
}
