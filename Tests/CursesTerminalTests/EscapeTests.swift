import Canvas
import Testing

@testable import CursesTerminal

/// The Esc key is told from the beginning of other keys by what waits behind it, and by no pause of
/// the program's own. Counted in reads, for nothing is timed here.
@Suite struct EscapeTests {
  private final class Script {
    var codes: [Int32]
    var reads = 0

    init(_ codes: [Int32]) { self.codes = codes }

    func read() -> Int32? {
      reads += 1
      return codes.isEmpty ? nil : codes.removeFirst()
    }
  }

  private func events(_ codes: [Int32]) -> (events: [Event], reads: Int) {
    let script = Script(codes)
    var reader = KeyReader(read: script.read)
    var events: [Event] = []
    _ = reader.drain(into: &events)
    return (events, script.reads)
  }

  @Test func aloneItIsThereAfterOneReadThatFindsNothing() {
    let alone = events([0x1B])
    #expect(alone.events == [.key(.escape)])
    // The byte, what might follow, and what might come after that.
    #expect(alone.reads == 3)
  }

  @Test func withAKeyBehindItIsAlt() {
    #expect(events([0x1B, 0x6E]).events == [.key(.alt("n"))])
    #expect(events([0x1B, 0x1B, 0x6E]).events == [.key(.escape), .key(.alt("n"))])
  }

  @Test func whatNcursesWaitsForIsLessThanAnybodyNotices() {
    #expect(CursesTerminal.escapeMilliseconds <= 30)
  }
}
