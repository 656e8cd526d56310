import Canvas
import Casework
import CursesTerminal
import Glibc
import PackModel
import Screens

/// Opens the screen, or the linear view, on a matter or at home.
struct Opener {
  let matter: String?
  let packs: PackStore
  /// Whether the matter is only read.
  var readOnly = false

  func run(plain: Bool = false, theme: Theme = .colour, mouse: Bool = false) throws {
    let isPlain =
      plain || Person.environment("ACCESSIBLE").map { $0 != "0" } == true
      || Person.environment("TERM") == "dumb"
    if let matter, !Files.exists(matter) {
      throw Outcome.file(
        "There is no file “\(matter)”.", "To make it: art28 new \(matter)")
    }
    if isPlain {
      return try LinearLoop(
        desk: desk(size: plainSize), packs: packs, matter: matter, readOnly: readOnly
      ).run()
    }
    guard Console.isTerminal else {
      throw Outcome.usage(
        "The screen needs a terminal.",
        "Use --plain to go line by line, or art28 answer, draft and report in scripts.")
    }
    Workplace.here.compiled.readAhead()
    // A script has given the passphrase; a person types it on the screen.
    if let matter, Asking.isScripted { try? Workplace.here.keys.ask(for: matter) }
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(theme: theme, mouse: mouse)
    } catch {
      Console.complain("\(error) Going on line by line.")
      return try LinearLoop(
        desk: desk(size: plainSize), packs: packs, matter: matter, readOnly: readOnly
      ).run()
    }
    Workplace.here.keys.stopAsking()
    let loop = EventLoop(
      terminal: terminal, desk: desk(size: terminal.size), packs: packs, matter: matter,
      readOnly: readOnly)
    let farewell = loop.run()
    terminal.close()
    farewell.say()
    Console.end(farewell.code)
  }

  private func desk(size: Size = Size(columns: 80, rows: 24)) -> Screens.Desk {
    var catalogue: Pack?
    var fault: String?
    do {
      // On a matter the screen comes first, and the pack for new ones after it.
      if matter == nil { catalogue = try packs.catalogue().pack }
    } catch let outcome as Outcome {
      fault =
        outcome.kind == .found
        ? "The questionnaire has faults: art28 check lists them."
        : outcome.lines.joined(separator: " ")
    } catch {
      fault = "\(error)"
    }
    var desk = Screens.Desk(
      size: size, today: Clock.today, who: Person.name, catalogue: catalogue,
      folder: Files.currentFolder, recent: matter == nil ? Recent.list : [],
      hasSample: matter == nil && packs.sample != nil, opens: matter != nil)
    desk.shared.profile = Person.profile
    desk.shared.idleMinutes = Person.idleMinutes
    desk.shared.house = Profiles(at: .here).newest
    if let fault {
      desk.shared.notice = Notice(fault, .error)
    } else if matter == nil, let named = try? packs.named() {
      desk.shared.notice = Notice("New matters are made of the questionnaire in “\(named)”.")
    }
    return desk
  }
}
