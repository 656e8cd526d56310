import Glibc
import TestSupport
import Testing

/// The commands, without a terminal: what they say, what they keep, how they end.
@Suite struct HeadlessTests {
  @Test("a matter is made, answered, shown, drafted and reported")
  func theWholeWay() throws {
    let place = try Place()
    try place.writeWholeCase()
    let made = try Program.run(
      "new", "case.art28", "--from", "answers.yaml", "--by", "Dr. Test", in: place)
    #expect(made.code == 0, "\(made)")
    #expect(made.lines.first == "Made case.art28.")
    #expect(made.complaint.isEmpty)
    #expect(try place.mode(of: "case.art28") == 0o600)

    let shown = try Program.run("show", "case.art28", "--json", in: place)
    #expect(shown.code == 0)
    let whole = try JSONReading(shown.said)
    #expect(whole["matter"].string == "case")
    #expect(whole["pack"].string == "ai-dpa")
    #expect(whole["answers"].array.count > 300)
    let settled: Set<String> = ["answered", "not-applicable"]
    #expect(whole["answers"].array.allSatisfy { settled.contains($0["state"].string) })

    let drafted = try Program.run(
      "draft", "case.art28", "--to", "md,txt,html", "--out", "out", in: place)
    #expect(drafted.code == 0, "\(drafted)")
    let agreements = ["out/agreement.md", "out/agreement.txt", "out/agreement.html"]
    #expect(Array(drafted.lines.prefix(3)) == agreements)
    for name in ["md", "txt", "html"] {
      let text = try place.text(of: "out/agreement.\(name)")
      #expect(text.contains("Example Holding GmbH"), "\(name)")
      #expect(text.contains("Clearwater Assist Ltd"), "\(name)")
    }

    let reported = try Program.run(
      "report", "case.art28", "--to", "md,json", "--out", "out", in: place)
    #expect(reported.code == 0, "\(reported)")
    let report = try JSONReading(try place.text(of: "out/gap-report.json"))
    #expect(report["coverage"].array.count >= 20)
    #expect(report["findings"].array.isEmpty)
    #expect(report["matrix"].array.count == 10)
    #expect(report["matrix"].array.allSatisfy { $0["contract"]["grade"].string == "present" })
    #expect(try place.text(of: "out/gap-report.md").contains("This is not legal advice."))
  }

