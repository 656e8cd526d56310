import Canvas
import TestSupport
import Testing

/// The mouse is the terminal's own, unless it is asked for.
@Suite(.serialized) struct MouseTests {
  @Test func itIsOffUnlessAskedFor() throws {
    let terminal = try OnTerminal.small(in: Place())
    #expect(!terminal.screen.modes.contains(1000))
    try terminal.leave()
  }

  @Test func askedForItClicksAndIsGivenBack() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    try place.isKnown()
    let terminal = try OnTerminal.start(["s.art28", "--mouse"], in: place)
    try terminal.wait(for: "What is text number")
    #expect(terminal.screen.modes.contains(1000))
    try terminal.type("<Ctrl-G>colour<Enter>")
    try terminal.wait(for: "Which colour has it?")
    try terminal.settle(milliseconds: 250)
    let rows = terminal.screen.rows
    let row = try #require(rows.firstIndex { $0.contains("( ) Black") })
    // Button 1 down, in the old form and in the new one (xterm, private modes 1000 and 1006).
    let isNew = terminal.screen.modes.contains(1006)
    let place10 =
      "\(Character(Unicode.Scalar(UInt8(32 + 9))))\(Character(Unicode.Scalar(UInt8(33 + row))))"
    try terminal.send(
      Array((isNew ? "\u{1B}[<0;9;\(row + 1)M" : "\u{1B}[M \(place10)").utf8))
    try terminal.wait("the marker on the row") { $0.rows[row].hasPrefix(" >") }
    try terminal.leave()
  }
}
