import Canvas
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The matter's file goes away, is changed, or takes nothing more: the farewell tells the truth, and
/// all of it can be saved elsewhere.
@Suite(.serialized) struct UnsavedTests {
  /// What happens to the file of a matter while it is open.
  enum Mishap: String, CaseIterable, Sendable {
    case removed, moved, replaced
    case withoutItsFolder = "without its folder"
    case overwritten, changedElsewhere

    func happen(to matter: String, in place: Place) throws {
      let manager = FileManager.default
      switch self {
      case .removed: try manager.removeItem(atPath: place.file(matter))
      case .moved:
        try manager.moveItem(atPath: place.file(matter), toPath: place.file("elsewhere.art28"))
      case .replaced:
        try SmallPack.make("other.art28", in: place)
        #expect(rename(place.file("other.art28"), place.file(matter)) == 0)
      case .withoutItsFolder: try manager.removeItem(atPath: place.file("work"))
      case .overwritten:
        try SmallPack.make("other.art28", in: place)
        // In its place: the same file with another's bytes.
        let other = try place.bytes(of: "other.art28")
        let handle = open(place.file(matter), O_WRONLY | O_TRUNC)
        #expect(other.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) } == other.count)
        close(handle)
      case .changedElsewhere:
        // As on a file server that knows no locks between machines.
        #expect(unlink(place.file("\(matter)-lock")) == 0)
        try Program.run("answer", matter, "--set", "text-9=by another", in: place)
          .expectSuccess()
      }
    }
  }

  /// At question 2, with one answer kept.
  private func started(_ arguments: [String] = [], in place: Place) throws -> PseudoTerminal {
    try place.isKnown()
    try place.write("", to: "work/.keep")
    try SmallPack.make("work/s.art28", in: place)
    let terminal = try OnTerminal.start(["work/s.art28"] + arguments, in: place)
    try terminal.wait(for: "What is text number 1?")
    try terminal.type("first<Enter>")
    try terminal.wait(for: "What is text number 2?")
    return terminal
  }

  private static let answers = ["text-1": "first", "text-2": "second"]

  @Test(arguments: Mishap.allCases) func whoLeavesAllTheSameIsToldWhatIsLost(_ mishap: Mishap)
    throws
  {
    let place = try Place()
    let terminal = try started(in: place)
    try mishap.happen(to: "work/s.art28", in: place)
    try terminal.type("second<Enter>")
    try terminal.wait(for: "not saved")
    try terminal.type("<Ctrl-Q>")
    try terminal.wait(for: "text 2: second")
    try terminal.type("<Esc>")
    try terminal.wait(for: "> second")
    try terminal.type("<Ctrl-Q>")
    try terminal.wait(for: "text 2: second")
    try terminal.type("<End><Enter>")
    #expect(try terminal.waitForEnd() == .exit(3))
    terminal.expectRestored()
    let said = terminal.screen.text
    #expect(said.contains("not saved."), "\(said)")
    #expect(said.contains("text 2: second"), "\(said)")
    #expect(!said.contains("Everything is saved") && !said.contains("Nothing was changed"))
  }

  @Test(arguments: Mishap.allCases) func allOfItIsSavedElsewhere(_ mishap: Mishap) throws {
    let place = try Place()
    let terminal = try started(in: place)
    try mishap.happen(to: "work/s.art28", in: place)
    try terminal.type("second<Enter>")
    try terminal.wait(for: "not saved")
    try terminal.type("<Ctrl-S>")
    try terminal.wait(for: "Save the whole matter elsewhere")
    try terminal.type("1\(place.file("new"))<Enter>")
    try terminal.wait(for: "Saved as")
    // What was accepted is accepted there; where others have answered too, it stands as typed.
    if mishap == .changedElsewhere { try terminal.type("<Enter>") }
    try terminal.type("<Ctrl-G>3<Enter>")
    try terminal.wait(for: "What is text number 3?")
    try terminal.type("half a tho")
    try terminal.leave()
    #expect(terminal.screen.text.contains("Everything is saved."))
    // The command may be longer than a row.
    #expect(terminal.screen.text.filter { $0 != "\n" }.contains("new.art28"))
    var expected = Self.answers
    if mishap == .changedElsewhere { expected["text-9"] = "by another" }
    #expect(try SmallPack.answers("new.art28", in: place) == expected)
    let verified = try Program.run("verify", "new.art28", in: place)
    #expect(verified.code == 0, "\(verified)")
    try Program.run("draft", "new.art28", "--out", "out", in: place).expectSuccess()
    let again = try OnTerminal.start(["new.art28"], in: place)
    try again.wait(for: "half a tho")
    try again.leave()
  }

