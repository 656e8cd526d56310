import Compression
import Documents
import Glibc
import Testing

@testable import Publishing

@Suite struct ToolTests {
  private let none = Publisher(
    tools: ToolPaths(typst: nil, pythons: []), imprint: Tools.imprint)

  @Test func aMissingToolIsNamedWithItsCommand() async throws {
    let missing = PublishError.toolMissing(.typst, for: .pdf)
    await #expect(throws: missing) { try await none.publish(Sample.document(), as: .pdf) }
    await #expect(throws: missing) { try await none.converter(for: .pdf) }
    #expect(missing.description.contains(Tool.typst.installCommand))
  }

  @Test(arguments: Format.allCases.filter(\.isNative))
  func theOtherFormatsDoWithout(_ format: Format) async throws {
    let sample = Sample.document(standing: format.holdsRows ? .report : .draft)
    #expect(try await !none.publish(sample, as: format).bytes.isEmpty)
    #expect(try await none.converter(for: format) == nil)
  }

  @Test func aProgramThatIsNoTypstIsAnErrorOfThatFormat() async throws {
    let publisher = Publisher(
      tools: ToolPaths(typst: "/bin/false", pythons: ["/bin/false", "/nowhere"]),
      imprint: Tools.imprint)
    await #expect(throws: PublishError.self) {
      try await publisher.publish(Sample.document(), as: .pdf)
    }
  }

  /// Manifests name what made a file, also programs that no file needs any more.
  @Test func whyAFileIsNotMadeAgain() {
    let here = Converter(tool: .typst, version: "0.15.0")
    #expect(Converter.difference(made: nil, here: nil) == nil)
    #expect(Converter.difference(made: "typst 0.15.0", here: here) == nil)
    #expect(
      Converter.difference(made: "typst 0.14.1", here: here)
        == "made with typst 0.14.1, here 0.15.0")
    #expect(
      Converter.difference(made: "pandoc 2.17.1.1", here: nil)
        == "made with pandoc 2.17.1.1, which art28 now does without")
  }

  /// Another zlib packs otherwise; the file is the same.
  @Test func packingIsNoDifference() throws {
    let bytes = try Docx(imprint: Tools.imprint).bytes(of: Sample.document())
    var stored = ZipArchive()
    for entry in try ZipArchive(bytes).entries {
      let contents = try #require(entry.bytes)
      let packed = ZipArchive.Packed(
        method: 0, sum: Deflate.sum(of: contents), size: contents.count, bytes: contents)
      stored.put(ZipArchive.Entry(name: entry.name, contents: .packed(packed)))
    }
    #expect(stored.bytes() != bytes)
    #expect(Format.docx.holdTheSame(stored.bytes(), bytes))
    #expect(!Format.pdf.holdTheSame(stored.bytes(), bytes))
    stored.put("word/document.xml", "other")
    #expect(!Format.docx.holdTheSame(stored.bytes(), bytes))
  }

  @Test func aChildSeesACleanEnvironmentOnly() async throws {
    let outcome = try await Child(
      tool: .typst, executable: "/usr/bin/env", arguments: [], epoch: 42
    ).run()
    #expect(
      Set(String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init))
        == [
          "PATH=/usr/bin:/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC",
          "http_proxy=http://127.0.0.1:0", "https_proxy=http://127.0.0.1:0",
          "all_proxy=http://127.0.0.1:0",
          "HOME=/nonexistent", "SOURCE_DATE_EPOCH=42", "PYTHONDONTWRITEBYTECODE=1",
          "RAYON_NUM_THREADS=4", "MALLOC_ARENA_MAX=4",
        ])
  }

  @Test func aChildThatDoesNotEndIsStopped() async {
    let child = Child(
      tool: .typst, executable: "/bin/sleep", arguments: ["60"], epoch: 0, seconds: 1)
    await #expect(throws: PublishError.toolTimedOut(.typst, seconds: 1)) { try await child.run() }
  }

  @Test func aChildThatWantsTooMuchMemoryIsRefusedIt() async throws {
    var child = Child(
      tool: .typst, executable: "/bin/dd",
      arguments: ["if=/dev/zero", "of=/dev/null", "bs=100M", "count=1"], epoch: 0)
    #expect(try await child.run().succeeded)
    child.memory = 50_000_000
    #expect(try await !child.run().succeeded)
  }

  @Test func aChildWritesNoFile() async throws {
    let outcome = try await Child(
      tool: .typst, executable: "/bin/dd", arguments: ["of=/dev/shm/art28-child-test"],
      input: [1, 2, 3], epoch: 0
    ).run()
    #expect(!outcome.succeeded)
    var status = stat()
    #expect(stat("/dev/shm/art28-child-test", &status) == 0 && status.st_size == 0)
    unlink("/dev/shm/art28-child-test")
  }

  @Test func aChildThatWritesWithoutEndIsStopped() async {
    let child = Child(
      tool: .typst, executable: "/usr/bin/yes", arguments: [], epoch: 0, outputLimit: 10_000)
    await #expect(throws: PublishError.toolTooLarge) { try await child.run() }
  }
}

extension PublishError {
  fileprivate static let toolTooLarge = PublishError.tooLarge(.typst, limit: 10_000)
}
