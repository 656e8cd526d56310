import TestSupport
import Testing

/// What is done about findings: kept by the journal, printed in the report, its CSV and calendar.
@Suite struct FollowUpTests {
  private func matter(in place: Place) throws {
    try place.writeWholeCase()
    let made = try Program.run(
      "new", "case.art28", "--from", "answers.yaml", "--by", "Dr. Test", in: place)
    #expect(made.code == 0)
    let worse = try Program.run(
      "answer", "case.art28", "--set", "breach-hours=96 hour", "--by", "Dr. Test", in: place)
    #expect(worse.code == 0, "\(worse)")
  }

  private func finding(in place: Place) throws -> String {
    let listed = try Program.run("follow", "case.art28", in: place)
    let words = try #require(listed.lines.first).split(separator: " ").map(String.init)
    return try #require(words.dropFirst().first)
  }

  @Test func ownerDueAndStatusAreKept() throws {
    let place = try Place()
    try matter(in: place)
    let id = try finding(in: place)
    let kept = try Program.run(
      "follow", "case.art28", id, "--owner", "=Änne, \"legal\"", "--due", "2027-03-01", "--by", "A",
      in: place)
    #expect(kept.code == 0, "\(kept)")
    let bare = try Program.run(
      "follow", "case.art28", id, "--status", "accepted", "--by", "A", in: place)
    #expect(bare.code == 2)
    #expect(bare.complaint.contains("reason"))
    let again = try Program.run("follow", "case.art28", id, in: place)
    #expect(again.said.contains("due 1 March 2027") && again.said.contains("open"))

    let written = try Program.run(
      "report", "case.art28", "--to", "csv,ics,md", "--out", "out", "--as-of", "2026-12-01",
      in: place)
    #expect(written.code == 0, "\(written)")
    let csv = try place.text(of: "out/action-plan.csv")
    // A spreadsheet computes nothing that a person typed.
    #expect(csv.contains("\"'=Änne, \"\"legal\"\"\""))
    let calendar = try place.text(of: "out/action-plan.ics")
    #expect(calendar.contains("DTSTART;VALUE=DATE:20270301"))
    #expect(calendar.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(try place.text(of: "out/gap-report.md").contains("1 March 2027"))
    // Made of the journal alone: the same again, wherever.
    _ = try Program.run(
      "report", "case.art28", "--to", "csv,ics", "--out", "two", "--as-of", "2026-12-01", in: place,
      environment: ["TZ": "Pacific/Kiritimati"])
    #expect(try place.text(of: "two/action-plan.ics") == calendar)
    #expect(try place.text(of: "two/action-plan.csv") == csv)
    let undone = try Program.run("undo", "case.art28", "--by", "A", in: place)
    #expect(undone.code == 0)
    #expect(try Program.run("follow", "case.art28", id, in: place).said.contains("owner") == false)
  }

  @Test func whatIsNotThereIsSaid() throws {
    let place = try Place()
    try matter(in: place)
    let none = try Program.run(
      "follow", "case.art28", "nobody", "--owner", "A", "--by", "A", in: place)
    #expect(none.code == 1 && none.complaint.contains("There is no finding “nobody”"))
  }
}
