import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// No undo makes a matter that cannot be opened, and one that the first versions made so opens.
@Suite struct ReopeningTests {
  @Test func theOpeningIsNotUndone() throws {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    let undone = try Program.run("undo", "s.art28", in: place)
    #expect(undone.code == 1 && undone.complaint.contains("nothing to undo"), "\(undone)")
    let plain = try Program.run(
      "s.art28", "--plain", in: place, input: "undo\nundo\nredo\none\nundo\nundo\nredo\nquit\n")
    #expect(plain.code == 0, "\(plain)")
    #expect(plain.said.contains("There is nothing to undo."))
    #expect(!plain.said.contains("The matter was opened"))
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "one"])
    let terminal = try OnTerminal.small(in: place, matter: "screen.art28")
    try terminal.type("<Ctrl-Z>")
    try terminal.wait(for: "There is nothing to undo.")
    try terminal.type("one<Enter>")
    try terminal.wait(for: "What is text number 2?")
    try terminal.leave()
    #expect(try SmallPack.answers("screen.art28", in: place) == ["text-1": "one"])
  }

  @Test(arguments: [true, false]) func aClosedMatterOpensEverywhere(answersAfter: Bool) throws {
    let place = try Place()
    try place.isKnown()
    let sentence = "The opening of this matter had been undone"
    try ClosedMatter.make("c.art28", answersAfter: answersAfter, in: place)
    let before = try place.bytes(of: "c.art28")
    let answers =
      answersAfter ? ["text-1": "kept", "text-2": "after"] : ["text-1": "kept"]
    // Reading says it and changes nothing.
    for command in [
      ["show", "c.art28"], ["log", "c.art28"], ["ask", "c.art28"],
      ["draft", "c.art28", "--out", "out"], ["report", "c.art28", "--out", "out"],
      ["verify", "c.art28"], ["diff", "c.art28@2", "c.art28"],
    ] {
      let run = try Program.run(command, in: place)
      #expect(run.code == 0, "\(command): \(run)")
      #expect(run.complaint.contains(sentence), "\(command): \(run)")
    }
    #expect(try place.text(of: "out/agreement.md").contains("Text 1 is kept"))
    try Program.run("export", "c.art28", "--out", "c.json", in: place).expectSuccess()
    #expect(try place.bytes(of: "c.art28") == before)
    #expect(try SmallPack.answers("c.art28", in: place) == answers)
    // Out and in again it is the same matter, and opens too.
    try Program.run("import", "c.json", "copy.art28", in: place).expectSuccess()
    try Program.run("export", "copy.art28", "--out", "copy.json", in: place).expectSuccess()
    #expect(try place.bytes(of: "copy.json") == place.bytes(of: "c.json"))

    // Writing mends it for good.
    for (name, write) in [
      (
        "c.art28",
        { try Program.run("answer", "c.art28", "--set", "text-3=three", in: place) }
      ),
      (
        "copy.art28",
        {
          try Program.run(
            "copy.art28", "--plain", in: place, input: "goto 3\nthree\nquit\n")
        }
      ),
    ] {
      let run = try write()
      #expect(run.code == 0, "\(name): \(run)")
      #expect((run.complaint + run.said).contains(sentence), "\(name): \(run)")
      let log = try Program.run("log", name, in: place).expectSuccess()
      #expect(log.said.contains("does 1 again"), "\(log)")
      #expect(!log.complaint.contains(sentence))
      let verified = try Program.run("verify", name, in: place)
      #expect(verified.code == 0 && verified.said.contains("is whole"), "\(verified)")
      #expect(
        try SmallPack.answers(name, in: place)
          == answers.merging(["text-3": "three"]) { $1 }, "\(name)")
      try Program.run("undo", name, in: place).expectSuccess()
      #expect(try SmallPack.answers(name, in: place) == answers)
    }
  }

  @Test func theScreenSaysIt() throws {
    let place = try Place()
    try place.isKnown()
    try ClosedMatter.make("c.art28", answersAfter: true, in: place)
    let terminal = try OnTerminal.start(["c.art28"], in: place)
    try terminal.wait(for: "had been undone")
    try terminal.wait(for: "What is text number")
    try terminal.leave()
    try Program.run("verify", "c.art28", in: place).expectSuccess()
  }

  /// Somebody who types anything, undo and redo most of all.
  @Test(arguments: 1...10) func anyPlainWalkOpensAgain(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let words = [
      "undo", "undo", "undo", "undo", "redo", "redo", "", "", "back", "one", "two", "unknown",
      "park a question", "na a reason", "note something", "clear", "goto 31", "1", "goto 34", "add",
      "Anna", "none", "rows", "remove 1", "journey", "review", "usual", "all", "accept", "findings",
      "finish", "list", "find text", "save", "next", "use", "help", "7 day", "\"undo\"",
    ]
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    for _ in 0..<3 {
      let lines = (0..<40).map { _ in words.randomElement(using: &random) ?? "" }
      let input = lines.joined(separator: "\n") + "\n"
      let walk = try Program.run("s.art28", "--plain", in: place, input: input)
      #expect(walk.code == 0, "\(lines): \(walk)")
      for command in [["undo", "s.art28"], ["redo", "s.art28"]] {
        #expect([0, 1].contains(try Program.run(command, in: place).code), "\(lines)")
      }
      for command in [["show", "s.art28"], ["verify", "s.art28"]] {
        let run = try Program.run(command, in: place)
        #expect(run.code == 0, "\(lines): \(run)")
      }
    }
  }
}
