import Canvas
import Interview
import PackModel
import Testing

@testable import Screens

/// The field in focus and what is typed in it.
@Suite struct EditorTests {
  private func editor(_ linkId: String, _ file: OpenMatter) throws -> (Editor, Slot) {
    let slot = Slot(try #require(file.pack.question(linkId)))
    return (Editor(slot, file), slot)
  }

  @Test func whatIsTypedIsNewUntilItIsKept() throws {
    let file = try Parts.file()
    var (editor, slot) = try editor("controller.name", file)
    #expect(!editor.isChanged(slot, file))
    #expect(editor.type(.typed("N")) == .typed(said: nil, laysOut: false))
    #expect(editor.isChanged(slot, file) && editor.hasOtherWords("N"))
    editor.isKept(as: "N")
    #expect(!editor.isChanged(slot, file))
    _ = editor.type(.typed("o"))
    editor.leave()
    #expect(!editor.isChanged(slot, file))
  }

  @Test func undoOfNothingIsOfTheMatter() throws {
    let file = try Parts.file()
    var (editor, _) = try editor("purpose", file)
    #expect(editor.type(.undo) == .ofMatter)
    _ = editor.type(.typed("a"))
    #expect(editor.type(.redo) == .ofMatter)
    #expect(editor.type(.undo) == .typed(said: nil, laysOut: false))
    var nothing = Editor()
    #expect(nothing.type(.undo) == .ofMatter)
    #expect(nothing.type(.typed("a")) == .nothing)
  }

  @Test func anErrorIsShownOnceBeforeEnterMovesOn() throws {
    let file = try Parts.file()
    var (editor, slot) = try editor("signed", file)
    _ = editor.type(.typed("tomorow"))
    #expect(editor.refuse("Enter a date.", "tomorow", .forward) == true)
    #expect(editor.error == "Enter a date.")
    #expect(editor.refuse("Enter a date.", "tomorow", .forward) == false)
    // Going back is never barred; staying always is.
    #expect(editor.refuse("Enter a date.", "tomorow", .backward) == false)
    #expect(editor.refuse("Enter a date.", "tomorow", .stay) == true)
    // Other words are judged anew.
    let isPut = try editor.put("yesterdy", slot, file)
    #expect(isPut)
    #expect(editor.refuse("Enter a date.", "yesterdy", .forward) == true)
  }

  @Test func wordsThatWereThereAlreadyAreNotShownAgain() throws {
    var file = try Parts.file()
    file.drafts[AnswerKey("signed")] = "tomorow"
    var (editor, _) = try editor("signed", file)
    #expect(editor.refuse("Enter a date.", "tomorow", .forward) == false)
  }

  @Test func aPauseJudgesAndOffers() throws {
    let file = try Parts.file()
    var (editor, slot) = try editor("controller.name", file)
    let profile = Profile([.init(name: "name", value: "Kanzlei Grünwald")])
    let today = try Parts.today
    #expect(editor.settle(slot, file, profile, today: today) == .empty)
    #expect(editor.offers.map(\.text) == ["Kanzlei Grünwald"])
    #expect(editor.takeOffer() == nil, "none is in hand yet")
    editor.moveInOffers(.down)
    editor.moveInOffers(.down)
    #expect(editor.takeOffer() == "Kanzlei Grünwald")
    #expect(editor.offers.isEmpty)
    var (date, day) = try self.editor("signed", file)
    _ = date.type(.typed("tomorow"))
    _ = date.settle(day, file, profile, today: today)
    #expect(date.error != nil)
    // While a note has the keys, an error that was not shown yet waits.
    date.settleAside()
    #expect(date.error == nil)
  }

  @Test func aNumberIsPutInWithItsUnit() throws {
    let file = try Parts.file()
    var (editor, slot) = try editor("notice", file)
    let isPut = try editor.put(.quantity(Quantity(5, .businessDay)), slot, file)
    #expect(isPut)
    #expect(editor.field.words(slot, file) == "5 business days")
    #expect(editor.turnUnit() == (true, nil))
    #expect(editor.field.words(slot, file) == "5 days")
    let isText = try editor.put("3 business days", slot, file)
    #expect(isText)
    #expect(editor.turnUnit() == (false, "3 business days"))
  }

  @Test func whatWasFoundIsTakenOrTicked() throws {
    let file = try Parts.file()
    var (country, slot) = try editor("controller.country", file)
    _ = country.type(.typed("germ"))
    #expect(country.takeFound() == .chosen)
    country.chooseInHand()
    #expect(country.field.words(slot, file) == "de")
    _ = country.type(.replaced("עברית"))
    #expect(
      country.takeFound()
        == .refused("No option has these words. Esc shows all again; Tab goes on."))
    var (name, _) = try editor("controller.name", file)
    #expect(name.takeFound() == nil)
    #expect(name.choose(.toggle) == false && name.choose(.carryOn) == nil)
  }
}
