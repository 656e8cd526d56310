import Canvas
import TestSupport
import Testing

/// What a key costs on the line, in bytes. They repeat exactly, so they are gates.
@Suite(.serialized) struct ByteFigureTests {
  @Test("a character typed at the end of a field is one byte")
  func typing() throws {
    let terminal = try fixture()
    var figures: [Int] = []
    for character in "Acme Data Services Ltd, 12 High Street, London" {
      figures.append(try terminal.bytes(for: String(character)))
    }
    #expect(figures.median == 1)
    #expect(figures.reduce(0, +) <= figures.count * 12 / 10)
    #expect(terminal.screen.rows[3] == "  Acme Data Services Ltd, 12 High Street, London")
    #expect(terminal.screen.cursor == Point(x: 48, y: 3))
  }

  @Test("Backspace at the end of a field is three bytes")
  func deleting() throws {
    let terminal = try fixture()
    try terminal.type("Acme Data Services")
    try terminal.wait(for: "Services")
    try terminal.settle()
    for _ in 0..<5 { #expect(try terminal.bytes(for: "<Backspace>") <= 4) }
  }

  @Test("an accented letter and a Chinese one are their own bytes")
  func typingLetters() throws {
    let terminal = try fixture()
    #expect(try terminal.bytes(for: "é") == 2)
    #expect(try terminal.bytes(for: "山") == 3)
    #expect(terminal.screen.cursor == Point(x: 5, y: 3))
  }

  @Test("a marker that moves down a list is at most 12 bytes")
  func moving() throws {
    let terminal = try fixture()
    try terminal.type("<Tab>")
    try terminal.settle()
    var down: [Int] = []
    for _ in 0..<20 { down.append(try terminal.bytes(for: "<Down>")) }
    var up: [Int] = []
    for _ in 0..<5 { up.append(try terminal.bytes(for: "<Up>")) }
    #expect(down.median <= 12, "\(down)")
    #expect(up.median <= 16, "\(up)")
    // The real cursor is on the chosen row.
    #expect(terminal.screen.cursor == Point(x: 2, y: 20))
    #expect(terminal.screen.rows[20] == "  > Item 16 of the list")
  }

  @Test("2,000 pasted characters are at most 200 bytes in a one-line field")
  func pastingIntoAField() throws {
    let terminal = try fixture()
    let text = String(repeating: "0123456789", count: 200)
    #expect(try terminal.bytes(for: "<paste:\(text)>") <= 200)
  }

  @Test("2,000 pasted characters are at most 2,200 bytes in a long text")
  func pastingIntoAText() throws {
    let terminal = try fixture()
    try terminal.type("<Tab><Tab>")
    try terminal.settle()
    let text = String(repeating: "Nine words of a long clause stand in here. ", count: 47)
    #expect(try terminal.bytes(for: "<paste:\(text)>") <= 2200)
  }

  @Test("the first screen is at most 2,000 bytes, and a new size at most 1,600")
  func screens() throws {
    let terminal = try fixture()
    #expect(terminal.output.count <= 2000, "\(terminal.output.count)")
    let before = terminal.output.count
    terminal.resize(to: Size(columns: 80, rows: 24))
    try terminal.wait(for: "80 by 24")
    try terminal.settle()
    #expect(terminal.output.count - before <= 1600, "\(terminal.output.count - before)")
    #expect(terminal.screen.rows[23] == " 80 by 24")
    #expect(terminal.screen.rows[22] == "    Item 18 of the list")
  }

  @Test("while nothing happens nothing is sent and nothing is computed")
  func idling() throws {
    let terminal = try fixture()
    let ticks = terminal.processorTicks
    #expect(try terminal.settle(milliseconds: 700) == 0)
    #expect(terminal.processorTicks == ticks)
  }

  @Test("a frame that shows nothing new sends nothing")
  func sameFrame() throws {
    let terminal = try fixture()
    try terminal.type("<Left>")
    #expect(try terminal.settle(milliseconds: 200) == 0)
  }
}
