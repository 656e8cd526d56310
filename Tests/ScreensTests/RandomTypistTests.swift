import Canvas
import FoundationEssentials
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// Somebody who presses anything.
///
/// 20,000 events in the suite; `ART28_TYPIST_EVENTS=200000` for more.
@Suite struct RandomTypistTests {
  static let keys: [Key] =
    "abc jk1290+-/?[]ünd山".map(Key.character)
    + [
      .enter, .enter, .enter, .tab, .shift(.tab), .escape, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .insert, .delete, .backspace, .space, .function(1), .function(3),
      .function(4), .function(5), .function(8), .function(9), .ctrl("z"), .ctrl("y"), .ctrl("g"),
      .ctrl("u"), .ctrl("w"), .ctrl("s"), .ctrl("c"), .ctrl("r"), .ctrl("p"), .alt("k"), .alt("l"),
      .alt("m"), .alt("x"), .alt("o"), .alt("s"), .alt("g"), .alt("p"), .alt("h"), .alt("v"),
      .alt("n"), .alt("n"), .alt("w"), .alt("c"), .alt("t"), .alt("j"), .alt("/"), .alt("q"),
      .alt("a"), .alt("i"), .alt("0"), .alt("e"), .alt("."), .alt(","), .alt("y"), .alt("'"),
      .alt("="), .alt(.left), .alt(.right), .alt(.up), .alt(.down), .alt(.pageDown), .alt("1"),
      .shift(.up), .shift(.down),
    ]

  private static let pastes = [
    "Azure\tIreland\nTickethaus; Kiel, \u{202E}x", "Nordlicht GmbH\nKanalstraße 8\nGermany",
    "شركة الشمال", "e\u{301}👩‍⚖️🇩🇪\u{0}\u{1B}[31m", "1 March 2026",
    String(repeating: "日本語 and so on. ", count: 40),
  ]

  private static let eventsOfASeed = 1000

  static let seeds: UInt64 = {
    let all = ProcessInfo.processInfo.environment["ART28_TYPIST_EVENTS"].flatMap { UInt64($0) }
    return max(1, (all ?? 20_000) / UInt64(eventsOfASeed))
  }()

  @Test(arguments: 1...seeds) func neverLosesOrInventsAnything(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var sitting = try Sitting(pack: seed % 2 == 0 ? SamplePack.make() : SamplePack.withLongChecks())
    sitting.open(journey: seed % 3 == 0 ? "short" : "draft")
    for _ in 0..<Self.eventsOfASeed {
      let before = sitting
      let event = Self.event(&chance, size: sitting.desk.shared.size)
      if chance.below(400) == 0 { sitting.refusal = "The disk is full." }
      for message in messages(for: event, on: sitting.desk) { sitting.send(message) }
      Self.reply(&sitting, since: before.effects.count, &chance)
      if chance.below(4) == 0 { sitting.send(.elapsed(.settle)) }
      if chance.below(300) == 0 { sitting.send(.sheet("== signed ==\nAnswer: today", "s")) }
      #expect(sitting.frame.size == sitting.desk.shared.size)
      #expect(sitting.desk.keyTable.conflicts == [])
      #expect(sitting.sheet.setting(.journey) != nil)
      try Self.expectOnlyAccepted(sitting, since: before)
      if sitting.desk.screen == .home || sitting.desk.screen == .leaving { sitting.press("<Esc>") }
    }
    #expect(sitting.sheet == AnswerSheet(entries: sitting.entries))
    try reachesTheEnd(&sitting)
  }

  private static func event(_ chance: inout Chance, size: Size) -> Event {
    switch chance.below(50) {
    case 0: .paste(pastes[chance.below(pastes.count)])
    case 1: .resized(Size(columns: 10 + chance.below(150), rows: 4 + chance.below(50)))
    case 2: .clicked(Point(x: chance.below(size.columns), y: chance.below(size.rows)))
    case 3: .wheel(chance.below(2) == 0 ? 1 : -1)
    case 4: .resumed
    default: .key(keys[chance.below(keys.count)])
    }
  }

  /// What the program would have answered.
  private static func reply(_ sitting: inout Sitting, since count: Int, _ chance: inout Chance) {
    for effect in sitting.effects.dropFirst(count) {
      switch effect {
      case .openEditor(let text, let key):
        sitting.send(.edited(chance.below(3) == 0 ? nil : text + " more\n", key))
      case .publish:
        sitting.send(
          .published(
            PublishReport(
              written: ["a.docx"], missing: ["no PDF"],
              held: chance.below(2) == 0 ? [] : FinishTests.held)))
      case .loadCatalogue:
        sitting.send(.catalogue(sitting.pack, hasSample: true, []))
      default: break
      }
    }
  }

  /// What stands in the matter came through an entry, each entry changes what stood there, and each
  /// value that is new was one that the question accepts.
  private static func expectOnlyAccepted(_ sitting: Sitting, since before: Sitting) throws {
    if sitting.entries.count == before.entries.count { #expect(sitting.sheet == before.sheet) }
    var sheet = before.sheet
    for entry in sitting.entries.dropFirst(before.entries.count) {
      #expect(entry.number == sheet.head + 1)
      let before = sheet
      sheet.apply(entry)
      let after = evaluate(sitting.pack, sheet)
      for case .set(let key, let from, let to) in entry.changes {
        #expect(from == before[key], "\(entry)")
        guard entry.reverses == nil, case .value(let value)? = to,
          let question = sitting.pack.question(key.linkId)
        else { continue }
        let row = key.row.flatMap { row in
          sitting.pack.table(of: question).flatMap { after.effective.table($0)?.number(of: row) }
        }
        #expect(after.refusal(of: value, for: question, row: row) == nil, "\(entry)")
      }
    }
    #expect(sheet == sitting.sheet)
  }

  /// From anywhere: Esc until the questions are there, Tab to the review, Tab to the finish.
  private func reachesTheEnd(_ sitting: inout Sitting) throws {
    sitting.refusal = nil
    sitting.send(.resized(Size(columns: 80, rows: 24)))
    for _ in 0..<8 where sitting.desk.screen != .interview { sitting.press("<Esc>") }
    sitting.press("<Esc><Esc>")
    for _ in 0..<400 where sitting.desk.screen != .review { sitting.press("<Tab>") }
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
