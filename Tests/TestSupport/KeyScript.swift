import Canvas

/// Reads a script of keys: characters stand for themselves, `<Enter>`, `<Ctrl-G>`, `<Alt-Left>` for
/// keys as `Key.description` writes them, and
///
/// - `<paste:TEXT>` for a paste of TEXT,
/// - `<pause>` for the deadline passing,
/// - `<woken>` for waiting until work on another thread is done,
/// - `<resize:COLUMNSxROWS>` for another window size,
/// - `<hangup>` and `<terminate>` for the end,
/// - `<<` for the character `<`.
///
/// A script that cannot be read is a mistake of the test, and traps.
package func keys(_ script: String) -> [Event] {
  var events: [Event] = []
  var rest = script[...]
  while let character = rest.popFirst() {
    guard character == "<" else {
      events.append(.key(character == "\n" ? .enter : .character(character)))
      continue
    }
    if rest.first == "<" {
      rest.removeFirst()
      events.append(.key(.character("<")))
      continue
    }
    guard let end = rest.firstIndex(of: ">"), let event = event(rest[..<end]) else {
      preconditionFailure("no such key in the script: <\(rest)")
    }
    events.append(event)
    rest = rest[rest.index(after: end)...]
  }
  return events
}

private func event(_ name: Substring) -> Event? {
  switch name {
  case "pause": return .deadline
  case "woken": return .woken
  case "hangup": return .hungUp
  case "terminate": return .terminate(signal: 15)
  default: break
  }
  if name.hasPrefix("paste:") { return .paste(String(name.dropFirst(6))) }
  if name.hasPrefix("resize:") {
    let numbers = name.dropFirst(7).split(separator: "x").compactMap { Int($0) }
    return numbers.count == 2 ? .resized(Size(columns: numbers[0], rows: numbers[1])) : nil
  }
  return Key(name).map { .key($0) }
}
