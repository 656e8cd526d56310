import Casework
import Matters
import Screens

/// What is said on leaving, and how the program ends.
struct Farewell {
  /// On standard output: what was done, what was written, how to go on.
  let said: [String]
  /// On standard error: what is not saved.
  let complaints: [String]
  let code: Int32

  /// - Parameters:
  ///   - written: files that were written in this session.
  ///   - code: of the way in which it ended.
  ///   - isSignalled: whether the system ended it: then the code stays.
  init(_ desk: Screens.Desk, written: [String], code: Int32, isSignalled: Bool = false) {
    var lines = desk.summary + Editor.leave()
    let stale = Set(desk.shared.file?.stalePapers.map { Files.name(of: $0.path) } ?? [])
    let shown = written.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if !shown.isEmpty {
      lines += ["Written:"]
      lines += shown.map {
        "  \($0)\(stale.contains(Files.name(of: $0)) ? " (older than your answers)" : "")"
      }
    }
    let goOn = desk.shared.file.map { "To go on: \(Tools.start) \($0.path.shellWord)" }
    guard let unsaved = desk.unsaved else {
      said = lines + (goOn.map { ["Everything is saved. \($0)"] } ?? [])
      complaints = []
      self.code = code
      return
    }
    // There is nothing to go on with where the file is gone.
    said = lines + (unsaved.isGone ? [] : [goOn].compactMap(\.self))
    let reason = unsaved.isGone || unsaved.reason.isEmpty ? [] : [unsaved.reason]
    complaints = [unsaved.head] + unsaved.lines.map { "  \($0)" } + reason
    self.code = isSignalled ? code : ExitCode.file.rawValue
  }

  func say() {
    for line in said { Console.say(line) }
    for line in complaints { Console.complain(line) }
  }
}
