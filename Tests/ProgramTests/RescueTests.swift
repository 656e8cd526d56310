import Canvas
import FoundationEssentials
import GRDB
import Glibc
import Matters
import TestSupport
import Testing

/// A matter that is cut off or damaged: what is whole comes out of it, into a matter that opens.
@Suite struct RescueTests {
  /// Twenty answers, a long one, and text that is no answer yet.
  private func matter(_ name: String, in place: Place) throws -> [UInt8] {
    try place.isKnown()
    try SmallPack.make(name, in: place)
    for number in 1...20 {
      try Program.run(
        "answer", name, "--set", "text-\(number)=the answer \(number)", in: place
      ).expectSuccess()
    }
    try Program.run(
      "answer", name, "--set", "story=\(String(repeating: "long ", count: 2000))", "--set",
      "people[+].name=Zoë", "--set", "people[0].task=law", in: place
    ).expectSuccess()
    let terminal = try OnTerminal.start([name], in: place)
    try terminal.wait(for: "What is text number 21?")
    try terminal.type("half a tho")
    try terminal.wait(for: "half a tho")
    try terminal.leave()
    return try place.bytes(of: name)
  }

  /// The answers that stand in a matter, which opens, is whole, and takes another answer.
  private func answers(
    _ name: String, in place: Place, _ location: SourceLocation = #_sourceLocation
  ) throws -> [String: String] {
    let verified = try Program.run("verify", name, in: place)
    #expect(verified.code == 0, "\(verified)", sourceLocation: location)
    let answers = try SmallPack.answers(name, in: place)
    try Program.run("answer", name, "--set", "text-30=goes on", in: place).expectSuccess()
    return answers
  }

  @Test("a whole matter comes out whole, and nothing is lost")
  func whole() throws {
    let place = try Place()
    let bytes = try matter("s.art28", in: place)
    let run = try Program.run("rescue", "s.art28", in: place).expectSuccess()
    #expect(run.said.contains("entries 1 to 22"), "\(run)")
    #expect(run.said.contains("Nothing is lost."), "\(run)")
    let before = try SmallPack.answers("s.art28", in: place)
    #expect(try answers("s rescued.art28", in: place) == before)
    #expect(try place.bytes(of: "s.art28") == bytes)
    // Nothing is overwritten: the next has a name of its own, and a name that is taken is refused.
    try Program.run("rescue", "s.art28", in: place).expectSuccess()
    #expect(place.exists("s rescued 2.art28") && !place.exists("s rescued.json"))
    let taken = try Program.run("rescue", "s.art28", "--out", "s.art28", in: place)
    #expect(taken.code == 3 && taken.complaint.contains("exists already"), "\(taken)")
    let terminal = try OnTerminal.start(["s rescued.art28"], in: place)
    try terminal.wait(for: "half a tho")
    try terminal.leave()
  }

  @Test("cut off anywhere, every answer that is brought out is one that was given")
  func cutOff() throws {
    let place = try Place()
    let bytes = try matter("s.art28", in: place)
    let given = try SmallPack.answers("s.art28", in: place)
    var random = SeededRandom(seed: 4)
    var (made, most) = (0, 0)
    for round in 0..<40 {
      let length = Int.random(in: 0..<bytes.count / 512, using: &random) * 512
      try place.write(Array(bytes.prefix(length)), to: "cut.art28")
      let run = try Program.run(
        "rescue", "cut.art28", "--packs", "pack", "--out", "new\(round).art28", in: place)
      #expect(run.code == 1 || run.code == 3, "\(length): \(run)")
      #expect(try place.bytes(of: "cut.art28").count == length)
      #expect(run.code == 3 ? !place.exists("new\(round).art28") : !run.complaint.isEmpty)
      guard place.exists("new\(round).art28") else { continue }
      let answers = try answers("new\(round).art28", in: place)
      #expect(answers.allSatisfy { given[$0.key] == $0.value }, "\(length): \(answers)")
      (made, most) = (made + 1, max(most, answers.count))
    }
    #expect(made > 5 && most >= 20, "\(made), \(most)")
  }

  /// An answer in the payload of its entry; the table of current answers has it without the "is".
  private static func said(_ text: String) -> [UInt8] { Array("\"is\":{\"text\":\"\(text)\"".utf8) }

