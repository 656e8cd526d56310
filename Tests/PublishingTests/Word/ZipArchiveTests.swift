import Compression
import Testing

@testable import Publishing

/// Archives as they are written, and as a stranger might have made them.
@Suite struct ZipArchiveTests {
  private func archive(_ files: [(String, String)]) -> [UInt8] {
    var archive = ZipArchive()
    for (name, text) in files {
      archive.entries.append(
        ZipArchive.Entry(name: name, contents: .plain(Array(text.utf8))))
    }
    return archive.bytes()
  }

  @Test func itReadsWhatItWrote() throws {
    let long = String(repeating: "two ", count: 1000)
    let bytes = archive([("a.txt", "one"), ("b/ü.txt", long), ("empty.txt", "")])
    #expect(bytes.count < 600)
    let read = try ZipArchive(bytes)
    #expect(read.entries.map(\.name) == ["a.txt", "b/ü.txt", "empty.txt"])
    #expect(read.text(of: "a.txt") == "one")
    #expect(read.text(of: "b/ü.txt") == long)
    #expect(read.text(of: "empty.txt") == "")
    #expect(Deflate.sum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    // What was read goes out as it came.
    #expect(read.bytes() == bytes)
  }

  @Test func aLaterFileTakesThePlaceOfTheFirst() {
    var archive = ZipArchive()
    archive.put("a.txt", "one")
    archive.put("b.txt", "two")
    archive.put("a.txt", "three")
    #expect(archive.entries.map(\.name) == ["a.txt", "b.txt"])
    #expect(archive.text(of: "a.txt") == "three")
  }

  @Test func unzipReadsIt() async throws {
    guard Tools.path("python3") != nil else { return }
    let said = try await Tools.output(
      of: "python3",
      [
        "-c",
        """
        import io, sys, zipfile
        z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
        assert z.testzip() is None
        print(z.namelist(), z.read('b/ü.txt')[:4])
        """,
      ], input: archive([("a.txt", "one"), ("b/ü.txt", String(repeating: "two ", count: 99))]))
    #expect(String(decoding: said, as: UTF8.self) == "['a.txt', 'b/ü.txt'] b'two '\n")
  }

  @Test(arguments: ["../a.xml", "/a.xml", "word/../../a.xml", "word\\a.xml", "C:a.xml", "a//b", ""])
  func aNameThatLeadsOutIsRefused(_ name: String) {
    #expect(throws: ZipFault.outside(name)) { try ZipArchive(archive([(name, "x")])) }
  }

  @Test func whatWouldFillTheMemoryIsRefusedBeforeItIsUnpacked() throws {
    let zeros = String(repeating: "0", count: 7_000_000)
    #expect(throws: ZipFault.self) { try ZipArchive(archive([("word/styles.xml", zeros)])) }
    // A picture may be larger, a stranger's claim may not.
    var claim = archive([("word/media/a.png", "small")])
    for at in claim.indices.dropLast(4)
    where claim[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
      claim[at + 24..<at + 28] = [0xFF, 0xFF, 0xFF, 0xFF]
      claim[at + 20..<at + 24] = [0x05, 0x00, 0x00, 0x00]
    }
    #expect(throws: ZipFault.tooLarge("word/media/a.png", limit: 32_000_000)) {
      try ZipArchive(claim)
    }
    // A size that is not true gives nothing.
    var short = archive([("a.txt", String(repeating: "two ", count: 1000))])
    for at in short.indices.dropLast(4)
    where short[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
      short[at + 24..<at + 28] = [0x10, 0x00, 0x00, 0x00]
    }
    #expect(try ZipArchive(short).text(of: "a.txt") == nil)
  }

  @Test func twoOfOneNameAndFilesThatShareBytesAreRefused() {
    #expect(throws: ZipFault.twice("a.txt")) {
      try ZipArchive(archive([("a.txt", "one"), ("a.txt", "two")]))
    }
    // The second entry of the directory points at the first file, a hundred times.
    var bytes = archive([("a.txt", (0..<800).map(String.init).joined())])
    let directory =
      bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) } ?? 0
    let end = bytes.count - 22
    let record = Array(bytes[directory..<end])
    let records = (0..<100).flatMap { number -> [UInt8] in
      var record = record
      record[46] = UInt8(ascii: "A") + UInt8(number % 26)
      record[47] = UInt8(ascii: "A") + UInt8(number / 26)
      return record
    }
    bytes.replaceSubrange(directory..<end, with: records)
    let last = bytes.count - 22
    bytes[last + 10] = 100
    #expect(throws: ZipFault.overlapping) { try ZipArchive(bytes) }
  }

  @Test func whatIsNoArchiveIsSaid() {
    for bytes in [[], Array("no archive".utf8), [UInt8](repeating: 0x50, count: 100)] {
      #expect(throws: ZipFault.noArchive) { try ZipArchive(bytes) }
    }
    let whole = archive([("a.txt", String(repeating: "two ", count: 100))])
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: ZipFault.self) { try ZipArchive(Array(whole.prefix(count))) }
    }
  }
}
