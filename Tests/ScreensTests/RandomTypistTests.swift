import Canvas
import FoundationEssentials
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// Somebody who presses anything.
@Suite struct RandomTypistTests {
  static let keys: [Key] =
    "abc jk1290+-/?[]ünd山".map(Key.character)
    + [
      .enter, .enter, .enter, .tab, .shift(.tab), .escape, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .insert, .delete, .backspace, .function(1), .function(4), .function(5),
      .function(9), .ctrl("z"), .ctrl("y"), .ctrl("g"), .ctrl("u"), .ctrl("w"), .ctrl("s"),
      .alt("k"), .alt("l"), .alt("m"), .alt("x"), .alt("o"), .alt("s"), .alt("g"), .alt("p"),
      .alt("h"), .alt("v"), .alt("n"), .alt("w"), .alt("c"), .alt("t"), .alt("j"),
      .alt("/"), .alt("q"), .alt("a"), .alt("."), .alt(","), .ctrl("r"), .ctrl("p"), .alt("y"),
      .alt(.left), .alt(.right), .alt(.up), .alt(.down), .alt("1"), .shift(.up),
    ]

  /// 10,000 events; `TYPIST_SEEDS=100` makes it 200,000.
  static let seeds: UInt64 =
    ProcessInfo.processInfo.environment["TYPIST_SEEDS"].flatMap { UInt64($0) } ?? 5

  @Test(arguments: 1...seeds) func neverLosesOrInventsAnything(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var sitting = try Sitting.atQuestions()
    for _ in 0..<2000 {
      let event: Event =
        switch chance.below(40) {
        case 0: .paste("Azure\tIreland\nTickethaus; Kiel, \u{202E}x")
        case 2: .paste("Nordlicht GmbH\nKanalstraße 8\nGermany")
        case 1: .resized(Size(columns: 10 + chance.below(150), rows: 4 + chance.below(50)))
        default: .key(Self.keys[chance.below(Self.keys.count)])
        }
      let before = (sitting.sheet, sitting.entries.count)
      for message in messages(for: event, on: sitting.desk) { sitting.send(message) }
      if chance.below(4) == 0 { sitting.send(.elapsed(.settle)) }
      if chance.below(300) == 0 { sitting.send(.sheet("== signed ==\nAnswer: today", "s")) }
      let frame = sitting.frame
      #expect(frame.size == sitting.desk.shared.size)
      if sitting.entries.count == before.1 { #expect(sitting.sheet == before.0) }
      if sitting.desk.screen == .home { sitting.press("<Esc>") }
    }
    #expect(sitting.sheet == AnswerSheet(entries: sitting.entries))
    try reachesTheEnd(&sitting)
  }

  /// From anywhere: Esc until the questions are there, Tab to the review, Tab to the finish.
  private func reachesTheEnd(_ sitting: inout Sitting) throws {
    sitting.send(.resized(Size(columns: 80, rows: 24)))
    for _ in 0..<8 where sitting.desk.screen != .interview { sitting.press("<Esc>") }
    sitting.press("<Esc><Esc>")
    for _ in 0..<400 where sitting.desk.screen == .interview { sitting.press("<Tab>") }
    #expect(sitting.desk.screen == .review)
    sitting.press("<Tab>")
    #expect(sitting.desk.screen == .finish)
    sitting.press("<Enter>")
    #expect(
      sitting.effects.contains { if case .publish = $0 { true } else { false } })
  }
}

/// SplitMix64: the same seed gives the same typist.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
