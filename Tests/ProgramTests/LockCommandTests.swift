import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Locked matters on the command line: what a script does, what nobody can read, and what is lost never.
@Suite struct LockCommandTests {
  private let place: Place
  private static let passphrase = "vier gute Wörter hier"

  init() throws {
    place = try Place()
    try place.isKnown()
    try SmallPack.make("m.art28", in: place)
  }

  /// Runs with lines for `ART28_PASSPHRASE_FD`, and without a terminal.
  @discardableResult
  private func art28(_ line: String, _ passphrases: String...) throws -> Program {
    try place.write(passphrases.map { "\($0)\n" }.joined(), to: "typed")
    let given = passphrases.isEmpty ? "" : "ART28_PASSPHRASE_FD=3 "
    let run = try Program.shell(
      "\(given)setsid -w art28 \(line)\(passphrases.isEmpty ? "" : " 3<typed")", in: place)
    unlink(place.file("typed"))
    return run
  }

  private func recovery(in run: Program) throws -> String {
    try #require(run.lines.first { $0.split(separator: "-").count == 14 }).trimming()
  }

  @Test("a matter is locked, worked on and unlocked, and its export and draft are the same")
  func wholeWay() throws {
    try art28("answer m.art28 --set text-1=one").expectSuccess()
    let export = try art28("export m.art28").output
    let draft = try art28("draft m.art28 --out a").expectSuccess()
    let locked = try art28("lock m.art28", Self.passphrase).expectSuccess()
    #expect(locked.said.contains("Recovery key"))
    #expect(locked.said.contains("backup"))
    #expect(try place.names().filter { $0.contains("art28") } == ["m.art28"])
    #expect(try art28("export m.art28", Self.passphrase).output == export)
    #expect(try art28("draft m.art28 --out b", Self.passphrase).lines.count == draft.lines.count)
    #expect(try place.bytes(of: "a/agreement.md") == place.bytes(of: "b/agreement.md"))
    try art28("answer m.art28 --set text-2=two", Self.passphrase).expectSuccess()
    #expect(try art28("log m.art28", Self.passphrase).said.contains("two"))
    #expect(
      try art28("verify m.art28", Self.passphrase).expectSuccess().said
        .contains("The journal is whole"))
    try art28("unlock m.art28", Self.passphrase).expectSuccess()
    #expect(try art28("show m.art28").expectSuccess().said.contains("two"))
    #expect(try art28("unlock m.art28", Self.passphrase).code == 3)
  }

  @Test("without a passphrase a sentence says how, and order alone is checked")
  func withoutPassphrase() throws {
    try art28("lock m.art28", Self.passphrase).expectSuccess()
    for command in ["show", "log", "export", "undo", "draft", "ask"] {
      let run = try art28("\(command) m.art28")
      #expect(run.code == 3, "\(command): \(run)")
      #expect(run.complaint.contains("ART28_PASSPHRASE_FD"), "\(command): \(run)")
      #expect(run.said.isEmpty)
    }
    let verified = try art28("verify m.art28").expectSuccess()
    #expect(verified.said.contains("was not read"))
    #expect(try art28("verify m.art28 m.art28").code == 3)
    for wrong in [["not this one"], ["vier gute wörter hier"]] {
      let run = try art28("show m.art28", wrong[0])
      #expect(run.code == 3 && run.complaint.contains("does not open"), "\(run)")
      #expect(run.complaint.contains("recovery key"))
    }
    let empty = try art28("show m.art28", "")
    #expect(empty.code == 3, "\(empty)")
    let shut = try Program.shell("ART28_PASSPHRASE_FD=77 setsid -w art28 show m.art28", in: place)
    #expect(shut.code == 3 && shut.complaint.contains("no open descriptor"), "\(shut)")
    #expect(try art28("lock m.art28", Self.passphrase).code == 3)
  }

  @Test("whoever breaks off at a passphrase finds a terminal that shows what is typed")
  func brokenOff() throws {
    try art28("lock m.art28", Self.passphrase).expectSuccess()
    for command in ["log", "verify"] {
      for signal in [SIGINT, SIGTERM, SIGHUP] {
        let terminal = try OnTerminal.start([command, "m.art28"], in: place)
        try terminal.wait(for: "Passphrase for")
        #expect(!terminal.isCooked)
        if signal == SIGINT { try terminal.send([3]) } else { terminal.signal(signal) }
        #expect(try terminal.waitForEnd() == .signal(signal), "\(command)")
        terminal.expectRestored()
      }
    }
  }

  @Test("a passphrase is changed, added and removed, and the recovery key replaces a lost one")
  func passphrases() throws {
    let key = try recovery(in: try art28("lock m.art28", Self.passphrase).expectSuccess())
    try art28("passphrase change m.art28", Self.passphrase, "die zweite ist länger").expectSuccess()
    #expect(try art28("show m.art28", Self.passphrase).code == 3)
    try art28("passphrase add m.art28", "die zweite ist länger", "und eine dritte dazu")
      .expectSuccess()
    try art28("show m.art28", "und eine dritte dazu").expectSuccess()
    // Both are lost.
    try art28("passphrase change m.art28", key.lowercased(), "nun diese vierte da").expectSuccess()
    let ways = try art28("passphrase list m.art28", "nun diese vierte da").expectSuccess().lines
    #expect(ways.count == 4 && ways[3].contains("used now"), "\(ways)")
    for number in [1, 3] {
      try art28("passphrase remove m.art28 \(number)", "nun diese vierte da").expectSuccess()
    }
    #expect(try art28("show m.art28", "die zweite ist länger").code == 3)
    let new = try recovery(in: try art28("passphrase recovery m.art28", "nun diese vierte da"))
    #expect(try art28("show m.art28", key).code == 3)
    try art28("show m.art28", new).expectSuccess()
    var wrong = Array(new)
    wrong[0] = wrong[0] == "7" ? "8" : "7"
    let mistyped = try art28("show m.art28", String(wrong))
    #expect(mistyped.code == 3 && mistyped.complaint.contains("typing mistake"), "\(mistyped)")
    // What is left is the fourth passphrase and the new recovery key, which has the first free number.
    try art28("passphrase remove m.art28 1", "nun diese vierte da").expectSuccess()
    let last = try art28("passphrase remove m.art28 4", "nun diese vierte da")
    #expect(last.code == 3 && last.complaint.contains("last way"), "\(last)")
    try art28("show m.art28", "nun diese vierte da").expectSuccess()
  }

  @Test("a folder is a library: one passphrase for all that is in it, and what comes later")
  func library() throws {
    #expect(mkdir(place.file("f"), 0o700) == 0)
    try SmallPack.make("f/a.art28", in: place)
    try SmallPack.make("f/b.art28", in: place)
    let key = try recovery(in: try art28("lock f", Self.passphrase).expectSuccess())
    #expect(try place.names(in: "f") == ["a.art28", "b.art28", "library.art28-key"])
    try art28("new f/c.art28 --packs pack --locked", Self.passphrase).expectSuccess()
    for name in ["a", "b", "c"] {
      try art28("show f/\(name).art28", Self.passphrase).expectSuccess()
      try art28("show f/\(name).art28", key).expectSuccess()
      #expect(try art28("show f/\(name).art28").code == 3)
    }
    try art28("passphrase change f", Self.passphrase, "die zweite ist länger").expectSuccess()
    #expect(try art28("show f/a.art28", Self.passphrase).code == 3)
    try art28("show f/a.art28", "die zweite ist länger").expectSuccess()
    // Without the library's file the recovery key is left.
    unlink(place.file("f/library.art28-key"))
    #expect(try art28("show f/a.art28", "die zweite ist länger").code == 3)
    try art28("show f/a.art28", key).expectSuccess()
    for name in ["a", "b", "c"] { try art28("unlock f/\(name).art28", key).expectSuccess() }
  }

  @Test("no word of a locked matter is on the disk, also after the program was shot")
  func nowhere() throws {
    let secret = "Qx7Nordlicht"
    for line in [
      "new s.art28 --packs pack --locked",
      "answer s.art28 --set text-1=\(secret)1 --set story=\(secret)2 --note \(secret)3",
      "answer s.art28 --set 'people[+].name=\(secret)4' --by \(secret)5",
      "answer s.art28 --set 'text-2=?parked:\(secret)6'",
      "settings s.art28 --confidentiality \(secret)7", "undo s.art28 --by \(secret)8",
      "redo s.art28", "show s.art28", "log s.art28",
    ] {
      try art28(line, Self.passphrase).expectSuccess()
    }
    try FileManager.default.removeItem(atPath: place.file("pack"))
    try place.write("\(secret)9 paper", to: "paper.txt")
    try art28("paper add s.art28 paper.txt", Self.passphrase)
    unlink(place.file("paper.txt"))

    let terminal = try OnTerminal.start(["s.art28"], in: place, environment: tempHere)
    try terminal.wait(for: "is locked")
    try terminal.type("\(Self.passphrase)<Enter>")
    try terminal.wait(for: "What is text number")
    try terminal.type("<Ctrl-U>\(secret)half")
    try terminal.settle()
    // On the desk by now, and sealed there.
    usleep(1_500_000)
    terminal.signal(SIGKILL)
    _ = try terminal.waitForEnd()

    let found = try files().filter { try place.bytes(of: $0).holds(secret) }
    #expect(found == [])
    let show = try art28("show s.art28", Self.passphrase).expectSuccess()
    for number in [1, 2, 4, 6] { #expect(show.said.contains("\(secret)\(number)"), "\(number)") }
    let again = try OnTerminal.start(["s.art28"], in: place, environment: tempHere)
    try again.wait(for: "is locked")
    try again.type("\(Self.passphrase)<Enter>")
    try again.wait(for: "\(secret)half")
    try again.leave()
    #expect(try files().filter { try place.bytes(of: $0).holds(secret) } == [])
  }

  private var tempHere: [String: String?] { ["TMPDIR": place.file("tmp")] }

  /// Every file of the place, hidden ones and the person's own folders too.
  private func files() throws -> [String] {
    try #require(FileManager.default.enumerated(place.path))
  }
}

extension FileManager {
  /// The paths of all plain files below a folder, from there on.
  fileprivate func enumerated(_ folder: String) -> [String]? {
    try? subpathsOfDirectory(atPath: folder).filter {
      var info = stat()
      return lstat("\(folder)/\($0)", &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ word: String) -> Bool {
    firstRange(of: Array(word.utf8)) != nil
  }
}

extension String {
  fileprivate func trimming() -> String { filter { $0 != " " } }
}
