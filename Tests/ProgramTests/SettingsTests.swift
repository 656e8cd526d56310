import TestSupport
import Testing

/// How documents are written: kept with the matter, or said for one draft.
@Suite struct SettingsTests {
  private func matter() throws -> Place {
    let place = try Place()
    try place.writeWholeCase()
    try Program.run("new", "case.art28", "--from", "answers.yaml", in: place).expectSuccess()
    return place
  }

  @Test func everyFormatFollowsThem() throws {
    let place = try matter()
    try Program.run(
      "settings", "case.art28", "--language", "en-US", "--confidentiality", "Privileged",
      in: place
    ).expectSuccess()
    let said = try Program.run("settings", "case.art28", in: place).expectSuccess().lines
    #expect(
      said == [
        "language: en-US", "dates: month-day-year", "numbers: comma", "paper: letter",
        "confidentiality: Privileged",
      ])
    try Program.run("draft", "case.art28", "--to", "txt,html", in: place).expectSuccess()
    let html = try place.text(of: "agreement.html")
    #expect(html.contains("lang=\"en-US\"") && html.contains("size: letter"))
    let text = try place.text(of: "agreement.txt")
    // The effective date, and not the words that somebody typed with a date in them.
    #expect(text.contains("January 4, 2027") && !text.contains("4 January 2027"))
    #expect(
      try Program.run("log", "case.art28", in: place).said.contains("confidentiality"))
    try Program.run("verify", "case.art28", in: place).expectSuccess()
  }

  @Test func whatIsSaidForOneDraftIsNotKept() throws {
    let place = try matter()
    try Program.run(
      "draft", "case.art28", "--to", "txt", "--out", "iso", "--dates", "iso", in: place
    ).expectSuccess()
    #expect(try place.text(of: "iso/agreement.txt").contains(/\d{4}-\d{2}-\d{2}/))
    try Program.run("draft", "case.art28", "--to", "txt", in: place).expectSuccess()
    #expect(try !place.text(of: "agreement.txt").contains(/\d{4}-\d{2}-\d{2}/))
    #expect(
      try Program.run("settings", "case.art28", in: place).lines.contains("dates: day-month-year"))
  }

  @Test(arguments: [
    ["--language", "de-DE"], ["--dates", "roman"], ["--numbers", "dozen"], ["--paper", "a5"],
    ["--confidentiality", "two\nlines"],
  ])
  func whatIsNoSettingIsSaid(_ words: [String]) throws {
    let place = try matter()
    let run = try Program.run(["settings", "case.art28"] + words, in: place)
    #expect(run.code == 2, "\(run)")
    #expect(run.complaint.contains("write") || run.complaint.contains("one line"), "\(run)")
  }
}
