import ArgumentParser
import CursesTerminal

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screen, on a matter if one is named.")

  @Argument(help: "The matter file, NAME.art28.") var matter: String?
  @Flag(help: "Line by line, for screen readers and plain terminals.") var plain = false
  @ArgumentParser.Option(
    help: "colour, none, or high-contrast (bold and reverse only); NO_COLOR is obeyed.")
  var theme: Theme = .colour
  @Flag(help: "Clicks and the wheel too; selecting text then needs the Shift key.") var mouse =
    false
  @Flag(help: "For reading only; also a matter that is open elsewhere.") var readOnly = false
  @OptionGroup var packs: PackOptions

  func run() throws {
    try Opener(matter: matter, packs: packs.store, readOnly: readOnly)
      .run(plain: plain, theme: theme, mouse: mouse)
  }
}

extension Theme: ExpressibleByArgument {}
