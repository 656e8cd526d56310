import ArgumentParser
import Casework

struct RescueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescue", abstract: "Bring out of a damaged matter whatever is whole.",
    discussion: """
      The damaged file is only read, piece by piece, and stays as it is. What is proven goes into a \
      new matter as it was, locked with the same lock; what is whole but not proven stands there as \
      entries that say so, and as JSON beside it. What is missing is named. Exit code 0: nothing is lost; 1: something is; 3: \
      nothing was found.
      """)

  @Argument(help: "The damaged matter.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The matter to make; “NAME rescued.art28” beside it if left out.", valueName: "file"))
  var out: String?
  @OptionGroup var packs: PackOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    let rescue = try Rescue(of: matter, packs: packs.store, by: person.name, at: .here)
    let out = out ?? rescue.freePath
    let words = RescueWords(rescue)
    if rescue.makesAMatter { try rescue.make(at: out, by: person.name) }
    for line in words.found { Console.say(line) }
    if rescue.makesAMatter { Console.say("Made \(out); the damaged file was not changed.") }
    if let leftover = rescue.leftover {
      let beside = rescue.leftoverPath(beside: out)
      do throws(Output.Fault) {
        let place = try Output(source: matter, at: .here).write(leftover, to: beside)
        Console.say("What is whole but not proven stands in \(place), too.")
      } catch {
        throw error.outcome
      }
    }
    let losses = words.losses
    guard losses.isEmpty else { throw Outcome(.found, lines: losses) }
    Console.say("Nothing is lost.")
  }
}
