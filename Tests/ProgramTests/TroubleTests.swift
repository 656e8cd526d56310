import Canvas
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What goes wrong around the program: each time a clear message, nothing lost, the terminal whole.
@Suite(.serialized) struct TroubleTests {
  @Test("a full disk: the answer stays in its field, and is kept when there is room again")
  func fullDisk() throws {
    let place = try Place()
    guard let disk = try SmallDisk(in: place, kilobytes: 4096) else { return }
    try SmallPack.make("disk/s.art28", in: place)
    let terminal = try OnTerminal.small(in: place, matter: "disk/s.art28")
    try terminal.type("first<Enter>")
    try terminal.wait(for: "What is text number 2?")
    try disk.fill()
    try terminal.type("second<Enter>")
    try terminal.wait(for: "full")
    try terminal.settle()
    #expect(terminal.screen.text.contains("What is text number 2?"))
    #expect(terminal.screen.text.contains("second"))
    try disk.empty()
    try terminal.type("<Enter>")
    try terminal.wait(for: "What is text number 3?")
    try terminal.leave()
    #expect(try SmallPack.answers("disk/s.art28", in: place)["text-2"] == "second")

    try disk.fill()
    let refused = try Program.run("answer", "disk/s.art28", "--set", "text-3=third", in: place)
    #expect(refused.code == 3, "\(refused)")
    #expect(refused.complaint.contains("full"))
    let drafted = try Program.run("draft", "disk/s.art28", "--out", "disk/out", in: place)
    #expect(drafted.code != 0)
    #expect(drafted.complaint.contains("No space left"))
    #expect(try SmallPack.answers("disk/s.art28", in: place).count == 2)
  }

  @Test("a place that is read-only is for reading")
  func readOnlyPlace() throws {
    let place = try Place()
    guard let disk = try SmallDisk(in: place, kilobytes: 4096) else { return }
    try SmallPack.make("disk/s.art28", in: place)
    try Program.run("answer", "disk/s.art28", "--set", "text-1=one", in: place).expectSuccess()
    guard disk.makeReadOnly() else { return }
    let terminal = try OnTerminal.small(in: place, matter: "disk/s.art28")
    #expect(terminal.screen.text.contains("reading only"))
    try terminal.type("another<Enter>")
    try terminal.settle(milliseconds: 250)
    #expect(!terminal.screen.text.contains("What is text number 3?"))
    try terminal.type("<Ctrl-Q>")
    try terminal.wait(for: "text 2: another")
    try terminal.type("<End><Enter>")
    #expect(try terminal.waitForEnd() == .exit(3))
    let refused = try Program.run("answer", "disk/s.art28", "--set", "text-1=x", in: place)
    #expect(refused.code == 3, "\(refused)")
    // Not only that it is so, but why, and what to do.
    #expect(refused.complaint.contains("where nothing can be written"), "\(refused)")
    #expect(refused.complaint.contains("Copy it to a folder of your own"), "\(refused)")
    try Program.run("draft", "disk/s.art28", "--out", "out", in: place).expectSuccess()
    #expect(try SmallPack.answers("disk/s.art28", in: place) == ["text-1": "one"])
  }

  @Test("a damaged matter is said to be damaged, and what is whole comes out")
  func corruptMatter() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    for number in 1...20 {
      try Program.run(
        "answer", "s.art28", "--set", "text-\(number)=the answer \(number)", in: place
      ).expectSuccess()
    }
    var bytes = try place.bytes(of: "s.art28")
    let mark = try #require(bytes.firstRange(of: Array("the answer 12".utf8)))
    bytes.replaceSubrange(mark, with: Array("the answer 99".utf8))
    try place.write(bytes, to: "changed.art28")
    let verified = try Program.run("verify", "changed.art28", in: place)
    #expect(verified.code == 1, "\(verified)")

    let middle = bytes.count / 2
    for at in middle..<min(middle + 20_000, bytes.count) { bytes[at] = UInt8(at & 0xFF) }
    try place.write(bytes, to: "broken.art28")
    for command in ["show", "log", "draft", "report"] {
      let run = try Program.run(command, "broken.art28", in: place)
      #expect(run.code == 3, "\(command): \(run)")
      #expect(run.complaint.contains("damaged"), "\(command): \(run)")
    }
    try place.write(Array(bytes.prefix(3000)), to: "short.art28")
    #expect(try Program.run("show", "short.art28", in: place).code == 3)

