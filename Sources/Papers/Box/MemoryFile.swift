import Glibc
import Synchronization
import SystemPackage

/// A file in memory whose name is taken away before anything is written: nobody else can open it, and
/// it is gone with the last who holds it open, however the program ends.
final class MemoryFile: Sendable {
  let descriptor: FileDescriptor

  private static let made = Atomic(0)

  /// - Throws: where there is no room for it.
  init(_ bytes: [UInt8]) throws(PaperFault) {
    let number = Self.made.add(1, ordering: .relaxed).newValue
    let name = "/art28-\(getpid())-\(number)"
    let descriptor = FileDescriptor(
      rawValue: shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600))
    self.descriptor = descriptor
    guard descriptor.rawValue >= 0 else { throw .noRoom }
    shm_unlink(name)
    do {
      try descriptor.writeAll(bytes)
      try descriptor.seek(offset: 0, from: .start)
    } catch {
      throw .noRoom
    }
  }

  deinit { if descriptor.rawValue >= 0 { try? descriptor.close() } }
}

extension PaperFault {
  fileprivate static let noRoom = PaperFault(
    "The file is not read: there is no room in /dev/shm for a copy of it. Free some memory and try again."
  )
}
