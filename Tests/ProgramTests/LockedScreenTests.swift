import Canvas
import TestSupport
import Testing

/// A matter is locked, opened and closed on a terminal, by the real program.
@Suite struct LockedScreenTests {
  @Test(
    "locked from the screen, it opens with its passphrase or its recovery key, and with no other")
  func locked() throws {
    let place = try Place()
    let first = try OnTerminal.small(in: place)
    try first.type("geheim eins<Enter>")
    try first.wait(for: "saved")
    try first.type("<Alt-V><Tab>l")
    try first.wait(for: "Lock this matter with a passphrase")
    try first.type("Tür und Angel und Stein<Enter>")
    try first.wait(for: "once more")
    try first.type("Tür und Angel und Stein<Enter>")
    try first.wait(for: "The recovery key")
    try first.settle()
    let recovery = try #require(
      first.screen.text.split(separator: "\n").first { $0.contains("-") && !$0.contains(".") })
    try first.leave()
    #expect(
      !String(decoding: try place.bytes(of: "s.art28"), as: UTF8.self).contains("geheim eins"))

    let second = try OnTerminal.start(["s.art28"], in: place)
    try second.wait(for: "s.art28 is locked")
    try second.type("Tür und Angel<Enter>")
    try second.wait(for: "That does not open")
    try second.type("Tür und Angel und Stein<Enter>")
    try second.wait(for: "What is text number")
    try second.type("<Shift-Tab>")
    try second.wait(for: "geheim eins")
    #expect(!String(decoding: second.output, as: UTF8.self).contains("Angel"))
    try second.leave()

    let third = try OnTerminal.start(["s.art28"], in: place)
    try third.wait(for: "s.art28 is locked")
    try third.type(recovery.filter { $0.isLetter || $0.isNumber } + "<Enter>")
    try third.wait(for: "What is text number")
    try third.leave()
  }

  @Test("closed with a key, nothing of it stays on the screen")
  func closed() throws {
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("geheim eins<Enter>")
    try terminal.wait(for: "saved")
    try terminal.type("<Alt-V><Tab>l")
    try terminal.wait(for: "Lock this matter with a passphrase")
    try terminal.type("a<Enter>")
    try terminal.wait(for: "once more")
    try terminal.type("a<Enter>")
    try terminal.wait(for: "The recovery key")
    try terminal.type("<Esc>")
    try terminal.wait(for: "What is text number")
    try terminal.type("<Alt-V><Tab>l")
    try terminal.wait(for: "s.art28 is locked")
    try terminal.settle()
    #expect(
      !terminal.screen.text.contains("geheim") && !terminal.screen.text.contains("text number"))
    try terminal.type("a<Enter>")
    try terminal.wait(for: "What is text number")
    try terminal.leave()
  }
}