    try place.isKnown()
    let terminal = try OnTerminal.start(["broken.art28"], in: place)
    try terminal.wait(for: "damaged")
    try terminal.leave()
  }

  @Test("a matter that is open elsewhere says who has it, and can be read by commands")
  func openElsewhere() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    let first = try OnTerminal.small(in: place)
    let second = try OnTerminal.start(["s.art28"], in: place)
    try second.wait(for: "open elsewhere by Dr. Test")
    let refused = try Program.run("answer", "s.art28", "--set", "text-1=x", in: place)
    #expect(refused.code == 3, "\(refused)")
    #expect(refused.complaint.contains("Dr. Test"), "\(refused)")
    try Program.run("show", "s.art28", in: place).expectSuccess()
    try first.type("one<Enter>")
    try first.wait(for: "What is text number 2?")
    try second.leave()
    try first.leave()
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "one"])
  }

  @Test("a questionnaire with faults is said on the first screen")
  func packWithFaults() throws {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    let pack = try place.text(of: "pack/pack.yaml")
    try place.write(pack + "surprise: yes\n", to: "pack/pack.yaml")
    let terminal = try OnTerminal.start(["--packs", "pack"], in: place)
    try terminal.wait(for: "art28 check")
    try terminal.leave()
    // A matter carries its own.
    try OnTerminal.small(in: place).leave()
  }

  @Test("an unknown kind of terminal is named, and work goes on line by line")
  func unknownTerminal() throws {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    let terminal = try OnTerminal.start(
      ["s.art28"], in: place, environment: ["TERM": "no-such-terminal"])
    try terminal.wait(for: "no-such-terminal")
    try terminal.wait(for: "What is text number 1?")
    try terminal.type("one<Enter>")
    try terminal.wait(for: "What is text number 2?")
    #expect(!terminal.output.contains(0x1B))
    try terminal.type("<Ctrl-D>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "one"])
  }

  @Test("a terminal of one cell is no accident, and one that grows shows all")
  func oneCell() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    try place.isKnown()
    let terminal = try OnTerminal.start(
      ["s.art28"], in: place, size: Size(columns: 1, rows: 1))
    try terminal.wait("a screen") { $0.modes.contains(2004) }
    try terminal.settle(milliseconds: 250)
    try terminal.type("x")
    for size in [Size(columns: 2, rows: 40), Size(columns: 200, rows: 1)] {
      terminal.resize(to: size)
      try terminal.settle(milliseconds: 250)
    }
    terminal.resize(to: Size(columns: 80, rows: 24))
    try terminal.wait(for: "What is text number 1?")
    try terminal.wait(for: "> x")
    try terminal.leave()
  }

  @Test("the end of input is the end; no terminal is a clear message")
  func inputThatEnds() throws {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    let screen = try Program.run("s.art28", in: place)
    #expect(screen.code == 2, "\(screen)")
    #expect(screen.complaint.contains("terminal"))
    let empty = try Program.run("s.art28", "--plain", in: place)
    #expect(empty.code == 0, "\(empty)")
    #expect(empty.said.contains("What is text number 1?"))
    let partial = try Program.run("s.art28", "--plain", in: place, input: "one\ntwo")
    #expect(partial.code == 0, "\(partial)")
    #expect(partial.said.contains("Everything is saved."))
    #expect(!partial.output.contains(0x1B))
    #expect(
      try SmallPack.answers("s.art28", in: place) == ["text-1": "one", "text-2": "two"])
  }

  @Test("a terminal that goes away ends the program; what was typed is there the next time")
  func goesAway() throws {
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("one<Enter>")
    try terminal.wait(for: "What is text number 2?")
    try terminal.type("half a tho")
    try terminal.wait(for: "half a tho")
    try terminal.settle()
    terminal.hangUp()
    #expect(try terminal.waitForEnd() == .exit(128 + SIGHUP))
    #expect(try SmallPack.answers("s.art28", in: place) == ["text-1": "one"])
    let again = try OnTerminal.small(in: place)
    try again.wait(for: "What is text number 2?")
    try again.wait(for: "half a tho")
    try again.leave()
  }

  @Test("told to end, it ends with what was typed kept", arguments: [SIGTERM, SIGHUP, SIGINT])
  func toldToEnd(_ signal: Int32) throws {
    let place = try Place()
    let terminal = try OnTerminal.small(in: place)
    try terminal.type("half a tho")
    try terminal.wait(for: "half a tho")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .exit(128 + signal))
    terminal.expectRestored()
    let again = try OnTerminal.small(in: place)
    try again.wait(for: "half a tho")
    try again.leave()
  }
}

extension SmallPack {
  /// The values that a matter holds, by linkId.
  static func answers(_ matter: String, in place: Place) throws -> [String: String] {
    let shown = try Program.run("show", matter, "--json", in: place).expectSuccess()
    var found: [String: String] = [:]
    for answer in try JSONReading(shown.said)["answers"].array
    where answer["state"].string == "answered" {
      found[answer["linkId"].string] = answer["value"].string
    }
    return found
  }
}

/// A file system of its own in a place, small enough to fill.
final class SmallDisk {
  private let path: String

  /// - Returns: nil where mounting is not permitted.
  init?(in place: Place, kilobytes: Int) throws {
    path = place.file("disk")
    mkdir(path, 0o700)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { return nil }
  }

  deinit { umount2(path, CInt(MNT_DETACH)) }

  func makeReadOnly() -> Bool {
    mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
  }

  func fill() throws {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return }
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    try Data(repeating: 1, count: free).write(to: URL(filePath: "\(path)/ballast"))
  }

  func empty() throws { try FileManager.default.removeItem(atPath: "\(path)/ballast") }
}
