import TestSupport
import Testing

/// A newer questionnaire: shown first, then adopted by one entry that can be taken back.
@Suite struct AdoptTests {
  private func place() throws -> Place {
    let place = try Place()
    try SmallPack.write(to: place)
    try Program.run("new", "case.art28", "--packs", "pack", in: place).expectSuccess()
    try Program.run(
      "answer", "case.art28", "--set", "text-1=Kept", "--set", "text-2=Lost", "--set", "colour=red",
      "--set", "notice=30 day", in: place
    ).expectSuccess()
    // The next version: text-2 is called otherwise, red is gone, and a clause has other words.
    for (name, text) in SmallPack.files {
      var text = text
      if name == "pack.yaml" { text.replace("version: 1.0.0", with: "version: 1.1.0") }
      text.replace("text-2\n", with: "text-zwei\n")
      text.replace("{{text-2}}", with: "{{text-zwei}}")
      text.replace("- {code: red, display: Red}", with: "- {code: pink, display: Pink}")
      text.replace("The colour is", with: "The chosen colour is")
      try place.write(text, to: "next/\(name)")
    }
    return place
  }

  @Test func itIsShownFirstAndNothingChanges() throws {
    let place = try place()
    let before = try place.bytes(of: "case.art28")
    let run = try Program.run("adopt", "case.art28", "--packs", "next", in: place)
    #expect(run.code == 0, "\(run)")
    for words in [
      "small 1.0.0 → 1.1.0", "2 kept, 2 without a place", "text 2 (text-2): Lost",
      "colour (colour): Red", "Newly asked: 1", "The {+chosen +}colour is", "Nothing was changed",
    ] {
      #expect(run.said.contains(words), "\(words): \(run)")
    }
    #expect(try place.bytes(of: "case.art28") == before)
  }

  @Test func adoptedItCanBeTakenBack() throws {
    let place = try place()
    let before = try Program.run("draft", "case.art28", "--out", "before", in: place)
    #expect(before.code == 0)
    let run = try Program.run("adopt", "case.art28", "--packs", "next", "--yes", in: place)
    #expect(run.code == 0 && run.said.contains("Adopted in entry 3"), "\(run)")
    try Program.run("draft", "case.art28", "--out", "after", in: place).expectSuccess()
    let text = try place.text(of: "after/agreement.md")
    #expect(
      text.contains("The chosen colour is **\\[colour\\]**") && !text.contains("Lost"), "\(text)")
    // What has no place is kept, and listed.
    let show = try Program.run("show", "case.art28", "--json", in: place)
    let kept = try JSONReading(show.said)["keptButNotAsked"].array.map { $0["linkId"].string }
    #expect(kept.contains("text-2"), "\(kept)")
    let again = try Program.run("adopt", "case.art28", "--packs", "next", in: place)
    #expect(again.said.contains("has this questionnaire already"), "\(again)")

    try Program.run("undo", "case.art28", in: place).expectSuccess()
    try Program.run("draft", "case.art28", "--out", "undone", in: place).expectSuccess()
    #expect(
      try place.bytes(of: "undone/agreement.md") == place.bytes(of: "before/agreement.md"))
  }
}