  @Test("a refused value is named and loses no other")
  func refusedValues() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let answered = try Program.run(
      "answer", "s.art28", "--set", "text-1=one", "--set", "colour=purple", "--set",
      "notice=0 day", "--set", "nobody=x", "--set", "text-30=thirty", "--set",
      "people[+].name=Änne", "--set", "people[0].task=all of it", "--set", "story=?unknown",
      "--set",
      "text-2=?parked", "--set", "text-3=?not-applicable:there is no third", in: place)
    #expect(answered.code == 1)
    #expect(
      answered.complaint.split(separator: "\n").map { $0.prefix { $0 != ":" } } == [
        "colour", "notice", "nobody", "3 answers were refused; the others are kept.",
      ])
    let shown = try JSONReading(
      try Program.run("show", "s.art28", "--json", in: place).said)
    var states: [String: String] = [:]
    var values: [String: String] = [:]
    for answer in shown["answers"].array {
      states[answer["linkId"].string] = answer["state"].string
      values[answer["linkId"].string] = answer["value"].string
    }
    #expect(values["text-1"] == "one")
    #expect(values["text-30"] == "thirty")
    #expect(values["people.name"] == "Änne")
    #expect(values["people.task"] == "all of it")
    #expect(states["story"] == "unknown")
    #expect(states["text-2"] == "parked")
    #expect(states["text-3"] == "not-applicable")
    #expect(states["colour"] == "open")
    #expect(states["notice"] == "open")
  }

  @Test("answers come from standard input, in YAML and in JSON")
  func standardInput() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let yaml = try Program.run(
      "answer", "s.art28", "--from", "-", in: place,
      input: "text-1: one\nnotice: 3 day\npeople:\n  - {name: Zoë, task: reading}\n")
    #expect(yaml.code == 0, "\(yaml)")
    let json = try Program.run(
      "answer", "s.art28", "--from", "-", in: place,
      input: #"{"text-2": "two", "colour": "grey", "story": {"state": "parked", "note": "later"}}"#)
    #expect(json.code == 0, "\(json)")
    let shown = try Program.run("show", "s.art28", in: place)
    for words in ["one", "two", "Grey", "3 days", "Zoë", "later"] {
      #expect(shown.said.contains(words), "\(words) in \(shown)")
    }
  }

  @Test("a file is read as it was saved, or it is said what to do")
  func encodings() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let text = "text-1: Krämer GmbH\r\nnotice: 3 day\r\n"
    let units = [0xFEFF] + Array(text.utf16)
    let utf16 = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let files: [(String, [UInt8])] = [
      ("mark.yaml", Array("\u{FEFF}\(text)".utf8)), ("utf16.yaml", utf16),
      ("swapped.yaml", units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
      ("bare.yaml", Array(utf16.dropFirst(2))),
    ]
    for (name, bytes) in files {
      try place.write(bytes, to: name)
      let run = try Program.run("answer", "s.art28", "--from", name, in: place)
      #expect(run.code == 0 && run.said == "2 answers kept.\n", "\(name): \(run)")
      #expect(try Program.run("show", "s.art28", in: place).said.contains("Krämer GmbH"), "\(name)")
    }
    try place.write([UInt8](text.unicodeScalars.map { UInt8($0.value) }), to: "latin.yaml")
    let refused = try Program.run("answer", "s.art28", "--from", "latin.yaml", in: place)
    #expect(refused.code == 3 && refused.complaint.contains("Save it as UTF-8"), "\(refused)")
  }

  @Test("a file without an answer is not taken for one")
  func nothingUnderstood() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    try place.write("Sorry, I am on leave.\n", to: "sheet.txt")
    try place.write("# nothing yet\n", to: "answers.yaml")
    for (option, name) in [("--sheet", "sheet.txt"), ("--from", "answers.yaml")] {
      let run = try Program.run("answer", "s.art28", option, name, in: place)
      #expect(
        run.code == 1 && run.complaint.contains("No answer was found in “\(name)”."), "\(run)")
    }
    try place.write("> == text-1 ==\n> Answer:\n> one\n", to: "sheet.txt")
    let run = try Program.run("answer", "s.art28", "--sheet", "sheet.txt", in: place)
    #expect(run.code == 0 && run.said == "1 answer kept.\n", "\(run)")
  }

  @Test("an export comes back as the same matter")
  func exportAndImport() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    try Program.run(
      "answer", "s.art28", "--set", "text-1=Grüße 山田 \u{1F469}\u{200D}\u{2696}\u{FE0F}", "--set",
      "people[+].name=a", in: place
    ).expectSuccess()
    try Program.run("answer", "s.art28", "--set", "text-1=other", in: place).expectSuccess()
    try Program.run("export", "s.art28", "--out", "s.json", in: place).expectSuccess()
    let printed = try Program.run("export", "s.art28", in: place)
    #expect(try printed.output == place.bytes(of: "s.json"))
    try Program.run("import", "s.json", "again.art28", in: place).expectSuccess()
    try Program.run("export", "again.art28", "--out", "again.json", in: place).expectSuccess()
    #expect(try place.bytes(of: "again.json") == place.bytes(of: "s.json"))
    try Program.run("verify", "again.art28", in: place).expectSuccess()
    let log = try Program.run("log", "again.art28", in: place)
    #expect(log.said.contains("text 1: open → Grüße 山田"))
    #expect(log.said.contains("Grüße 山田"))
    #expect(log.said.contains("→ other"))
    // An existing file is never written over.
    let refused = try Program.run("import", "s.json", "again.art28", in: place)
    #expect(refused.code == 3, "\(refused)")
    #expect(try Program.run("new", "s.art28", in: place).code == 3)
  }

  @Test("a sentence and a question are explained")
  func explaining() throws {
    let place = try Place()
    try place.writeWholeCase()
    try Program.run("new", "case.art28", "--from", "answers.yaml", in: place).expectSuccess()
    let number = try Program.run("explain", "case.art28", "7.2", in: place)
    #expect(number.code == 0)
    #expect(number.said.contains("rests on GDPR, Art. 28"))
    #expect(number.said.contains("from objection"))
    let question = try Program.run("explain", "case.art28", "objection", in: place)
    #expect(question.code == 0)
    #expect(question.said.contains("Prints in"))
    let neither = try Program.run("explain", "case.art28", "99.9", in: place)
    #expect(neither.code == 1)
    #expect(neither.complaint.contains("99.9"))
  }

  @Test("questions, check and coverage of the questionnaire")
  func thePack() throws {
    let place = try Place()
    let questions = try Program.run("questions", "--json", in: place)
    let list = try JSONReading(questions.said)
    #expect(list.array.count > 300)
    for question in list.array {
      #expect(!question["linkId"].string.isEmpty)
      #expect(!question["text"].string.isEmpty)
      #expect(!question["kind"].string.isEmpty)
      #expect(!question["step"].string.isEmpty)
    }
    let check = try Program.run("check", Project.pack, in: place)
    #expect(check.code == 0, "\(check)")
    #expect(check.said.contains("No fault."))
    let coverage = try Program.run("coverage", "--json", in: place)
    #expect(coverage.code == 0, "\(coverage)")
    let items = try JSONReading(coverage.said)
    #expect(items.array.count > 300)
  }

  @Test("exit codes: 0 done, 1 found or refused, 2 usage, 3 file")
  func exitCodes() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    func code(_ arguments: String...) throws -> Int32 {
      let run = try Program.run(arguments, in: place)
      // Whoever fails says why on standard error, and one who succeeds is no chatterbox there.
      if run.code != 0 { #expect(!run.complaint.isEmpty, "\(arguments)") }
      #expect(!run.complaint.contains("Error Domain"))
      return run.code
    }
    #expect(try code("--version") == 0)
    #expect(try code("--help") == 0)
    #expect(try code("help", "draft") == 0)
    #expect(try code("draft", "s.art28", "--out", "out") == 0)
    #expect(try code("report", "s.art28", "--out", "out") == 0)
    #expect(try code("draft", "s.art28", "--out", "out", "--strict") == 1)
    #expect(try code("report", "s.art28", "--out", "out", "--strict") == 1)
    #expect(try code("answer", "s.art28", "--set", "colour=purple") == 1)
    #expect(try code("--no-such-option") == 2)
    #expect(try code("draft") == 2)
    #expect(try code("draft", "s.art28", "--to", "wordperfect") == 2)
    #expect(try code("answer", "s.art28", "--set", "nothing") == 2)
    #expect(try code("show", "s.art28", "--as-of", "someday") == 2)
    #expect(try code("new", "n.art28", "--journey", "nowhere") == 2)
    #expect(!place.exists("n.art28"))
    #expect(try code("show", "absent.art28") == 3)
    #expect(try code("answer", "s.art28", "--from", "absent.yaml") == 3)
    #expect(try code("new", "no/such/folder/n.art28") == 3)
    try place.write("not a matter", to: "text.art28")
    #expect(try code("show", "text.art28") == 3)
    #expect(try code("check", "no-such-pack") == 3)
    #expect(try code("import", "absent.json", "n.art28") == 3)
    #expect(try code("open", "absent.art28") == 3)
  }

  @Test("a questionnaire with faults: all of them, with file, line and column")
  func aPackWithFaults() throws {
    let place = try Place()
    try SmallPack.write(to: place)
    var more = try place.text(of: "pack/more/4-more.yaml")
    more = more.replacing("type: choice", with: "type: choise")
    more = more.replacing("help: As long as you like.", with: "halp: As long as you like.")
    try place.write(more, to: "pack/more/4-more.yaml")
    let check = try Program.run("check", "pack", in: place)
    #expect(check.code == 1)
    let places = check.complaint.split(separator: "\n").filter { $0.hasPrefix("more/4-more.yaml:") }
    #expect(places.count >= 2, "\(check)")
    #expect(places.allSatisfy { $0.split(separator: ":").prefix(3).count == 3 })
    #expect(check.complaint.contains("faults."))
    let new = try Program.run("new", "s.art28", "--packs", "pack", in: place)
    #expect(new.code == 1, "\(new)")
    #expect(!place.exists("s.art28"))
  }

  @Test("what goes to a pipe or a file has no colour and no control character")
  func noColour() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let commands = [
      ["--help"], ["help", "answer"], ["questions"], ["show", "s.art28"], ["log", "s.art28"],
      ["draft", "s.art28", "--to", "md,txt"], ["report", "s.art28"], ["explain", "s.art28", "1.1"],
      ["answer", "s.art28", "--set", "colour=purple"], ["verify", "s.art28"], ["check", "pack"],
      ["show", "absent.art28"],
    ]
    for command in commands {
      let run = try Program.run(
        command, in: place, environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
      for text in [run.said, run.complaint] {
        #expect(
          text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
          }, "\(command)")
      }
    }
  }

  @Test("one that stops reading is no accident")
  func closedPipe() throws {
    let place = try Place()
    let run = try Program.shell("art28 questions --json | head -n 1", in: place)
    #expect(run.code == 0)
    #expect(run.said == "[\n")
    #expect(run.complaint.isEmpty, "\(run)")
  }

  @Test("completions for three shells")
  func completions() throws {
    let place = try Place()
    for shell in ["bash", "zsh", "fish"] {
      let run = try Program.run("--generate-completion-script", shell, in: place)
      #expect(run.code == 0)
      for command in ["draft", "report", "coverage"] { #expect(run.said.contains(command)) }
    }
    let script = try Program.shell(
      "art28 --generate-completion-script bash > c && bash -n c", in: place)
    #expect(script.code == 0, "\(script)")
  }
}

