import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Paths that lead elsewhere, never end or never begin: nothing is read beside what was named, and
/// everything comes to an end with a word.
@Suite struct StrangeFileTests {
  /// More than anything here needs, and less than what a device or a hole in a file would take.
  private static let memory = "ulimit -v 3000000"

  @Test("the links of a questionnaire are not followed")
  func links() throws {
    let place = try Place()
    try place.write("- id: secret\n  citation: The secret\n", to: "elsewhere/secret.yaml")
    for (name, target) in [
      ("pack/more/secret.yaml", "../../elsewhere/secret.yaml"), ("pack/terms", "../elsewhere"),
      ("pack/root", "/"), ("pack/authorities.yaml", "../elsewhere/secret.yaml"),
      ("pack/more/zero.yaml", "/dev/zero"), ("pack/inner.yaml", "pack.yaml"),
      ("pack/gone.yaml", "nowhere"),
    ] {
      try SmallPack.write(to: place)
      let path = place.file(name)
      unlink(path)
      try #require(symlink(target, path) == 0)
      defer { unlink(path) }
      let made = try Program.run("new", "s.art28", "--packs", "pack", in: place)
      #expect(made.code == 3, "\(name): \(made)")
      #expect(made.complaint.contains("\(name)” is a link"), "\(name): \(made)")
      #expect(!place.exists("s.art28"))
      #expect(try Program.run("check", "pack", in: place).code == 3)
    }
    try SmallPack.write(to: place)
    try Program.run("check", "pack", in: place).expectSuccess()
    // How the person comes to the folder is their own affair.
    try #require(symlink("pack", place.file("mine")) == 0)
    try Program.run("check", "mine", in: place).expectSuccess()
  }

  @Test("only plain files of a questionnaire are read, so many and so large as one needs")
  func packsOfOtherThings() throws {
    let place = try Place()
    try SmallPack.write(to: place)
    func check(_ words: String, _ location: SourceLocation = #_sourceLocation) throws {
      let run = try Program.shell("\(Self.memory); timeout 60 art28 check pack", in: place)
      #expect(run.code == 3, "\(run)", sourceLocation: location)
      #expect(run.complaint.contains(words), "\(run)", sourceLocation: location)
    }
    let fifo = place.file("pack/more/pipe.yaml")
    try #require(mkfifo(fifo, 0o600) == 0)
    try check("pipe.yaml” is no plain file")
    unlink(fifo)

    let hole = try place.write("", to: "pack/more/hole.yaml")
    try #require(truncate(hole, 3_000_000_000) == 0)
    try check("hole.yaml” is larger than 2 MB")
    unlink(hole)
    for number in 0..<11 {
      try place.write(
        [UInt8](repeating: UInt8(ascii: "#"), count: 1_990_000), to: "pack/terms/\(number).yaml")
    }
    try check("more than 20 MB")
    try FileManager.default.removeItem(atPath: place.file("pack/terms"))

    try place.write("", to: "pack/a/b/c/d/e/f/g/h.yaml")
    try check("lies too deep")
    try FileManager.default.removeItem(atPath: place.file("pack/a"))
    mkdir(place.file("pack/many"), 0o700)
    for number in 0..<20_001 {
      close(creat(place.file("pack/many/\(number)"), 0o600))
    }
    try check("more than 20,000 files")
    try FileManager.default.removeItem(atPath: place.file("pack/many"))
    // What is no part of a pack may lie there.
    try place.write([0, 1, 2], to: "pack/picture.png")
    try #require(mkfifo(place.file("pack/pipe"), 0o600) == 0)
    try Program.run("check", "pack", in: place).expectSuccess()
    #expect(try Program.run("check", "/", in: place).complaint.contains("holds no pack"))
  }

