import Canvas
import TestSupport
import Testing

/// What keys cost on the line in the whole program. The figures repeat exactly, so they are gates.
@Suite(.serialized) struct ByteTests {
  @Test("a character typed at the end of a field is one byte")
  func typing() throws {
    let terminal = try OnTerminal.small(in: Place())
    var figures: [Int] = []
    for character in "Acme Data Services Ltd, 12 High Street" {
      figures.append(try terminal.bytes(for: String(character)))
    }
    #expect(figures.median == 1, "\(figures)")
    #expect(figures.reduce(0, +) <= figures.count * 3, "\(figures)")
    try terminal.leave()
  }

  @Test("a move in a choice is at most 60 bytes")
  func moving() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("<Ctrl-G>colour<Enter>")
    try terminal.wait(for: "Which colour has it?")
    try terminal.settle(milliseconds: 250)
    var figures: [Int] = []
    for _ in 0..<8 { figures.append(try terminal.bytes(for: "<Down>")) }
    for _ in 0..<6 { figures.append(try terminal.bytes(for: "<Up>")) }
    #expect(figures.allSatisfy { $0 <= 200 }, "\(figures)")
    #expect(figures.median <= 60, "\(figures)")
    try terminal.leave()
  }

  @Test("while nothing happens nothing is sent and nothing is computed")
  func idling() throws {
    let terminal = try OnTerminal.small(in: Place())
    try terminal.type("half an ans")
    try terminal.wait(for: "half an ans")
    try terminal.settle(milliseconds: 1200)
    let ticks = terminal.processorTicks
    #expect(try terminal.settle(milliseconds: 1000) == 0)
    #expect(terminal.processorTicks == ticks)
    try terminal.leave()
  }
}
