import Glibc
import Interview
import Testing

@testable import Matters

/// Files that somebody made to harm whoever tries to rescue them: each ends, and gives nothing that is
/// not in it.
@Suite struct HostileWreckTests {
  private static func page(_ kind: UInt8, cells: Int, pointer: Int) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: 4096)
    page[0] = kind
    (page[3], page[4]) = (UInt8(cells >> 8 & 0xFF), UInt8(cells & 0xFF))
    for index in 0..<2000 {
      (page[8 + 2 * index], page[9 + 2 * index]) = (UInt8(pointer >> 8), UInt8(pointer & 0xFF))
    }
    return page
  }

  private static func header(pageSize: Int) -> [UInt8] {
    var bytes = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 84)
    (bytes[16], bytes[17]) = (UInt8(pageSize >> 8 & 0xFF), UInt8(pageSize & 0xFF))
    return bytes
  }

  /// The record of an entry that claims a payload of this length, with the page of its overflow.
  private static func claim(_ length: Int, next: Int) -> [UInt8] {
    func varint(_ number: Int) -> [UInt8] {
      var (bytes, rest) = ([UInt8(number & 0x7F)], number >> 7)
      while rest > 0 {
        bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
        rest >>= 7
      }
      return bytes
    }
    let type = varint(2 * length + 12)
    let size = 4 + type.count
    let image = PageImage([], fileLength: 0, start: 0, pageSize: 4096)
    let own = image.local(of: size + length + 64, in: .table)
    let record = [UInt8(size), 0] + type + [76, 76]
    return varint(size + length + 64) + [1] + record
      + [UInt8](repeating: 0x20, count: max(own - record.count, 0))
      + [
        UInt8(next >> 24 & 0xFF), UInt8(next >> 16 & 0xFF), UInt8(next >> 8 & 0xFF),
        UInt8(next & 0xFF),
      ]
  }

  static let files: [(String, [UInt8])] = {
    let first = header(pageSize: 4096) + [UInt8](repeating: 0, count: 3996)
    var loop = [UInt8](repeating: 0, count: 4096)
    loop[3] = 2
    var filled = [UInt8](repeating: 0, count: 4096)
    filled.replaceSubrange(0..<600, with: claim(16_000_000, next: 2).prefix(600))
    let signature = claim(4000, next: 2).prefix(8)
    return [
      ("empty", []), ("one byte", [0]),
      ("a page size of 1 byte", header(pageSize: 1) + [UInt8](repeating: 0x0D, count: 70_000)),
      ("a page size of 0", header(pageSize: 0) + [UInt8](repeating: 0x0A, count: 70_000)),
      ("a page size of 3", header(pageSize: 3) + [UInt8](repeating: 0x4C, count: 70_000)),
      ("an overflow chain in a circle", first + loop + (0..<200).flatMap { _ in filled }),
      (
        "absurd counts of cells",
        first + (0..<300).flatMap { _ in page(0x0A, cells: 65_535, pointer: 4000) }
      ),
      (
        "ten thousand pages that point at each other",
        first + (0..<10_000).flatMap { _ in page(0x02, cells: 2000, pointer: 12) }
      ),
      ("claims without end", (0..<400_000).flatMap { _ in signature }),
      ("nothing but file headers", (0..<20_000).flatMap { _ in header(pageSize: 512) }),
      ("zeros", [UInt8](repeating: 0, count: 3_000_000)),
      ("letters L", [UInt8](repeating: 0x4C, count: 3_000_000)),
    ]
  }()

  @Test(arguments: files.map(\.0)) func itEnds(_ name: String) throws {
    let bytes = try #require(Self.files.first { $0.0 == name }?.1)
    let salvage = Salvage(of: bytes)
    #expect(salvage.isEmpty)
    #expect(salvage.missing.isEmpty)
    // The journal beside it may be as hostile.
    #expect(Salvage(of: [], journal: bytes).isEmpty)
    var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    journal += [0xFF, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 8)
    journal += [0, 0, 0x02, 0, 0, 0, 0x10, 0] + [UInt8](repeating: 0, count: 484)
    #expect(Salvage(of: bytes, journal: journal + bytes).isEmpty)
  }

  /// What takes a second here would be minutes, were the work not limited by the size of the file.
  @Test func noiseIsNoMatter() {
    var chance = Chance(61)
    for _ in 0..<20 {
      let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &chance) }
      #expect(Salvage(of: bytes).isEmpty)
    }
  }

  @Test func whatIsNoPlainFileIsRefused() throws {
    let folder = try Folder()
    expect(.isFolder) { try MatterFile.salvage(at: folder.path) }
    expect(.notFound) { try MatterFile.salvage(at: folder.file("none")) }
    expect(.noPlainFile) { try MatterFile.salvage(at: "/dev/zero") }
    mkfifo(folder.file("pipe"), 0o600)
    expect(.noPlainFile) { try MatterFile.salvage(at: folder.file("pipe")) }
    let huge = open(folder.file("huge"), O_CREAT | O_RDWR, 0o600)
    #expect(ftruncate(huge, 1 << 40) == 0)
    close(huge)
    expect(.tooLarge(bytes: 1 << 40, limit: 1 << 30)) {
      try MatterFile.salvage(at: folder.file("huge"))
    }
    // A journal that is a pipe is none.
    let matter = try Wreckage.small(folder)
    mkfifo(folder.file("small-journal"), 0o600)
    #expect(try MatterFile.salvage(at: folder.file("small")).entries == matter.entries)
  }
}
