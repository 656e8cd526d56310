import Compression
import Glibc
import Interview
import Matters
import TestSupport
import Testing

/// Questions that go to a colleague, and what comes back of them.
struct AskingTests {
  private let place: Place

  init() throws {
    place = try Place()
    try SmallPack.make("s.art28", in: place)
    try Program.run(
      "answer", "s.art28", "--set", "people[+].name=Zoë Ltd", "--set", "people[+].name=Yan AG",
      "--set", "text-1=One", "--note", "Counsel: is Zoë too dear?", in: place
    ).expectSuccess()
  }

  @Test func onlyWhatIsChosenIsAsked() throws {
    let sheet = try Program.run(
      "ask", "s.art28", "--only", "people", "--only", "text-1", in: place
    ).expectSuccess()
    let places = sheet.lines.filter { $0.hasPrefix("== ") }
    #expect(
      places == [
        "== text-1 ==", "== people[r1].name ==", "== people[r1].task ==", "== people[r2].name ==",
        "== people[r2].task ==", "== end of the sheet ==",
      ])
    #expect(sheet.said.contains("Person 1 (Zoë Ltd): task"))
    #expect(sheet.said.contains("So far: One."))
    #expect(!sheet.said.contains("too dear"), "notes are for counsel")
    let wrong = try Program.run("ask", "s.art28", "--only", "text-99", in: place)
    #expect(wrong.code == 2)
    #expect(wrong.complaint.contains("There is no question “text-99”."))
  }

  @Test func whatWasHandedToSomebodyIsTheirSheet() throws {
    let handed = try Program.run(
      "ask", "s.art28", "--only", "notice", "--only", "people[1]", "--for", "Anna Weber", in: place
    ).expectSuccess()
    #expect(handed.said.contains("== people[r2].task =="))
    let again = try Program.run("ask", "s.art28", "--for", "anna weber", in: place).expectSuccess()
    #expect(
      again.lines.filter { $0.hasPrefix("== ") } == [
        "== notice ==", "== people[r2].task ==", "== end of the sheet ==",
      ])
    let nobody = try Program.run("ask", "s.art28", "--for", "Bob", in: place).expectSuccess()
    #expect(nobody.said.contains("Nothing that was handed to Bob is open."))
    let log = try Program.run("log", "s.art28", in: place).expectSuccess()
    #expect(log.said.contains("Handed to Anna Weber"))
  }

  /// A row that goes meanwhile takes its answers along, and no other row gets them.
  @Test func answersGoToTheRowThatWasAskedAbout() throws {
    try Program.run("ask", "s.art28", "--only", "people", "--out", "q.txt", in: place)
      .expectSuccess()
    let sheet = try place.text(of: "q.txt")
      .replacing("== people[r1].task ==", with: "== people[r1].task ==\nAnswer: cleaning\n")
      .replacing("== people[r2].task ==", with: "== people[r2].task ==\nAnswer: law\n")
    try Program.run("answer", "s.art28", "--set", "people[0]=?remove", in: place).expectSuccess()
    try place.write(sheet, to: "back.txt")
    let back = try Program.run("answer", "s.art28", "--sheet", "back.txt", in: place)
    #expect(back.code == 1, "\(back)")
    #expect(back.complaint.contains("people[r1].task: The row r1"), "\(back)")
    let log = try Program.run("show", "s.art28", in: place)
    #expect(log.said.contains("person 1: task: law"), "\(log)")
    #expect(!log.said.contains("cleaning"))
  }

  @Test func everyRefusalOfASheetIsListed() throws {
    let sheet = """
      > == notice ==
      > Answer: soon
      >
      > == colour ==
      >   [x] Red
      > Answer:
      >
      > == text-2 ==
      > Answer: two
      > == text-3 ==
      > Answer: N/A
      > == text-4 ==
      > Answer: four
      > == text-4 ==
      > Answer: vier
      > == end of the sheet ==
      > Answer: not this
      """
    try place.write(sheet.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "back.txt")
    let back = try Program.run("answer", "s.art28", "--sheet", "back.txt", in: place)
    #expect(back.code == 1)
    for words in [
      "notice: Enter a number", "colour: Something is ticked above", "text-3: “N/A” is no answer",
      "text-4: It is answered twice", "4 answers were refused",
    ] {
      #expect(back.complaint.contains(words), "\(back)")
    }
    #expect(try SmallPack.answers("s.art28", in: place)["text-2"] == "two")
    #expect(try SmallPack.answers("s.art28", in: place)["text-4"] == nil)
  }

  @Test(arguments: ["docx", "xlsx"]) func formsComeBack(_ form: String) throws {
    try Program.run("ask", "s.art28", "--only", "text-2", "--out", "q.\(form)", in: place)
      .expectSuccess()
    let empty = try Program.run("answer", "s.art28", "--sheet", "q.\(form)", in: place)
    #expect(empty.code == 1)
    #expect(empty.complaint.contains("No answer was found"))
    try place.write("PK\u{3}\u{4} but no archive", to: "bad.\(form)")
    let bad = try Program.run("answer", "s.art28", "--sheet", "bad.\(form)", in: place)
    #expect(bad.code == 3, "\(bad)")
    #expect(bad.complaint.contains("no form"))
  }

  @Test func aMatterThatIsOpenElsewhereCanBeRead() throws {
    try place.isKnown()
    let holder = Holder(who: "Ms. Other", since: "2026-03-01T09:30:00Z")
    let other = try MatterFile.open(at: place.file("s.art28"), by: holder)
    defer { other.close() }
    let refused = try Program.run(
      ["open", "s.art28", "--plain"], in: place, input: "read\nreview\nquit\n")
    #expect(refused.said.contains("Press r") || refused.said.contains("read opens"), "\(refused)")
    #expect(refused.said.contains("text 1: One"), "\(refused)")
    let reading = try Program.run(
      ["open", "s.art28", "--plain", "--read-only"], in: place, input: "review\nquit\n")
    #expect(reading.said.contains("text 1: One"), "\(reading)")
    #expect(reading.code == 0, "\(reading)")
  }
}