  @Test("no device is read, and no pipe is waited for")
  func otherFiles() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    try Program.run("style", "new", "style", in: place).expectSuccess()
    unlink(place.file("style/template.typ"))
    try #require(symlink("/dev/zero", place.file("style/template.typ")) == 0)
    try #require(mkfifo(place.file("pipe"), 0o600) == 0)
    let hole = try place.write("", to: "hole")
    try #require(truncate(hole, 3_000_000_000) == 0)
    for path in ["/dev/zero", "pipe", "hole", "/"] {
      for line in [
        "new n.art28 --packs pack --from \(path)", "answer s.art28 --from \(path)",
        "answer s.art28 --sheet \(path)", "import \(path) n.art28", "verify s.art28 \(path)",
        "verify s.art28 --key \(path)", "draft s.art28 --final --sign \(path)", "show \(path)",
        "import s.art28 \(path)", "draft s.art28 --style style --to docx",
      ] {
        let run = try Program.shell("\(Self.memory); timeout 60 art28 \(line)", in: place)
        // An empty pipe holds no answers, which is nothing wrong.
        let isEmpty = path == "pipe" && (line.contains("--from") || line.contains("--sheet"))
        #expect(isEmpty || run.code == 3 || run.code == 1, "\(line): \(run)")
        if path != "/", !isEmpty, line.hasPrefix("answer") {
          #expect(run.complaint.contains("\(path)” is "), "\(line): \(run)")
        }
        unlink(place.file("n.art28"))
      }
    }
    let endless = try Program.shell(
      "\(Self.memory); for line in 'answer s.art28 --from -' 'import - n.art28' 's.art28 --plain'; "
        + "do timeout 60 art28 $line </dev/zero; echo $?; done", in: place)
    #expect(endless.lines.filter { ["0", "3"].contains($0) }.count == 3, "\(endless)")
    #expect(endless.complaint.contains("“-” is larger than 50 MB"), "\(endless)")
  }

  @Test("answers come out of a pipe that a shell puts in the place of a file")
  func pipes() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let run = try Program.shell(
      "echo 'text-1: one' | art28 answer s.art28 --from /dev/stdin "
        + "&& art28 export s.art28 | art28 import /dev/stdin again.art28", in: place)
    #expect(run.code == 0, "\(run)")
    #expect(try SmallPack.answers("again.art28", in: place) == ["text-1": "one"])
  }

  @Test("a questionnaire that lies where somebody works is not taken for the program's own")
  func packAtHand() throws {
    let place = try Place()
    for (name, text) in SmallPack.files {
      try place.write(text, to: "Questionnaires/small/\(name)")
    }
    let questions = try Program.run("questions", in: place).expectSuccess()
    #expect(!questions.said.contains("What is text number 1?"))
    let made = try Program.run(
      "new", "s.art28", "--packs", "Questionnaires", "--by", "A", in: place)
    #expect(made.said.contains("small 1.0.0, is that of “Questionnaires/small”"), "\(made)")
    let named = try Program.run(
      "new", "t.art28", "--by", "A", in: place, environment: ["ART28_PACKS": "Questionnaires"])
    #expect(named.said.contains("“Questionnaires/small”"), "\(named)")
    let own = try Program.run("new", "u.art28", "--by", "A", in: place)
    #expect(own.said == "Made u.art28.\n")
    try place.isKnown()
    let terminal = try OnTerminal.start(["--packs", "Questionnaires"], in: place)
    try terminal.wait(for: "“Questionnaires/small”")
    try terminal.leave()
  }

  @Test("a compiled questionnaire that others can write is compiled anew")
  func compiledByOthers() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let own: [String: String?] = ["XDG_CACHE_HOME": place.file("cache")]
    func draft() throws -> String {
      try Program.run("draft", "s.art28", "--out", "out", in: place, environment: own)
        .expectSuccess()
      return try place.text(of: "out/agreement.md")
    }
    #expect(try draft().contains("The colour is"))
    let name = try #require(try place.names(in: "cache/art28/packs").first)
    var bytes = try place.bytes(of: "cache/art28/packs/\(name)")
    let mark = try #require(bytes.firstRange(of: Array("The colour is".utf8)))
    bytes.replaceSubrange(mark, with: Array("The crayon is".utf8))
    try place.write(bytes, to: "cache/art28/packs/\(name)")
    try #require(chmod(place.file("cache/art28/packs/\(name)"), 0o666) == 0)
    #expect(try draft().contains("The colour is"))
  }

  @Test("a questionnaire beside a program that was unpacked somewhere is not taken for its own")
  func packBesideTheProgram() throws {
    let place = try Place()
    try FileManager.default.createDirectory(
      atPath: place.file("Downloads/tool/bin"), withIntermediateDirectories: true)
    let program = place.file("Downloads/tool/bin/art28")
    if link(Program.path, program) != 0 {
      try Program.shell("cp '\(Program.path)' Downloads/tool/bin/art28", in: place).expectSuccess()
    }
    func ask() throws -> Program {
      try Program.shell("./Downloads/tool/bin/art28 questions", in: place)
    }
    for folder in ["Downloads", "Downloads/tool", "Downloads/tool/bin"] {
      for (name, text) in SmallPack.files {
        try place.write(text, to: "\(folder)/Questionnaires/small/\(name)")
      }
      let run = try ask()
      #expect(run.code == 3 && run.complaint.contains("No questionnaires were found"), "\(run)")
    }
    for (name, text) in SmallPack.files {
      try place.write(text, to: "Downloads/tool/share/art28/Questionnaires/small/\(name)")
    }
    #expect(try ask().said.contains("What is text number 1?"))
  }

  @Test("a matter whose questionnaire only looks like the program's own is told of")
  func likeness() throws {
    let place = try Place()
    try FileManager.default.createDirectory(
      atPath: place.file("tool/bin"), withIntermediateDirectories: true)
    if link(Program.path, place.file("tool/bin/art28")) != 0 {
      try Program.shell("cp '\(Program.path)' tool/bin/art28", in: place).expectSuccess()
    }
    for (name, text) in SmallPack.files {
      try place.write(text, to: "tool/share/art28/Questionnaires/small/\(name)")
      try place.write(
        text.replacing("The colour is", with: "The crayon is"), to: "doctored/small/\(name)")
    }
    func run(_ words: String) throws -> Program {
      try Program.shell("./tool/bin/art28 \(words)", in: place)
    }
    try run("new own.art28 --by A").expectSuccess()
    try run("new doctored.art28 --packs doctored --by A").expectSuccess()
    let says = "calls itself small 1.0.0, and has other words than the one that came with art28"
    for words in ["show", "draft", "verify"] {
      let doctored = try run("\(words) doctored.art28")
      #expect((doctored.said + doctored.complaint).contains(says), "\(words): \(doctored)")
      let own = try run("\(words) own.art28")
      #expect(!(own.said + own.complaint).contains("calls itself"), "\(words): \(own)")
    }
  }

  @Test("the links of a style lead nowhere, and its template to no network")
  func styles() throws {
    let place = try Place()
    try place.write("the secret", to: "secret.txt")
    try Program.run("style", "new", "style", in: place).expectSuccess()
    for name in ["style/.secret.txt", "style/fonts/secret.txt"] {
      mkdir(place.file("style/fonts"), 0o700)
      try #require(symlink(place.file("secret.txt"), place.file(name)) == 0)
      let run = try Program.run("style", "check", "style", in: place)
      #expect(run.code == 3, "\(run)")
      #expect(run.complaint.contains("\(name)” is a link"), "\(run)")
      unlink(place.file(name))
    }
    try #require(mkfifo(place.file("style/pipe"), 0o600) == 0)
    #expect(try Program.run("style", "check", "style", in: place).code == 3)
    unlink(place.file("style/pipe"))
    guard OtherTools.pythonIsHere else { return }
    try Program.run("style", "check", "style", in: place).expectSuccess()
    let template = try place.text(of: "style/template.typ")
    try place.write("#import \"@preview/cetz:0.3.0\": *\n" + template, to: "style/template.typ")
    let run = try Program.run("style", "check", "style", in: place)
    #expect(run.code == 1, "\(run)")
    #expect(run.complaint.contains("refused"), "\(run)")
  }
}