extension Program {
  /// Runs that are only the way to what is tested.
  @discardableResult
  func expectSuccess(_ location: SourceLocation = #_sourceLocation) -> Program {
    #expect(code == 0, "\(self)", sourceLocation: location)
    return self
  }
}

extension Place {
  /// The clean case of the questionnaire, as one file of answers.
  func writeWholeCase(_ name: String = "answers.yaml") throws {
    let folder = "\(Project.pack)/examples/clean"
    var text = ""
    for file in try Project.names(in: "Questionnaires/ai-dpa/examples/clean")
    where file.hasSuffix(".yaml") {
      text += try Project.text(of: "Questionnaires/ai-dpa/examples/clean/\(file)") + "\n"
    }
    precondition(!text.isEmpty, "no clean case in \(folder)")
    try write(text, to: name)
  }

  func mode(of name: String) throws -> mode_t {
    var info = stat()
    guard stat(file(name), &info) == 0 else { throw CannotMake(what: name) }
    return info.st_mode & 0o777
  }
}

extension SmallPack {
  /// A matter of this pack.
  static func make(_ name: String, in place: Place) throws {
    if !place.exists("pack") { try write(to: place) }
    try Program.run("new", name, "--packs", "pack", "--by", "Dr. Test", in: place).expectSuccess()
  }
}
