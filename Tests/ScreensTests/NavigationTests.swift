import Interview
import PackModel
import Testing

@testable import Screens

/// Where the way leads.
@Suite struct NavigationTests {
  private func cursor(_ linkId: String, row: String? = nil, _ file: OpenMatter) throws -> Cursor {
    var cursor = Cursor()
    cursor.show(try Parts.place(linkId, row: row, file), file)
    return cursor
  }

  @Test func enterGoesFieldByFieldAndThenToTheNextPage() throws {
    let file = try Parts.file()
    let navigation = Navigation()
    let name = try cursor("controller.name", file)
    #expect(navigation.forward(name, file) == .focus(1))
    let purpose = ScreenLocation(item: try #require(file.pack.question("purpose")))
    let start = try cursor("controller.start", file)
    #expect(navigation.forward(start, file) == .place(purpose, remembers: true))
    #expect(navigation.backward(start, file) == .focus(1))
    let welcome = try cursor("welcome", file)
    #expect(navigation.backward(welcome, file) == .start)
    let last = try cursor("board.teller", row: "news", file)
    #expect(navigation.forward(last, file) == .end)
  }

  @Test func theFormOfARowLeadsToTheList() throws {
    let file = try Parts.file([.addRow(table: "subprocessors", row: "r1", at: 0)])
    let last = try cursor("subprocessors.engaged-by", row: "r1", file)
    // Forward to the line that adds another, back to the row itself.
    #expect(Navigation().forward(last, file) == .rows(line: 1))
    let first = try cursor("subprocessors.name", row: "r1", file)
    #expect(Navigation().forward(first, file) == .focus(1))
    var alone = first
    alone.move(to: 0)
    #expect(Navigation().backward(alone, file) == .rows(line: 0))
  }

  @Test func anErrandEndsWhereItBegan() throws {
    let file = try Parts.file()
    var navigation = Navigation()
    let at = try cursor("controller.name", file)
    navigation.visit(try #require(at.slot), from: .review)
    #expect(navigation.forward(at, file) == .errandDone(.review))
    #expect(navigation.endErrand(of: .dashboard) == false, "another screen has not sent anybody")
    #expect(navigation.cameFrom == nil)
    navigation.visit(try #require(at.slot), from: .dashboard)
    #expect(navigation.endErrand(of: .dashboard) == true)
    #expect(navigation.forward(at, file) == .focus(1))
  }

  @Test func amongOpenOnesAnsweredFieldsArePassedBy() throws {
    var file = try Parts.file()
    file.take(
      Parts.entry(file, [.set(AnswerKey("controller.country"), from: nil, to: .value(.code("de")))])
    )
    var navigation = Navigation()
    let at = try cursor("controller.name", file)
    #expect(navigation.forward(at, file) == .focus(1))
    navigation.walkAmongOpen(true)
    #expect(navigation.forward(at, file) == .focus(2))
    navigation.visit(try #require(at.slot), from: nil)
    #expect(!navigation.isAmongOpen)
  }

  @Test func theWayBackIsSaidOnce() {
    var navigation = Navigation()
    #expect(navigation.leftOpen("name") == "Left open: name. Alt-N leads back to what is open.")
    #expect(navigation.leftOpen("seat") == "Left open: seat.")
  }

  @Test func anActIsWaitedForOnce() {
    var navigation = Navigation()
    navigation.wait(with: .forward)
    #expect(navigation.awaited == .forward)
    navigation.actIsOver()
    #expect(navigation.awaited == nil)
  }

  @Test func stepsAreLeftAndEnteredAtTheirBeginning() throws {
    var shared = try Parts.shared()
    let file = try #require(shared.file)
    var navigation = Navigation()
    let inside = try cursor("training", file)
    let first = ScreenLocation(item: try #require(file.pack.question("welcome")))
    #expect(
      navigation.jump(.section(-1), inside, &shared) == .leave(.place(first, remembers: true)))
    let next = ScreenLocation(item: try #require(file.pack.question("authorisation")))
    #expect(navigation.jump(.section(1), inside, &shared) == .leave(.place(next, remembers: true)))
    let last = try cursor("authorisation", file)
    #expect(navigation.jump(.section(1), last, &shared) == .said("This is the last step."))
    #expect(navigation.jump(.carryOn, inside, &shared) == nil)
  }
}
