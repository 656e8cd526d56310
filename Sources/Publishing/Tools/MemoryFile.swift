import Glibc

/// Bytes that another program can read as a file, without a name in any folder: in memory where the
/// system has `/dev/shm`, else in a file that nobody else can open and that is gone with this value.
final class MemoryFile: Sendable {
  private let descriptor: CInt
  // open(2), __O_TMPFILE: Swift imports no macro that is made of others.
  private static let nameless = 0o20_000_000 | O_DIRECTORY

  /// nil where the system has no room for it.
  init?(_ bytes: [UInt8]) {
    let inMemory = open("/dev/shm", Self.nameless | O_RDWR | O_CLOEXEC, 0o600)
    descriptor =
      inMemory >= 0 ? inMemory : open("/tmp", Self.nameless | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count > 0 else { return nil }
      written += count
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The name by which a child of this process opens it.
  var path: String { "/proc/\(getpid())/fd/\(descriptor)" }
}
