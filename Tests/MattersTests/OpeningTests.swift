import Foundation
import GRDB
import Glibc
import Interview
import Testing

@testable import Matters

@Suite struct OpeningTests {
  private func open(_ path: String) throws -> MatterFile {
    try MatterFile.open(at: path, by: tester)
  }

  @Test func whatIsNoMatterIsSaidToBeWhat() throws {
    let folder = try Folder()
    expect(.notFound) { try open(folder.file("none.art28")) }
    expect(.isFolder) { try open(folder.path) }
    let text = try folder.write("Dear Anna,\nplease find attached".utf8, to: "text.art28")
    expect(.notAMatter(.text)) { try open(text) }
    let other = try folder.write([0x50, 0x4B, 3, 4, 0, 0, 0, 0], to: "zip.art28")
    expect(.notAMatter(.other)) { try open(other) }
    let empty = try folder.write([], to: "empty.art28")
    expect(.notAMatter(.empty)) { try open(empty) }
    // A text of more than a database header is read by SQLite before it is refused.
    let long = try folder.write(
      [UInt8](repeating: UInt8(ascii: "x"), count: 10_000), to: "long.art28")
    expect(.notAMatter(.text)) { try open(long) }
    #expect(mkfifo(folder.file("pipe.art28"), 0o600) == 0)
    expect(.noPlainFile) { try open(folder.file("pipe.art28")) }
    #expect(try folder.names.allSatisfy { !$0.hasSuffix("-lock") })
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let folder = try Folder()
    let queue = try DatabaseQueue(path: folder.file("shop.db"))
    try queue.write { try $0.execute(sql: "CREATE TABLE entry (number INTEGER)") }
    try queue.close()
    let before = try folder.bytes(of: "shop.db")
    expect(.notAMatter(.otherDatabase)) { try open(folder.file("shop.db")) }
    #expect(try folder.bytes(of: "shop.db") == before)
    #expect(try folder.names == ["shop.db"])
  }

  @Test func anExportIsPointedToItsImport() throws {
    let folder = try Folder()
    let file = try MatterFile.create(at: folder.file(), by: tester)
    let path = try folder.write(try file.export(), to: "case.json")
    expect(.notAMatter(.export)) { try open(path) }
  }

  @Test(arguments: [4, 99]) func aNewerFormatIsRefused(version: Int) throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 1)
    try folder.change { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    expect(.newerFormat(version)) { try open(folder.file()) }
  }

  @Test func tablesThatAreNotOursAreRefused() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 1)
    try folder.change {
      try $0.execute(
        sql: "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM state; END")
    }
    expect(.damaged(Damage(whole: 0, faults: [.tables]))) { try open(folder.file()) }
  }

  @Test func aMatterInWALComesBack() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 2)
    try folder.change { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
    #expect(try folder.bytes()[18] == 2)
    let file = try open(folder.file())
    #expect(file.head.number == 2)
    file.close()
    #expect(try folder.bytes()[18] == 1)
  }

  @Test func whatExistsIsNeverOverwritten() throws {
    let folder = try Folder()
    let path = try folder.write("mine".utf8, to: "case.art28")
    expect(.exists, kept: .nothingMade) { try MatterFile.create(at: path, by: tester) }
    #expect(try folder.bytes() == [UInt8]("mine".utf8))
    #expect(symlink(folder.file("nowhere"), folder.file("link.art28")) == 0)
    expect(.exists, kept: .nothingMade) {
      try MatterFile.create(at: folder.file("link.art28"), by: tester)
    }
  }

  @Test func placesWhereNoMatterCanBe() throws {
    let folder = try Folder()
    func create(_ name: String) throws {
      _ = try MatterFile.create(at: folder.file(name), by: tester)
    }
    expect(.noFolder, kept: .nothingMade) { try create("no/case.art28") }
    expect(.isFolder, kept: .nothingMade) { try create("") }
    expect(.isFolder, kept: .nothingMade) { try create(".") }
    expect(.nameTooLong(limit: 247), kept: .nothingMade) {
      try create(String(repeating: "n", count: 248))
    }
    expect(.nameTooLong(limit: 247), kept: .nothingMade) {
      try create(String(repeating: "n", count: 300))
    }
    expect(.notFound, kept: .nothingMade) { try MatterFile.create(at: "", by: tester) }
    #expect(try folder.names == [])
    try create(String(repeating: "n", count: 247))
  }

  @Test func aPathThatSQLiteCannotHoldIsRefused() throws {
    let folder = try Folder()
    var deep = folder.path
    while deep.utf8.count < 480 { deep += "/folder" }
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    expect(.nameTooLong(limit: 504), kept: .nothingMade) {
      try MatterFile.create(at: deep + "/a matter with a name.art28", by: tester)
    }
  }

  @Test func aLinkLeadsToItsMatter() throws {
    let folder = try Folder()
    try matter(at: folder.file(), answers: 1)
    #expect(symlink("case.art28", folder.file("link.art28")) == 0)
    let file = try open(folder.file("link.art28"))
    #expect(file.path == folder.file())
    try file.append(file.answer("a", "b"))
    // The lock lies beside the matter, so both names are one.
    expect(.openElsewhere(holder(of: file, in: folder))) { try open(folder.file()) }
    #expect(symlink("circle", folder.file("circle")) == 0)
    expect(.brokenLink) { try open(folder.file("circle")) }
    #expect(symlink("gone", folder.file("broken")) == 0)
    expect(.brokenLink) { try open(folder.file("broken")) }
  }

  private func holder(of file: MatterFile, in folder: Folder) -> Holder? {
    let lines = try? String(decoding: folder.bytes(of: "case.art28-lock"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    return lines.map { Holder(who: $0[0], since: $0[1], host: $0[2], process: Int($0[3]) ?? 0) }
  }

  @Test func aCreationThatFailsLeavesNothing() throws {
    let folder = try Folder()
    let first = Entry(number: 5, when: someTime, by: "Test", why: nil, changes: [])
    expect(.headMoved(expected: 4, found: 0), kept: .nothingMade) {
      try MatterFile.create(at: folder.file(), by: tester, first: first)
    }
    expect(.notAnExport("no UTF-8", offset: 3), kept: .nothingMade) {
      try MatterFile.create(at: folder.file(), by: tester, from: [0x7B, 0x22, 0xFF, 0x22])
    }
    #expect(try folder.names == [])
  }

  @Test func messagesShowNoControlCharacters() throws {
    let folder = try Folder()
    let error = #expect(throws: MatterError.self) {
      try open(folder.file("a\u{1B}[31m\nb\u{202E}"))
    }
    #expect(error?.message.contains("\u{1B}") == false)
    #expect(error?.message.contains("\u{202E}") == false)
  }
}

extension Folder {
  /// Changes a matter as another program could.
  func change(_ name: String = "case.art28", _ body: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: file(name))
    try queue.writeWithoutTransaction(body)
    try queue.close()
  }
}
