import CNcurses
import Glibc

/// A terminal type that terminfo knows and that can show a full screen.
struct TerminalType {
  let name: String

  /// What gives the screen back, for the crash guard: bracketed paste off, no attributes, keypad and
  /// cursor as they were, the normal screen.
  let reset: String

  /// Loads the type that `TERM` names; a kind of xterm that the system does not know is taken for an
  /// xterm with 256 colours.
  init() throws(TerminalError) {
    let asked = getenv("TERM").map { String(cString: $0) } ?? ""
    let candidates = asked.hasPrefix("xterm") ? [asked, "xterm-256color"] : [asked]
    guard !asked.isEmpty, let known = candidates.first(where: { cn_load_terminal_type($0) == 1 })
    else { throw .unknownType(asked) }
    guard cn_capability("cup") != nil else { throw .cannotPlaceCursor(type: asked) }
    name = known
    let capabilities = ["sgr0", "rmkx", "cnorm", "rmcup"].map(Self.capability)
    // Without a second screen the cursor stands somewhere on the only one.
    let end = capabilities.last?.isEmpty ?? true ? "\r\n" : "\r"
    reset = ScreenMode.pasteOff + capabilities.joined() + end
  }

  /// A string capability without its padding marks (`$<5/>`; terminfo(5), "Delays and Padding").
  private static func capability(_ name: String) -> String {
    guard let text = cn_capability(name) else { return "" }
    let whole = String(cString: text)
    guard whole.utf8.contains(UInt8(ascii: "$")) else { return whole }
    var kept = ""
    var rest = Substring(whole)
    while let mark = rest.firstIndex(of: "$"), let end = rest[mark...].firstIndex(of: ">"),
      rest[rest.index(after: mark)...].first == "<"
    {
      kept += rest[..<mark]
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }
}
