import Documents
import Testing

@testable import Publishing

@Suite struct ToolTests {
  private let none = Publisher(
    tools: ToolPaths(pandoc: nil, typst: nil, pythons: []), imprint: Tools.imprint)

  @Test func aMissingToolIsNamedWithItsCommand() async throws {
    for (format, tool) in [(Format.docx, Tool.pandoc), (.pdf, .typst)] {
      await #expect(throws: PublishError.toolMissing(tool, for: format)) {
        try await none.publish(Sample.document(), as: format)
      }
      await #expect(throws: PublishError.toolMissing(tool, for: format)) {
        try await none.converter(for: format)
      }
      #expect(PublishError.toolMissing(tool, for: format).description.contains(tool.installCommand))
    }
  }

  @Test(arguments: Format.allCases.filter(\.isNative))
  func theOtherFormatsDoWithout(_ format: Format) async throws {
    #expect(try await !none.publish(Sample.document(), as: format).bytes.isEmpty)
    #expect(try await none.converter(for: format) == nil)
  }

  @Test func aProgramThatIsNoPandocIsAnErrorOfThatFormat() async throws {
    let publisher = Publisher(
      tools: ToolPaths(pandoc: "/bin/true", typst: nil, pythons: ["/bin/false", "/nowhere"]),
      imprint: Tools.imprint)
    await #expect(throws: PublishError.self) {
      try await publisher.publish(Sample.document(), as: .docx)
    }
    await #expect(throws: PublishError.self) {
      try await publisher.publish(Sample.document(), as: .pdf)
    }
  }

  @Test func aChildSeesACleanEnvironmentOnly() async throws {
    let outcome = try await Child(
      tool: .pandoc, executable: "/usr/bin/env", arguments: [], epoch: 42
    ).run()
    #expect(
      Set(String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init))
        == [
          "PATH=/usr/bin:/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC",
          "http_proxy=http://127.0.0.1:0", "https_proxy=http://127.0.0.1:0",
          "all_proxy=http://127.0.0.1:0",
          "HOME=/nonexistent", "SOURCE_DATE_EPOCH=42", "PYTHONDONTWRITEBYTECODE=1",
        ])
  }

  @Test func aChildThatDoesNotEndIsStopped() async {
    let child = Child(
      tool: .typst, executable: "/bin/sleep", arguments: ["60"], epoch: 0, seconds: 1)
    await #expect(throws: PublishError.toolTimedOut(.typst, seconds: 1)) { try await child.run() }
  }

  @Test func aChildThatWritesWithoutEndIsStopped() async {
    let child = Child(
      tool: .typst, executable: "/usr/bin/yes", arguments: [], epoch: 0, outputLimit: 10_000)
    await #expect(throws: PublishError.toolTooLarge) { try await child.run() }
  }

  @Test func anArchiveReadsWhatItWrote() throws {
    var archive = ZipArchive()
    archive.put("a.txt", "one")
    archive.put("b/ü.txt", String(repeating: "two ", count: 1000))
    archive.put("a.txt", "three")
    let read = try #require(ZipArchive(archive.bytes()))
    #expect(read.entries.map(\.name) == ["a.txt", "b/ü.txt"])
    #expect(read.text(of: "a.txt") == "three")
    #expect(read.contents(of: "b/ü.txt")?.count == 4000)
    #expect(ZipArchive(Array("no archive".utf8)) == nil)
    #expect(CRC32.sum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }
}

extension PublishError {
  fileprivate static let toolTooLarge = PublishError.tooLarge(.typst, limit: 10_000)
}