  @Test func whoWantsToLeaveSavesElsewhereAndLeaves() throws {
    let place = try Place()
    let terminal = try started(in: place)
    try Mishap.removed.happen(to: "work/s.art28", in: place)
    try terminal.type("half a tho<Ctrl-Q>")
    try terminal.wait(for: "The matter itself (2 entries)")
    try terminal.type("1\(place.file("none/new.art28"))<Enter>")
    try terminal.wait(for: "does not exist")
    // Where it was is a place like any other.
    try terminal.type("<Ctrl-U>\(place.file("work/s.art28"))<Enter>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.text.contains("Everything is saved."))
    #expect(try SmallPack.answers("work/s.art28", in: place) == ["text-1": "first"])
    let again = try OnTerminal.start(["work/s.art28"], in: place)
    try again.wait(for: "half a tho")
    try again.leave()
  }

  /// One place after another takes nothing: each says why, and what was typed stays.
  @Test func placesThatTakeNothingSayWhy() throws {
    let place = try Place()
    let terminal = try started(in: place)
    try SmallPack.make("taken.art28", in: place)
    let taken = try place.bytes(of: "taken.art28")
    try Mishap.withoutItsFolder.happen(to: "work/s.art28", in: place)
    try terminal.type("second<Enter>")
    try terminal.wait(for: "not saved")
    try terminal.type("<Ctrl-S>")
    try terminal.wait(for: "Save the whole matter elsewhere")
    try terminal.type("1")
    func refuses(_ path: String, _ words: String) throws {
      try terminal.type("<Ctrl-U>\(place.file(path))<Enter>")
      try terminal.wait(for: words)
      #expect(!terminal.screen.text.contains("Saved as"))
    }
    try refuses("taken.art28", "exists already")
    try refuses("work/s.art28", "does not exist")
    try refuses(String(repeating: "n", count: 260), "too long")
    if let disk = try SmallDisk(in: place, kilobytes: 64) {
      try disk.fill()
      try refuses("disk/new.art28", "full")
      #expect(!place.exists("disk/new.art28"))
      if disk.makeReadOnly() { try refuses("disk/new.art28", "where nothing can") }
    }
    try terminal.type("<Ctrl-U>\(place.file("new.art28"))<Enter>")
    try terminal.wait(for: "Saved as")
    try terminal.leave()
    #expect(terminal.screen.text.contains("Everything is saved."))
    #expect(try place.bytes(of: "taken.art28") == taken)
    #expect(try SmallPack.answers("new.art28", in: place) == Self.answers)
    try Program.run("verify", "new.art28", in: place).expectSuccess()
  }

  @Test func aFileThatIsPutBackIsSavedInto() throws {
    let place = try Place()
    let terminal = try started(in: place)
    try Mishap.moved.happen(to: "work/s.art28", in: place)
    try terminal.type("second<Enter>")
    try terminal.wait(for: "not saved")
    try terminal.type("<Ctrl-Q>")
    try terminal.wait(for: "text 2: second")
    #expect(rename(place.file("elsewhere.art28"), place.file("work/s.art28")) == 0)
    try terminal.type("<Ctrl-Q>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.text.contains("all saved"))
    #expect(try SmallPack.answers("work/s.art28", in: place) == Self.answers)
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func toldToEndItSaysWhatIsLost(_ signal: Int32) throws {
    let place = try Place()
    let terminal = try started(in: place)
    try Mishap.removed.happen(to: "work/s.art28", in: place)
    try terminal.type("half a tho")
    try terminal.wait(for: "half a tho")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .exit(128 + signal))
    let said = terminal.screen.text
    #expect(said.contains("not saved.") && said.contains("text 2: typed"), "\(said)")
    #expect(!said.contains("Everything is saved"))
  }

  // MARK: Line by line

  @Test(arguments: Mishap.allCases) func plainAsksAndSavesElsewhere(_ mishap: Mishap) throws {
    let place = try Place()
    let terminal = try started(["--plain"], in: place)
    try mishap.happen(to: "work/s.art28", in: place)
    try terminal.type("second<Enter>")
    try terminal.wait(for: "Error:")
    try terminal.type("quit<Enter>")
    try terminal.wait(for: "stay: Go on working.")
    try terminal.type("elsewhere \(place.file("new.art28"))<Enter>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.text.contains("Everything is saved."))
    let answers = try SmallPack.answers("new.art28", in: place)
    #expect(answers["text-1"] == "first")
    #expect(mishap == .changedElsewhere || answers == Self.answers)
    try Program.run("verify", "new.art28", in: place).expectSuccess()
  }

  @Test(arguments: ["<Ctrl-D>", "quit<Enter><Ctrl-D>", "quit<Enter>leave<Enter>"])
  func plainEndsWithTheTruth(_ keys: String) throws {
    let place = try Place()
    let terminal = try started(["--plain"], in: place)
    try Mishap.removed.happen(to: "work/s.art28", in: place)
    try terminal.type("second<Enter>")
    try terminal.wait(for: "Error:")
    try terminal.type(keys)
    #expect(try terminal.waitForEnd() == .exit(3))
    let said = terminal.screen.text
    #expect(said.contains("are not saved.") && said.contains("text 2: second"), "\(said)")
    #expect(!said.contains("Everything is saved"))
  }

  // MARK: A full disk

  @Test func aFileThatMayNotGrow() throws {
    let place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
    // In blocks of 512 bytes, as a shell counts them: the file is as large as it may be.
    let blocks = (try place.bytes(of: "s.art28").count + 511) / 512
    let terminal = try PseudoTerminal(size: Size(columns: 80, rows: 24))
    try terminal.start(
      "/usr/bin/env",
      [
        "--chdir=\(place.path)", "/bin/sh", "-c",
        "ulimit -f \(blocks); exec \(Program.path) s.art28",
      ], environment: place.environment)
    try terminal.wait(for: "What is text number 1?")
    let text = String(repeating: "The provider shall tell. ", count: 2000)
    try terminal.type("<paste:\(text)><Enter>")
    try terminal.wait(for: "not saved")
    try terminal.type("<Ctrl-Q>")
    try terminal.wait(for: "Try again here")
    try terminal.type("<Ctrl-C><Ctrl-C>")
    #expect(try terminal.waitForEnd() == .exit(3))
    #expect(terminal.screen.text.contains("not saved."))
    try Program.run("verify", "s.art28", in: place).expectSuccess()
  }

  @Test func fromAFullDiskToAnother() throws {
    let place = try Place()
    guard let disk = try SmallDisk(in: place, kilobytes: 4096) else { return }
    try SmallPack.make("disk/s.art28", in: place)
    let terminal = try OnTerminal.small(in: place, matter: "disk/s.art28")
    try terminal.type("first<Enter>")
    try terminal.wait(for: "What is text number 2?")
    try disk.fill()
    try terminal.type("<Ctrl-G>story<Enter>")
    try terminal.wait(for: "What is the story?")
    try terminal.type("<paste:\(String(repeating: "long ", count: 4000))><Tab>")
    try terminal.wait(for: "not saved")
    try terminal.type("<Ctrl-Q>")
    try terminal.wait(for: "story: long")
    try terminal.type("1\(place.file("new.art28"))<Enter>")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.text.contains("Everything is saved."))
    let answers = try SmallPack.answers("new.art28", in: place)
    #expect(answers["text-1"] == "first" && answers["story"]?.hasPrefix("long long") == true)
  }
}
