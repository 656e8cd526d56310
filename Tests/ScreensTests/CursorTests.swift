import Interview
import PackModel
import Testing

@testable import Screens

/// Where the person is.
@Suite struct CursorTests {
  @Test func aPageIsShownAtItsField() throws {
    let file = try Parts.file()
    var cursor = Cursor()
    let place = try Parts.place("controller.country", file)
    cursor.show(place, file)
    #expect(cursor.focus == 1)
    #expect(cursor.place == place)
    #expect(cursor.target(file) == cursor.slot)
  }

  @Test func aListIsShownAtItsRowElseAtTheLineThatGoesOn() throws {
    let file = try Parts.file([
      .addRow(table: "subprocessors", row: "r1", at: 0),
      .addRow(table: "subprocessors", row: "r2", at: 1),
    ])
    let table = try #require(file.pack.question("subprocessors"))
    var cursor = Cursor()
    cursor.show(ScreenLocation(item: table), file)
    #expect(cursor.page.kind == .rows && cursor.focus == 3 && cursor.row(file) == nil)
    #expect(cursor.slot == nil && cursor.target(file) == Slot(table))
    cursor.showRows(line: 1, file)
    #expect(cursor.row(file) == "r2")
    cursor.moveInRows(.down, by: 5, file)
    cursor.moveInRows(.down, by: 5, file)
    cursor.moveInRows(.down, by: 5, file)
    #expect(cursor.focus == 3)
  }

  @Test func theFieldStaysInFocusWhereOthersAreAskedToo() throws {
    var file = try Parts.file()
    var cursor = Cursor()
    let rights = try #require(file.pack.question("rights"))
    let limit = try #require(file.pack.question("rights.limit"))
    cursor.show(ScreenLocation(item: rights, slot: Slot(limit, row: "access")), file)
    let before = cursor.page.slots.count
    file.take(
      Parts.entry(file, [.set(AnswerKey("laws"), from: nil, to: .value(.checks([.code("gdpr")])))]))
    cursor.renew(file)
    #expect(cursor.page.slots.count > before)
    #expect(cursor.slot == Slot(limit, row: "access"))
    // And leads to one that is there, where it is asked no more.
    cursor.move(to: cursor.page.slots.count - 1)
    file.take(Parts.entry(file, [.set(AnswerKey("laws"), from: nil, to: nil)]))
    cursor.renew(file)
    #expect(cursor.page.slots.indices.contains(cursor.focus))
  }

  @Test func aTableWithinNoGroupHasNoneToGoBackTo() throws {
    let file = try Parts.file()
    var cursor = Cursor()
    cursor.show(ScreenLocation(item: try #require(file.pack.question("subprocessors"))), file)
    #expect(cursor.backToGroup(file, by: 0) == nil)
  }
}
