import TestSupport
import Testing

/// Many matters at once.
@Suite struct BatchTests {
  private func matters() throws -> Place {
    let place = try Place()
    try place.writeWholeCase()
    try Program.run("new", "b.art28", "--from", "answers.yaml", in: place).expectSuccess()
    let bytes = try place.bytes(of: "b.art28")
    for name in ["a", "b", "d", "ü 4"] { try place.write(bytes, to: "m/\(name).art28") }
    return place
  }

  @Test func everyMatterIsDraftedAsAlone() throws {
    let place = try matters()
    let run = try Program.run(
      "draft", "m", "--all", "--to", "md,html", "--out", "out", in: place
    ).expectSuccess()
    #expect(
      run.lines
        == ["a", "b", "d", "ü 4"].flatMap {
          ["out/\($0)/agreement.md", "out/\($0)/agreement.html"]
        })
    try Program.run("draft", "m/d.art28", "--to", "html", "--out", "one", in: place).expectSuccess()
    #expect(
      try place.bytes(of: "one/agreement.html") == place.bytes(of: "out/d/agreement.html"))
    // No bar where nobody looks.
    #expect(!run.complaint.contains("\r") && !run.complaint.contains("█"))
  }

  @Test func oneThatFailsDoesNotStopTheRest() throws {
    let place = try matters()
    try place.write("no matter", to: "m/c.art28")
    let run = try Program.run("draft", "m", "--all", "--to", "txt", in: place)
    #expect(run.code == 1, "\(run)")
    for name in ["a", "b", "d", "ü 4"] {
      #expect(place.exists("m/\(name) documents/agreement.txt"), "\(name)")
    }
    let last = run.complaint.split(separator: "\n").suffix(2)
    #expect(last.first?.hasPrefix("c: ") == true, "\(run)")
    #expect(last.last == "1 of 5 matters failed.", "\(run)")
  }
}