  @Test("what no hash proves comes in as an entry that says so, and can be undone")
  func unproven() throws {
    let place = try Place()
    var bytes = try matter("s.art28", in: place)
    let all = try SmallPack.answers("s.art28", in: place)
    let mark = try #require(bytes.firstRange(of: Self.said("the answer 12")))
    bytes.replaceSubrange(mark, with: Self.said("the answer 99"))
    try place.write(bytes, to: "b.art28")
    let run = try Program.run("rescue", "b.art28", in: place)
    #expect(run.code == 1, "\(run)")
    #expect(run.said.contains("entries 1 to 12, the last"), "\(run)")
    #expect(run.said.contains("without what came before: entries 14 to 22"), "\(run)")
    #expect(run.complaint.contains("Missing: entry 13."), "\(run)")
    #expect(run.complaint.contains("Not proven"), "\(run)")
    let log = try Program.run("log", "b rescued.art28", in: place).expectSuccess()
    #expect(log.said.contains("Rescued from “b.art28”"), "\(log)")
    #expect(log.said.contains("no entry and no hash proves it"), "\(log)")
    // The table of current answers knows the one whose entry is lost.
    #expect(try SmallPack.answers("b rescued.art28", in: place) == all)
    #expect(try place.text(of: "b rescued.json").contains("the answer 20"))
    try Program.run("verify", "b rescued.art28", in: place).expectSuccess()
    try Program.run("undo", "b rescued.art28", in: place).expectSuccess()
    try Program.run("undo", "b rescued.art28", in: place).expectSuccess()
    let proven = try SmallPack.answers("b rescued.art28", in: place)
    #expect(proven.count == 11 && proven["text-11"] == "the answer 11")
  }

  @Test("a questionnaire that the file has lost is taken where it lies, by its hash")
  func lostQuestionnaire() throws {
    let place = try Place()
    var bytes = try matter("s.art28", in: place)
    // One byte of its sources, far in the chain of their pages.
    let stored = try packBytes(of: place.file("s.art28"))
    let part = try #require(bytes.firstRange(of: stored.dropFirst(stored.count - 200).prefix(100)))
    bytes[part.lowerBound] ^= 0xFF
    try place.write(bytes, to: "b.art28")
    #expect(try Program.run("verify", "b.art28", in: place).code == 1)
    let without = try Program.run("rescue", "b.art28", in: place)
    #expect(without.code == 1 && without.complaint.contains("--packs"), "\(without)")
    #expect(!place.exists("b rescued.art28"))
    #expect(try place.text(of: "b rescued.json").contains("the answer 20"))
    // Another of the same name will not do.
    try place.write(
      SmallPack.files["pack.yaml", default: ""] + "# changed\n", to: "apart/other/pack.yaml")
    #expect(try Program.run("rescue", "b.art28", "--packs", "apart/other", in: place).code == 1)
    let found = try Program.run("rescue", "b.art28", "--packs", "pack", in: place).expectSuccess()
    #expect(found.said.contains("Nothing is lost."), "\(found)")
    #expect(
      try answers("b rescued.art28", in: place) == SmallPack.answers("s.art28", in: place))
  }

  private func packBytes(of path: String) throws -> [UInt8] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      [UInt8](
        try Data.fetchOne(database, sql: "SELECT bytes FROM blob WHERE kind = 'pack'") ?? Data())
    }
  }

  @Test("whoever says that a matter is damaged names a command that works")
  func whatIsSaidWorks() throws {
    let place = try Place()
    var bytes = try matter("s.art28", in: place)
    let mark = try #require(bytes.firstRange(of: Self.said("the answer 12")))
    bytes[mark.upperBound - 4] = UInt8(ascii: "T")
    try place.write(bytes, to: "a client's.art28")
    try place.write([UInt8](repeating: 0, count: 512) + bytes.dropFirst(512), to: "head.art28")
    for name in ["a client's.art28", "head.art28"] {
      for words in [
        ["show", name], ["verify", name], ["answer", name, "--set", "text-1=x"], ["export", name],
      ] {
        let run = try Program.run(words, in: place)
        #expect(
          run.code == (words[0] == "verify" && name != "head.art28" ? 1 : 3), "\(words): \(run)")
        let start = try #require(run.complaint.firstRange(of: "“art28 rescue"), "\(words): \(run)")
        let command = run.complaint[start.upperBound...].prefix { $0 != "”" }
        let rescued = try Program.shell("art28 rescue\(command)", in: place)
        #expect(rescued.code == 1, "\(command): \(rescued)")
        #expect(rescued.said.contains("Made "))
      }
      let terminal = try OnTerminal.start([name], in: place, size: Size(columns: 100, rows: 30))
      try terminal.wait(for: "art28 rescue")
      try terminal.leave()
    }
  }

  @Test("nothing is made of what is no matter")
  func nothing() throws {
    let place = try Place()
    try place.write("words", to: "text.art28")
    try place.write([UInt8](repeating: 0, count: 50_000), to: "zeros.art28")
    try place.write("", to: "empty.art28")
    for name in ["text.art28", "zeros.art28", "empty.art28", "none.art28", "."] {
      let run = try Program.run("rescue", name, in: place)
      #expect(run.code == 3 && !run.complaint.isEmpty, "\(name): \(run)")
    }
    #expect(try !place.names().contains { $0.contains("rescued") })
  }
}
