import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A format whose program is not installed is said, with what installs it; the others are written.
@Suite struct MissingToolTests {
  @Test func theOtherFormatsAreWritten() throws {
    let place = try Place()
    try SmallPack.make("s.art28", in: place)
    // An installation of its own: no environment with typst lies above it.
    let program = place.file("bin/art28")
    try FileManager.default.createDirectory(
      atPath: place.file("bin"), withIntermediateDirectories: true)
    if link(Program.path, program) != 0 {
      // Not by ourselves: another test's child would hold it open for writing.
      try Program.shell("cp '\(Program.path)' bin/art28", in: place).expectSuccess()
    }
    let run = try Program.shell(
      "PATH=/nowhere ./bin/art28 draft s.art28 --to md,docx,pdf,html --out out", in: place)
    #expect(run.code == 1, "\(run)")
    #expect(run.lines == ["out/agreement.md", "out/agreement.docx", "out/agreement.html"])
    #expect(run.complaint.contains("pip install typst"))
    #expect(try place.names(in: "out") == ["agreement.docx", "agreement.html", "agreement.md"])
  }
}
