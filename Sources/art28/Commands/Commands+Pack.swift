import ArgumentParser
import Casework

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compile a questionnaire and prove its checks.")

  @Argument(help: "The pack's folder; the one in use if left out.") var pack: String?
  @OptionGroup var packs: PackOptions

  func run() throws { Console.say(try packs.store.prove(pack, asOf: Clock.today)) }
}
