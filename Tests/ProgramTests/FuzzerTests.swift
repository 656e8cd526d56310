import FoundationEssentials
import TestSupport
import Testing

/// Whatever a stranger writes, reading it ends, within memory and without a crash.
///
/// A small turn of what `scripts/fuzz` does for hours: the seeds, every input that once failed, and some
/// hundred made of them by chance, the same ones at every run.
@Suite struct FuzzerTests {
  private static let targets = [
    "expression", "pack", "document", "json", "answers", "values", "sheet", "separated",
    "hypertext-table", "workbook", "archive", "text", "markdown", "hypertext", "pages", "office",
    "open-text", "redline", "kept-paper", "versions", "search", "cache", "manifest", "key-file",
    "journal", "export", "matter", "style", "typed", "keys", "names",
  ]

  @Test func everyTargetIsTried() throws {
    let listed = try Program.shell("fuzzers --list", in: Place()).expectSuccess().lines
    #expect(Set(listed) == Set(Self.targets))
  }

  @Test("what is broken by chance is read to an end", arguments: targets)
  func ends(_ target: String) throws {
    let place = try Place()
    // In KB of address space; honest inputs take a tenth.
    let run = try Program.shell("ulimit -v 4000000; fuzzers \(target)", in: place)
    #expect(run.code == 0, "\(target): \(run)")
    // What it was is in the message, so that it can be kept.
    for name in try place.names(in: ".") where name.hasPrefix("\(target)-") {
      Issue.record("\(name): \(Data(try place.bytes(of: name)).base64EncodedString())")
    }
  }
}
