import Canvas

/// A desk for the linear view: one pane, so that help and the draft are shown when asked for.
package let plainSize = Size(columns: 79, rows: 48)

/// What the linear view says next: every prompt complete in itself, no drawing, no box characters.
///
/// The same desk, messages and effects as on the screen; only the view is another.
package func plainPrompt(_ desk: Desk) -> [String] {
  let lines = desk.front.prompt(desk.shared)
  guard let notice = desk.shared.notice else { return lines }
  return [notice.kind == .error ? "Error: \(notice.text)" : notice.text] + lines
}

/// What a typed line means: the same messages that keys make.
package func plainMessages(_ line: String, _ desk: Desk) -> [Message] {
  let line = PlainLine(line)
  if line.rest.isEmpty || line.word == "quit" {
    switch line.word {
    case "quit", "exit": return [.leave]
    case "undo" where desk.screen != .person: return [.undo]
    case "redo" where desk.screen != .person: return [.redo]
    case "save": return [.saveNow]
    case "commands", "?": return [.turnTo(.keys)]
    default: break
    }
  }
  return desk.front.messages(for: line, desk.shared)
}
