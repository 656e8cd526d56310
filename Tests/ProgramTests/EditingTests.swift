import Glibc
import TestSupport
import Testing

/// The person's own editor: its command as a shell has it, and nothing that it saved is lost.
struct EditingTests {
  private let place: Place

  init() throws {
    place = try Place()
    try place.isKnown()
    try SmallPack.make("s.art28", in: place)
  }

  /// Opens the long text in an editor that is a script, and leaves.
  private func edit(_ script: String, times: Int = 1) throws -> Program {
    let path = try place.write("#!/bin/sh\nfor file; do :; done\n\(script)\n", to: "my ed/ed")
    chmod(path, 0o700)
    let lines = ["goto 32"] + Array(repeating: "edit", count: times) + ["quit"]
    return try Program.run(
      ["open", "s.art28", "--plain"], in: place, input: lines.joined(separator: "\n") + "\n",
      environment: ["VISUAL": "\"\(path)\" --wait"])
  }

  private var story: String? {
    get throws { try SmallPack.answers("s.art28", in: place)["story"] }
  }

  /// The files that lie in the folder of texts in work.
  private var left: [String] {
    (try? place.names(in: "home/.local/state/art28/editing")) ?? []
  }

  @Test func aQuotedPathWithOptionsIsACommand() throws {
    let run = try edit("test \"$1\" = --wait && printf 'Once.\\n\\nTwice.\\n' > \"$file\"")
    #expect(run.said.contains("Typed, not accepted yet: Once.") || run.said.contains("Once."))
    #expect(left.isEmpty, "the folder is gone once the text is taken")
    #expect(run.code == 0 || run.code == 3, "\(run)")
  }

  @Test func whatAnEditorSavedBeforeItFailedIsKeptAndNamed() throws {
    let run = try edit("printf 'Saved.\\n' > \"$file\"; exit 1")
    #expect(run.said.contains("ended with 1"), "\(run)")
    #expect(left.count == 1)
    let folder = try #require(left.first)
    let file = "home/.local/state/art28/editing/\(folder)/answer.txt"
    #expect(try place.text(of: file) == "Saved.\n")
    #expect(run.said.contains(file), "\(run)")
    #expect(try story == nil)
    var info = stat()
    #expect(stat(place.file("home/.local/state/art28/editing/\(folder)"), &info) == 0)
    #expect(info.st_mode & 0o777 == 0o700)
  }

  @Test func anEditorThatFailsAndSavesNothingLeavesNothing() throws {
    let run = try edit("exit 7")
    #expect(run.said.contains("ended with 7"), "\(run)")
    #expect(left.isEmpty)
  }

  @Test func anEditorThatIsNotThereIsNamed() throws {
    let run = try Program.run(
      ["open", "s.art28", "--plain"], in: place, input: "goto 32\nedit\nquit\n",
      environment: ["EDITOR": "no-such-editor --wait"])
    #expect(run.said.contains("Your editor was not found"), "\(run)")
    #expect(left.isEmpty)
  }

  /// The window is open still when the program goes on; what is saved there is taken on the next go.
  @Test func aWindowThatReturnsAtOnceLosesNothing() throws {
    let run = try edit(
      "if test -f ../once; then exit 9; fi; touch ../once; (sleep 0.2; printf 'Late.\\n' > \"$file\") & wait",
      times: 1)
    #expect(run.code == 0 || run.code == 3, "\(run)")
    let late = try edit(
      "(printf 'Later.\\n' > \"$file.new\"; mv \"$file.new\" \"$file\") &", times: 1)
    #expect(
      late.said.contains("Later.") || late.said.contains("saved a text that was not taken"),
      "\(late)")
  }

  @Test func latinLettersAreReadAndToldOf() throws {
    let run = try edit("printf 'Kr\\344mer\\n' > \"$file\"")
    #expect(run.said.contains("Krämer"), "\(run)")
    #expect(run.said.contains("Windows-1252"), "\(run)")
    let broken = try edit("printf 'Kr\\201\\377mer\\n' > \"$file\"")
    #expect(broken.said.contains("no text that can be read"), "\(broken)")
    #expect(left.count == 1)
  }
}
