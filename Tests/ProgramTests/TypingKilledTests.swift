import Glibc
import TestSupport
import Testing

@testable import Matters

/// Somebody types on and on, and the machine goes off.
@Suite(.serialized) struct TypingKilledTests {
  @Test func whatWasTypedWithoutAPauseIsThere() throws {
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    let text = "The provider shall tell the controller of every change without undue delay, and "
    var typed = ""
    var kept = ""
    // Never a second without a key; some of it is on the desk before the typing ends.
    for character in text {
      try terminal.type(String(character))
      typed.append(character)
      try terminal.wait(for: "> \(typed.trimmingSpaces)")
      try terminal.settle(milliseconds: 120)
      kept = try desk(in: place)
      if kept.count > 10 { break }
    }
    #expect(kept.count > 10 && typed.hasPrefix(kept), "“\(kept)” of “\(typed)”")
    try terminal.type("xyz")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == .signal(SIGKILL))
    let again = try OnTerminal.small(in: place)
    try again.wait(for: "> \(kept)")
    try again.leave()
  }

  @Test func aHalfTypedNoteIsThereToo() throws {
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("<Alt-M>")
    try terminal.wait(for: "A note on this question")
    try terminal.type("ask Brigitte")
    var rounds = 0
    while try desk(in: place) != "ask Brigitte", rounds < 100 {
      try terminal.settle(milliseconds: 100)
      rounds += 1
    }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == .signal(SIGKILL))
    let again = try OnTerminal.small(in: place)
    try again.type("<Alt-M>")
    try again.wait(for: "> ask Brigitte")
    try again.leave()
  }

  /// The half-filled text that the matter holds.
  private func desk(in place: Place) throws -> String {
    let holder = Holder(who: "", since: "")
    let file = try MatterFile.open(at: place.file("s.art28"), by: holder, readOnly: true)
    defer { file.close() }
    return try file.desk(of: "Dr. Test").fields.values.first ?? ""
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    hasSuffix(" ") ? String(dropLast()) : self
  }
}
