import Glibc
import Synchronization

/// The mark that a matter is open for writing: `flock` on a file of its own beside it,
/// `NAME.art28-lock`, which says who holds it.
///
/// A file of its own, because closing any descriptor of the matter itself drops the POSIX locks
/// that SQLite holds on it (sqlite.org/howtocorrupt.html, section 2.2), and because NFS makes
/// `flock` a POSIX lock on the whole file (flock(2)), which would shut SQLite out. The system drops
/// the mark with the process, however it ends: a file that was left behind marks nothing. It is a
/// courtesy; what keeps two writers from overwriting each other is that an entry expects its head.
final class WritingMark: Sendable {
  private let path: String
  private let descriptor: Mutex<CInt?>

  private static let longestNote = 4096
  /// How long one command waits for others.
  private static let patience = Duration.seconds(20)
  /// The fifth line of a command's note.
  private static let briefly = "briefly"

  /// - Throws: `.openElsewhere` where it is held, `.lockBlocked`, `.noLocks`, `.diskFull`, `.readOnlyPlace`,
  ///   `.noPermission`.
  init(on place: MatterPath, by holder: Holder) throws(MatterError) {
    path = place.path + "-lock"
    descriptor = Mutex(try WritingMark.take(path, of: place, by: holder))
  }

  deinit { release() }

  /// Lets others write. It can be called twice.
  func release() {
    descriptor.withLock { descriptor in
      guard let held = descriptor else { return }
      descriptor = nil
      if FileIdentity(of: held) == FileIdentity(of: path) { unlink(path) }
      close(held)
    }
  }

  private static func take(
    _ path: String, of place: MatterPath, by holder: Holder
  ) throws(MatterError) -> CInt {
    let end = ContinuousClock.now + patience
    // The holder before may remove the file between our opening and locking it.
    while true {
      var held = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
      if held < 0, errno == EACCES || errno == EPERM {
        held = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      }
      guard held >= 0 else {
        let number = errno
        guard ![ELOOP, EISDIR, ENXIO].contains(number) else {
          throw MatterError(.lockBlocked, path: place.path, kept: .untouched)
        }
        throw MatterPath.failure(number, at: path, kept: .untouched)
      }
      while flock(held, LOCK_EX | LOCK_NB) != 0 {
        let number = errno
        if number == EINTR { continue }
        // Who has just come has written nothing yet.
        if number == EWOULDBLOCK, holder.isBrief, note(in: held)?.isBrief ?? true,
          ContinuousClock.now < end
        {
          usleep(20_000)
          continue
        }
        defer { close(held) }
        guard number == EWOULDBLOCK else {
          throw MatterPath.failure(
            number == EINVAL ? ENOLCK : number, at: place.path, kept: .untouched)
        }
        throw MatterError(.openElsewhere(note(in: held)), path: place.path, kept: .untouched)
      }
      if FileIdentity(of: held) == FileIdentity(of: path) {
        write(holder, into: held, like: place)
        return held
      }
      close(held)
    }
  }

  /// Who holds it, is only told; a note that cannot be written keeps nobody from working.
  private static func write(_ holder: Holder, into descriptor: CInt, like place: MatterPath) {
    var status = stat()
    if stat(place.path, &status) == 0 {
      // Whoever may write the matter may take the mark, also after root has held it.
      fchmod(descriptor, status.st_mode & 0o666)
      if geteuid() == 0 { fchown(descriptor, status.st_uid, status.st_gid) }
    }
    var name = [CChar](repeating: 0, count: 256)
    let host =
      gethostname(&name, name.count - 1) == 0
      ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
    let words =
      [holder.who, holder.since, host, String(getpid())] + (holder.isBrief ? [briefly] : [])
    let lines = words.map { line in
      String(line.filter { !$0.isNewline }.prefix(200))
    }
    let note = [UInt8](lines.joined(separator: "\n").utf8)
    ftruncate(descriptor, 0)
    _ = note.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func note(in descriptor: CInt) -> Holder? {
    var bytes = [UInt8](repeating: 0, count: longestNote)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4 else { return nil }
    return Holder(
      who: lines[0], since: lines[1], host: lines[2], process: Int(lines[3]) ?? 0,
      isBrief: lines.dropFirst(4).first == briefly)
  }
}
