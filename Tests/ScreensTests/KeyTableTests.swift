import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite struct KeyTableTests {
  /// Every screen and mode that the goldens come to.
  static let ways =
    GoldenTests.screens.map(\.keys) + ["<Alt-V><Tab><Enter>", "<Ctrl-G>3<Enter><Alt-C>"]

  @Test(arguments: GoldenTests.sizes) func noKeyMeansTwoThings(_ size: Size) throws {
    for way in Self.ways {
      var sitting = try Sitting.atQuestions(size)
      sitting.press(way)
      #expect(sitting.desk.keyTable.conflicts == [], "\(way)")
    }
  }

  @Test func theBarIsShortAndTrue() throws {
    for way in Self.ways {
      var sitting = try Sitting.atQuestions()
      sitting.press(way)
      let table = sitting.desk.keyTable
      #expect((1...6).contains(table.bar.count), "\(way)")
      for entry in table.bar {
        let key = try #require(Key(entry.key), "\(entry.key)")
        #expect(table.message(for: key) != nil)
      }
    }
  }

  /// Where keys are not made out anew, they are what they would be.
  @Test(arguments: 0..<6) func keysAreThoseOfThePlace(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let strokes = [
      "<Down>", "<Down>", "<Up>", "<PgDn>", "<Home>", "<End>", "u", "n", " ", "<Backspace>",
      "<Esc>",
      "<Tab>", "<Ctrl-U>", "<pause>", "<Alt-A>", "<Alt-1>", "<Enter>",
    ]
    var sitting = try ListTests.atLongChecks()
    for _ in 0..<200 {
      sitting.press(strokes.randomElement(using: &random) ?? "")
      let fresh = sitting.desk.front.keys(sitting.desk.shared)
      let kept = sitting.desk.keyTable
      #expect(kept.bindings.map(\.help) == fresh.bindings.map(\.help))
      #expect(kept.bindings.map(\.message) == fresh.bindings.map(\.message))
      #expect(kept.bindings.map(\.bar) == fresh.bindings.map(\.bar))
      #expect((kept.text == nil) == (fresh.text == nil))
    }
  }

  @Test func everyKeyHasALineOfHelp() throws {
    for way in Self.ways {
      var sitting = try Sitting.atQuestions()
      sitting.press(way)
      #expect(sitting.desk.keyTable.bindings.allSatisfy { !$0.help.isEmpty && !$0.keys.isEmpty })
    }
  }

  @Test func escapeClosesWhatIsOpenAndLosesNothing() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordl<Ctrl-G><Esc>")
    #expect(sitting.desk.screen == .interview)
    #expect(sitting.frame.text.contains("Nordl"))
    sitting.press("<F1><F1><Esc><Alt-M>x<Esc><Esc><Esc>")
    #expect(sitting.frame.text.contains("Nordl"))
    #expect(sitting.entries.count == 1)
  }
}
