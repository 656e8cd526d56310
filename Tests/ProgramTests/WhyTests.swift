import TestSupport
import Testing

/// Why a sentence is there: `explain`, and the map beside a draft.
@Suite struct WhyTests {
  private func place() throws -> Place {
    let place = try Place()
    try SmallPack.write(to: place)
    try Program.run("new", "case.art28", "--packs", "pack", "--by", "Änne", in: place)
      .expectSuccess()
    try Program.run(
      "answer", "case.art28", "--set", "text-1=The first", "--set", "people[+].name=Zoë", "--by",
      "Änne", in: place
    ).expectSuccess()
    return place
  }

  @Test func aNumberAndWordsOfASentenceAreExplained() throws {
    let place = try place()
    for words in ["1.1", "is The first"] {
      let run = try Program.run("explain", "case.art28", words, in: place)
      #expect(run.code == 0, "\(run)")
      for part in [
        "1.1  Text 1 is The first.", "clause texts.t1", "answer text-1: The first, entry 2",
        "asked: What is text number 1?", "rests on GDPR, Art. 28(3): What the contract must hold.",
        "“The first” from text-1, entry 2 (2", ", Änne)",
      ] {
        #expect(run.said.contains(part), "\(part): \(run)")
      }
    }
    let none = try Program.run("explain", "case.art28", "no such words", in: place)
    #expect(none.code == 1 && none.complaint.contains("no words of it"), "\(none)")
  }

  @Test(.enabled(if: OtherTools.pythonIsHere)) func theMapSaysItOfEveryWord() throws {
    let place = try place()
    let run = try Program.run(
      "draft", "case.art28", "--with", "why", "--out", "out", in: place)
    #expect(run.lines == ["out/agreement.md", "out/agreement.why.json"], "\(run)")
    let map = try JSONReading(try place.text(of: "out/agreement.why.json"))
    for passage in map["passages"].array {
      #expect(
        passage["parts"].array.map { $0["text"].string }.joined() == passage["text"].string)
    }
    let first = try #require(map["passages"].array.first { $0["place"].string == "1.1" })
    let part = try #require(first["parts"].array.first { $0["text"].string == "The first" })
    #expect(part["clause"].string == "texts.t1")
    #expect(part["answers"].array[0]["said"].string == "The first")
    try place.write(
      """
      import json, sys, jsonschema
      jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))
      """, to: "validate.py")
    let schema = "\(Project.path)/Documentation/why.schema.json"
    let check = try Program.shell(
      "'\(OtherTools.python)' -I validate.py '\(schema)' out/agreement.why.json", in: place)
    #expect(check.code == 0, "\(check)")
  }
}
