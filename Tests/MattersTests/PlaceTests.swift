import Foundation
import Glibc
import Interview
import Testing

@testable import Matters

/// A file system of its own, small enough to fill.
final class SmallDisk {
  let folder: Folder

  /// - Returns: nil where mounting is not permitted.
  init?(kilobytes: Int) throws {
    folder = try Folder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { return nil }
  }

  deinit { umount2(folder.path, CInt(MNT_DETACH)) }

  func makeReadOnly() -> Bool {
    mount("tmpfs", folder.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
  }

  /// In bytes.
  var free: Int {
    var status = statvfs()
    guard statvfs(folder.path, &status) == 0 else { return 0 }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  /// Leaves so many bytes free at most. Programs that other tests start at this moment do not hold
  /// the ballast open: it would take up its place after it was removed.
  func fill(leaving bytes: Int) throws {
    let ballast = open(folder.file("ballast"), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try #require(ballast >= 0)
    defer { close(ballast) }
    let size = free - bytes
    if size > 0 { try #require(posix_fallocate(ballast, 0, off_t(size)) == 0) }
  }
}

@Suite struct PlaceTests {
  @Test func aFullDiskLosesNothing() throws {
    guard let disk = try SmallDisk(kilobytes: 4096) else { return }
    let file = try MatterFile.create(at: disk.folder.file(), by: tester)
    for number in 0..<20 { try file.append(file.answer("q\(number)", "answer \(number)")) }
    var refused = 0
    for free in stride(from: 0, through: 120, by: 4) {
      try disk.fill(leaving: free * 1024)
      let before = file.head
      do {
        for _ in 0..<40 {
          try file.append(file.answer("q", String(repeating: "\(file.head.number) ", count: 2000)))
        }
        Issue.record("the disk was never full")
      } catch {
        #expect(error.kind == .diskFull)
        #expect(error.kept == .entries(file.head.number))
        refused += 1
      }
      #expect(file.head.number >= before.number)
      #expect(throws: MatterError.self) {
        try file.save(
          DeskChange(
            person: "Test", fields: [AnswerKey("a"): String(repeating: "x", count: 300_000)]))
        Issue.record("saved, and \(disk.free) bytes are free")
      }
      // What was said to be safe is, also for someone who comes after a crash.
      #expect(try file.verify().faults == [])
      #expect(try file.entries().count == file.head.number)
      let reader = try MatterFile.open(at: disk.folder.file(), by: tester, readOnly: true)
      #expect(reader.head == file.head)
      reader.close()
      try disk.folder.remove("ballast")
      try file.append(file.answer("after", "\(free)"))
    }
    #expect(refused == 31)
    #expect(try file.verify().faults == [])
    try disk.fill(leaving: 0)
    expect(.diskFull, kept: .nothingMade) {
      _ = try MatterFile.create(at: disk.folder.file("new.art28"), by: tester)
    }
    #expect(try !disk.folder.names.contains("new.art28"))
    file.close()
    let full = try MatterFile.open(at: disk.folder.file(), by: tester)
    #expect(full.head == file.head)
  }

  @Test func aFileThatMayNotGrowLosesNothing() throws {
    let folder = try Folder()
    try MatterFile.create(at: folder.file(), by: tester).close()
    let child = try Child("fill", folder.file())
    let lines = child.lines()
    child.end(SIGKILL)
    let stopped = lines.first?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    #expect(stopped > 10, "\(lines)")
    #expect(lines.last == "went on to \(stopped + 1)")
    #expect(try MatterFile.verify(at: folder.file()).faults == [])
    #expect(try MatterFile.open(at: folder.file(), by: tester).head.number == stopped + 1)
  }

  @Test func aReadOnlyPlaceIsForReading() throws {
    guard let disk = try SmallDisk(kilobytes: 1024) else { return }
    try matter(at: disk.folder.file(), answers: 5)
    guard disk.makeReadOnly() else { return }
    let file = try MatterFile.open(at: disk.folder.file(), by: tester)
    #expect(file.head.number == 5)
    guard case .reading(let reason?) = file.access else {
      Issue.record("\(file.access)")
      return
    }
    #expect(reason.kind == .readOnlyPlace)
    expect(.readOnlyPlace, kept: .entries(5)) { try file.append(file.answer("a", "b")) }
    #expect(try file.verify().isWhole)
    #expect(try file.export().count > 100)
    expect(.readOnlyPlace, kept: .nothingMade) {
      try MatterFile.create(at: disk.folder.file("new.art28"), by: tester)
    }
  }

  @Test func anUnfinishedSaveInAReadOnlyPlaceIsSaid() throws {
    guard let disk = try SmallDisk(kilobytes: 4096) else { return }
    try matter(at: disk.folder.file(), answers: 200)
    let child = try Child("cut-off", disk.folder.file())
    #expect(child.lines() == ["cut"])
    child.end(SIGKILL)
    guard disk.makeReadOnly() else { return }
    expect(.unfinishedSave) { try MatterFile.open(at: disk.folder.file(), by: tester) }
  }

  @Test func aUserWithoutRightsReadsWhatMayBeRead() throws {
    guard geteuid() == 0 else { return }
    let folder = try Folder()
    try matter(at: folder.file(), answers: 3)
    #expect(chmod(folder.path, 0o755) == 0)
    #expect(try Child("nobody", folder.file()).lines() == ["noPermission"])
    #expect(chmod(folder.file(), 0o644) == 0)
    #expect(try Child("nobody", folder.file()).lines() == ["entries 3, writing false"])
    #expect(chmod(folder.file(), 0o666) == 0)
    #expect(try Child("nobody", folder.file()).lines() == ["entries 3, writing false"])
    #expect(chmod(folder.path, 0o777) == 0)
    #expect(try Child("nobody", folder.file()).lines() == ["entries 3, writing true"])
    #expect(chmod(folder.path, 0o700) == 0)
    #expect(try Child("nobody", folder.file()).lines() == ["noPermission"])
  }
}
