import Casework
import Drafting
import Interview
import Matters
import PackModel
import TestSupport
import Testing

/// A matter from its opening to an undo, each act on disk before the next.
struct AnsweringTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func aNewMatterCarriesItsQuestionnaire() throws {
    let session = try office.matter()
    session.file.close()
    // Nothing of the pack's folder is needed any more.
    try office.write("", to: "pack/pack.yaml")
    let again = try office.open()
    defer { again.file.close() }
    #expect(again.title == "fall" && again.pack == GermanPack.pack)
    #expect(again.file.sheet.setting(.journey) == "vertrag")
    #expect(
      try again.journalLines().first == "1  2026-11-30T09:30:00Z  Änne  The matter was opened.")
    #expect(office.remarks.isEmpty)
  }

  @Test func aRefusedAnswerLosesNoOther() throws {
    let session = try office.matter()
    let taken = try session.answer(["auftraggeber": "Klinik", "frist": "soon", "nothing": "x"])
    #expect(taken.kept == 1 && taken.line == "1 answer kept.")
    #expect(taken.refused.map(\.path) == ["frist", "nothing"])
    let refusal = try #require(taken.refusal)
    #expect(refusal.kind == .found)
    #expect(refusal.lines.last == "2 answers were refused; the others are kept.")
    session.file.close()
    let again = try office.open()
    defer { again.file.close() }
    #expect(again.says("auftraggeber") == .value(.text("Klinik")) && again.says("frist") == nil)
  }

  @Test func anActComesBackAndGoesAgain() throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.answer(["auftraggeber": "Klinik"])
    try session.answer(["auftraggeber": "Spital"])
    let undone = try session.undo()
    #expect(undone.reverses == .undo(3) && session.says("auftraggeber") == .value(.text("Klinik")))
    #expect(
      undone.changes.map { ChangeWords.line($0, session.evaluation) }
        == ["Auftraggeber: Spital → Klinik"])
    let redone = try session.redo()
    #expect(redone.reverses == .redo(3) && session.says("auftraggeber") == .value(.text("Spital")))
    #expect(session.file.sheet.head == 5)
    let nothing = try #require(try outcome { try session.redo() })
    #expect(nothing.lines == ["There is nothing to undo or to do again."])
    #expect(session.file.sheet.head == 5)
  }

  @Test func anotherPersonsMatterIsReadAndNotWritten() throws {
    let session = try office.matter()
    defer { session.file.close() }
    let other = try MatterSession.read(session.file.path, at: office.place)
    defer { other.file.close() }
    let refused = try #require(try outcome { try other.answer(["auftraggeber": "Klinik"]) })
    #expect(refused.kind == .file)
    #expect(session.says("auftraggeber") == nil)
  }

  @Test func aDutyIsLeftOutForAReason() throws {
    let session = try office.matter()
    defer { session.file.close() }
    for (duty, reason) in [("P-9", "darum"), ("P-1", ""), ("P-1", nil)] as [(String, String?)] {
      let refused = try outcome { try session.leaveOut(duty, because: reason) }
      #expect(refused?.kind == .usage, "\(duty)")
    }
    #expect(session.file.sheet.head == 1)
    #expect(try session.leaveOut("P-1", because: "im Hauptvertrag"))
    #expect(try !session.leaveOut("P-1", because: "im Hauptvertrag"))
    #expect(session.file.sheet.head == 2)
  }

  @Test func whatIsDoneAboutAFindingIsKept() throws {
    let session = try office.matter()
    defer { session.file.close() }
    var follow = FollowUp()
    follow.status = .accepted
    let refused = try outcome { try session.keep(follow, on: "frist.kurz") }
    #expect(refused?.kind == .usage && session.file.sheet.head == 1)
    follow.reason = "so verhandelt"
    try session.keep(follow, on: "frist.kurz")
    try session.keep(follow, on: "frist.kurz")
    #expect(session.file.sheet.followUp("frist.kurz") == follow && session.file.sheet.head == 2)
  }

  @Test func settingsAreKeptWhereTheyDiffer() throws {
    let session = try office.matter()
    defer { session.file.close() }
    try session.set([.language: "en-US", .paper: "a4"])
    try session.set([.language: "en-US"])
    #expect(session.file.sheet.setting(.form(.language)) == "en-US")
    #expect(session.file.sheet.head == 2)
  }

  @Test func settingsTravelWithAnExportAndCanBeUndone() throws {
    let session = try office.matter()
    defer { session.file.close() }
    func paper(_ session: MatterSession) -> String {
      DraftSettings(of: session.file.sheet).value(of: .paper)
    }
    try session.set([.paper: "letter"])
    let export = try MatterExport(of: session.file.path, at: session.place)
    _ = try MatterExport.restore(
      export.bytes, to: office.file("copy.art28"), by: "Änne", at: office.place)
    let copy = try office.open("copy")
    defer { copy.file.close() }
    #expect(paper(copy) == "letter")
    _ = try session.undo()
    #expect(paper(session) == "a4" && paper(copy) == "letter")
  }

  @Test func aMatterWhoseQuestionnaireWasReplacedSaysWhatIsSafe() throws {
    let refused = try #require(
      try outcome { try MatterSession.open(office.file("none.art28"), by: "", at: office.place) })
    #expect(refused.kind == .file && refused.lines[0].contains("none.art28"))
  }
}
