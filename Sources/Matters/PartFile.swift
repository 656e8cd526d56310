import Glibc
import Synchronization

/// A file in the making, in the folder that it is for and not in its place yet.
///
/// Whoever makes it holds a lock on it: what a killed program left behind is told from what is being
/// written, and is taken away when something is made in its folder next.
package final class PartFile: Sendable {
  /// What the system said; an `errno`.
  package struct Fault: Error, Hashable {
    package let number: Int32

    package init(number: Int32) { self.number = number }
  }

  package let path: String
  package let descriptor: CInt

  private static let prefix = ".art28-"
  private static let ending = ".part"

  /// An empty one that only its owner may read and write. Nobody can put a file or a link there
  /// beforehand: the name is not to be guessed, and what is there is not opened.
  package init(in folder: String) throws(Fault) {
    PartFile.sweep(folder)
    while true {
      let name = String(UInt64.random(in: .min ... .max), radix: 16)
      let path = "\(folder)/\(PartFile.prefix)\(name)\(PartFile.ending)"
      let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Fault(number: errno) }
      flock(file, LOCK_EX | LOCK_NB)
      // Before it was locked another run may have taken it for one that was left behind.
      if FileIdentity(of: file) == FileIdentity(of: path) {
        (self.path, descriptor) = (path, file)
        return
      }
      close(file)
    }
  }

  deinit { close(descriptor) }

  /// Writes all of these bytes, and has the disk take them.
  package func write(_ bytes: [UInt8]) throws(Fault) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Fault(number: count < 0 ? errno : EIO) }
      done += count
    }
    guard fsync(descriptor) == 0 else { throw Fault(number: errno) }
  }

  /// Puts it into its place at once, and takes away what stands there.
  package func replace(_ target: String) throws(Fault) {
    guard rename(path, target) == 0 else { throw Fault(number: errno) }
    PartFile.sync(folderOf: target)
  }

  /// Puts it into its place at once, where nothing stands there.
  ///
  /// - Throws: `EEXIST` where something does.
  package func move(to target: String) throws(Fault) {
    if link(path, target) == 0 {
      unlink(path)
    } else {
      let number = errno
      var status = stat()
      // Not every file system has second names.
      guard [EPERM, EOPNOTSUPP, ENOSYS].contains(number), lstat(target, &status) != 0,
        rename(path, target) == 0
      else { throw Fault(number: number) }
    }
    PartFile.sync(folderOf: target)
  }

  package func discard() { PartFile.remove(path) }

  /// So that the names of a folder are on disk too; its files are whole either way.
  package static func sync(folderOf path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fsync(descriptor)
  }

  // MARK: What was left behind

  private static let swept = Mutex<Set<String>>([])

  /// Takes away one's own that nobody holds; once for each folder.
  private static func sweep(_ folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }), let directory = opendir(folder) else {
      return
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if isPart(name) { sweepAway("\(folder)/\(name)") }
    }
  }

  private static func isPart(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(ending) else { return false }
    let number = name.dropFirst(prefix.count).dropLast(ending.count)
    return UInt64(number, radix: 16) != nil && number == number.lowercased()
  }

  private static func sweepAway(_ path: String) {
    let file = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), flock(file, LOCK_EX | LOCK_NB) == 0,
      FileIdentity(of: file) == FileIdentity(of: path)
    else { return }
    remove(path)
  }

  /// Takes it away, and first the journal of a matter in the making, which nobody would look for alone.
  private static func remove(_ path: String) {
    unlink(path + "-journal")
    unlink(path)
  }
}
