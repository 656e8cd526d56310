import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Killed at any moment, the program loses no answer that it had accepted.
@Suite(.serialized) struct KillTests {
  /// `ART28_KILLS=100` kills that often.
  private static let rounds =
    ProcessInfo.processInfo.environment["ART28_KILLS"].flatMap { Int($0) } ?? 20

  @Test func everyAcceptedAnswerIsThere() throws {
    let place = try Place()
    try place.isKnown()
    var random = Dice(seed: 28)
    var matter = 0
    /// What each question may hold: the answer that is safe, or one that was under way.
    var possible: [Int: Set<String>] = [:]
    var hasEnded = true
    for round in 1...Self.rounds {
      if hasEnded {
        matter += 1
        possible = [:]
        try SmallPack.make("m\(matter).art28", in: place)
        hasEnded = false
      }
      let terminal = try OnTerminal.start(["m\(matter).art28"], in: place)
      try terminal.wait(for: "Question ")
      try terminal.wait(for: "What is text number")
      try terminal.settle()
      let first = try #require(terminal.questionNumber)

      // As many answers as the dice say, all at once or one by one, the last one cut off anywhere.
      let count = random.roll(6)
      let isAtOnce = random.roll(2) == 1
      var last = first
      for number in first..<min(first + count, SmallPack.texts) {
        let words = "answer \(round).\(number) äß"
        try terminal.type("<Ctrl-U>\(words)<Enter>")
        possible[number, default: [""]].insert(words)
        last = number + 1
        if !isAtOnce {
          try terminal.wait(for: "Question \(number + 1) of")
          possible[number] = [words]
        }
      }
      if random.roll(2) == 1 { try terminal.type("<Ctrl-U>half") }
      if isAtOnce, random.roll(3) > 1 {
        let some = first + random.roll(max(1, last - first))
        try terminal.wait("question \(some)") { _ in (terminal.questionNumber ?? 0) >= some }
      }
      random.linger()
      terminal.signal(SIGKILL)
      #expect(try terminal.waitForEnd() == .signal(SIGKILL))
      // What the screen had moved on from was accepted.
      let reached = terminal.questionNumber ?? first
      for number in first..<max(first, reached) {
        possible[number] = ["answer \(round).\(number) äß"]
      }
      if reached >= SmallPack.texts - 6 { hasEnded = true }

      let verified = try Program.run("verify", "m\(matter).art28", in: place)
      #expect(verified.code == 0, "round \(round): \(verified)")
      let shown = try JSONReading(
        try Program.run("show", "m\(matter).art28", "--json", in: place).said)
      var kept: [String: String] = [:]
      for answer in shown["answers"].array {
        kept[answer["linkId"].string] = answer["value"].string
      }
      for (number, words) in possible {
        let found = kept["text-\(number)"] ?? ""
        #expect(words.contains(found), "round \(round), question \(number): \(found)")
        possible[number] = [found]
      }
    }
  }
}

/// Chance that repeats.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// 1 to `sides`. Knuth's linear congruential generator.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides + 1
  }

  /// Lets up to two milliseconds pass, so that a kill falls anywhere between two writes.
  mutating func linger() {
    let end = ContinuousClock.now + .microseconds(roll(2000))
    while ContinuousClock.now < end {}
  }
}
