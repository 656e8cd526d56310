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

  @Test("what follows a typed character on the pause is at most 400 bytes, the draft beside it too")
  func pausing() throws {
    let terminal = try OnTerminal.small(in: Place(), size: Size(columns: 120, rows: 36))
    try terminal.type("<Alt-P>")
    try terminal.wait(for: "left")
    try terminal.type("Acme")
    try terminal.wait(for: "saved")
    try terminal.settle(milliseconds: 400)
    // On a busy machine what a pause brings may come after the next character: it counts all the same.
    var (typed, all): ([Int], Int) = ([], 0)
    for character in " Data" {
      typed.append(try terminal.bytes(for: String(character), settling: 60))
      all += try typed[typed.count - 1] + terminal.settle(milliseconds: 400)
    }
    #expect(typed.median <= 3, "\(typed)")
    #expect(all <= typed.count * 400, "\(all)")
    try terminal.leave()
  }

  @Test("one Backspace takes one character as people see it")
  func graphemes() throws {
    let terminal = try OnTerminal.small(in: Place())
    try terminal.type("A\u{e9}e\u{301}山👩‍⚖️")
    try terminal.settle(milliseconds: 300)
    for _ in 0..<4 { try terminal.type("<Backspace>") }
    try terminal.wait("A alone") { $0.rows.contains { $0.hasPrefix(" > A ") || $0 == " > A" } }
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

  @Test("a question change is at most 1,500 bytes in the main pane")
  func nextQuestion() throws {
    let terminal = try OnTerminal.small(in: Place(), size: Size(columns: 120, rows: 36))
    // Help follows on the pause and is counted apart: what comes at once is the main pane.
    var figures: [Int] = []
    for _ in 0..<6 { figures.append(try terminal.bytes(for: "<Tab>", settling: 60)) }
    #expect(figures.allSatisfy { $0 <= 1500 }, "\(figures)")
    try terminal.settle(milliseconds: 300)
    try terminal.leave()
  }

  @Test("a move through a list that scrolls is at most 60 bytes in the mean")
  func scrolling() throws {
    let terminal = try OnTerminal.small(in: Place(), size: Size(columns: 120, rows: 14))
    try terminal.type("<Alt-V>")
    try terminal.wait(for: "All answers")
    try terminal.settle(milliseconds: 250)
    var figures: [Int] = []
    for _ in 0..<12 { figures.append(try terminal.bytes(for: "<Down>", settling: 40)) }
    #expect(figures.median <= 20, "\(figures)")
    #expect(figures.reduce(0, +) <= 60 * figures.count, "\(figures)")
    try terminal.leave()
  }

  @Test("2,000 pasted characters are at most 2,200 bytes")
  func pasting() throws {
    let terminal = try OnTerminal.small(in: Place(), size: Size(columns: 120, rows: 36))
    let text = String(repeating: "The processor shall notify. ", count: 72).prefix(2000)
    let before = terminal.output.count
    try terminal.type("<paste:\(text)>")
    try terminal.wait(for: "notify.")
    try terminal.settle(milliseconds: 400)
    #expect(terminal.output.count - before <= 2200)
    try terminal.leave()
  }

  @Test("another window size is at most 2,000 bytes")
  func resizing() throws {
    let terminal = try OnTerminal.small(in: Place(), size: Size(columns: 120, rows: 36))
    try terminal.settle(milliseconds: 300)
    var figures: [Int] = []
    for size in [(80, 24), (100, 30), (80, 24), (40, 12), (80, 24)] {
      let before = terminal.output.count
      terminal.resize(to: Size(columns: size.0, rows: size.1))
      try terminal.wait("the new size") { _ in terminal.output.count > before }
      try terminal.settle(milliseconds: 300)
      figures.append(terminal.output.count - before)
    }
    #expect(figures.median <= 2000, "\(figures)")
    try terminal.leave()
  }

  @Test("after a question change nothing is left to do once help has followed")
  func idlingAfterAMove() throws {
    let terminal = try OnTerminal.small(in: Place())
    try terminal.type("<Tab>")
    try terminal.settle(milliseconds: 400)
    let ticks = terminal.processorTicks
    #expect(try terminal.settle(milliseconds: 1200) == 0)
    #expect(terminal.processorTicks == ticks)
    try terminal.leave()
  }
}
