import TestSupport
import Testing

/// Every command of the program, among words of somebody who means ill, and with an output that
/// takes nothing.
@Suite struct EveryCommandTests {
  @Test("no word of a stranger acts on the terminal, whatever the command")
  func nothingActs() throws {
    let hostile = try HostilePlace()
    let commands = try ListedCommand.all(in: hostile.place)
    #expect(commands.count > 20)
    for (number, command) in commands.enumerated() {
      let whole = hostile.arguments(of: command, number: number)
      var calls = [whole, command.words, command.words + [HostilePlace.words, HostilePlace.words]]
      for argument in command.arguments {
        switch argument.kind {
        case .flag: calls.append(whole + [argument.name])
        case .option: calls.append(whole + [argument.name, HostilePlace.words])
        case .positional: break
        }
      }
      for call in calls {
        let run = try Program.run(call, in: hostile.place, input: Self.typed)
        #expect((0...3).contains(run.code), "\(call): \(run)")
        expectNothingActs(run.complaint, "\(call)")
        // An export is the file itself.
        if command.words != ["export"] { expectNothingActs(run.said, "\(call)") }
      }
      let said = try Program.run(whole, in: hostile.place, input: Self.typed)
      // A line end in a value begins no line; help, a sheet and a redline are texts of several.
      if !["open", "ask", "diff", "export"].contains(command.description) {
        #expect(!said.lines.contains { $0.hasPrefix("forged") }, "\(command): \(said)")
      }
    }
  }

  /// Goes through the pages of the linear view.
  private static let typed =
    [
      "help", "draft", "back", "list", "back", "review", "back", "usual", "back", "findings", "1",
      "back",
    ]
    .joined(separator: "\n") + "\nfind text\nback\nread\n\nback\nfinish\nback\nundo\nredo\nquit\n"

  private func expectNothingActs(
    _ text: String, _ call: String, _ location: SourceLocation = #_sourceLocation
  ) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      if scalar.properties.generalCategory == .control || scalar.properties.isBidiControl {
        Issue.record(
          "U+\(String(scalar.value, radix: 16)) in \(call.debugDescription):\n\(text.debugDescription)",
          sourceLocation: location)
        return
      }
    }
  }

  @Test("an export on a terminal is words, and in a file it is the export")
  func exportOnTerminal() throws {
    let hostile = try HostilePlace()
    for arguments in [["export", hostile.matter], ["show", hostile.matter, "--json"]] {
      let terminal = try OnTerminal.start(arguments, in: hostile.place)
      #expect(try terminal.waitForEnd() == .exit(0))
      let said = String(decoding: terminal.output, as: UTF8.self)
      #expect(said.contains("owned"))
      #expect(
        !said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{202E}" })
    }
    #expect(
      try hostile.run("export", hostile.matter).output == hostile.place.bytes(of: "export.json"))
  }

  @Test("what standard output does not take is a failure, whatever the command")
  func fullOutput() throws {
    let hostile = try HostilePlace()
    var tried = 0
    for (number, command) in try ListedCommand.all(in: hostile.place).enumerated() {
      let run = try Program.run(
        hostile.arguments(of: command, number: number), in: hostile.place, input: "quit\n")
      guard run.code == 0, !run.output.isEmpty else { continue }
      tried += 1
      for (place, offset) in [(">/dev/full", 100), (">&-", 200)] {
        // Other names, for what may be made once only.
        let line = hostile.arguments(of: command, number: number + offset).map(Self.quoted)
          .joined(separator: " ")
        let full = try Program.shell("echo quit | art28 \(line) \(place)", in: hostile.place)
        #expect(full.code == 3, "\(command) \(place): \(full)")
        #expect(full.complaint.contains("standard output"), "\(command) \(place): \(full)")
      }
    }
    #expect(tried > 15)
    for word in ["--help", "--version", "--generate-completion-script=bash"] {
      #expect(try Program.shell("art28 \(word) >/dev/full", in: hostile.place).code == 3, "\(word)")
    }
  }

  @Test("a closed standard output costs nothing, and no file gets words for it")
  func closedOutput() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    try Program.run("draft", "s.art28", "--to", "md,txt", "--out", "one", in: place).expectSuccess()
    let closed = try Program.shell("art28 draft s.art28 --to md,txt --out two >&- <&-", in: place)
    #expect(closed.code == 3, "\(closed)")
    for name in ["agreement.md", "agreement.txt"] {
      #expect(try place.bytes(of: "two/\(name)") == place.bytes(of: "one/\(name)"))
    }
    try Program.run("verify", "s.art28", in: place).expectSuccess()
  }

  @Test("a reader who has enough is no failure")
  func closedPipe() throws {
    let place = try Place()
    let run = try Program.shell("{ art28 questions --json; echo $? >&2; } | head -n 1", in: place)
    #expect(run.said == "[\n")
    #expect(run.complaint == "0\n")
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
