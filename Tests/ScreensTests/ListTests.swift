import Canvas
import Interview
import PackCompiler
import PackModel
import TestSupport
import Testing

@testable import Screens

/// Choices and checks: what searches, what ticks, in short lists and in long ones.
@Suite struct ListTests {
  /// Question 6 of the sample with long checks before the others.
  static func atLongChecks(_ size: Size = Size(columns: 80, rows: 24)) throws -> Sitting {
    var sitting = try Sitting(size, pack: SamplePack.withLongChecks())
    sitting.open()
    sitting.press("<Ctrl-G>6<Enter><pause>")
    return sitting
  }

  private func ticks(_ sitting: Sitting) -> [String] {
    guard case .choice(let choice) = sitting.desk.interview.field else { return [] }
    return choice.marks.sorted().map { choice.choices[$0].label }
  }

  private func shown(_ sitting: Sitting) -> [String] {
    guard case .choice(let choice) = sitting.desk.interview.field else { return [] }
    return choice.shown.map { choice.choices[$0].label }
  }

  private func bar(_ sitting: Sitting) -> [String] {
    sitting.desk.keyTable.bar.map { "\($0.key) \($0.words)" }
  }

  @Test func aSpaceAmongSearchWordsTicksNothing() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("united k<pause>")
    #expect(ticks(sitting) == [])
    #expect(shown(sitting) == ["the United Kingdom", "Other:"])
    // Not even with the marker moved by hand; it stays where it was put.
    sitting.press("<Ctrl-U>united<Down> <pause>")
    #expect(ticks(sitting) == [])
    #expect(sitting.frame.text.contains("Find: united"))
    sitting.press("<Enter>")
    #expect(ticks(sitting) == ["the United States"])
  }

  @Test func theListNarrowsWithEachLetter() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("united k")
    #expect(sitting.frame.text.contains("the United Kingdom"))
    #expect(!sitting.frame.text.contains("the United States"))
    sitting.press("<Backspace>")
    #expect(sitting.frame.text.contains("the United States"))
  }

  @Test func enterTicksWhatWasFoundAndTheWholeListIsBack() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("united k<Enter>")
    #expect(ticks(sitting) == ["the United Kingdom"])
    #expect(shown(sitting).count == 13)
    #expect(sitting.desk.shared.notice == Notice("Ticked: the United Kingdom"))
    #expect(sitting.desk.interview.page.item == sitting.pack.question("places"))
    // Nothing is searched any more: Space ticks at the marker, Enter goes on.
    sitting.press("<Down> ")
    #expect(ticks(sitting) == ["the United Kingdom", "the United States"])
    sitting.press("<Enter>")
    #expect(sitting.answer("places") == .value(.checks([.code("gb"), .code("us")])))
  }

  @Test func theBarSaysWhatTicks() throws {
    var sitting = try Self.atLongChecks()
    #expect(bar(sitting).first == "Enter go on")
    #expect(!bar(sitting).contains("Space tick"))
    sitting.press("<Down>")
    #expect(bar(sitting).contains("Space tick"))
    sitting.press("jap")
    #expect(bar(sitting).prefix(3) == ["Enter tick", "Tab go on", "Esc whole list"])
    #expect(!bar(sitting).contains("Space tick"))
    sitting.press("<Ctrl-G>5<Enter>")
    #expect(bar(sitting).prefix(2) == ["Enter go on", "1 to 4 tick"])
    sitting.press("<Enter><Ctrl-G>7<Enter>")
    #expect(bar(sitting).prefix(2) == ["Enter go on", "1 to 2 choose"])
  }

  @Test func digitsTickInAShortListAndSearchInALongOne() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("2")
    #expect(ticks(sitting) == [])
    #expect(shown(sitting) == ["Other:"])
    sitting.press("<pause>")
    #expect(sitting.frame.text.contains("No option has these words."))
    sitting.press("<Esc><Ctrl-G>5<Enter>2<pause>")
    #expect(ticks(sitting) == ["UK GDPR"])
  }

  @Test func aSearchThatFindsNothingTakesNothing() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("atlantis<Enter>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("places"))
    #expect(sitting.desk.shared.notice?.text.hasPrefix("No option has these words.") == true)
    #expect(ticks(sitting) == [])
    #expect(bar(sitting).prefix(2) == ["Tab go on", "Esc whole list"])
    // The letters behind the last hit have not become words of one's own.
    guard case .choice(let choice) = sitting.desk.interview.field else { return }
    #expect(choice.own.text.isEmpty)
    sitting.press("<Esc>")
    #expect(shown(sitting).count == 13)
    sitting.press("atlantis<Tab>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("authorisation"))
    #expect(sitting.answer("places") == nil)
  }

  @Test func escEndsTheSearchAndChoosesNothing() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("jap<Esc><Enter>")
    #expect(sitting.answer("places") == nil)
    sitting.press("<Home>")
    var choice = try Sitting.atQuestions()
    choice.press("<Enter><Enter>germ<Esc><Enter>")
    #expect(choice.answer("controller.country") == nil)
  }

  @Test func allMeansAllThatIsShown() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("united<Alt-A>")
    #expect(ticks(sitting) == ["the United Kingdom", "the United States"])
  }

  @Test func aStrokeBeginsASearch() throws {
    var sitting = try Self.atLongChecks()
    sitting.press("<Down>/jap")
    #expect(shown(sitting) == ["Japan", "Other:"])
  }

  /// A sitting on the shipped pack, at a question of countries.
  private func atCountry() throws -> Sitting {
    var sitting = try Sitting(pack: TestPacks.real)
    sitting.open(note: DeskNote(place: AnswerKey("controller.country")))
    return sitting
  }

  @Test(arguments: [
    ("DE", "Germany", "de"), ("uk", "the United Kingdom", "gb"), ("US", "the United States", "us"),
    ("is", "Iceland", "is"), ("ZA", "South Africa", "za"), ("tr", "Türkiye", "tr"),
    ("deutsch", "Germany", "de"), ("osterr", "Austria", "at"), ("holl", "the Netherlands", "nl"),
    ("eng", "the United Kingdom", "gb"), ("united k", "the United Kingdom", "gb"),
    ("czech rep", "Czechia", "cz"), ("USA", "the United States", "us"), ("Ger", "Germany", "de"),
  ]) func aCodeAndAnAliasAreFoundFirst(_ typed: String, _ label: String, _ code: String) throws {
    var sitting = try atCountry()
    sitting.press("\(typed)<pause>")
    #expect(shown(sitting).first == label)
    sitting.press("<Enter>")
    #expect(sitting.answer("controller.country") == .value(.code(code)))
  }

  @Test func aSearchByLabelShowsLabelsBeforeAliases() throws {
    var sitting = try atCountry()
    sitting.press("swi")
    #expect(shown(sitting).prefix(1) == ["Switzerland"])
    sitting.press("<Ctrl-U>EU")
    #expect(shown(sitting).first == "the EU or EEA, country not known")
    sitting.press("<Ctrl-U>")
    #expect(shown(sitting).count == 250)
    #expect(shown(sitting).first == "Germany")
  }
}
