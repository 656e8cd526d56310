import ArgumentParser
import Canvas
import CursesTerminal
import Glibc
import Interview
import Matters
import PackModel
import Screens

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screen, on a matter if one is named.")

  @Argument(help: "The matter file, NAME.art28.") var matter: String?
  @Flag(help: "Line by line, for screen readers and plain terminals.") var plain = false
  @ArgumentParser.Option(
    help: "colour, none, or high-contrast (bold and reverse only); NO_COLOR is obeyed.")
  var theme: Theme = .colour
  @OptionGroup var packs: PackOptions

  func run() throws {
    let isPlain =
      plain || Person.environment("ACCESSIBLE").map { $0 != "0" } == true
      || Person.environment("TERM") == "dumb"
    if let matter, !Files.exists(matter) {
      throw Outcome.file(
        "There is no file “\(matter)”.", "To make it: art28 new \(matter)")
    }
    if isPlain {
      return try LinearLoop(desk: desk(size: plainSize), packs: packs.store, matter: matter).run()
    }
    guard Console.isTerminal else {
      throw Outcome.usage(
        "The screen needs a terminal.",
        "Use --plain to go line by line, or art28 answer, draft and report in scripts.")
    }
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(theme: theme)
    } catch {
      Console.complain("\(error) Going on line by line.")
      return try LinearLoop(desk: desk(size: plainSize), packs: packs.store, matter: matter).run()
    }
    let loop = EventLoop(
      terminal: terminal, desk: desk(size: terminal.size), packs: packs.store, matter: matter)
    let code = loop.run()
    terminal.close()
    for line in loop.farewell { Console.say(line) }
    Glibc.exit(code)
  }

  private func desk(size: Size = Size(columns: 80, rows: 24)) -> Screens.Desk {
    var catalogue: Pack?
    var fault: String?
    do {
      // On a matter the screen comes first, and the pack for new ones after it.
      if matter == nil { catalogue = try packs.store.catalogue().pack }
    } catch let outcome as Outcome {
      fault =
        outcome.code == .found
        ? "The questionnaire has faults: art28 check lists them."
        : outcome.lines.joined(separator: " ")
    } catch {
      fault = "\(error)"
    }
    var desk = Screens.Desk(
      size: size, today: Clock.today, who: Person.name, catalogue: catalogue,
      folder: Files.currentFolder, recent: matter == nil ? Recent.list : [],
      hasSample: matter == nil && packs.store.sample != nil)
    desk.shared.profile = Person.profile
    if let fault { desk.shared.notice = Notice(fault, .error) }
    return desk
  }
}

extension Theme: ExpressibleByArgument {}

/// Recent matters as the home screen lists them.
enum Recent {
  static var list: [RecentMatter] {
    Person.recent.prefix(9).map { path in
      guard let listing = try? MatterFile.listing(at: path) else {
        return RecentMatter(path: path, title: MatterSession.title(of: path), standing: "")
      }
      let summary = listing.summary
      let all = summary.answered + summary.open
      let parties = [summary.controller, summary.processor].filter { !$0.isEmpty }
        .joined(separator: " and ")
      let changed = listing.changed.map { String($0.prefix(10)) }
        .flatMap { CalendarDate(iso: $0) }.map { Language.british.date($0) }
      let standing = [
        parties.isEmpty ? nil : parties, all > 0 ? "\(summary.answered) of \(all) answered" : nil,
        changed,
      ].compactMap { $0 }.joined(separator: ", ")
      return RecentMatter(
        path: path, title: summary.title.isEmpty ? MatterSession.title(of: path) : summary.title,
        standing: standing)
    }
  }
}
