import Compression
import Foundation
import GRDB
import Interview
import TestSupport
import Testing

@testable import Matters

/// The two versions of the file: in the second the sources of packs lie packed.
@Suite struct VersionTests {
  /// A matter that the program made before there was a second version, and its export.
  private static let made = "\(TestPacks.root)/Tests/MattersTests/Made"

  private static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(made)/\(name)")))
  }

  /// As large and as alike in its parts as a real one.
  private static let pack: PackSources = {
    let lines = (1...4000).map { "::: clause texts.t\($0)\n\nText \($0) is {{text-\($0)}}.\n:::\n" }
    return PackSources(hash: "p2", files: ["texts.md": Array(lines.joined().utf8)])
  }()

  private func version(of file: String) throws -> Int? {
    try reading(file) { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  private func stored(_ name: String, in file: String) throws -> [UInt8] {
    let row = try reading(file) {
      try Row.fetchOne($0, sql: "SELECT bytes FROM blob WHERE name = ?", arguments: [name])
    }
    return try #require(row?.bytes(0))
  }

  private func reading<T>(_ file: String, _ body: (Database) throws -> T) throws -> T {
    let queue = try DatabaseQueue(path: file)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction(body)
  }

  @Test func aMatterOfTheFirstVersionOpensAsItIs() throws {
    let folder = try Folder()
    let path = try folder.write(try Self.bytes("version-1.art28"), to: "case.art28")
    let file = try MatterFile.open(at: path, by: tester)
    #expect(file.head.number == 3)
    #expect(try file.verify().faults == [])
    let hash = try #require(file.sheet.setting(.pack))
    #expect(try file.pack(hash)?.files.map(\.name).contains("pack.yaml") == true)
    #expect(try file.export() == Self.bytes("version-1.json"))
    file.close()
    #expect(try folder.bytes() == Self.bytes("version-1.art28"))
  }

  /// Whoever could open it before still can.
  @Test func aMatterOfTheFirstVersionStaysOne() throws {
    let folder = try Folder()
    let path = try folder.write(try Self.bytes("version-1.art28"), to: "case.art28")
    let file = try MatterFile.open(at: path, by: tester)
    try file.append(
      file.next(file.sheet.changing(.pack, to: "p2")), enclosing: [.pack(Self.pack)])
    #expect(try file.pack("p2") == Self.pack)
    #expect(try file.verify().faults == [])
    file.close()
    #expect(try version(of: path) == 1)
    #expect(try stored("p2", in: path) == Archive.bytes(of: Self.pack))
  }

  @Test func whatIsMadeNowKeepsItsPackPacked() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester, enclosing: [.pack(Self.pack)])
    try file.append(file.next([.setting(.pack, from: nil, to: "p2")]))
    #expect(try file.pack("p2") == Self.pack)
    #expect(try file.verify().faults == [])
    let export = try file.export()
    file.close()
    #expect(try version(of: folder.file()) == 3)
    let plain = Archive.bytes(of: Self.pack)
    let packed = try stored("p2", in: folder.file())
    #expect(packed.count * 5 < plain.count, "\(packed.count) of \(plain.count)")
    #expect(Deflate.unpacked(packed, as: .zlib, size: plain.count) == plain)
    #expect(try folder.bytes().count * 3 < plain.count)
    let again = try MatterFile.create(at: folder.file("b.art28"), by: tester, from: export)
    #expect(try again.export() == export)
    let copy = try again.copy(to: folder.file("c.art28"), by: tester, held: [])
    #expect(copy.isWhole)
    #expect(try copy.file.export() == export)
  }

  @Test func anExportOfTheFirstVersionIsTheSameFromTheSecond() throws {
    let folder = try Folder()
    let json = try Self.bytes("version-1.json")
    let file = try MatterFile.create(at: folder.file(), by: tester, from: json)
    #expect(try file.export() == json)
    #expect(try file.verify().faults == [])
  }

  /// A pack of one small file gains nothing, and lies there as it is.
  @Test func whatPackingMakesLongerIsNotPacked() throws {
    let folder = try Folder()
    let pack = PackSources(hash: "p", files: ["a": [1]])
    let file = try MatterFile.create(at: folder.file(), by: tester, enclosing: [.pack(pack)])
    #expect(try file.pack("p") == pack)
    file.close()
    #expect(try stored("p", in: folder.file()) == Archive.bytes(of: pack))
  }

  @Test func aFlippedByteInAPackedPackIsDamage() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester, enclosing: [.pack(Self.pack)])
    defer { file.close() }
    try file.append(file.next([.setting(.pack, from: nil, to: "p2")]))
    let packed = try stored("p2", in: folder.file())
    for at in [0, 1, 2, packed.count / 3, packed.count / 2, packed.count - 5, packed.count - 1] {
      var altered = packed
      altered[at] ^= 0x10
      try put(altered, in: folder)
      #expect(try file.verify().faults == [.enclosure("p2"), .packMissing("p2")], "byte \(at)")
      expect(.damaged(Damage(whole: 1, faults: [.enclosure("p2")]))) { try file.pack("p2") }
    }
    for wrong in [packed.dropLast(), packed + [0], []] {
      try put(Array(wrong), in: folder)
      expect(.damaged(Damage(whole: 1, faults: [.enclosure("p2")]))) { try file.pack("p2") }
    }
    try put(packed, in: folder)
    #expect(try file.verify().faults == [])
  }

  /// A stranger's stream is unpacked into no more room than a pack may take.
  @Test func aStreamThatIsTooLongIsDamage() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester, enclosing: [.pack(Self.pack)])
    defer { file.close() }
    let bomb = [UInt8](repeating: 0x20, count: MatterFile.largestEnclosure + 1)
    let stream = try #require(Deflate.packed(bomb, as: .zlib))
    #expect(stream.count < bomb.count / 500)
    #expect(Deflate.unpacked(stream, as: .zlib, atMost: bomb.count)?.count == bomb.count)
    #expect(Deflate.unpacked(stream, as: .zlib, atMost: bomb.count - 1) == nil)
    try put(stream, in: folder)
    expect(.damaged(Damage(whole: 0, faults: [.enclosure("p2")]))) { try file.pack("p2") }
  }

  private func put(_ bytes: [UInt8], in folder: Folder) throws {
    try folder.change {
      try $0.execute(
        sql: "UPDATE blob SET bytes = ? WHERE name = 'p2'", arguments: [Data(bytes)])
    }
  }
}
