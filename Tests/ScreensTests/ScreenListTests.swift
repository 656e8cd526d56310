import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What the desk asks of every screen in the list.
@Suite struct ScreenListTests {
  /// A desk with a screen in front, reached as a person reaches it.
  private func sitting(at screen: Screen, _ size: Size) throws -> Sitting {
    var sitting: Sitting
    switch screen {
    case .person: sitting = try Sitting(size, pack: SamplePack.make(), who: "")
    case .home: sitting = try Sitting(size, pack: SamplePack.make())
    case .reader:
      sitting = try Sitting.atQuestions(size)
      sitting.press("<Ctrl-G>help<Enter>")
    case .leaving:
      sitting = try Sitting.atQuestions(size)
      sitting.trouble = MatterMessage("The disk is full.")
      sitting.press("<Enter>Nordlicht<Ctrl-Q>")
    default:
      sitting = try Sitting.atQuestions(size)
      sitting.send(.turnTo(screen))
    }
    return sitting
  }

  @Test(arguments: Screen.allCases, GoldenTests.sizes)
  func drawsInEveryWindow(_ screen: Screen, _ size: Size) throws {
    let sitting = try sitting(at: screen, size)
    #expect(sitting.desk.screen == screen)
    let frame = sitting.frame
    #expect(frame.size == size)
    #expect(!frame.text(row: 0).allSatisfy { $0 == " " }, "the title")
    #expect((1..<size.rows - 2).contains { !frame.text(row: $0).allSatisfy { $0 == " " } })
    #expect((0..<size.columns).contains(frame.caret.x) && (0..<size.rows).contains(frame.caret.y))
  }

  @Test(arguments: Screen.allCases) func keysAreListedTrueAndLeadAway(_ screen: Screen) throws {
    let sitting = try sitting(at: screen, Size(columns: 80, rows: 24))
    let table = sitting.desk.keyTable
    #expect(table.conflicts == [])
    #expect((1...6).contains(table.bar.count))
    for entry in table.bar {
      let key = try #require(Key(entry.key), "\(entry.key)")
      #expect(table.message(for: key) != nil)
    }
    #expect(table.bindings.contains { $0.message == .leave })
    // Every way out but that of the first two is Escape's.
    guard screen != .person, screen != .home else { return }
    #expect(table.message(for: .escape) != nil)
  }

  @Test(arguments: Screen.allCases) func speaksInLines(_ screen: Screen) throws {
    let sitting = try sitting(at: screen, plainSize)
    let prompt = plainPrompt(sitting.desk)
    #expect(!prompt.isEmpty && prompt.allSatisfy { !$0.isEmpty })
    // Whatever is typed is an answer, a command, or is said to mean nothing.
    for line in ["zzz", "1", "back", "1, 2"] {
      #expect(!plainMessages(line, sitting.desk).isEmpty, "\(line)")
    }
    #expect(plainMessages("quit", sitting.desk) == [.leave])
  }

  /// What waits for a pause, comes from the matter or from the window harms no screen.
  @Test(arguments: Screen.allCases) func outlivesWhatIsNotItsOwn(_ screen: Screen) throws {
    var sitting = try sitting(at: screen, Size(columns: 80, rows: 24))
    sitting.trouble = nil
    sitting.send(.elapsed(.settle))
    sitting.send(.resized(Size(columns: 40, rows: 12)))
    sitting.send(.resized(Size(columns: 120, rows: 40)))
    sitting.send(.elapsed(.keep))
    sitting.send(.undo)
    sitting.send(.noted(Notice("Written.")))
    #expect(sitting.desk.screen == screen)
    // The list of keys has no line for it.
    #expect(sitting.frame.text.contains("Written.") || screen == .keys)
  }

  /// A desk that is opened over a screen leads back to it.
  @Test(arguments: Screen.allCases) func theListOfKeysLiesOverIt(_ screen: Screen) throws {
    var sitting = try sitting(at: screen, Size(columns: 80, rows: 24))
    guard screen != .keys else { return }
    let help = sitting.desk.keyTable.bindings.map(\.help)
    sitting.send(.turnTo(.keys))
    #expect(sitting.desk.screen == .keys)
    #expect(help.contains { sitting.frame.text.contains($0) })
    sitting.press("<Esc>")
    #expect(sitting.desk.screen == screen)
  }
}
