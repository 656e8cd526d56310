import FoundationEssentials
import TestSupport
import Testing

/// Somebody who does anything, by commands and line by line, and takes it back and does it again: the
/// matter always opens, is whole, and both ways agree on what can be taken back.
///
/// Twelve walks in the suite; `ART28_WALKS=200` for more.
@Suite struct UndoWalkTests {
  static let walks = ProcessInfo.processInfo.environment["ART28_WALKS"].flatMap { Int($0) } ?? 12

  private static let typed = [
    "undo", "undo", "redo", "one", "", "back", "unknown", "clear", "goto 31", "1", "goto 34", "add",
    "Anna", "rows", "remove 1", "journey", "note x", "review", "usual", "accept", "2",
  ]

  /// Commands on the matter, most of which add an entry; some are refused.
  private static let commands: [[String]] = [
    ["undo"], ["undo"], ["undo"], ["redo"], ["redo"],
    ["answer", "--set", "text-1=first"],
    ["answer", "--set", "text-2=second", "--set", "colour=red"],
    ["answer", "--set", "people[+].name=Zoë"], ["answer", "--set", "people[0]=?remove"],
    ["answer", "--rows", "people", "people.csv", "--add"],
    ["answer", "--rows", "people", "people.csv", "--replace"],
    ["answer", "--profile", "house"], ["profile save house"],
    ["adopt", "--packs", "newer", "--yes"], ["adopt", "--packs", "pack", "--yes"],
    ["settings", "--dates", "iso"], ["settings", "--confidentiality", "Secret"],
    ["paper add one.txt"], ["paper add two.txt --replaces one.txt"],
    ["draft", "--final", "--out", "out"],
  ]

  private func place() throws -> Place {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    for (name, text) in SmallPack.files {
      // A newer one, without the journey that was and with one question less.
      try place.write(
        text.replacing("version: 1.0.0", with: "version: 1.1.0")
          .replacing("id: draft", with: "id: long"), to: "newer/\(name)")
    }
    try place.write("name,task\nAnna,law\nBo,engineering\n", to: "people.csv")
    try place.write("1. The provider acts on instructions.\n\n2. It keeps them.\n", to: "one.txt")
    try place.write("1. The provider acts on written instructions.\n", to: "two.txt")
    return place
  }

  /// The words of a call: the matter stands behind the command's own.
  private static func call(_ command: [String], on matter: String) -> [String] {
    let words = command[0].split(separator: " ").map(String.init)
    switch words.first {
    case "paper": return ["paper", "add", matter] + words.dropFirst(2)
    case "profile": return words + [matter]
    default: return [words[0], matter] + command.dropFirst()
    }
  }

  @Test("whatever was done and taken back, the matter opens and is whole", arguments: 1...walks)
  func walk(seed: Int) throws {
    let place = try place()
    var random = SeededRandom(seed: UInt64(seed))
    var done: [String] = []
    for _ in 0..<12 {
      if Bool.random(using: &random) {
        let lines = (0..<15).map { _ in Self.typed.randomElement(using: &random) ?? "" }
        done.append(lines.joined(separator: "|"))
        let run = try Program.run(
          "s.art28", "--plain", in: place, input: lines.joined(separator: "\n") + "\nquit\nleave\n")
        #expect(run.code == 0, "\(done): \(run)")
      } else {
        let command = Self.commands.randomElement(using: &random) ?? ["undo"]
        done.append(command.joined(separator: " "))
        let run = try Program.run(Self.call(command, on: "s.art28"), in: place)
        #expect((0...3).contains(run.code), "\(done): \(run)")
      }
      try expectSound("s.art28", in: place, done)
    }
    try agrees(in: place, done)
    // Back to where it began, and as far forward as it goes.
    for word in ["undo", "redo", "undo"] {
      var count = 0
      while try Program.run(word, "s.art28", in: place).code == 0, count < 200 { count += 1 }
      #expect(try Program.run(word, "s.art28", in: place).code == 1, "\(done)")
      try expectSound("s.art28", in: place, done + ["\(word) \(count)"])
    }
    let plain = try Program.run("s.art28", "--plain", in: place, input: "undo\nquit\n")
    #expect(
      plain.code == 0 && plain.said.contains("There is nothing to undo."), "\(done): \(plain)")
    try expectSound("s.art28", in: place, done)
  }

  private func expectSound(_ name: String, in place: Place, _ done: [String]) throws {
    for command in [["show", name], ["verify", name]] {
      let run = try Program.run(command, in: place)
      #expect(run.code == 0, "\(done): \(command): \(run)")
    }
  }

  /// What the command takes back, the linear view takes back; or, where that is about the matter alone,
  /// the answer before it.
  private func agrees(in place: Place, _ done: [String]) throws {
    let bytes = try place.bytes(of: "s.art28")
    try place.write(bytes, to: "command.art28")
    try place.write(bytes, to: "typed.art28")
    let command = try Program.run("undo", "command.art28", in: place)
    #expect(command.code == 0 || command.code == 1, "\(done): \(command)")
    let typed = try Program.run("typed.art28", "--plain", in: place, input: "undo\nquit\n")
    #expect(typed.code == 0, "\(done): \(typed)")
    let byCommand = try undone("command.art28", in: place)
    let byHand = try undone("typed.art28", in: place)
    if command.code == 1 {
      #expect(typed.said.contains("There is nothing to undo."), "\(done): \(typed)")
    } else if byHand != byCommand {
      #expect((byHand ?? 0) < (byCommand ?? 0), "\(done)")
    }
    try expectSound("typed.art28", in: place, done)
    try expectSound("command.art28", in: place, done)
  }

  /// The number of the entry that the last one of the journal undoes.
  private func undone(_ name: String, in place: Place) throws -> Int? {
    let log = try Program.run("log", name, in: place).expectSuccess()
    let line = log.lines.last { $0.first?.isNumber == true } ?? ""
    return line.firstRange(of: "undoes ").flatMap {
      Int(line[$0.upperBound...].prefix { $0.isNumber })
    }
  }
}
