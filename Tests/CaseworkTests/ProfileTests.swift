import Casework
import Foundation
import Interview
import PackModel
import TestSupport
import Testing

/// Profiles lie in the person's own folder, and can be read and edited.
struct ProfileTests {
  private let office: Office

  init() throws { office = try Office() }

  private func house(_ name: String, on day: String) -> HouseAnswers {
    HouseAnswers(
      name: name, saved: CalendarDate(iso: day),
      assignments: [
        Assignment(path: "controller.name", said: .words("Müller \"& Söhne\" AG: yes\n2nd line")),
        Assignment(path: "laws", said: .list(["gdpr", "own, with a comma"])),
        Assignment(path: "notice", said: .words("30 day")),
        Assignment(path: "agreed", said: .words("no")),
      ])
  }

  @Test("what is saved is read back as it was, and nobody else may read the file")
  func whatIsSavedIsReadBack() throws {
    let profiles = Profiles(at: office.place)
    #expect(profiles.names.isEmpty && profiles.newest == nil)
    try profiles.save(house("Firm A", on: "2026-11-02"))
    try profiles.save(house("old", on: "2026-01-02"))
    #expect(profiles.names == ["Firm A", "old"])
    #expect(try profiles.read("Firm A") == house("Firm A", on: "2026-11-02"))
    #expect(profiles.newest?.name == "Firm A")
    let path = office.file("configuration/profiles/Firm A.yaml")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("notice: \"30 day\"\n"))
    try profiles.remove("old")
    #expect(profiles.names == ["Firm A"])
  }

  @Test(
    "a name that leads elsewhere is refused, and one that is not there is told with those that are")
  func namesAreNames() throws {
    let profiles = Profiles(at: office.place)
    for name in ["", "../who", "a/b", "a.b"] {
      #expect(throws: Outcome.self) { try profiles.save(house(name, on: "2026-11-02")) }
    }
    try profiles.save(house("firm", on: "2026-11-02"))
    #expect(throws: Outcome.self) { try profiles.read("../who") }
    do {
      _ = try profiles.read("form")
    } catch let outcome as Outcome {
      #expect(outcome.lines.joined().contains("Profiles: firm."))
    }
  }
}
